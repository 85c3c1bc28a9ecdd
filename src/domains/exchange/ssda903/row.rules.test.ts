import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarDay } from '#kernel/calendar-day.ts'
import { checkRow, dayWritten } from './row.rules.ts'
import type { FileKind } from './tables.rules.ts'

const today = calendarDay('2024-06-01') ?? assert.fail('a real day')
const row = (kind: FileKind, values: Record<string, string>, year = 2024) =>
  checkRow(
    { kind, file: `${kind}.csv`, row: 2, place: `Row 2 of ${kind}.csv`, values },
    { today, year },
  )
const header = { CHILD: 'WM1', SEX: '1', DOB: '14/02/2008', ETHNIC: 'WBRI', UPN: 'UN1' }
const episode = {
  CHILD: 'WM1',
  DECOM: '12/06/2023',
  RNE: 'S',
  LS: 'V2',
  CIN: 'N1',
  PLACE: 'U1',
  DEC: '',
}
const texts = (findings: readonly { text: string }[]) => findings.map((f) => f.text).join('\n')

describe('a day in the return', () => {
  it('is read as councils’ systems write it', () => {
    for (const written of [
      '31/03/2018',
      '31.3.2018',
      '31-03-2018',
      '2018-03-31',
      '31/03/2018 00:00',
    ]) {
      assert.equal(dayWritten(written), '2018-03-31')
    }
  })

  it('is not read when it does not exist or could be two days', () => {
    for (const written of ['31/02/2018', '2018', '1/2/18', '31 March', '03-31-2018', '']) {
      assert.equal(dayWritten(written), undefined)
    }
  })
})

describe('a row of the return', () => {
  it('is understood as days and today’s codes', () => {
    const read = row('header', header)
    assert.deepEqual(read.refusals, [])
    assert.deepEqual(read.facts, {
      CHILD: 'WM1',
      SEX: 'M',
      DOB: '2008-02-14',
      ETHNIC: 'WBRI',
      UPN: 'UN1',
    })
  })

  it('is refused without what tells whose it is or when it was, with what to do', () => {
    assert.match(
      texts(row('header', { ...header, DOB: '' }).refusals),
      /DOB is blank. Enter it and send/,
    )
    assert.match(texts(row('episodes', { ...episode, CHILD: '' }).refusals), /CHILD is blank/)
    assert.match(
      texts(row('episodes', { ...episode, DECOM: '31/02/2023' }).refusals),
      /Row 2 of episodes.csv: DECOM is “31\/02\/2023”, which is not a day written as DD\/MM\/YYYY/,
    )
  })

  it('is refused when its end cannot be read, because a blank end says that it goes on', () => {
    const read = row('episodes', { ...episode, DEC: 'soon' })
    assert.match(texts(read.refusals), /or leave it blank if it has not ended/)
    assert.deepEqual(row('episodes', episode).refusals, [])
  })

  it('is refused when it ends before it begins', () => {
    const read = row('episodes', { ...episode, DEC: '11/06/2023' })
    assert.match(texts(read.refusals), /ends \(DEC 11\/06\/2023\) before it begins/)
  })

  it('is refused when it says that something happened on a day to come', () => {
    assert.match(
      texts(row('header', { ...header, DOB: '02/06/2024' }).refusals),
      /has not come yet/,
    )
    const dolo = {
      CHILD: 'WM1',
      DOB: '14/02/2008',
      DOLO_START: '01/05/2024',
      DOLO_END: '01/08/2024',
    }
    assert.deepEqual(row('dolo', dolo).refusals, [])
  })

  it('is used, with a warning, when a code is unknown; the code is kept as written', () => {
    const oc3 = { CHILD: 'WM1', DOB: '14/02/2006', IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: '01' }
    const read = row('oc3', oc3)
    assert.deepEqual(read.refusals, [])
    assert.equal(read.facts['ACCOM'], '01')
    assert.match(texts(read.warnings), /ACCOM is “01”, which is not one of its codes/)
  })

  it('takes codes by the year of the return', () => {
    assert.deepEqual(row('episodes', { ...episode, PLACE: 'P2' }, 2024).warnings, [])
    assert.match(texts(row('episodes', { ...episode, PLACE: 'P2' }, 2025).warnings), /not in 2025/)
    assert.match(texts(row('header', header, 2025).warnings), /SEX is “1”, a code the return uses/)
    assert.equal(row('header', header, 2025).facts['SEX'], 'M')
  })

  it('is refused when a spreadsheet has shortened the child’s number', () => {
    assert.match(texts(row('header', { ...header, CHILD: '5.66E+05' }).refusals), /spreadsheet/)
  })

  it('warns of a date of birth that makes the child over 26', () => {
    assert.match(texts(row('header', { ...header, DOB: '01/01/1990' }).warnings), /over 26/)
  })

  it('does not take a value that is too long or no text', () => {
    assert.equal(row('header', { ...header, UPN: 'A'.repeat(500) }).facts['UPN'], undefined)
    assert.equal(row('header', { ...header, CHILD: 'W\u0000M' }).refusals.length, 1)
  })
})
