import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { BECAUSE, BECAUSE_OF } from '../concern.rules.ts'
import { registerOf } from '../register.rules.ts'
import { registered, type WaitingConcern, waitingConcerns } from '../waiting.queries.ts'
import { waitingLine } from './waiting.view.ts'

/** Worries that nobody has decided: those asked of this reader first, then the oldest. One thing to do each. */
export const listConcerns: Page = {
  method: 'GET',
  url: '/concerns',
  may: 'concerns.read',
  audit: { action: 'worries.list' },
  async answer({ tx, actor, show }): Promise<Answer> {
    const waiting = await waitingConcerns(tx, actor)
    show([...new Set(waiting.map((w) => w.childId))])
    const mine = (w: WaitingConcern) => w.askedOfId === actor.id && !w.secondThere
    const mayWrite = may(actor.role, 'concerns.write')
    const page = {
      title: 'Worries to look at',
      mayWrite,
      mine: waiting.filter(mine).map((w) => waitingLine(w, actor.id, mayWrite)),
      others: waiting.filter((w) => !mine(w)).map((w) => waitingLine(w, actor.id, mayWrite)),
      counts: may(actor.role, 'concerns.count'),
    }
    return {
      kind: 'view',
      template: 'domains/identification/list-concerns/list-concerns.njk',
      model: { page },
    }
  },
}

/** The register of identification of those within reach: its numbers add up, and are checked before they are shown. */
export const seeRegister: Page = {
  method: 'GET',
  url: '/concerns/register',
  may: 'concerns.count',
  audit: { action: 'worries.register' },
  async answer({ tx, actor }): Promise<Answer> {
    const register = registerOf(await registered(tx, actor))
    const page = {
      title: 'Worries, counted',
      area: may(actor.role, 'area.see'),
      organisation: actor.organisationName,
      register,
      reasons: BECAUSE_OF.not_referred.map((code) => ({
        text: BECAUSE[code],
        count: register.reasons.get(code) ?? 0,
      })),
    }
    return {
      kind: 'view',
      template: 'domains/identification/list-concerns/register.njk',
      model: { page },
    }
  },
}
