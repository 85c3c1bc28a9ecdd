import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay } from '#kernel/calendar-day.ts'
import { addToSurvey, checkBesideOthers, emptySurvey, isUpn, repeated } from './return.rules.ts'
import { checkRow } from './row.rules.ts'
import type { FileKind } from './tables.rules.ts'
import { collectionYear, yearOfReturn } from './year.rules.ts'

const today = calendarDay('2024-06-01') ?? assert.fail('a real day')
type Said = readonly [FileKind, Record<string, string>]
const child = (id: string, more = {}): Said => [
  'header',
  { CHILD: id, SEX: 'F', DOB: '14/02/2008', ETHNIC: 'WBRI', UPN: 'UN1', ...more },
]
const missing = (id: string, from: string, to: string): Said => [
  'missing',
  { CHILD: id, DOB: '14/02/2008', MISSING: 'M', MIS_START: from, MIS_END: to },
]
const episode = (id: string, from: string, to: string, more = {}): Said => [
  'episodes',
  { CHILD: id, DECOM: from, DEC: to, RNE: 'S', LS: 'C2', CIN: 'N1', PLACE: 'U1', ...more },
]

const yearOf = (text: string) => collectionYear(calendarDay(text) ?? assert.fail(text))

function judged(...said: Said[]) {
  const rows = said.map(([kind, values], i) =>
    checkRow(
      { kind, values, file: `${kind}.csv`, row: i + 2, place: `Row ${i + 2}` },
      { today, year: 2024 },
    ),
  )
  const survey = emptySurvey()
  for (const row of rows) addToSurvey(survey, row)
  return rows.map((row) => {
    const beside = checkBesideOthers(row, survey)
    const again = beside.refusals.length === 0 ? repeated(beside, survey) : undefined
    return {
      refused: beside.refusals.map((f) => f.text).join(' '),
      warned: beside.warnings.map((f) => f.text).join(' '),
      again: again !== undefined,
    }
  })
}

describe('a row beside the others', () => {
  it('is refused when its child is not in the header', () => {
    const [, row] = judged(child('A'), episode('B', '01/05/2023', ''))
    assert.match(row?.refused ?? '', /child B is not in the header/)
  })

  it('is refused when the header row of its child was', () => {
    const [, row] = judged(child('A', { DOB: '99/99/2008' }), episode('A', '01/05/2023', ''))
    assert.match(row?.refused ?? '', /has a header row that was refused/)
  })

  it('is refused when it names another date of birth than the header', () => {
    const other = missing('A', '01/05/2023', '')
    const [, row] = judged(child('A', { DOB: '15/02/2008' }), other)
    assert.match(row?.refused ?? '', /DOB is 14\/02\/2008, but the header says 15 February 2008/)
  })

  it('is refused when it begins before the child was born', () => {
    const [, row] = judged(child('A'), episode('A', '01/05/2007', ''))
    assert.match(row?.refused ?? '', /before the child was born \(14 February 2008\)/)
  })

  it('is used once when it is there twice', () => {
    const rows = judged(child('A'), child('A'))
    assert.deepEqual(
      rows.map((r) => [r.refused, r.again]),
      [
        ['', false],
        ['', true],
      ],
    )
  })

  it('is refused with its double when the two say different things, and so is all of that child', () => {
    const rows = judged(
      child('A'),
      child('A', { SEX: 'M' }),
      episode('A', '01/05/2023', ''),
      child('B'),
    )
    assert.match(rows[0]?.refused ?? '', /nothing tells which is right/)
    assert.match(rows[1]?.refused ?? '', /nothing tells which is right/)
    assert.match(rows[2]?.refused ?? '', /header row that was refused/)
    assert.equal(rows[3]?.refused, '')
  })

  it('is refused when the child was already missing', () => {
    const rows = judged(
      child('A'),
      missing('A', '01/05/2023', '10/05/2023'),
      missing('A', '05/05/2023', '06/05/2023'),
      missing('A', '10/05/2023', '11/05/2023'),
    )
    assert.deepEqual(
      rows.map((r) => r.refused !== ''),
      [false, false, true, false],
    )
  })

  it('is judged the same in whatever order the rows of a child come', () => {
    const rows = judged(
      missing('A', '05/05/2023', '06/05/2023'),
      missing('A', '01/05/2023', '10/05/2023'),
      child('A'),
    )
    assert.deepEqual(
      rows.map((r) => r.refused !== ''),
      [true, false, false],
    )
  })

  it('is kept with a warning when two episodes overlap', () => {
    const rows = judged(child('A'), episode('A', '01/05/2022', ''), episode('A', '01/05/2023', ''))
    assert.match(rows[2]?.warned ?? '', /before another of the same child has ended/)
    assert.equal(rows[2]?.refused, '')
  })

  it('warns when two children have one UPN', () => {
    const upn = { UPN: 'A100000000001' }
    const rows = judged(child('A', upn), child('B', upn))
    assert.match(rows[1]?.warned ?? '', /the UPN is also another child’s/)
  })
})

describe('the year of a return', () => {
  it('is named by the 31 March it ends on', () => {
    assert.deepEqual([yearOf('2018-03-31'), yearOf('2018-04-01')], [2018, 2019])
  })

  it('is the latest in which more than slips of the pen began', () => {
    assert.equal(
      yearOfReturn(
        new Map([
          [2017, 500],
          [2018, 499],
          [2028, 1],
        ]),
        new Map([[2030, 9]]),
      ),
      2018,
    )
    assert.equal(yearOfReturn(new Map(), new Map([[2019, 3]])), 2019)
    assert.equal(yearOfReturn(new Map(), new Map()), undefined)
  })
})

describe('a UPN', () => {
  it('is a letter, eleven digits and a digit or letter; UN1 says why there is none', () => {
    assert.deepEqual(['A100000000001', 'A10000000000X', 'UN1', '', 'A1000'].map(isUpn), [
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
