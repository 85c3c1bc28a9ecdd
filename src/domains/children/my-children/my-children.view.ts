import { ALLOCATED_AS, called } from '../child.rules.ts'
import type { ChildrenPage, Team } from './my-children.queries.ts'

export type MyChildrenView = {
  readonly title: string
  readonly lines: readonly {
    readonly name: string
    readonly href: string
    readonly detail: string
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
}

function address(...parts: readonly (string | undefined)[]): string {
  const query = parts.filter(Boolean).join('&')
  return query ? `/children?${query}` : '/children'
}

/** A page of children by name: one's own, or a team's. Says nothing of anybody's status. */
export function myChildrenView(
  { children, more }: ChildrenPage,
  { own, teams, team, after, mayOpen }: Showing,
): MyChildrenView {
  const last = children.at(-1)
  const narrowed = team ? `team=${team}` : ''
  return {
    title: own ? 'My children and young people' : 'Children and young people',
    lines: children.map((c) => ({
      name: c.knownAs,
      href: `/children/${c.id}`,
      detail: [
        c.sayIt && `say: ${c.sayIt}`,
        ...c.beside.map((b) => `${called(ALLOCATED_AS, b.part).toLowerCase()}: ${b.name}`),
      ]
        .filter(Boolean)
        .join(' · '),
    })),
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
