import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from '#tests/support/examples.ts'
import { noInfluences } from '../influences.rules.ts'
import { noughts, type OutcomeCounts, publishArea, REASONS, STATES } from '../picture.rules.ts'
import { reportingYear } from '../reporting-year.rules.ts'
import { areaFile } from './area-file.view.ts'
import { stateWords } from './area-words.view.ts'
import { type AreaFramework, areaView, type Release } from './area.view.ts'

const outcome = (code: string, principles: readonly string[], level = 'outcome') => ({
  id: code,
  code,
  title: `About ${code}`,
  level,
  definedBy: 'The tests',
  definition: `How is it with ${code}?`,
  principles,
})

const framework: AreaFramework = {
  id: 'f',
  name: 'A set for this test',
  version: '1',
  provisional: true,
  notice: '',
  principles: [
    { code: 'p3', title: 'What is best for me' },
    { code: 'p12', title: 'My say' },
  ],
  outcomes: [
    outcome('zebra', ['p12']),
    outcome('apple', ['p3', 'p12']),
    outcome('told', ['p3'], 'experience'),
    outcome('mango', ['p3']),
  ],
}

const strengths = {
  strengths: { own: 40, others: 12, none: 32 },
  got_through: { own: 0, others: 0, none: 84 },
}

const people = {
  nothing_recorded: 14,
  not_offered: 6,
  lost_contact: 0,
  missing_from_care: 0,
  interpreter_unavailable: 0,
  offered_declined: 9,
  not_now: 0,
  withdrawn: 5,
  once: 30,
  again: 20,
}

const sum = (of: Record<string, number>) => Object.values(of).reduce((s, n) => s + n, 0)

function counted(code: string, said: readonly number[], given = {}): OutcomeCounts {
  const found = framework.outcomes.find((o) => o.code === code)
  assert.ok(found)
  const states = noughts(STATES)
  for (const [n, state] of STATES.entries()) states[state] = said[n] ?? 0
  const reasons = { ...noughts(REASONS), ...given }
  return {
    code,
    principles: found.principles,
    level: found.level,
    states,
    reasons,
    notChosen: 50 - sum(states) - sum(reasons),
    again: Math.min(20, Math.floor(sum(states) / 2)),
    influences: noInfluences(),
  }
}

function release(outcomes: readonly OutcomeCounts[]): Release {
  const madeAt = new Date('2026-11-21T10:30:00Z')
  return { id: 'r', number: 3, madeAt, figures: publishArea({ people, outcomes, strengths }) }
}

const chosen = (made: Release) => {
  return { organisation: 'Northmere', year: reportingYear(2026), framework, release: made }
}

const golden = release([
  counted('zebra', [0, 0, 18, 12, 0], { skipped: 8, not_offered: 5 }),
  counted('apple', [0, 5, 7, 0, 0]),
  counted('told', [31, 0, 0, 0, 0]),
  counted('mango', [0, 0, 0, 0, 0]),
])

const rowsOf = (made: Release, code: string) => {
  const levels = areaView(chosen(made)).picture?.levels ?? []
  return levels.flatMap((l) => l.outcomes).find((o) => o.id === `outcome-${code}`)
}

