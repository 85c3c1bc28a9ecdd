import { FIELDS, type FieldName } from '../record.rules.ts'
import type { Register } from '../register/register.ts'

/**
 * A rule of blocking: two records are compared when they share a key by any rule. Keys are whole
 * numbers from 1 to 2³¹ − 1, hashed from what the record says; a chance meeting costs one comparison.
 */
export type BlockingRule = {
  readonly name: string
  readonly keysOf: (register: Register, record: number) => readonly number[]
}

/** A key from numbers: multiplied and folded together, never nought. */
export function keyOf(...parts: readonly number[]): number {
  let hash = 0x811c9dc5
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
    hash ^= hash >>> 13
  }
  return hash & 0x7fffffff || 1
}

const slice = (ends: Int32Array, of: Int32Array, n: number): Int32Array =>
  of.subarray(ends[n] ?? 0, ends[n + 1] ?? 0)

/** All the words of all the names of a record. */
export function wordsOfRecord({ lists }: Register, record: number): Int32Array {
  const first = lists.nameEnds[lists.names[record] ?? 0] ?? 0
  const last = lists.nameEnds[lists.names[record + 1] ?? 0] ?? 0
  return lists.words.subarray(first, last)
}

/** The first and the last word of the first name of a record, or -1: for files that have the two apart. */
export function firstWords({ lists }: Register, record: number): { first: number; last: number } {
  const name = lists.names[record] ?? 0
  if (name === (lists.names[record + 1] ?? 0)) return { first: -1, last: -1 }
  const [from, to] = [lists.nameEnds[name] ?? 0, lists.nameEnds[name + 1] ?? 0]
  return { first: lists.words[from] ?? -1, last: to - from > 1 ? (lists.words[to - 1] ?? -1) : -1 }
}

/** The bare consonants and known families of each word: what survives spelling and script. */
function bonesOf(register: Register, record: number): readonly (readonly number[])[] {
  return [...wordsOfRecord(register, record)].map((word) => register.dictionary.bonesOf(word))
}

export const birthsOfRecord = ({ lists }: Register, record: number): Int32Array =>
  lists.births.subarray((lists.birthEnds[record] ?? 0) * 2, (lists.birthEnds[record + 1] ?? 0) * 2)

const FIELD_PLACES = new Map(FIELDS.map((f, n) => [f.name, n]))

export function fieldOfRecord({ lists }: Register, record: number, name: FieldName): Int32Array {
  const field = lists.fields[FIELD_PLACES.get(name) ?? 0]
  return field ? slice(field.ends, field.values, record) : new Int32Array()
}

/** The first value of a field of a record, or -1. */
export function firstOfField({ lists }: Register, record: number, name: FieldName): number {
  const field = lists.fields[FIELD_PLACES.get(name) ?? 0]
  const from = field?.ends[record] ?? 0
  return from === (field?.ends[record + 1] ?? 0) ? -1 : (field?.values[from] ?? -1)
}

/** The first birth of a record as the kernel keeps days, or 0. */
export function firstBirth({ lists }: Register, record: number): number {
  const from = lists.birthEnds[record] ?? 0
  return from === (lists.birthEnds[record + 1] ?? 0) ? 0 : (lists.births[from * 2] ?? 0)
}

type Day = { readonly year: number; readonly month: number; readonly day: number }

/** The births known to the day. */
function daysOf(register: Register, record: number): readonly Day[] {
  const births = birthsOfRecord(register, record)
  const days: Day[] = []
  for (let n = 0; n < births.length; n += 2) {
    const [from = 0, to = 0] = [births[n], births[n + 1]]
    if (from === to) days.push({ year: from >> 9, month: (from >> 5) & 15, day: from & 31 })
  }
  return days
}

/** Every year a claim allows, and the next: two records a year apart share one. At most eight. */
function yearsOf(register: Register, record: number): readonly number[] {
  const births = birthsOfRecord(register, record)
  const years = new Set<number>()
  for (let n = 0; n < births.length; n += 2) {
    const last = Math.min((births[n + 1] ?? 0) >> 9, ((births[n] ?? 0) >> 9) + 6)
    for (let year = (births[n] ?? 0) >> 9; year <= last + 1; year++) years.add(year)
  }
  return [...years]
}

const fieldRule = (name: FieldName): BlockingRule => ({
  name,
  keysOf: (register, record) => [...fieldOfRecord(register, record, name)].map((v) => keyOf(v)),
})

const isFirst = (d: Day): boolean => d.month === 1 && d.day === 1

const birthAndInitial: BlockingRule = {
  name: 'date of birth, either way round, and the first consonant of a name',
  keysOf(register, record) {
    const days = daysOf(register, record)
    const initials = new Set(
      bonesOf(register, record)
        .flat()
        .map((bone) => register.dictionary.classInitial(bone)),
    )
    return days.flatMap(({ year, month, day }) =>
      [...initials].map((initial) =>
        keyOf(year, Math.min(day, month), Math.max(day, month), initial),
      ),
    )
  },
}

const twoNames: BlockingRule = {
  name: 'two words of a name, in any order',
  keysOf(register, record) {
    const words = bonesOf(register, record)
    return words.flatMap((bones, n) =>
      words
        .slice(n + 1)
        .flatMap((others) =>
          bones.flatMap((a) => others.map((b) => keyOf(Math.min(a, b), Math.max(a, b)))),
        ),
    )
  },
}

const nameAndYear: BlockingRule = {
  name: 'a word of a name and the year of birth, give or take one',
  keysOf: (register, record) =>
    yearsOf(register, record).flatMap((year) =>
      bonesOf(register, record)
        .flat()
        .map((bone) => keyOf(bone, year, 7)),
    ),
}

const nameAndDay: BlockingRule = {
  name: 'a word of a name and the day and month of birth',
  keysOf: (register, record) =>
    daysOf(register, record)
      .filter((d) => !isFirst(d))
      .flatMap(({ month, day }) =>
        bonesOf(register, record)
          .flat()
          .map((bone) => keyOf(bone, Math.min(day, month), Math.max(day, month), 3)),
      ),
}

const nameAndPostcode: BlockingRule = {
  name: 'a word of a name and the postcode',
  keysOf: (register, record) =>
    [...fieldOfRecord(register, record, 'postcodes')].flatMap((code) =>
      bonesOf(register, record)
        .flat()
        .map((bone) => keyOf(bone, code, 5)),
    ),
}

const postcodeAndBirth: BlockingRule = {
  name: 'postcode and date of birth',
  keysOf: (register, record) =>
    [...fieldOfRecord(register, record, 'postcodes')].flatMap((code) =>
      daysOf(register, record).map((d) => keyOf(code, d.year, d.month, d.day)),
    ),
}

/** By what a record is brought together with others, when there are too many to compare each with each. */
export const BLOCKING_RULES: readonly BlockingRule[] = [
  fieldRule('documents'),
  fieldRule('phones'),
  fieldRule('emails'),
  postcodeAndBirth,
  birthAndInitial,
  twoNames,
  nameAndDay,
  nameAndPostcode,
  nameAndYear,
]
