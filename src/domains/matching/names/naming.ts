import { numbers } from '../kernel/numbers.ts'

/** Numbers for texts, each text once in each space; the newest can be forgotten again. */
export type Naming = {
  /** Its number, new or old. */
  readonly numberOf: (space: string, text: string) => number
  readonly found: (space: string, text: string) => number | undefined
  readonly textOf: (number: number) => string
  /** The space, a colon and the text: the same in every process. */
  readonly keyOf: (number: number) => string
  readonly size: () => number
  readonly texts: (from: number) => readonly string[]
  readonly cut: (size: number) => void
}

export function openNaming(): Naming {
  const spaces = new Map<string, { readonly at: number; readonly own: Map<string, number> }>()
  const names: string[] = []
  const texts: string[] = []
  const spaceOf = numbers()
  const inSpace = (space: string) => {
    const there = spaces.get(space)
    if (there) return there
    const made = { at: names.length, own: new Map<string, number>() }
    spaces.set(space, made)
    names.push(space)
    return made
  }
  const nameOf = (number: number) => names[spaceOf.view()[number] ?? 0] ?? ''
  return {
    numberOf(space, text) {
      const { at, own } = inSpace(space)
      const there = own.get(text)
      if (there !== undefined) return there
      own.set(text, texts.length)
      texts.push(text)
      spaceOf.push(at)
      return texts.length - 1
    },
    found: (space, text) => spaces.get(space)?.own.get(text),
    textOf: (number) => texts[number] ?? '',
    keyOf: (number) => `${nameOf(number)}:${texts[number] ?? ''}`,
    size: () => texts.length,
    texts: (from) => (from === 0 ? texts : texts.slice(from)),
    cut(size) {
      for (let n = size; n < texts.length; n++) spaces.get(nameOf(n))?.own.delete(texts[n] ?? '')
      texts.splice(size)
      spaceOf.cut(size)
    },
  }
}
