import { readId } from '#kernel/ids.ts'
import { londonDay } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import { versionOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type AtAudit, auditOfPage, childId, itemOf, NOT_FOUND } from '../audit-of-page.ts'
import { reads, refuseClose } from '../audit.rules.ts'
import { closeFinding, type Finding, findingsOf } from '../finding.queries.ts'
import { actionView } from '../take-action/action.view.ts'

const url = '/children/:childId/case-audits/:auditId/findings/:findingId'

/** One finding, and what is done about it. */
export const seeFinding: Page = {
  method: 'GET',
  url,
  may: 'case-audits.take-part',
  audit: { action: 'case-audit.finding.see', childId },
  answer: async (visit) => shown(visit, await findingOfPage(visit), undefined),
}

export const close: Page = {
  method: 'POST',
  url: `${url}/close`,
  may: 'case-audits.manage',
  audit: { action: 'case-audit.finding.close', childId },
  async answer(visit): Promise<Answer> {
    const found = await findingOfPage(visit)
    if (!found) return NOT_FOUND
    if (!found.finding.open) return shown(visit, found, 'This finding is closed already')
    const refusal = refuseClose(found.finding.actions)
    if (refusal) return shown(visit, found, REFUSALS[refusal])
    if (await closeFinding(visit.tx, found.finding.id, versionOf(visit.form))) {
      return { kind: 'redirect', to: `${found.at.here}/findings/${found.finding.id}` }
    }
    return shown(
      visit,
      await findingOfPage(visit),
      'This finding changed while you were looking at it. Look again',
    )
  },
}

const REFUSALS = {
  'no-action': 'A finding cannot close without an action. Add one first',
  'not-verified':
    'An action is still open. It is over when somebody other than its owner has seen that it was done',
} as const

export type AtFinding = { readonly at: AtAudit; readonly finding: Finding }

export async function findingOfPage(visit: Visit): Promise<AtFinding | undefined> {
  const id = readId<'case-audit-finding'>(visit.params['findingId'])
  const at = await auditOfPage(visit)
  const finding = at && (await findingsOf(visit.tx, at.audit)).find((f) => f.id === id)
  return at && finding ? { at, finding } : undefined
}

function shown(visit: Visit, found: AtFinding | undefined, problem: string | undefined): Answer {
  if (!found) return NOT_FOUND
  const { at, finding } = found
  const page = {
    title: 'A finding',
    child: at.child,
    here: at.here,
    problem,
    about: itemOf(at.round, finding.itemKey)?.title ?? 'What was asked',
    ...nextFor(visit, found),
    finding: {
      id: finding.id,
      words: finding.words,
      by: finding.foundBy ?? 'an auditor',
      open: finding.open,
      closed: finding.closedAt && londonDay(finding.closedAt),
      version: finding.version,
    },
    actions: finding.actions.map((a) => ({ ...actionView(a), href: `${at.here}/actions/${a.id}` })),
  }
  return {
    kind: 'view',
    status: problem ? 422 : 200,
    template: 'domains/workforce/find/see-finding.njk',
    model: { page },
  }
}

function nextFor(visit: Visit, { at, finding }: AtFinding) {
  const manages = may(visit.actor.role, 'case-audits.manage')
  const readsNow = reads(at.part) && at.audit.endedAt === undefined
  return { mayAdd: finding.open && (manages || readsNow), mayClose: finding.open && manages }
}
