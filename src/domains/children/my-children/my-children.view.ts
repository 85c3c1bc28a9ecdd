import type { PersonId } from '#kernel/ids.ts'
import { ALLOCATED_AS, called } from '../child.rules.ts'
import type { ChildrenPage, ListedChild, Team } from './my-children.queries.ts'

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
  readonly own: boolean
}

type Showing = {
  readonly own: boolean
  readonly teams: readonly Team[]
  readonly team: string | undefined
  readonly after: string | undefined
  readonly mayOpen: boolean
  readonly mayWrite: boolean
  /** The reader, who need not be told where they stand themselves. */
  readonly reader: PersonId
}

function address(...parts: readonly (string | undefined)[]): string {
  const query = parts.filter(Boolean).join('&')
  return query ? `/children?${query}` : '/children'
}

function lineOf(child: ListedChild, reader: PersonId, mayWrite: boolean) {
  const others = child.beside.filter((b) => b.id !== reader)
  const beside = others.map((b) => `${called(ALLOCATED_AS, b.part).toLowerCase()}: ${b.name}`)
  const say = child.sayIt ? [`say: ${child.sayIt}`] : []
  const href = `/children/${child.id}`
  const action = { text: 'Write down what they say', href: `${href}/about-me/add` }
  return {
    name: child.knownAs,
    href,
    detail: [...say, ...beside].join(' · '),
    action: mayWrite ? action : undefined,
  }
}

/** A page of children by name: one's own, or a team's. Says nothing of anybody's status. */
export function myChildrenView(
  { children, more }: ChildrenPage,
  { own, teams, team, after, mayOpen, mayWrite, reader }: Showing,
): MyChildrenView {
  const last = children.at(-1)
  const narrowed = team ? `team=${team}` : ''
  return {
    title: own ? 'My children and young people' : 'Children and young people',
    lines: children.map((child) => lineOf(child, reader, mayWrite)),
    teams: [
      { text: 'All teams', href: '/children', here: !team },
      ...teams.map((t) => ({ text: t.name, href: `/children?team=${t.id}`, here: t.id === team })),
    ],
    next: more && last ? address(narrowed, `after=${last.id}`) : undefined,
    first: after ? address(narrowed) : undefined,
    mayOpen,
    own,
  }
}
