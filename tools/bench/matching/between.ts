import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import {
  byDictionary,
  byFrequency,
  byGraph,
  byPatterns,
  populationOf,
  type Setting,
  targetOf,
} from '#tests/support/attacks.ts'
import { BANDS, encodeAll, leastAlike, pairsOf, SUITE } from '#domains/between-councils/index.ts'
import { dicePairs, generatePairs, readPeopleFile } from '#domains/matching/index.ts'

/*
 * node tools/bench/matching/between.ts [--people N] [--pairs N] [--seed S] [--only bands|attacks]
 *
 * bands: of invented hard pairs that the bands were not set by, how many each band finds and how many of those
 * it gives are right; how long encoding and comparing take. attacks: the known attacks on encodings, against
 * weaker ones and against ours, by somebody who has no key and knows the population in plain; last, by somebody
 * who has the key. Prints the tables of docs/between-councils.md.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '600' },
    pairs: { type: 'string', default: '4000' },
    seed: { type: 'string', default: '4242' },
    only: { type: 'string' },
  },
})
const say = (line: string) => process.stdout.write(`${line}\n`)
const percent = (share: number) => `${(100 * share).toFixed(1)} %`

function invented() {
  const file = generatePairs({ pairs: Number(values.pairs), seed: Number(values.seed) })
  const read = (text: string) =>
    [...readPeopleFile(Buffer.from(text), 'invented')].map(
      ({ record: { id, names, births }, groups }) => ({
        record: { id, names, births },
        tradition: groups().tradition,
      }),
    )
  const [left, right] = [read(file.left), read(file.right)]
  const truth = new Map(
    file.truth
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(','))
      .map(([l, r]) => [l, r]),
  )
  return { left, right, truth }
}

async function bands(): Promise<void> {
  const { left, right, truth } = invented()
  const key = randomBytes(32)
  const began = performance.now()
  const none = () => []
  const one = await encodeAll(
    key,
    left.map((p) => p.record),
    none,
  )
  const two = await encodeAll(
    key,
    right.map((p) => p.record),
    none,
  )
  const each = ((performance.now() - began) * 1000) / (left.length + right.length)
  const { found } = await dicePairs(
    { bytes: one.bytes, bytesEach: SUITE.bytesEach },
    { bytes: two.bytes, bytesEach: SUITE.bytesEach },
    leastAlike(one.rows * two.rows),
  )
  const { pairs } = pairsOf(
    Array.from(found.left, (l, n) => ({
      left: l,
      right: found.right[n] ?? 0,
      similarity: found.similarity[n] ?? 0,
    })),
  )
  const isRight = (pair: (typeof pairs)[number]) =>
    truth.get(one.ids[pair.left]) === two.ids[pair.right]
  say(
    `${left.length} × ${right.length} records, names and dates of birth only; ${each.toFixed(0)} µs to encode one`,
  )
  say('| band | of true pairs, found in it | of what it gives, right |')
  say('| --- | --- | --- |')
  for (const band of BANDS) {
    const given = pairs.filter((p) => p.band === band)
    const rightly = given.filter(isRight)
    say(
      `| ${band} | ${percent(rightly.length / truth.size)} | ${percent(rightly.length / given.length)} |`,
    )
  }
  const strong = new Set(
    pairs.filter((p) => p.band !== 'perhaps' && isRight(p)).map((p) => one.ids[p.left]),
  )
  byTradition(
    left.filter((p) => truth.has(p.record.id)),
    strong,
  )
}

type Named = { readonly record: { readonly id: string }; readonly tradition: string }

function byTradition(people: readonly Named[], found: ReadonlySet<string | undefined>): void {
  say('| tradition | found in the two upper bands |')
  say('| --- | --- |')
  for (const tradition of [...new Set(people.map((p) => p.tradition))].toSorted()) {
    const theirs = people.filter((p) => p.tradition === tradition)
    const hit = theirs.filter((p) => found.has(p.record.id)).length
    say(`| ${tradition} | ${percent(hit / theirs.length)} |`)
  }
}

async function attacks(): Promise<void> {
  const population = populationOf(Number(values.people), 11)
  const half = population.slice(0, population.length / 2)

  const plainly = { folds: 0, noise: 0, decoys: 0 }
  const ours: Setting = { folds: SUITE.folds, noise: SUITE.noise, decoys: SUITE.decoys }
  const SETTINGS: readonly (readonly [string, Setting])[] = [
    ['family names alone, nothing hardened', { ...plainly, namesOnly: true }],
    ['pooled names and dates, nothing hardened', plainly],
    ['folded', { ...plainly, folds: 1 }],
    ['folded, noise', { folds: 1, noise: SUITE.noise, decoys: 0 }],
    ['folded, noise, decoys: ours', ours],
  ]
  say('| encoding | frequency | patterns | graph, all known | graph, half known | with the key |')
  say('| --- | --- | --- | --- | --- | --- |')
  for (const [name, setting] of SETTINGS) {
    const key = randomBytes(32)
    const target = targetOf(population, setting, { key })
    const { namesOnly } = setting
    const cells = [
      byFrequency(target, population, namesOnly),
      byPatterns(target, population, namesOnly),
      await byGraph(target, population, setting),
      await byGraph(target, half, setting),
      await byDictionary(target, population, key, setting),
    ]
    say(`| ${name} | ${cells.map(percent).join(' | ')} |`)
  }
}

if (values.only !== 'attacks') await bands()
if (values.only !== 'bands') await attacks()