describe('the picture of an area', () => {
  it('says how many of how many, the share and Wilson’s interval', () => {
    const rows = rowsOf(golden, 'zebra')?.said?.table.rows
    assert.deepEqual(rows?.[2], ['Mostly', '18 of 30', '60%', '42% to 75%'])
    assert.deepEqual(rows?.[0], ['Not at all', '0 of 30', '0%', '0% to 11%'])
  })

  it('gives no percentage alone where fewer than 20 answered, but the interval always', () => {
    const rows = rowsOf(golden, 'apple')?.said?.table.rows
    const share = 'not given under 20 answers'
    assert.deepEqual(rows?.[1], ['A little', '5 of 12', share, '19% to 68%'])
    assert.deepEqual(rows?.[2], ['Mostly', '7 of 12', share, '32% to 81%'])
  })

  it('does not tell that all 31 said the same', () => {
    const view = rowsOf(golden, 'told')
    assert.deepEqual(view?.said?.table.rows[0], ['Not at all', '[c]', '[c]', '[c]'])
    assert.equal(view?.said?.chart.rows[0]?.mark, undefined)
  })

  it('says that nobody answered, and draws nothing', () => {
    const view = rowsOf(golden, 'mango')
    assert.match(
      view?.who ?? '',
      /^Of 50 who shared a check-in, nobody said how this is for them; 0 /,
    )
    assert.equal(view?.said, undefined)
  })

  it('says that it does not show how many answered when they are few, and draws nothing', () => {
    const few = release([counted('zebra', [0, 0, 3, 0, 0], { skipped: 9 }), counted('mango', [20])])
    const view = rowsOf(few, 'zebra')
    assert.match(view?.who ?? '', /is not shown \(\[c\]\), so that nobody can be recognised/)
    assert.equal(view?.said, undefined)
  })

  it('says who is not in it and why', () => {
    const view = rowsOf(golden, 'zebra')
    assert.match(view?.who ?? '', /^Of 50 who shared a check-in, 30 said how this is for them, 13 /)
    assert.match(view?.who ?? '', /7 did not pick it/)
    assert.equal(view?.reasons, 'Reasons instead: it was not offered 5; skipped it 8.')
    const flow = areaView(chosen(golden)).picture?.flow.table.rows.map((row) => row.slice(0, 2))
    assert.deepEqual(flow, [
      ['With us in the year', '84'],
      ['Nothing is recorded', '14'],
      ['Not offered a check-in', '6'],
      ['Contact was lost', '0'],
      ['Missing from care', '0'],
      ['No interpreter was there', '0'],
      ['Offered a check-in', '64'],
      ['Offered and said no', '9'],
      ['Said not now', '0'],
      ['Shared one, took it back', '5'],
      ['Shared a check-in', '50'],
      ['Shared more than one', '20'],
    ])
  })

  it('draws the interval around the share, on one scale for every outcome', () => {
    const mark = rowsOf(golden, 'zebra')?.said?.chart.rows[2]?.mark
    assert.ok(mark && mark.low < mark.at && mark.at < mark.high)
    assert.equal(mark.at, 8 + 0.6 * 304)
    const ticks = ['zebra', 'apple'].map((code) => rowsOf(golden, code)?.said?.chart.ticks)
    assert.deepEqual(ticks[0], ticks[1])
  })

  it('keeps outcomes and experiences in figures of their own', () => {
    const levels = areaView(chosen(golden)).picture?.levels ?? []
    assert.deepEqual(
      levels.map((level) => [level.title, level.outcomes.map((o) => o.title)]),
      [
        ['Outcomes', ['About zebra', 'About apple', 'About mango']],
        ['Experiences', ['About told']],
      ],
    )
  })

  it('turns by the principles, in their order, and what it shows adds up', () => {
    const made = release([
      counted('zebra', [0, 0, 18, 12, 0], { skipped: 8 }),
      counted('apple', [0, 5, 7, 0, 0], { skipped: 6 }),
      counted('told', [6, 0, 0, 9, 0]),
      counted('mango', [10, 0, 5, 0, 0], { skipped: 5 }),
    ])
    const rows = areaView(chosen(made)).picture?.levels[0]?.pivot.rows
    assert.deepEqual(rows, [
      ['What is best for me', '27', '11', '62'],
      ['My say', '42', '14', '44'],
      ['All of these, each counted once', '57', '19', '74'],
    ])
  })

  it('carries what each measure asks, at which level, and who defined it', () => {
    assert.equal(rowsOf(golden, 'told')?.defined, 'How is it with told? Defined by The tests.')
    const levels = areaView(chosen(golden)).picture?.levels ?? []
    assert.ok(levels.every((l) => l.meaning !== '' && l.outcomes.every((o) => o.defined !== '')))
  })

  it('stands in the framework’s order whatever was said', () => {
    const answers = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 })
    const property = fc.property(fc.tuple(answers, answers, answers, answers), (all) => {
      const outcomes = framework.outcomes.map((o, n) => counted(o.code, all[n] ?? []))
      // The order in which counts come from the database must not matter either.
      const made = release(outcomes.toSorted((a, b) => b.notChosen - a.notChosen))
      const view = areaView(chosen(made))
      const shown = view.picture?.levels.map((level) => level.outcomes.map((o) => o.id))
      assert.deepEqual(shown, [
        ['outcome-zebra', 'outcome-apple', 'outcome-mango'],
        ['outcome-told'],
      ])
      for (const level of view.picture?.levels ?? []) {
        for (const { said } of level.outcomes) {
          const states = said?.table.rows.map((row) => row[0])
          if (states)
            assert.deepEqual(
              states,
              STATES.map((state) => stateWords[state]),
            )
        }
      }
      const codes = areaFile(chosen(made), made)
        .split('\r\n')
        .map((line) => line.split(',')[8] ?? '')
      const inFile = codes.filter((code, n) => code !== codes[n - 1] && n > 0 && code !== '')
      assert.deepEqual(inFile, ['zebra', 'apple', 'told', 'mango'])
    })
    fc.assert(property, { numRuns: 50 })
  })
})

describe('what records hold, on the picture of an area', () => {
  const strengthsOf = (made: Release) => areaView(chosen(made)).picture?.strengths

  it('is told of all records, each once, with its interval and no target', () => {
    const [strengths, gotThrough] = strengthsOf(golden) ?? []
    assert.deepEqual(strengths?.said?.table.rows, [
      ['In their own words', '40 of 84', '48%', '37% to 58%'],
      ['Only in somebody else’s words', '12 of 84', '14%', '8% to 23%'],
      ['Nobody has written any yet', '32 of 84', '38%', '28% to 49%'],
    ])
    assert.deepEqual(gotThrough?.said?.table.rows[2], [
      'Nobody has written any yet',
      '84 of 84',
      '100%',
      '96% to 100%',
    ])
    assert.ok(
      areaFile(chosen(golden), golden).includes('records/strengths/own,40,84,48%,37% to 58%'),
    )
  })

  it('is not shown as hidden in a picture that was made before it was counted', () => {
    const before = [...golden.figures].filter(([name]) => !name.startsWith('records/'))
    assert.equal(strengthsOf({ ...golden, figures: new Map(before) }), undefined)
  })
})

describe('the file of an area', () => {
  it('holds the same figures as the page and hides the same', () => {
    const lines = areaFile(chosen(golden), golden).split('\r\n')
    assert.ok(
      lines.some((l) =>
        l.endsWith(
          'outcome,zebra,About zebra,mostly,18,30,60%,42% to 75%,How is it with zebra?,The tests',
        ),
      ),
    )
    assert.ok(lines.some((l) => l.includes('told,About told,not_at_all,[c],31,[c],[c],')))
    assert.doesNotMatch(lines.join('\n'), /\d\.\d+%/)
  })

  it('is not a formula in a spreadsheet, whatever a framework is called', () => {
    const named = { ...framework, name: '=cmd|"x"' }
    const file = areaFile({ ...chosen(golden), framework: named }, golden)
    assert.match(file, /,"'=cmd\|""x""",/)
  })
})
