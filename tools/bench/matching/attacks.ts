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
import { SUITE } from '#domains/between-councils/index.ts'

/*
 * node tools/bench/matching/attacks.ts [--people N]
 *
 * The known attacks on encodings, against weaker ones and against ours, by somebody who has no key and knows
 * the population in plain; last, by somebody who has the key. Prints the table of docs/threat-model.md.
 */
const { values } = parseArgs({ options: { people: { type: 'string', default: '1000' } } })
const population = populationOf(Number(values.people), 11)
const half = population.slice(0, population.length / 2)
const say = (line: string) => process.stdout.write(`${line}\n`)
const percent = (share: number) => `${(100 * share).toFixed(1)} %`

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
  const target = targetOf(population, setting, key)
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
