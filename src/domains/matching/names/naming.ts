import { openTexts } from '../kernel/texts.ts'

/** Numbers for texts, each text once in each space; the newest can be forgotten again. */
export type Naming = {
  /** Its number, new or old. */
  readonly numberOf: (space: string, text: string) => number
  readonly found: (space: string, text: string) => number | undefined
  readonly textOf: (number: number) => string
  /** The space, a colon and the text: the same in every process. */
  readonly keyOf: (number: number) => string
  readonly size: () => number
  /** The letters of all as units of UTF-16, and where each text begins and the last ends. */
  readonly units: () => Uint16Array
  readonly starts: () => Int32Array
  readonly cut: (size: number) => void
}

export function openNaming(): Naming {
  const texts = openTexts()
  const spaces = new Map<string, number>()
  const names: string[] = []
  const numberOfSpace = (space: string): number => {
    const there = spaces.get(space)
    if (there !== undefined) return there
    spaces.set(space, names.length)
    return names.push(space) - 1
  }
  return {
    numberOf: (space, text) => texts.numberOf(numberOfSpace(space), text),
    found(space, text) {
      const number = texts.found(numberOfSpace(space), text)
      return number < 0 ? undefined : number
    },
    textOf: texts.textOf,
    keyOf: (number) => `${names[texts.spaceOf(number)] ?? ''}:${texts.textOf(number)}`,
    size: texts.size,
    units: texts.units,
    starts: texts.starts,
    cut: texts.cut,
  }
}
