import { nameWords } from '../names/name-words.rules.ts'
import { ROOM } from '../names/word-columns.rules.ts'
import { FIELDS, type MatchRecord } from '../record.rules.ts'
import { packedBirths } from './birth-days.rules.ts'
import { valuesOf } from './field-values.rules.ts'
import { fieldRarity, rarityOf } from './rarity.rules.ts'
import type { Lists } from './lists.rules.ts'
import { type Register, SPARE } from './register.ts'

/**
 * Writes one record behind the others, in the room kept for it, with the words nobody else has. It is
 * record number `register.size` until it is forgotten.
 */
export type SpareRecord = (record: MatchRecord) => {
  /** Lists of this record alone, for the rules of blocking. */
  readonly lists: Lists
  readonly forget: () => void
}

/** Values and words one asked record may have: what fits in the room kept behind each table. */
const MOST_WORDS = 48
const MOST_VALUES = 64

export function spareRecord(register: Register): SpareRecord {
  const { dictionary } = register
  const before = {
    words: dictionary.size(),
    classes: dictionary.classes(),
    rows: dictionary.nameWords(),
  }
  return (record) => {
    const undo = dictionary.mark()
    const names = record.names
      .map((name) => nameWords(name).map(dictionary.nameWord))
      .filter((words) => words.length > 0)
    const words = names.flat().slice(0, MOST_WORDS)
    const values = FIELDS.map((field) =>
      valuesOf(record, field.name)
        .slice(0, MOST_VALUES)
        .map(({ text, within }) => dictionary.value(field.name, text, within)),
    )
    const births = packedBirths(record.births ?? [])
      .slice(0, MOST_VALUES)
      .flatMap(({ from, to }) => [from, to])
    writeWords(register, before)
    rareValues(register, before.words, values)
    writeRows(register, names, words, births, values)
    return { lists: alone({ names, words, births, values }), forget: undo }
  }
}

type Before = { readonly words: number; readonly classes: number; readonly rows: number }

/** The words that only the question has: their letters, classes, and the rarity of what nobody has. */
function writeWords(register: Register, before: Before): void {
  const { arena, dictionary, tables, size } = register
  const columns = dictionary.columns(before.words, tables.letters)
  const extra = dictionary.size() - before.words
  const put = (table: number, at: number, numbers: Uint32Array | Int32Array | Uint8Array) => {
    const address = (tables.dictionary[table] ?? 0) + at
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
    if (bytes.length > SPARE) throw new Error('That record says more than can be looked up at once')
    new Uint8Array(arena.memory.buffer, address, bytes.length).set(bytes)
  }
  const letters = new Uint32Array(columns.letters)
  columns.writeLetters(letters)
  put(0, tables.letters * 4, letters)
  put(1, before.words * 4, columns.ends)
  put(2, before.words * 4, columns.family)
  put(3, before.rows * ROOM * 4, columns.sounds)
  put(4, before.rows * ROOM * 4, columns.bones)
  put(5, before.words * 4, columns.kinds)
  put(8, before.words * 8, columns.signatures)
  const unmet = rarityOf(0, size)
  floats(register, tables.dictionary[6] ?? 0, before.words, extra).fill(unmet)
  floats(
    register,
    tables.dictionary[7] ?? 0,
    before.classes,
    dictionary.classes() - before.classes,
  ).fill(unmet)
}

const floats = ({ arena }: Register, table: number, at: number, count: number) =>
  new Float32Array(arena.memory.buffer, table + at * 4, count)

function rareValues(
  register: Register,
  from: number,
  values: readonly (readonly number[])[],
): void {
  for (const [field, own] of values.entries())
    for (const value of own)
      if (value >= from)
        floats(register, register.tables.dictionary[6] ?? 0, value, 1)[0] = fieldRarity(
          field,
          0,
          register.size,
        )
}

function writeRows(
  register: Register,
  names: readonly (readonly number[])[],
  words: readonly number[],
  births: readonly number[],
  values: readonly (readonly number[])[],
): void {
  const { arena, lists, size, tables } = register
  const put = (address: number, at: number, numbers: readonly number[]) =>
    new Int32Array(arena.memory.buffer, address + at * 4, numbers.length).set(numbers)
  const [nameEndsAt = 0, wordsAt = 0, joinedAt = 0] = tables.rows
  const { heads } = tables
  const nameCount = lists.nameEnds.length - 1
  let end = lists.words.length
  put(
    nameEndsAt,
    nameCount + 1,
    names.map((own) => (end = Math.min(end + own.length, lists.words.length + MOST_WORDS))),
  )
  put(wordsAt, lists.words.length, words)
  put(
    joinedAt,
    lists.words.length,
    words.map((word, n) => together(register, word, words[n + 1])),
  )
  const parts = [births, ...values]
  const starts = parts.map((_, n) => heads.used + parts.slice(0, n).flat().length)
  const said = parts.flat()
  put(heads.names + size * heads.stride, 0, [
    nameCount,
    nameCount + names.length,
    ...starts,
    heads.used + said.length,
  ])
  put(heads.stream, heads.used, said)
}

function together({ dictionary }: Register, word: number, next: number | undefined): number {
  if (next === undefined) return -1
  return dictionary.spelled(dictionary.textOf(word) + dictionary.textOf(next)) ?? -1
}

type Own = {
  readonly names: readonly (readonly number[])[]
  readonly words: readonly number[]
  readonly births: readonly number[]
  readonly values: readonly (readonly number[])[]
}

/** Lists of this record alone, as the first of its register: what the rules of blocking read. */
function alone({ names, words, births, values }: Own): Lists {
  const ends = (count: number) => Int32Array.from([0, count])
  const nameEnds = new Int32Array(names.length + 1)
  for (const [n, own] of names.entries()) nameEnds[n + 1] = (nameEnds[n] ?? 0) + own.length
  return {
    names: ends(names.length),
    nameEnds,
    words: Int32Array.from(words),
    births: Int32Array.from(births),
    birthEnds: ends(births.length >> 1),
    fields: values.map((own) => ({ ends: ends(own.length), values: Int32Array.from(own) })),
  }
}
