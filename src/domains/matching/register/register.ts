import {
  type Arena,
  type Kernel,
  kernelOn,
  openArena,
  OWN_BYTES,
  placed,
} from '../kernel/kernel.ts'
import { numbers } from '../kernel/numbers.ts'
import { type Dictionary, openDictionary } from '../names/dictionary.ts'
import { isPlainWord, nameWords } from '../names/name-words.rules.ts'
import { FIELDS, KINDS, type MatchRecord } from '../record.rules.ts'
import { packedBirths } from './birth-days.rules.ts'
import { valuesOf } from './field-values.rules.ts'
import type { Lists } from './lists.rules.ts'
import { type Frequencies, rarities } from './rarity.rules.ts'
import { type Heads, placeHeads } from './heads.ts'
import { joinedWords } from './joined-words.ts'
import { openPlainWords, type PlainWords } from './plain-words.ts'

/** Records as the kernel reads them, in one shared memory, and the numbers that stand for their words. */
export type Register = {
  readonly arena: Arena
  /** Where the table of tables is: what a worker is told. */
  readonly table: number
  readonly tables: Tables
  readonly kernel: Kernel
  readonly ids: readonly string[]
  readonly size: number
  /** Records before this one are the left file; 0 when there is one file, compared with itself. */
  readonly split: number
  readonly dictionary: Dictionary
  readonly lists: Lists
}

/** Takes records one by one, so that a million need never stand in memory as objects. */
export type Encoder = {
  readonly add: (record: MatchRecord) => void
  readonly size: () => number
  readonly finish: (split: number, how?: How) => Register
}

export type How = {
  /** Frequencies of a larger register, when these records are only some of it. */
  readonly frequencies?: Frequencies | undefined
  /** Room for one record more, which look-ups write anew each time. */
  readonly spare?: boolean | undefined
  /** An empty memory to put it in; else it has one of its own. */
  readonly arena?: Arena | undefined
}

export function openEncoder(): Encoder {
  const dictionary = openDictionary()
  const plain = openPlainWords()
  const ids: string[] = []
  const rows = emptyRows()
  return {
    size: () => ids.length,
    add(record) {
      ids.push(record.id)
      addNames(record, dictionary, plain, rows)
      for (const { from, to } of packedBirths(record.births ?? [])) {
        rows.births.push(from)
        rows.births.push(to)
      }
      rows.birthEnds.push(rows.births.length() >> 1)
      for (let n = 0; n < FIELDS.length; n++) addField(record, n, dictionary, rows)
    },
    finish: (split, how = {}) => register(ids, dictionary, rows, split, how),
  }
}

/** A register of two lists of records, or of one to be compared with itself. */
export function registerOf(
  left: Iterable<MatchRecord>,
  right?: Iterable<MatchRecord>,
  how?: How,
): Register {
  const encoder = openEncoder()
  for (const record of left) encoder.add(record)
  const split = right === undefined ? 0 : encoder.size()
  for (const record of right ?? []) encoder.add(record)
  return encoder.finish(split, how)
}

type Rows = ReturnType<typeof emptyRows>

function emptyRows() {
  const started = () => {
    const list = numbers()
    list.push(0)
    return list
  }
  return {
    names: started(),
    nameEnds: started(),
    words: numbers(),
    births: numbers(),
    birthEnds: started(),
    fields: FIELDS.map(() => ({ ends: numbers(), values: numbers() })),
  }
}

/** A field that nobody has filled in so far takes no room. */
function addField(record: MatchRecord, n: number, dictionary: Dictionary, rows: Rows): void {
  const [into, name] = [rows.fields[n], FIELDS[n]?.name]
  if (!into || !name) return
  const values = valuesOf(record, name)
  if (values.length === 0 && into.values.length() === 0) return
  while (into.ends.length() < rows.names.length() - 1) into.ends.push(0)
  for (const { text, within } of values) into.values.push(dictionary.value(name, text, within))
  into.ends.push(into.values.length())
}

