import { may } from '#platform/access/capability.ts'
import { londonDay } from '#kernel/london-time.ts'
import {
  asylumWithoutLawyer,
  isLegalGap,
  isStale,
  kindNames,
  LEGAL_AREAS,
  legalHelpOf,
  PROCESS_STATES,
  processesOf,
  staleDays,
} from '#domains/processes/index.ts'
import type { Section } from './section.ts'

/** What is happening around the child, and since when nobody has said a word. */
export const happening: Section = {
  place: 'happening',
  template: 'desks/child-overview/happening.njk',
  async gather({ tx, now, actor }, child) {
    const processes = await processesOf(tx, child.id)
    const kinds = processes.length > 0 ? await kindNames(tx) : new Map<string, string>()
    const days = processes.length > 0 ? await staleDays(tx, now) : 0
    const here = `/children/${child.id}/happening`
    return {
      lines: processes
        .filter((p) => p.state !== 'ended')
        .map((p) => ({
          kind: kinds.get(p.kind) ?? p.kind,
          state: PROCESS_STATES[p.state],
          where: p.whereItIs,
          decides: p.decides,
          stale: isStale(p, days, now) ? londonDay(p.confirmedAt) : undefined,
          owner: p.owner,
        })),
      here,
      mayWrite: may(actor.role, 'children.write'),
    }
  },
}

/** Legal help they want and do not have: something we owe them. */
export const legalGaps: Section = {
  place: 'owed',
  template: 'desks/child-overview/legal-gaps.njk',
  async gather({ tx, actor }, child) {
    const gaps = [...(await legalHelpOf(tx, child.id)).values()].filter(isLegalGap)
    const noLawyer = await asylumWithoutLawyer(tx, child.id)
    if (gaps.length === 0 && !noLawyer) return undefined
    return {
      gist: 'legal help',
      noLawyer,
      areas: gaps.map((g) => LEGAL_AREAS[g.area]),
      href: `/children/${child.id}/legal-help`,
      text: may(actor.role, 'children.write') ? 'Find one, and write down who it is' : 'Legal help',
    }
  },
}
