import { consonants, readWord } from '#domains/children/index.ts'
import { numbers } from '../kernel/numbers.ts'

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
  /** The columns of the words from this one on; their letters stand behind as many as `letters`. */
  readonly columns: (from?: number, letters?: number) => Columns
}

export type Columns = {
  readonly chars: Uint32Array
  readonly ends: Uint32Array
  readonly family: Int32Array
  readonly sounds: Int32Array
  readonly bones: Int32Array
  readonly script: Uint8Array
  /** Two numbers a word: which letters it has, and which classes it is in, a bit each. */
  readonly signatures: Uint32Array
}

export const ROOM = 4
const NONE = -1
/** A skeleton of this many consonants says enough without its vowels. */
const TELLING = 3

type Read = {
  readonly text: string
  readonly family: string | undefined
  readonly sounds: readonly string[]
  readonly bones: readonly string[]
  readonly arabic: boolean
}

/** A value of a field is known by its spelling alone. */
const NOTHING_SAID = { sounds: [], bones: [], arabic: false } as const

export function openDictionary(): Dictionary {
  const known = new Map<string, number>()
  const written = new Map<string, number>()
  const classes = new Map<string, number>()
  const texts: string[] = []
  const keys: string[] = []
  const classKeys: string[] = []
  const spelt: string[] = []
  const [family, sounds, bones, script] = [numbers(), numbers(), numbers(), numbers()]

  const classOf = (name: string): number => {
    const there = classes.get(name)
    if (there !== undefined) return there
    classes.set(name, classes.size)
    classKeys.push(name)
    return classes.size - 1
  }
  const fourOf = (names: readonly string[], into: typeof sounds) => {
    for (let n = 0; n < ROOM; n++) {
      const name = names[n]
      into.push(name === undefined ? NONE : classOf(name))
    }
  }
  const add = (key: string, read: Read): number => {
    const there = known.get(key)
    if (there !== undefined) return there
    known.set(key, texts.length)
    texts.push(read.text)
    keys.push(key)
    family.push(read.family === undefined ? NONE : classOf(read.family))
    fourOf(read.sounds, sounds)
    fourOf(read.bones, bones)
    const telling = read.bones.length > 0 && read.bones.every((b) => b.length - 2 >= TELLING)
    script.push((read.arabic ? 1 : 0) | (telling ? 2 : 0))
    return texts.length - 1
  }
  const nameWord = (word: string): number => {
    const key = word.toLowerCase()
    const there = written.get(key)
    if (there !== undefined) return there
    const read = readNameWord(key)
    const number = add(`n:${read.text}`, read)
    written.set(key, number)
    spelt.push(key)
    return number
  }
  const four = (list: Int32Array, word: number): readonly number[] =>
    [...list.subarray(word * ROOM, word * ROOM + ROOM)].filter((n) => n !== NONE)

  return {
    nameWord,
    spelled: (text) => known.get(`n:${text}`),
    value(field, text, larger) {
      const key = `${field}:${text}`
      const family = larger === undefined ? undefined : `${field}:${larger}`
      return known.get(key) ?? add(key, { ...NOTHING_SAID, text, family })
    },
    keyOf: (word) => keys[word] ?? '',
    classKey: (number) => classKeys[number] ?? '',
    mark() {
      const [words, groups, spellings] = [texts.length, classKeys.length, spelt.length]
      return () => {
        for (const key of keys.splice(words)) known.delete(key)
        for (const key of classKeys.splice(groups)) classes.delete(key)
        for (const key of spelt.splice(spellings)) written.delete(key)
        texts.splice(words)
        for (const list of [family, script]) list.cut(words)
        for (const list of [sounds, bones]) list.cut(words * ROOM)
      }
    },
    textOf: (word) => texts[word] ?? '',
    bonesOf: (word) => four(bones.view(), word),
    classesOf: (word) => {
      const kin = family.view()[word] ?? NONE
      return [
        ...(kin === NONE ? [] : [kin]),
        ...four(sounds.view(), word),
        ...four(bones.view(), word),
      ]
    },
    classInitial: (number) => classKeys[number]?.codePointAt(2) ?? 0,
    size: () => texts.length,
    classes: () => classes.size,
    columns(from = 0, letters = 0) {
      const lists = {
        family: family.view().slice(from),
        sounds: sounds.view().slice(from * ROOM),
        bones: bones.view().slice(from * ROOM),
      }
      const words = texts.slice(from)
      return {
        ...textColumns(words, letters),
        ...lists,
        script: Uint8Array.from(script.view().slice(from)),
        signatures: signaturesOf(words, [lists.family, lists.sounds, lists.bones]),
      }
    },
  }
}

function readNameWord(word: string): Read {
  const read = readWord(word)
  const bones = [...read.stored]
    .filter((key) => /^x[al]:/.test(key))
    .map((key) => `x:${key.slice(3)}`)
  const said = read.said.map((sound) => `s:${sound}`)
  const servant = read.said.filter((s) => /^abd.{3}/.test(s)).map((s) => `v:${consonants(s)}`)
  return {
    text: read.text || word,
    family: read.family === undefined ? undefined : `q:${read.family}`,
    sounds: [...new Set([...servant, ...said])],
    bones,
    arabic: read.arabic !== undefined,
  }
}

function textColumns(texts: readonly string[], letters: number) {
  const ends = new Uint32Array(texts.length + 1)
  const chars = numbers()
  ends[0] = letters
  for (const [n, text] of texts.entries()) {
    for (const letter of text) chars.push(letter.codePointAt(0) ?? 0)
    ends[n + 1] = letters + chars.length()
  }
  return { ends, chars: new Uint32Array(chars.view()) }
}

/** A quick no for the kernel: words that share no letter and no class are never compared in full. */
function signaturesOf(texts: readonly string[], classes: readonly Int32Array[]): Uint32Array {
  const signatures = new Uint32Array(texts.length * 2)
  for (const [n, text] of texts.entries()) {
    let letters = 0
    for (const letter of text) letters |= 1 << ((letter.codePointAt(0) ?? 0) & 31)
    let groups = 0
    for (const list of classes) {
      const each = list.length / texts.length
      for (let k = n * each; k < (n + 1) * each; k++) {
        const number = list[k] ?? NONE
        if (number !== NONE) groups |= 1 << (Math.imul(number, 0x9e3779b1) >>> 27)
      }
    }
    signatures[n * 2] = letters
    signatures[n * 2 + 1] = groups
  }
  return signatures
}
