import type { PersonId } from '#kernel/ids.ts'
import { ALLOCATED_AS, called } from '../child.rules.ts'
import type { ChildrenPage, ListedChild, Team, Which } from './my-children.queries.ts'

export type MyChildrenView = {
  readonly title: string
  readonly lines: readonly {
    readonly name: string
    readonly href: string
    readonly detail: string
    readonly action: { readonly text: string; readonly href: string } | undefined
  }[]
  readonly teams: readonly {
    readonly text: string
    readonly href: string
    readonly here: boolean
  }[]
  readonly next: string | undefined
  readonly first: string | undefined
  readonly mayOpen: boolean
  readonly mayWrite: boolean
  readonly own: boolean
}

type Showing = {
  readonly own: boolean
  readonly teams: readonly Team[]
  readonly team: string | undefined
  readonly after: string | undefined
  readonly mayOpen: boolean
  readonly mayWrite: boolean
  readonly which: Which
  /** The reader, who need not be told where they stand themselves. */
  readonly reader: PersonId
}

function address(at: string, ...parts: readonly (string | undefined)[]): string {
  const query = parts.filter(Boolean).join('&')
  return query ? `${at}?${query}` : at
}

const ADDRESS: Readonly<Record<Which, string>> = {
  all: '/children',
  'not-asked': '/children/not-asked',
}

/** One thing to do, beside each name. */
function actionFor(which: Which, child: ListedChild) {
  const words = `/children/${child.id}/about-me`
  if (which === 'all') return { text: 'Write down what they say', href: `${words}/add` }
  const href = child.othersWords ? `${words}/${child.othersWords}` : `${words}/add?topic=strengths`
  return { text: 'Ask what they are good at', href }
}

function lineOf(child: ListedChild, { reader, mayWrite, which }: Showing) {
  const others = child.beside.filter((b) => b.id !== reader)
  const beside = others.map((b) => `${called(ALLOCATED_AS, b.part).toLowerCase()}: ${b.name}`)
  const say = child.sayIt ? [`say: ${child.sayIt}`] : []
  return {
    name: child.knownAs,
    href: `/children/${child.id}`,
    detail: [...say, ...beside].join(' · '),
    action: mayWrite ? actionFor(which, child) : undefined,
  }
}

function titleOf({ which, own }: Showing): string {
  if (which === 'not-asked') return 'Nobody has asked them yet what they are good at'
  return own ? 'My children and young people' : 'Children and young people'
}

/** A page of children by name: one's own, or a team's. Says nothing of anybody's status. */
export function myChildrenView({ children, more }: ChildrenPage, showing: Showing): MyChildrenView {
  const { own, teams, team, after, mayOpen, mayWrite, which } = showing
  const last = children.at(-1)
  const narrowed = team ? `team=${team}` : ''
  const at = ADDRESS[which]
  return {
    title: titleOf(showing),
    lines: children.map((child) => lineOf(child, showing)),
    teams: [
      { text: 'All teams', href: at, here: !team },
      ...teams.map((t) => ({ text: t.name, href: `${at}?team=${t.id}`, here: t.id === team })),
    ],
    next: more && last ? address(at, narrowed, `after=${last.id}`) : undefined,
    first: after ? address(at, narrowed) : undefined,
    mayOpen,
    mayWrite,
    own,
  }
}
