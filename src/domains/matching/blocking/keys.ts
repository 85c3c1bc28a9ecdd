import { plainLetters, readWord } from '#domains/children/index.ts'
import { nameWords } from '../names/name-words.rules.ts'
import type { MatchRecord } from '../record.rules.ts'
import { packedBirths } from '../register/birth-days.rules.ts'
import { valuesOf } from '../register/field-values.rules.ts'

/**
 * The keys of blocking as text, for a table with an index: two records that share one are worth
 * comparing. The same rules as in memory, but the keys mean the same in every process and every year.
 */
export function blockingKeys(record: MatchRecord): readonly string[] {
  const words = record.names.flatMap(nameWords)
  const bones = words.map(bonesOf)
  const each = [...new Set(bones.flat())]
  const births = packedBirths(record.births ?? [])
  const days = births.filter((b) => b.from === b.to).map((b) => partsOf(b.from))
  const years = births.flatMap((b) => yearsOf(b.from >> 9, b.to >> 9))
  const values = (field: Parameters<typeof valuesOf>[1], kind: string) =>
    valuesOf(record, field).map((v) => `${kind}:${v.text}`)
  const keys = [
    ...values('documents', 'doc'),
    ...values('phones', 'tel'),
    ...values('emails', 'mail'),
    ...pairsOf(bones),
    ...days.flatMap((d) => each.map((b) => `bi:${d.year}${either(d)}${b[0] ?? ''}`)),
    ...days.flatMap((d) => (isFirst(d) ? [] : each.map((b) => `bd:${either(d)}${b}`))),
    ...years.flatMap((year) => each.map((b) => `by:${year}${b}`)),
  ]
  return [...new Set(keys)].toSorted()
}

/** The bare consonants a word may stand for, in whatever script it is written. */
function bonesOf(word: string): readonly string[] {
  const read = readWord(word)
  const bare = [...read.stored].filter((key) => /^x[al]:/.test(key)).map((key) => key.slice(3))
  const kin = read.family === undefined ? [] : [plainLetters(read.family)]
  return [...new Set([...bare.slice(0, 4), ...kin])]
}

const partsOf = (packed: number) => ({
  year: packed >> 9,
  month: (packed >> 5) & 15,
  day: packed & 31,
})

const isFirst = ({ month, day }: { month: number; day: number }): boolean =>
  month === 1 && day === 1

/** The day and the month in one order, so that swapping them changes nothing. */
const either = ({ month, day }: { month: number; day: number }): string =>
  `-${Math.min(month, day)}-${Math.max(month, day)}-`

/** Every year the claim allows, at most seven, and the next: births a year apart share one. */
function yearsOf(first: number, last: number): readonly string[] {
  const until = Math.min(last, first + 6) + 1
  return Array.from({ length: until - first + 1 }, (_, n) => `${first + n}-`)
}

function pairsOf(bones: readonly (readonly string[])[]): readonly string[] {
  return bones.flatMap((own, n) =>
    bones
      .slice(n + 1)
      .flatMap((others) =>
        own.flatMap((a) => others.map((b) => `nn:${[a, b].toSorted().join('+')}`)),
      ),
  )
}