function addNames(
  record: MatchRecord,
  dictionary: Dictionary,
  plain: PlainWords,
  rows: Rows,
): void {
  const [only] = record.names
  const known = record.names.length === 1 && only ? plain.numbersOf(only) : undefined
  if (known) addWords(known, rows)
  else addReadNames(record.names, dictionary, plain, rows)
  rows.names.push(rows.nameEnds.length() - 1)
}

function addWords(words: Int32Array, rows: Rows): void {
  for (let n = 0; n < words.length; n++) rows.words.push(words[n] ?? 0)
  rows.nameEnds.push(rows.words.length())
}

function addReadNames(
  names: readonly string[],
  dictionary: Dictionary,
  plain: PlainWords,
  rows: Rows,
): void {
  const met = names.length > 1 ? new Set<string>() : undefined
  for (const name of names) {
    const words = nameWords(name)
    const key = words.join(' ')
    if (words.length === 0 || met?.has(key)) continue
    met?.add(key)
    for (const word of words) {
      const number = dictionary.nameWord(word)
      if (isPlainWord(word)) plain.keep(word, number)
      rows.words.push(number)
    }
    rows.nameEnds.push(rows.words.length())
  }
}

function register(
  ids: readonly string[],
  dictionary: Dictionary,
  rows: Rows,
  split: number,
  how: How,
): Register {
  const arena = how.arena ?? openArena()
  const lists: Lists = {
    names: rows.names.view(),
    nameEnds: rows.nameEnds.view(),
    words: rows.words.view(),
    births: rows.births.view(),
    birthEnds: rows.birthEnds.view(),
    fields: rows.fields.map((f) => ({ ends: f.ends.view(), values: f.values.view() })),
  }
  const tables = placeTables(arena, dictionary, lists, ids.length, how)
  const kernel = kernelOn(arena.memory)
  const table = tables.address
  kernel.open(table, arena.room(OWN_BYTES))
  return { arena, table, tables, kernel, ids, size: ids.length, split, dictionary, lists }
}

/** Where each table of the kernel is; the order is the one in which wasm/*.ts reads them. */
export type Tables = {
  readonly address: number
  /** How many letters the dictionary has. */
  readonly letters: number
  readonly dictionary: readonly number[]
  readonly rows: readonly number[]
  /** The rows of the records (heads.ts), and for each field where its column is, or 0. */
  readonly heads: Heads
}

/** Bytes kept free behind each table for the record of a look-up. */
export const SPARE = 4096

function placeTables(
  arena: Arena,
  dictionary: Dictionary,
  lists: Lists,
  size: number,
  { frequencies, spare }: How,
): Tables {
  const put = (column: Parameters<typeof placed>[1]) => {
    const address = placed(arena, column)
    if (spare) arena.room(SPARE)
    return address
  }
  const joined = joinedWords(lists, dictionary)
  const c = dictionary.columns()
  const rare = rarities(lists, dictionary, size, frequencies)
  const letters = arena.room(c.letters * 4 + (spare ? SPARE : 0))
  c.writeLetters(new Uint32Array(arena.memory.buffer, letters, c.letters))
  const columns = [c.ends, c.family, c.sounds, c.bones, c.kinds, rare.words, rare.classes]
  const dictionaryAt = [letters, ...columns.map(put)]
  const rowsAt = [lists.nameEnds, lists.words, joined].map(put)
  const signatures = put(c.signatures)
  const heads = placeHeads(arena, lists, size, spare ? SPARE : 0)
  const address = placed(
    arena,
    Uint32Array.from([
      ...dictionaryAt,
      heads.names,
      ...rowsAt,
      heads.births,
      heads.stream,
      FIELDS.length,
      signatures,
      ...heads.fields.flatMap((at, n) => [at, 0, KINDS[FIELDS[n]?.kind ?? 'exact'], heads.stride]),
    ]),
  )
  return {
    address,
    letters: c.letters,
    dictionary: [...dictionaryAt, signatures],
    rows: rowsAt,
    heads,
  }
}
