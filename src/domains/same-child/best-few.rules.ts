/** Of the pairs found for each record, the few best: where hundreds are alike, a list of all of them finds nobody. */
export type BestFew = {
  readonly add: (one: number, two: number, weight: number) => void
  /** Each pair once that is among the best of one of its two records. */
  readonly pairs: () => readonly {
    readonly one: number
    readonly two: number
    readonly weight: number
  }[]
  /** Records alike to more others than are kept. */
  readonly crowded: () => number
}

type Partner = { readonly other: number; readonly weight: number }

export function openBestFew(most: number): BestFew {
  const partners = new Map<number, Partner[]>()
  const crowds = new Set<number>()
  const put = (record: number, other: number, weight: number): void => {
    const own = partners.get(record)
    if (!own) {
      partners.set(record, [{ other, weight }])
      return
    }
    if (own.length >= most) crowds.add(record)
    if (own.length >= most && weight <= (own.at(-1)?.weight ?? 0)) return
    const place = own.findIndex((p) => p.weight < weight)
    own.splice(place < 0 ? own.length : place, 0, { other, weight })
    if (own.length > most) own.pop()
  }
  return {
    add(one, two, weight) {
      put(one, two, weight)
      put(two, one, weight)
    },
    pairs() {
      const kept = [...partners].flatMap(([record, own]) =>
        own.map(({ other, weight }) => ({
          one: Math.min(record, other),
          two: Math.max(record, other),
          weight,
        })),
      )
      const met = new Set<string>()
      return kept.filter(({ one, two }) => {
        const key = `${one} ${two}`
        return !met.has(key) && met.add(key)
      })
    },
    crowded: () => crowds.size,
  }
}
