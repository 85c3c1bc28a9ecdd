import { type Arena, type Kernel, kernelOn, openArena, OWN_BYTES, placed } from '../kernel/kernel.ts'
import { numbers } from '../kernel/numbers.ts'
import { type Dictionary, openDictionary } from '../names/dictionary.ts'
import { nameWords } from '../names/name-words.rules.ts'
import { FIELDS, KINDS, type MatchRecord } from '../record.rules.ts'
import { packedBirths } from './birth-days.rules.ts'
import { valuesOf } from './field-values.rules.ts'
import { rarities } from './rarity.rules.ts'

/** Records as the kernel reads them, in one shared memory, and the numbers that stand for their words. */
export type Register = {
  readonly arena: Arena
  /** Where the table of tables is: what a worker is told. */
  readonly table: number
  readonly kernel: Kernel
  readonly ids: readonly string[]
  readonly size: number
  /** Records before this one are the left file; 0 when there is one file, compared with itself. */
  readonly split: number
  readonly dictionary: Dictionary
  readonly lists: Lists
}

/** One list in another: what belongs to n stands from ends[n] to ends[n + 1]. */
export type Lists = {
  readonly names: Int32Array
  readonly nameEnds: Int32Array
  readonly words: Int32Array
  readonly births: Int32Array
  readonly birthEnds: Int32Array
  readonly fields: readonly { readonly ends: Int32Array; readonly values: Int32Array }[]
}

/** Takes records one by one, so that a million need never stand in memory as objects. */
export type Encoder = {
  readonly add: (record: MatchRecord) => void
  readonly size: () => number
  readonly finish: (split: number) => Register
}

export function openEncoder(): Encoder {
  const dictionary = openDictionary()
  const ids: string[] = []
  const rows = emptyRows()
  return {
    size: () => ids.length,
    add(record) {
      ids.push(record.id)
      addNames(record, dictionary, rows)
      for (const { from, to } of packedBirths(record.births ?? [])) {
        rows.births.push(from)
        rows.births.push(to)
      }
      rows.birthEnds.push(rows.births.length() >> 1)
      for (const [n, field] of FIELDS.entries()) {
        const into = rows.fields[n]
        for (const { text, within } of valuesOf(record, field.name))
          into?.values.push(dictionary.value(field.name, text, within))
        into?.ends.push(into.values.length())
      }
    },
    finish: (split) => register(ids, dictionary, rows, split),
  }
}

/** A register of two lists of records, or of one to be compared with itself. */
export function registerOf(
  left: Iterable<MatchRecord>,
  right?: Iterable<MatchRecord>,
): Register {
  const encoder = openEncoder()
  for (const record of left) encoder.add(record)
  const split = right === undefined ? 0 : encoder.size()
  for (const record of right ?? []) encoder.add(record)
  return encoder.finish(split)
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
    fields: FIELDS.map(() => ({ ends: started(), values: numbers() })),
  }
}

function addNames(record: MatchRecord, dictionary: Dictionary, rows: Rows): void {
  const met = new Set<string>()
  for (const name of record.names) {
    const words = nameWords(name)
    const key = words.join(' ')
    if (words.length === 0 || met.has(key)) continue
    met.add(key)
    for (const word of words) rows.words.push(dictionary.nameWord(word))
    rows.nameEnds.push(rows.words.length())
  }
  rows.names.push(rows.nameEnds.length() - 1)
}

function register(
  ids: readonly string[],
  dictionary: Dictionary,
  rows: Rows,
  split: number,
): Register {
  const arena = openArena()
  const lists: Lists = {
    names: rows.names.view(),
    nameEnds: rows.nameEnds.view(),
    words: rows.words.view(),
    births: rows.births.view(),
    birthEnds: rows.birthEnds.view(),
    fields: rows.fields.map((f) => ({ ends: f.ends.view(), values: f.values.view() })),
  }
  const table = placeTables(arena, dictionary, lists, ids.length)
  const kernel = kernelOn(arena.memory)
  kernel.open(table, arena.room(OWN_BYTES))
  return { arena, table, kernel, ids, size: ids.length, split, dictionary, lists }
}

/** The order of the table is the order in which wasm/*.ts reads it. */
function placeTables(arena: Arena, dictionary: Dictionary, lists: Lists, size: number): number {
  const { chars, ends, family, sounds, bones, script } = dictionary.columns()
  const rare = rarities(lists, dictionary, size)
  const joined = joinedWords(lists, dictionary)
  const columns = [chars, ends, family, sounds, bones, script, rare.words, rare.classes].map((c) =>
    placed(arena, c),
  )
  const rows = [lists.names, lists.nameEnds, lists.words, joined, lists.birthEnds, lists.births]
  const table = [
    ...columns,
    ...rows.map((r) => placed(arena, r)),
    FIELDS.length,
    0,
    ...lists.fields.flatMap((f, n) => [
      placed(arena, f.ends),
      placed(arena, f.values),
      KINDS[FIELDS[n]?.kind ?? 'exact'],
      0,
    ]),
  ]
  return placed(arena, Uint32Array.from(table))
}

/** For each word of a name and the next: the word they are when written as one, where somebody writes it so. */
function joinedWords(lists: Lists, dictionary: Dictionary): Int32Array {
  const { words, nameEnds } = lists
  const joined = new Int32Array(words.length).fill(-1)
  for (let name = 0; name + 1 < nameEnds.length; name++) {
    for (let n = nameEnds[name] ?? 0; n + 1 < (nameEnds[name + 1] ?? 0); n++) {
      const together = dictionary.textOf(words[n] ?? 0) + dictionary.textOf(words[n + 1] ?? 0)
      joined[n] = dictionary.spelled(together) ?? -1
    }
  }
  return joined
}

