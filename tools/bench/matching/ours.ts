import { readFile } from 'node:fs/promises'
import {
  type BlockingRule,
  firstBirth,
  firstOfField,
  firstWords,
  keyOf,
  openCrew,
  openEncoder,
  planOf,
  readPeopleFile,
  scorePairs,
  trainModel,
} from '#domains/matching/index.ts'

export type Raced = {
  readonly engine: string
  readonly seconds: number
  readonly training: number
  readonly cpu: number
  readonly memory: number
  readonly found: number
  readonly both: number
  /** At the weight that would have been best, chosen with the answers in hand; only of the other side. */
  readonly best?: { readonly found: number; readonly both: number; readonly weight: number }
}

/** The five rules of splink_side.py: equal first name and surname, surname and birth, and so on. */
export const RULES: readonly BlockingRule[] = [
  rule('first name and surname', (r) => (r.first && r.last ? [r.first, r.last] : [])),
  rule('surname and birth', (r) => (r.last && r.birth ? [r.last, r.birth] : [])),
  rule('first name and birth', (r) => (r.first && r.birth ? [r.first, r.birth] : [])),
  rule('postcode and birth', (r) => (r.postcode && r.birth ? [r.postcode, r.birth] : [])),
  rule('email', (r) => (r.email ? [r.email] : [])),
]

type Parts = Record<'first' | 'last' | 'birth' | 'postcode' | 'email', number>

/** Words are numbered from 0, so one is added: nought says there is none. */
function rule(name: string, parts: (of: Parts) => readonly number[]): BlockingRule {
  return {
    name,
    keysOf(register, record) {
      const { first, last } = firstWords(register, record)
      const used = parts({
        first: first + 1,
        last: last + 1,
        birth: firstBirth(register, record),
        postcode: firstOfField(register, record, 'postcodes') + 1,
        email: firstOfField(register, record, 'emails') + 1,
      })
      return used.length === 0 ? [] : [keyOf(...used)]
    },
  }
}

/** Reads, learns, scores and counts, as the other side does; everything from the file on is timed. */
export async function raceOurs(
  file: string,
  clusters: Int32Array,
  threads: number,
): Promise<Raced> {
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  const encoder = openEncoder()
  for (const { record } of readPeopleFile(await readFile(file), 'The file')) encoder.add(record)
  const register = encoder.finish(0)
  // The other side leaves no block out however large it is.
  const plan = planOf(register, RULES, undefined, { mostPairs: Infinity })
  const read = performance.now()
  const crew = openCrew(register, plan.blocks, threads)
  const { model } = await trainModel(register, plan, crew)
  const trained = performance.now()
  const found = await scorePairs(plan, crew, model, 0)
  await crew.close()
  let both = 0
  for (let n = 0; n < found.one.length; n++)
    if (clusters[found.one[n] ?? 0] === clusters[found.two[n] ?? 0]) both++
  const used = process.cpuUsage(cpu)
  const ended = performance.now()
  process.stderr.write(
    `  ours: read and blocked ${seconds(read - started)} s, learnt ${seconds(trained - read)} s, scored ${seconds(ended - trained)} s, ${Math.round(plan.pairs / 1000)} thousand pairs\n`,
  )
  return {
    engine: 'waymark',
    seconds: (ended - started) / 1000,
    training: (trained - started) / 1000,
    cpu: (used.user + used.system) / 1e6,
    memory: process.resourceUsage().maxRSS * 1024,
    found: found.one.length,
    both,
  }
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1)
