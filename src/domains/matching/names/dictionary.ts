import { consonants } from '#domains/children/index.ts'
import { numbers } from '../kernel/numbers.ts'
import { readForms } from './forms-read.rules.ts'
import { type Naming, openNaming } from './naming.ts'
import {
  KIND_BITS,
  NONE,
  OF_A_NAME,
  ROOM,
  signaturesOf,
  textColumns,
} from './word-columns.rules.ts'

/**
 * Every distinct word once, with what it may be known as: a family of known forms, up to four ways
 * of saying it, up to four skeletons of bare consonants. These are classes, numbered in one space.
 */
export type Dictionary = {
  /** The number of a word of a name. */
  readonly nameWord: (word: string) => number
  /** The number of a name's word that is known already, spelled as this; undefined when there is none. */
  readonly spelled: (text: string) => number | undefined
  /** The number of a value of a field, with the larger thing it belongs to. */
  readonly value: (field: string, text: string, family?: string) => number
  /** Its full name, which kind of thing it is in front; also of a class. Under these, frequencies are kept. */
  readonly keyOf: (word: number) => string
  readonly classKey: (number: number) => string
  /** Gives the way to forget every word and class met from now on. */
  readonly mark: () => () => void
  /** The spelling under which a word is kept. */
  readonly textOf: (word: number) => string
  /** The classes by which names are brought together: skeletons, families. */
  readonly bonesOf: (word: number) => readonly number[]
  readonly classesOf: (word: number) => readonly number[]
  /** The first consonant of a class of bare consonants, as a number. */
  readonly classInitial: (number: number) => number
  readonly size: () => number
  readonly classes: () => number
  /** How many of the words are words of names. */
  readonly nameWords: () => number
  /** The columns of the words from this one on; their letters stand behind as many as `letters`. */
  readonly columns: (from?: number, letters?: number) => Columns
}

export type Columns = {
  /** How many letters the words have together, and the way to write them: they are many, and stand in one place only. */
  readonly letters: number
  readonly writeLetters: (into: Uint32Array) => void
  readonly ends: Uint32Array
  readonly family: Int32Array
  readonly sounds: Int32Array
  readonly bones: Int32Array
  /** Bit 0: written without vowels. 1: its bare consonants say enough. 2: a word of a name; then where its classes stand. */
  readonly kinds: Int32Array
  /** Two numbers a word: which letters it has, and which classes it is in, a bit each. */
  readonly signatures: Uint32Array
}

/** A skeleton of this many consonants says enough without its vowels. */
const TELLING = 3

type Class = readonly [space: string, text: string]

type Read = {
  readonly text: string
  readonly family: Class | undefined
  readonly sounds: readonly Class[]
  readonly bones: readonly Class[]
  readonly arabic: boolean
}

export function openDictionary(): Dictionary {
  const words = openNaming()
  const classes = openNaming()
  const lists = openLists(classes)
  const written = new Map<string, number>()
  const spelt: string[] = []
  const nameWord = (word: string): number => {
    const key = word.toLowerCase()
    const there = written.get(key)
    if (there !== undefined) return there
    const read = readNameWord(key)
    const number = words.numberOf('n', read.text)
    if (number === lists.size()) lists.add(read)
    written.set(key, number)
    spelt.push(key)
    return number
  }
  return {
    nameWord,
    spelled: (text) => words.found('n', text),
    value(field, text, larger) {
      const number = words.numberOf(field, text)
      if (number === lists.size())
        lists.addValue(larger === undefined ? undefined : [field, larger])
      return number
    },
    keyOf: words.keyOf,
    classKey: classes.keyOf,
    mark() {
      const [known, groups, spellings] = [words.size(), classes.size(), spelt.length]
      return () => {
        words.cut(known)
        classes.cut(groups)
        for (const key of spelt.splice(spellings)) written.delete(key)
        lists.cut(known)
      }
    },
    textOf: words.textOf,
    bonesOf: lists.bonesOf,
    classesOf: lists.classesOf,
    classInitial: (number) => classes.textOf(number).codePointAt(0) ?? 0,
    size: words.size,
    classes: classes.size,
    nameWords: () => lists.firstRow(words.size()),
    columns(from = 0, letters = 0) {
      const own = lists.columns(from)
      const [units, starts] = [words.units(), words.starts().subarray(from)]
      const { ends, writeLetters } = textColumns(units, starts, letters)
      const signatures = signaturesOf(units, starts, own, lists.firstRow(from))
      return { letters: (ends.at(-1) ?? letters) - letters, ends, writeLetters, ...own, signatures }
    },
  }
}

/**
 * The classes of every word of a name, four of a kind, in lists without a box around each number. Values of fields
 * are many more, and have none: `kinds` says of every word what it is and where its classes stand.
 */
function openLists(classes: Naming) {
  const [family, sounds, bones, kinds] = [numbers(), numbers(), numbers(), numbers()]
  const numberOf = ([space, text]: Class): number => classes.numberOf(space, text)
  const rows = () => sounds.length() / ROOM
  const four = (into: typeof sounds, of: readonly Class[]) => {
    for (let n = 0; n < ROOM; n++) {
      const one = of[n]
      into.push(one === undefined ? NONE : numberOf(one))
    }
  }
  const fourOf = (list: Int32Array, word: number): readonly number[] => {
    const kind = kinds.at(word)
    if ((kind & OF_A_NAME) === 0) return []
    const from = (kind >> KIND_BITS) * ROOM
    return [...list.subarray(from, from + ROOM)].filter((n) => n !== NONE)
  }
  const firstRow = (from: number) => (from < kinds.length() ? kinds.at(from) >> KIND_BITS : rows())
  return {
    add(read: Omit<Read, 'text'>) {
      const telling = read.bones.length > 0 && read.bones.every(([, b]) => b.length >= TELLING)
      kinds.push((rows() << KIND_BITS) | (read.arabic ? 1 : 0) | (telling ? 2 : 0) | OF_A_NAME)
      family.push(read.family === undefined ? NONE : numberOf(read.family))
      four(sounds, read.sounds)
      four(bones, read.bones)
    },
    /** A value of a field is known by its spelling, and by what it belongs to. */
    addValue(larger: Class | undefined) {
      kinds.push(rows() << KIND_BITS)
      family.push(larger === undefined ? NONE : numberOf(larger))
    },
    size: family.length,
    firstRow,
    bonesOf: (word: number) => fourOf(bones.view(), word),
    classesOf: (word: number): readonly number[] => {
      const kin = family.view()[word] ?? NONE
      const others = [...fourOf(sounds.view(), word), ...fourOf(bones.view(), word)]
      return kin === NONE ? others : [kin, ...others]
    },
    cut(to: number) {
      const row = firstRow(to)
      for (const list of [family, kinds]) list.cut(to)
      for (const list of [sounds, bones]) list.cut(row * ROOM)
    },
    columns: (from: number) => ({
      family: family.view().subarray(from),
      sounds: sounds.view().subarray(firstRow(from) * ROOM),
      bones: bones.view().subarray(firstRow(from) * ROOM),
      kinds: kinds.view().subarray(from),
    }),
  }
}

function readNameWord(word: string): Read {
  const { text, family, said, bones, arabic } = readForms(word)
  const servant = said.filter((s) => /^abd.{3}/.test(s)).map((s): Class => ['v', consonants(s)])
  return {
    text,
    family: family === undefined ? undefined : ['q', family],
    sounds: [...servant, ...said.map((sound): Class => ['s', sound])],
    bones: bones.map((bone): Class => ['x', bone]),
    arabic,
  }
}
