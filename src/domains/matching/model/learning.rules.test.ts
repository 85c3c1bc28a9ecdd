import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { chancesOfPatterns, drawnChances, learn, round } from './learning.rules.ts'
import { chanceOf, type Model, priorWeight, STARTING_MODEL } from './model.rules.ts'
import type { Patterns } from './patterns.rules.ts'
import { sharedData } from '#tests/support/shared-data.ts'

type Line = readonly [iteration: number, name: string, level: number, m: number, u: number]
type Side = { readonly lambda: readonly number[]; readonly history: readonly Line[] }
type Vectors = {
  readonly patterns: readonly (readonly number[])[]
  readonly fixed: Side
  readonly free: Side
}

const vectors = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../fixtures/splink-history.json'), 'utf8'),
) as Vectors

/**
 * Splink 2 as it was published (MIT, moj-analytical-services/splink, tests/datasets): the pairs of its own fake_1000
 * that share a surname, as how often each pattern occurs and how many records of the first name they agree in, and the
 * history of learning from them, first names weighed by their frequency at six tenths.
 */
const splink2 = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../fixtures/splink2-history.json'), 'utf8'),
) as Vectors & { readonly named: number }

const patternsOf = (rows: readonly (readonly number[])[]): Patterns => ({
  slots: (rows[0]?.length ?? 1) - 1,
  levels: Uint8Array.from(rows.flatMap((row) => row.slice(0, -1))),
  counts: Float64Array.from(rows, (row) => row.at(-1) ?? 0),
})

