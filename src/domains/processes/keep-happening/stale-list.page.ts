import { londonDay } from '#kernel/london-time.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { staleProcesses } from '../stale.queries.ts'

/** What nobody has updated for too long, the oldest first: one line each, one thing to do. */
export const seeStale: Page = {
  method: 'GET',
  url: '/happening',
  may: 'children.write',
  audit: { action: 'children.stale' },
  async answer({ tx, actor, now, show }): Promise<Answer> {
    const found = await staleProcesses(tx, actor, now)
    show([...new Set(found.map((p) => p.childId))])
    const page = {
      title: 'Nobody has updated',
      lines: found.map((p) => ({
        name: p.knownAs,
        href: `/children/${p.childId}`,
        detail: `${p.kind}, since ${londonDay(p.since)}${ownerText(p.owner, p.ownerIsMe)}`,
        action: { text: 'Confirm or change it', href: `/children/${p.childId}/happening` },
      })),
    }
    return {
      kind: 'view',
      template: 'domains/processes/keep-happening/stale-list.njk',
      model: { page },
    }
  },
}

function ownerText(owner: string | undefined, mine: boolean): string {
  if (mine) return ' · you keep it up to date'
  return owner ? ` · ${owner} keeps it up to date` : ''
}
