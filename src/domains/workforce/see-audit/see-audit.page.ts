import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { auditOfPage, childId, NOT_FOUND } from '../audit-of-page.ts'
import { actNowOf, feedbackOf, reflectionOf } from '../beside.queries.ts'
import { factsOf } from '../facts.queries.ts'
import { findingsOf } from '../finding.queries.ts'
import { agreedOf, readingsOf } from '../reading.queries.ts'
import { seeAuditView } from './see-audit.view.ts'

/** The audit of one record, as far as its reader may see it now. */
export const seeAudit: Page = {
  method: 'GET',
  url: '/children/:childId/case-audits/:auditId',
  may: 'case-audits.take-part',
  audit: { action: 'case-audit.see', childId },
  async answer(visit): Promise<Answer> {
    const at = await auditOfPage(visit)
    if (!at) return NOT_FOUND
    const { tx, actor } = visit
    const page = seeAuditView(at, {
      facts: await factsOf(tx, at.child.id, at.round),
      reflection: await reflectionOf(tx, at.audit),
      readings: await readingsOf(tx, at.audit),
      agreed: await agreedOf(tx, at.audit),
      feedback: await feedbackOf(tx, at.audit),
      actNow: await actNowOf(tx, at.audit),
      findings: await findingsOf(tx, at.audit),
      me: actor.id,
      mayManage: may(actor.role, 'case-audits.manage'),
    })
    return { kind: 'view', template: 'domains/workforce/see-audit/see-audit.njk', model: { page } }
  },
}
