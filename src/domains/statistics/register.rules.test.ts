import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from '#tests/support/examples.ts'
import { attack, type CountTable, isProtected, type Sum } from './protection.rules.ts'
import {
  backgroundFigure,
  BACKGROUNDS,
  formFigure,
  MET,
  publishRegister,
  REGISTER_REASONS,
  REGISTER_STATES,
  type RegisterCounts,
  registerFigure,
  saidFigure,
  SUSPECTED,
  TIMES,
} from './register.rules.ts'

const few = fc.oneof(fc.constant(0), fc.nat({ max: 9 }), fc.nat({ max: 60 }))
const FORMS = ['labour', 'sexual', 'servitude']

function split<K extends string>(total: number, codes: readonly K[], cuts: readonly number[]) {
  let left = total
  const parts = codes.map((code, n) => {
    const here = n === codes.length - 1 ? left : Math.min(left, cuts[n] ?? 0)
    left -= here
    return [code, here] as const
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every code has its number
  return Object.fromEntries(parts) as Record<K, number>
}

/** Of so many, those who said something, and what. */
function saidOf(total: number, answered: number, mostly: number) {
  const n = Math.min(total, answered)
  return { mostly: Math.min(n, mostly), less: n - Math.min(n, mostly) }
}

/** A register that adds up, as the database counts it. */
const registers = fc
  .record({
    groups: fc.array(few, { minLength: 6, maxLength: 6 }),
    cuts: fc.array(few, { minLength: 40, maxLength: 40 }),
  })
  .map(({ groups, cuts }): RegisterCounts => {
    const total = groups.reduce((sum, n) => sum + n, 0)
    const states = split(total, REGISTER_STATES, cuts.slice(0, 3))
    const of = <K extends string>(codes: readonly K[], from: number) => {
      const each = (n: number) => split(groups[n] ?? 0, codes, cuts.slice(from + n))
      const [asian, black, mixed, white, other, did_not_say] = [0, 1, 2, 3, 4, 5].map(each)
      const none = each(9)
      return {
        asian: asian ?? none,
        black: black ?? none,
        mixed: mixed ?? none,
        white: white ?? none,
        other: other ?? none,
        did_not_say: did_not_say ?? none,
      }
    }
    return {
      states,
      reasons: split(states.not_referred, REGISTER_REASONS, cuts.slice(3)),
      forms: new Map(FORMS.map((code, n) => [code, Math.min(total, cuts[20 + n] ?? 0)])),
      said: new Map([
        [
          'safe',
          {
            referred: saidOf(states.referred, cuts[30] ?? 0, cuts[31] ?? 0),
            not_referred: saidOf(states.not_referred, cuts[32] ?? 0, cuts[33] ?? 0),
            pending: saidOf(states.pending, cuts[34] ?? 0, cuts[35] ?? 0),
          },
        ],
      ]),
      met: of(MET, 10),
      times: of(TIMES, 25),
    }
  })

/** All that a reader knows: every sum there is, in one table. */
function everything(of: RegisterCounts): CountTable {
  const all = new Map<string, number>()
  const sums: Sum[] = []
  const add = (total: string, parts: Readonly<Record<string, number>>) => {
    for (const [name, n] of Object.entries(parts)) all.set(name, n)
    all.set(
      total,
      Object.values(parts).reduce((sum, n) => sum + n, 0),
    )
    sums.push({ total, parts: Object.keys(parts) })
  }
  const named = (parts: Readonly<Record<string, number>>, name: (code: string) => string) =>
    Object.fromEntries(Object.entries(parts).map(([code, n]) => [name(code), n]))
  for (const group of BACKGROUNDS) {
    add(
      backgroundFigure(group),
      named(of.met[group], (c) => backgroundFigure(group, `met/${c}`)),
    )
    add(
      backgroundFigure(group),
      named(of.times[group], (c) => backgroundFigure(group, `time/${c}`)),
    )
  }
  add(
    registerFigure('not_referred'),
    named(of.reasons, (c) => registerFigure(`reason/${c}`)),
  )
  add(SUSPECTED, named(of.states, registerFigure))
  sums.push({ total: SUSPECTED, parts: BACKGROUNDS.map((group) => backgroundFigure(group)) })
  for (const [code, n] of of.forms) {
    const rest = `${formFigure(code)}/rest`
    all.set(formFigure(code), n)
    all.set(rest, (all.get(SUSPECTED) ?? 0) - n)
    sums.push({ total: SUSPECTED, parts: [formFigure(code), rest] })
  }
  for (const [code, said] of of.said) {
    for (const state of REGISTER_STATES) {
      const answered = saidFigure(state, code, 'answered')
      add(
        answered,
        named(said[state], (c) => saidFigure(state, code, c === 'mostly' ? 'mostly' : 'less')),
      )
      const silent = `${answered}/silent`
      all.set(silent, of.states[state] - (all.get(answered) ?? 0))
      sums.push({ total: registerFigure(state), parts: [answered, silent] })
    }
  }
  return { counts: all, sums }
}

describe('the register, before it is shown', () => {
  it('shows no count of one to four, and what it shows adds up', () => {
    fc.assert(
      fc.property(registers, (of) => {
        const figures = publishRegister(of)
        const truth = everything(of).counts
        for (const [name, { value }] of figures) {
          if (value === undefined) continue
          assert.equal(value, truth.get(name), name)
          assert.ok(value === 0 || value >= 5, `${name} is ${value}`)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('lets nobody work a small number out from the sums', () => {
    fc.assert(
      fc.property(registers, (of) => {
        const figures = publishRegister(of)
        const table = everything(of)
        const hidden = new Set(
          [...table.counts.keys()].filter((name) => figures.get(name)?.value === undefined),
        )
        for (const [name, could] of attack(table, hidden)) {
          const count = table.counts.get(name) ?? 0
          if (count === 0 || count >= 5) continue
          assert.ok(
            isProtected(count, could, 5),
            `${name} is ${count}, could be ${could.low} to ${could.high}`,
          )
        }
      }),
      { numRuns: 25 },
    )
  })

  it('holds every form of the list, nought or not', () => {
    fc.assert(
      fc.property(registers, (of) => {
        const figures = publishRegister(of)
        assert.ok(FORMS.every((code) => figures.has(formFigure(code))))
      }),
      { numRuns: 20 },
    )
  })
})
