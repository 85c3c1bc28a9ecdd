import { numbers } from '../kernel/numbers.ts'
import { openTexts } from '../kernel/texts.ts'

/**
 * Most names are a few plain words that came before: their numbers are found without taking the name apart. Only
 * words that are read alike in any name may be kept here.
 */
export type PlainWords = {
  /** The numbers of the words of a name, or undefined when some word of it is not kept here. Overwritten by the next. */
  readonly numbersOf: (name: string) => Int32Array | undefined
  readonly keep: (word: string, number: number) => void
}

/** Longer names are cut, which is not done here. */
const MOST = 8
const MOST_KEPT = 200_000
const SPACE = 0x20
const PLAIN = /^[A-Za-z]{1,40}$/

export function openPlainWords(): PlainWords {
  const texts = openTexts()
  const kept = numbers()
  const row = new Int32Array(MOST)
  return {
    numbersOf(name) {
      let [count, from] = [0, 0]
      for (let n = 0; n <= name.length; n++) {
        if (n < name.length && name.charCodeAt(n) !== SPACE) continue
        const place = count === MOST ? -1 : texts.found(0, name, from, n)
        if (place < 0) return undefined
        row[count++] = kept.at(place)
        from = n + 1
      }
      return row.subarray(0, count)
    },
    keep(word, number) {
      if (texts.size() >= MOST_KEPT || !PLAIN.test(word)) return
      if (texts.numberOf(0, word) === kept.length()) kept.push(number)
    },
  }
}