/** The comparisons by which Splink's own tests go: first name in three levels, the others in two. */
const m = [
  [0.1, 0.2, 0.7],
  [0.1, 0.9],
  [0.1, 0.9],
  [0.1, 0.9],
]
const u = [
  [0.8, 0.1, 0.1],
  [0.9, 0.1],
  [0.9, 0.1],
  [0.9, 0.1],
]
const start: Model = { matches: 0.3, m, u, uAlike: u }
const NAMES = ['first_name', 'dob', 'city', 'email']
const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`)

describe('learning without being told', () => {
  for (const [chances, side] of [
    ['fixed', vectors.fixed],
    ['candidates', vectors.free],
  ] as const) {
    it(`goes the way Splink goes, round by round, with u ${chances}`, () => {
      const candidates = patternsOf(vectors.patterns)
      const pairs = candidates.counts.reduce((a, b) => a + b, 0)
      let model = start
      for (const [n, lambda] of side.lambda.entries()) {
        near(model.matches, lambda)
        for (const [, name, level, mThen, uThen] of side.history.filter((h) => h[0] === n)) {
          const slot = NAMES.indexOf(name)
          if (slot < 0) continue
          near(model.m[slot]?.[level] ?? 0, mThen)
          near(model.u[slot]?.[level] ?? 0, uThen)
        }
        model = round(model, { candidates, pairs, chances, leaning: 0 }, start)
      }
      assert.ok(side.history.length > 50)
    })
  }

  for (const [chances, side] of [
    ['fixed', splink2.fixed],
    ['candidates', splink2.free],
  ] as const) {
    it(`goes the way Splink 2 published, term frequencies included, with u ${chances}`, () => {
      const candidates = patternsOf(splink2.patterns.map((row) => row.toSpliced(4, 1)))
      const pairs = candidates.counts.reduce((a, b) => a + b, 0)
      assert.equal(pairs, 3167)
      let model = start
      for (const [n, lambda] of side.lambda.entries()) {
        near(model.matches, lambda)
        const then = side.history.filter((h) => h[0] === n)
        assert.equal(then.length, 9)
        for (const [, name, level, mThen, uThen] of then) {
          near(model.m[NAMES.indexOf(name)]?.[level] ?? 0, mThen)
          near(model.u[NAMES.indexOf(name)]?.[level] ?? 0, uThen)
        }
        const chance = model.u[0]?.[2] ?? 0
        const rarity = Float32Array.from(splink2.patterns, (row) =>
          row[0] === 2 ? 0.6 * Math.log2(chance / ((row[4] ?? 1) / splink2.named)) : 0,
        )
        const learning = { candidates: { ...candidates, rarity }, pairs, chances, leaning: 0 }
        model = round(model, learning, start)
      }
      assert.equal(side.lambda.length, 3)
    })
  }

  it('weighs a pair as Splink 2 weighed it, term frequency included', () => {
    const levels = patternsOf([[2, 1, 0, 0, 1]])
    const rarity = Float32Array.of(Math.log2(4.272592890212634))
    const [chance = 0] = chancesOfPatterns({ ...start }, { ...levels, rarity })
    assert.ok(Math.abs(chance - 0.5874923778509089) < 1e-6)
    assert.ok(Math.abs(priorWeight(start) - Math.log2(0.3 / 0.7)) < 1e-12)
  })

  it('finds the parameters that made the pairs', () => {
    const truth = {
      matches: 0.5,
      m: [
        [0.1, 0.9],
        [0.2, 0.8],
        [0.05, 0.95],
      ],
      u: [
        [0.9, 0.1],
        [0.95, 0.05],
        [0.8, 0.2],
      ],
    }
    const rows = [...Array(8).keys()].map((n) => {
      const levels = [n >> 2, (n >> 1) & 1, n & 1]
      const chance = (of: readonly (readonly number[])[]) =>
        levels.reduce((p, level, slot) => p * (of[slot]?.[level] ?? 0), 1)
      return [...levels, 4_000 * (0.5 * chance(truth.m) + 0.5 * chance(truth.u))]
    })
    const from = {
      matches: 0.3,
      m: truth.m.map(() => [0.2, 0.8]),
      u: truth.u.map(() => [0.7, 0.3]),
      uAlike: truth.u,
    }
    const found = learn(
      { ...from, uAlike: from.u },
      { candidates: patternsOf(rows), pairs: 4_000, chances: 'candidates', leaning: 0 },
    ).model
    assert.ok(Math.abs(found.matches - 0.5) < 0.005)
    assert.ok(Math.abs((found.m[1]?.[1] ?? 0) - 0.8) < 0.005)
    assert.ok(Math.abs((found.u[2]?.[1] ?? 0) - 0.2) < 0.005)
  })

  it('gives each pair of Splink’s known parameters its known chance', (t) => {
    const file = sharedData('vectors', 'splink_known_params_comparison_vectors.csv')
    if (!existsSync(file)) return t.skip('the vectors are not on this machine')
    const rows = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
    const counts = new Map<string, number>()
    for (const [a, b, c] of rows) {
      const key = `${a},${b},${c}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    const candidates = patternsOf([...counts].map(([k, n]) => [...k.split(',').map(Number), n]))
    const known = new Map(rows.map((r) => [`${r[0]},${r[1]},${r[2]}`, Number(r[7])]))
    const two = (p: number) => [1 - p, p]
    const from = {
      matches: 0.3,
      m: [two(0.8), two(0.8), two(0.8)],
      u: [two(0.2), two(0.2), two(0.2)],
    }
    const { model } = learn(
      { ...from, uAlike: from.u },
      { candidates, pairs: rows.length, chances: 'candidates', leaning: 0 },
    )
    const found = chancesOfPatterns(model, candidates)
    for (const [n, key] of [...counts.keys()].entries())
      assert.ok(Math.abs((found[n] ?? 0) - (known.get(key) ?? 0)) < 0.05, `${key}: ${found[n]}`)
  })

  it('goes on counting strangers of one name, also when it has come to think that there are none', () => {
    // Names in one word and a second, and the birth: of a million pairs two hundred are one child.
    const drawn = patternsOf([
      [0, 0, 15, 15, 15, 0, 999_700],
      [5, 5, 15, 15, 15, 0, 100],
      [5, 5, 15, 15, 15, 10, 200],
    ])
    const misled: Model = {
      ...STARTING_MODEL,
      matches: 5e-4,
      u: STARTING_MODEL.u.map((own, slot) =>
        slot === 1 ? own.map((p) => Math.min(p, 1e-6)) : own,
      ),
      uAlike: STARTING_MODEL.uAlike.map((own, slot) =>
        slot === 1 ? own.map((p) => Math.min(p, 1e-6)) : own,
      ),
    }
    const { u } = drawnChances(misled, drawn, misled)
    const strangers = (u[1]?.[5] ?? 0) * 1_000_000
    assert.ok(strangers > 40 && strangers < 110, `${strangers}`)
  })

  it('makes a weight a chance', () => {
    assert.equal(chanceOf(0), 0.5)
    assert.ok(chanceOf(-400) >= 0 && chanceOf(400) <= 1)
  })
})
