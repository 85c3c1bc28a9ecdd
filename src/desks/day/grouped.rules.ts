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
  /** Closed, until somebody wants to read it. */
  readonly folded?: true
  readonly lines: readonly DayLine[]
}

const KINDS: Readonly<
  Record<Exclude<Kind, 'elsewhere'>, { readonly title: string; readonly empty: string }>
> = {
  waiting: { title: 'Waiting for you', empty: 'Nothing waits for you.' },
  owed: { title: 'Owed to them', empty: 'Nothing is owed in the next two weeks.' },
  coming: { title: 'Coming', empty: 'Nothing in the next seven days.' },
}

/** What a child waits for and nobody here can do today. */
const elsewhere = (lines: readonly DayLine[]): readonly Group[] => {
  const theirs = lines.filter((l) => l.kind === 'elsewhere')
  return theirs.length > 0
    ? [{ title: 'What they wait for elsewhere', folded: true, lines: theirs }]
    : []
}

/** The three short lists. */
const byKind = (lines: readonly DayLine[]): readonly Group[] => [
  ...(['waiting', 'owed', 'coming'] as const).map((kind) => ({
    ...KINDS[kind],
    lines: lines.filter((l) => l.kind === kind),
  })),
  ...elsewhere(lines),
]

function byDay(lines: readonly DayLine[], today: string): readonly Group[] {
  const here = lines.filter((l) => l.kind !== 'elsewhere')
  const when = (is: (day: string) => boolean) => here.filter((l) => l.on !== undefined && is(l.on))
  return [
    { title: 'From before today, and still open', lines: when((day) => day < today) },
    { title: 'Today', empty: 'Nothing today.', lines: when((day) => day === today) },
    { title: 'After today', lines: when((day) => day > today) },
    { title: 'As soon as possible', lines: here.filter((l) => l.on === undefined) },
    ...elsewhere(lines),
  ].filter((g) => g.lines.length > 0 || 'empty' in g)
}

/** By person, in the order of what comes first for each. */
function byPerson(lines: readonly DayLine[]): readonly Group[] {
  const here = lines.filter((l) => l.kind !== 'elsewhere')
  const persons = [...Map.groupBy(here, (l) => l.childId)].map(([childId, theirs]) => ({
    title: theirs[0]?.name ?? '',
    childId,
    lines: theirs,
  }))
  return [...persons, ...elsewhere(lines)]
}

export function grouped(lines: readonly DayLine[], way: Way, today: string): readonly Group[] {
  if (way === 'day') return byDay(lines, today)
  return way === 'person' ? byPerson(lines) : byKind(lines)
}
