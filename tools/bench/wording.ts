import { readFileSync } from 'node:fs'
import path from 'node:path'
import { engineOf, lookAt } from '../../src/domains/wording/advice.rules.ts'
import { LISTED } from '../../src/domains/wording/phrases/index.rules.ts'
import { figuresOf, tableOf } from './figures.ts'

/*
 * npm run bench:wording
 *
 * How long a text of staff is looked at: the sentences that hold the rules, put together to the length of a
 * page and of the largest box. One in two of them holds a phrase, which is more than anybody writes.
 */
const SENTENCES = path.resolve(import.meta.dirname, '../../src/domains/wording/sentences')
const TIMES = 300
const TARGET = 5

const sentences = ['to-mend.txt', 'good.txt']
  .flatMap((file) => readFileSync(path.join(SENTENCES, file), 'utf8').trim().split('\n'))
  .map((line) => line.split('\t').at(-1) ?? '')
  .toSorted()
const text = sentences.join('\n').repeat(4)
const engine = engineOf(LISTED)

for (let n = 0; n < TIMES; n += 1) lookAt(engine, text.slice(0, 3000))
const rows = [3000, 15_000, 30_000].map((letters) => {
  const written = text.slice(0, letters)
  const times = Array.from({ length: TIMES }, () => {
    const began = performance.now()
    lookAt(engine, written)
    return performance.now() - began
  })
  const { p50, p95 } = figuresOf(times, 1)
  const found = lookAt(engine, written).length
  return [String(letters), String(found), String(p50), String(p95), String(TARGET)]
})
const made = performance.now()
engineOf(LISTED)
const making = (performance.now() - made).toFixed(1)
process.stdout.write(
  `${tableOf([['letters', 'found', 'p50 ms', 'p95 ms', 'target ms'], ...rows])}\n`,
)
process.stdout.write(`making the list ready: ${making} ms, once for each service\n`)
