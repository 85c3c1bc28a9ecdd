import { inWords } from '#kernel/calendar-day.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { withoutLawyer } from './no-lawyer.queries.ts'

/** Who has a live asylum claim and no lawyer, those who have been without one longest first. */
export const seeNoLawyer: Page = {
  method: 'GET',
  url: '/no-lawyer',
  may: 'children.write',
  audit: { action: 'children.no-lawyer' },
  async answer({ tx, actor, show }): Promise<Answer> {
    const found = await withoutLawyer(tx, actor)
    show(found.map((f) => f.childId))
    const page = {
      title: 'A lawyer to find',
      lines: found.map((f) => ({
        name: f.knownAs,
        href: `/children/${f.childId}`,
        // The kind of claim stands on the record, never in a list.
        detail: `Without a lawyer since ${inWords(f.since)}`,
        action: {
          text: 'Find one, and write down who it is',
          href: `/children/${f.childId}/legal-help/asylum`,
        },
      })),
    }
    return {
      kind: 'view',
      template: 'domains/processes/no-lawyer/no-lawyer.njk',
      model: { page },
    }
  },
}
