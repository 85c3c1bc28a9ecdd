import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { block } from '../blocking/blocks.ts'
import type { BlockingRule } from '../blocking/rules.ts'
import type { MatchRecord } from '../record.rules.ts'
import { type Register, registerOf } from '../register/register.ts'
import { openCrew } from './crew.ts'
import { allPairs, blockTasks, rowOfPiece } from './tasks.rules.ts'
import type { Task } from './work.ts'

const people = (count: number, from = 0): readonly MatchRecord[] =>
  Array.from({ length: count }, (_, n) => ({ id: `${from + n}`, names: [`Amina Warsame`] }))

/** Everybody in one block, by the second rule; the first brings every third together before it. */
const RULES: readonly BlockingRule[] = [
  { name: 'thirds', keysOf: (_, record) => (record % 3 === 0 ? [7] : []) },
  { name: 'all', keysOf: () => [9] },
]

const expected = ({ size, split }: Register): readonly string[] => {
  const pairs: string[] = []
  for (let one = 0; one < (split || size); one++)
    for (let two = split || one + 1; two < size; two++) pairs.push(`${one} ${two}`)
  return pairs.toSorted()
}

const one = registerOf(people(61))
const two = registerOf(people(23), people(40, 100))

describe('the pairs of a block', () => {
  for (const [register, what] of [
    [one, 'one file'],
    [two, 'two files'],
  ] as const)
    it(`are each met once in pieces of rows, in ${what}`, async () => {
      const blocks = block(register, RULES)
      const crew = openCrew(register, blocks, 0)
      const tasks = [0, 1].flatMap((rule) =>
        Array.from({ length: 7 }, (_, piece): Task => {
          return { kind: 'blocks', rule, from: 0, to: 1, piece, pieces: 7 }
        }),
      )
      const found = await crew.score(tasks, -1_000)
      const pairs = Array.from(found.one, (a, n) => `${a} ${found.two[n]}`)
      assert.deepEqual(pairs.toSorted(), expected(register))
      await crew.close()
    })

  it('are shared out by their number, whether of one block or of many', () => {
    const rules = [{ weights: Float64Array.of(3, 4, 1_200_000, 5, 499_990, 2) }]
    assert.deepEqual(
      blockTasks(rules).map((t) => (t.kind === 'blocks' ? [t.from, t.to, t.piece, t.pieces] : [])),
      [
        [0, 2, 0, 1],
        [2, 3, 0, 3],
        [2, 3, 1, 3],
        [2, 3, 2, 3],
        [3, 6, 0, 1],
      ],
    )
    for (const split of [0, 5])
      assert.deepEqual([rowOfPiece(0, 3, 1_000, split), rowOfPiece(3, 3, 1_000, split)], [0, 1_000])
    assert.ok(rowOfPiece(1, 2, 1_000, 0) < 300 && rowOfPiece(1, 2, 1_000, 5) === 500)
  })
})

describe('the room for found pairs', () => {
  for (const [register, what] of [
    [one, 'one file'],
    [two, 'two files'],
  ] as const)
    it(`may be smaller than one row, in ${what}`, () => {
      const { kernel, arena, size, split } = register
      const ROOM = 5
      const [model, found] = [arena.room(4096), arena.room(ROOM * 24)]
      kernel.useModel(model)
      kernel.thinTo(0)
      kernel.writeInto(found, ROOM, -1_000, split)
      const pairs: string[] = []
      const empty = () => {
        const there = new Int32Array(arena.memory.buffer, found, kernel.writtenPairs() * 6)
        for (let n = 0; n < there.length; n += 6) pairs.push(`${there[n]} ${there[n + 1]}`)
        kernel.emptied()
      }
      const rows = split || size
      for (let row = 0; row < rows; empty()) row = kernel.everyPair(row, rows, split, size)
      assert.deepEqual(pairs.toSorted(), expected(register))
      assert.equal(pairs.length, allPairs(size, split))
    })
})
