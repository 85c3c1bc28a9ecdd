import { londonDay } from '#kernel/london-time.ts'
import type { Child } from '#domains/children/index.ts'
import type { Used } from '../consent.queries.ts'
import { staffPart } from '../read-said/read-said.view.ts'
import { type Use, USES } from '../said.rules.ts'

export const USE_WORDS: Readonly<Record<Use, string>> = {
  my_review: 'For their review',
  report: 'For a report',
  gallery: 'For the gallery',
}

/** The one place of each use: whatever is used is read here and nowhere else. */
export const placeOf = (child: Child, use: Use): string => `/children/${child.id}/said/used/${use}`

export const useLinks = (child: Child) =>
  USES.map((use) => ({ text: USE_WORDS[use], href: placeOf(child, use) }))

/** What a young person lets be used for one purpose, now. */
export const usedView = (child: Child, use: Use, used: readonly Used[]) => ({
  title: 'What they let be used',
  child,
  heading: USE_WORDS[use],
  used: used.map((u) => ({
    ...staffPart(`/children/${child.id}/said/${u.statementId}`, u.part, []),
    given: londonDay(u.givenAt),
    named: u.named === 'the_name_i_go_by',
  })),
})
