import type { ChildId } from '#kernel/ids.ts'
import type { DayLine, Kind } from './line.ts'

export const WAYS = ['kind', 'day', 'person'] as const
/** How the lines of a day are laid out. */
export type Way = (typeof WAYS)[number]

export type Group = {
  readonly title: string
  /** Whose group it is, when it is one person's. */
  readonly childId?: ChildId
  /** What it says when there is nothing in it; undefined: it is left out. */
  readonly empty?: string
  readonly lines: readonly DayLine[]
}

const KINDS: Readonly<Record<Kind, { readonly title: string; readonly empty: string }>> = {
  waiting: { title: 'Waiting for you', empty: 'Nothing waits for you.' },
  owed: { title: 'Owed to them', empty: 'Nothing is owed in the next two weeks.' },
  coming: { title: 'Coming', empty: 'Nothing in the next seven days.' },
}

/** The three short lists. */
const byKind = (lines: readonly DayLine[]): readonly Group[] =>
  (['waiting', 'owed', 'coming'] as const).map((kind) => ({
    ...KINDS[kind],
    lines: lines.filter((l) => l.kind === kind),
  }))

function byDay(lines: readonly DayLine[], today: string): readonly Group[] {
  const dated = lines.filter((l) => l.on !== undefined)
  return [
    {
      title: 'From before today, and still open',
      lines: dated.filter((l) => (l.on ?? '') < today),
    },
    { title: 'Today', empty: 'Nothing today.', lines: dated.filter((l) => l.on === today) },
    { title: 'After today', lines: dated.filter((l) => (l.on ?? '') > today) },
    { title: 'As soon as possible', lines: lines.filter((l) => l.on === undefined) },
  ].filter((g) => g.lines.length > 0 || g.empty)
}

/** By person, in the order of what comes first for each. */
function byPerson(lines: readonly DayLine[]): readonly Group[] {
  const groups = Map.groupBy(lines, (l) => l.childId)
  return [...groups].map(([childId, theirs]) => ({
    title: theirs[0]?.name ?? '',
    childId,
    lines: theirs,
  }))
}

export function grouped(lines: readonly DayLine[], way: Way, today: string): readonly Group[] {
  if (way === 'day') return byDay(lines, today)
  return way === 'person' ? byPerson(lines) : byKind(lines)
}
