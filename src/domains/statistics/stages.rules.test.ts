import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from '#tests/support/examples.ts'
import { calendarDay } from '#kernel/calendar-day.ts'
import { attack, type CountTable, isProtected, type Sum } from './protection.rules.ts'
import { reportingYear } from './reporting-year.rules.ts'
import {
  ALL_STAGES,
  DID_NOT,
  NO_WAY,
  noStages,
  publishStages,
  SPOKE,
  STAGE_STEPS,
  type Stage,
  stageDay,
  stageFigure,
  STAGES,
  type StageCounts,
} from './stages.rules.ts'

const LIVE: readonly Stage[] = ['early', 'support', 'after']

function counts(of: Partial<StageCounts>): StageCounts {
  return { ...noStages(), ...of }
}

const few = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 9 }),
  fc.integer({ max: 60, min: 0 }),
)
const steps = fc.record({
  no_way_in: few,
  not_offered: few,
  declined: few,
  nothing_said: few,
  took_back: few,
  not_answered: few,
  answered: few,
})
const someCounts = fc.record({ early: steps, support: steps, after: steps }).map(counts)

/** All that a reader knows: every sum there is, in one table. */
function everything(of: StageCounts): CountTable {
  const all = new Map<string, number>()
  const sums: Sum[] = []
  const total = (name: string, parts: readonly string[]) => {
    all.set(
      name,
      parts.reduce((sum, part) => sum + (all.get(part) ?? 0), 0),
    )
    sums.push({ total: name, parts })
  }
  for (const stage of STAGES) {
    const name = (part: Parameters<typeof stageFigure>[1]) => stageFigure(stage, part)
    for (const step of STAGE_STEPS) all.set(name(step), of[stage][step])
    total(name('spoke'), SPOKE.map(name))
    total(name('offered'), [...DID_NOT.map(name), name('spoke')])
    total(name('children'), [...NO_WAY.map(name), name('offered')])
  }
  total(
    ALL_STAGES,
    STAGES.map((stage) => stageFigure(stage, 'children')),
  )
  return { counts: all, sums }
}

describe('taking part by stage, before it is shown', () => {
  it('shows large numbers as they are, and every stage, with nought out of nought for the first', () => {
    const early = {
      ...noStages().early,
      no_way_in: 20,
      nothing_said: 10,
      not_answered: 6,
      answered: 8,
    }
    const figures = publishStages(counts({ early, support: { ...early, answered: 30 } }))
    const value = (stage: Stage, part: Parameters<typeof stageFigure>[1]) =>
      figures.get(stageFigure(stage, part))?.value
    assert.deepEqual(
      (['children', 'offered', 'spoke', 'answered'] as const).map((part) => value('early', part)),
      [44, 24, 14, 8],
    )
    assert.equal(value('support', 'children'), 66)
    assert.equal(value('before', 'children'), 0)
    assert.equal(value('after', 'children'), 0)
    assert.equal(figures.get(ALL_STAGES)?.value, 110)
  })

  it('hides all of a stage with few children, and what would give their number away, never behind the nought everybody knows', () => {
    const big = {
      ...noStages().early,
      no_way_in: 40,
      nothing_said: 20,
      not_answered: 9,
      answered: 11,
    }
    const after = { ...noStages().after, nothing_said: 3 }
    const figures = publishStages(counts({ early: big, support: big, after }))
    for (const part of ['children', 'offered', 'spoke', 'nothing_said', 'no_way_in'] as const) {
      assert.equal(figures.get(stageFigure('after', part))?.value, undefined, part)
    }
    const shown = LIVE.filter((s) => figures.get(stageFigure(s, 'children'))?.value !== undefined)
    const total = figures.get(ALL_STAGES)?.value
    assert.ok(total === undefined || shown.length < 2, 'three cannot be taken from the rest')
    assert.equal(figures.get(stageFigure('before', 'children'))?.value, 0)
  })

  it('does not tell that everybody who could speak did the same', () => {
    const early = { ...noStages().early, no_way_in: 30, declined: 12 }
    const figures = publishStages(counts({ early }))
    assert.equal(figures.get(stageFigure('early', 'declined'))?.value, undefined)
    const spoke = { ...noStages().early, no_way_in: 30, not_answered: 12, answered: 14 }
    const said = publishStages(counts({ early: spoke }))
    assert.equal(said.get(stageFigure('early', 'spoke'))?.value, undefined)
  })

  it('keeps every small number from somebody who adds up and takes away everything shown', () => {
    let small = 0
    let shown = 0
    fc.assert(
      fc.property(someCounts, (of) => {
        const figures = publishStages(of)
        const table = everything(of)
        assert.deepEqual(new Set(figures.keys()), new Set(table.counts.keys()))
        const hidden = new Set<string>()
        for (const [name, { value }] of figures) {
          if (value === undefined) hidden.add(name)
          else {
            shown += 1
            assert.equal(value, table.counts.get(name))
            assert.ok(value === 0 || value >= 5, name)
          }
        }
        const found = attack(table, hidden)
        for (const name of hidden) {
          const count = table.counts.get(name) ?? 0
          const range = found.get(name)
          if (count === 0 || count >= 5 || !range) continue
          small += 1
          assert.ok(isProtected(count, range, 5), `${name} ${count} ${JSON.stringify(range)}`)
        }
      }),
      { numRuns: 150, seed: 10 },
    )
    assert.ok(small > 100 && shown > 100, 'the sample says something')
  })

  it('is for the last day of a year that is over, and else for today', () => {
    const day = (text: string) => calendarDay(text) ?? assert.fail(text)
    const year = reportingYear(2025)
    assert.equal(stageDay(day('2026-11-21'), year), '2026-03-31')
    assert.equal(stageDay(day('2026-03-31'), year), '2026-03-31')
    assert.equal(stageDay(day('2025-12-01'), year), '2025-12-01')
  })
})
