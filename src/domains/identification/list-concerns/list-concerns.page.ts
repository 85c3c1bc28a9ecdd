import { londonDay } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { BECAUSE, BECAUSE_OF } from '../concern.rules.ts'
import { registerOf } from '../register.rules.ts'
import { registered, type WaitingConcern, waitingConcerns } from '../waiting.queries.ts'

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
    const page = {
      title: 'Worries to look at',
      mine: waiting.filter(mine).map((w) => lineOf(w, actor.id)),
      others: waiting.filter((w) => !mine(w)).map((w) => lineOf(w, actor.id)),
      counts: may(actor.role, 'concerns.count'),
    }
    return {
      kind: 'view',
      template: 'domains/identification/list-concerns/list-concerns.njk',
      model: { page },
    }
  },
}

function lineOf(w: WaitingConcern, actorId: string) {
  const here = `/children/${w.childId}/concerns/${w.id}`
  const step = stepOf(w, actorId, here)
  return {
    name: w.knownAs,
    href: `/children/${w.childId}`,
    detail: `${step.waits}, written down ${londonDay(w.recordedAt)}`,
    action: { text: step.text, href: step.href },
  }
}

/** What the worry waits for, and what this reader can do about it. */
function stepOf(w: WaitingConcern, actorId: string, here: string) {
  if (!w.firstById) {
    return {
      waits: 'Waits for one person’s thinking',
      text: 'Write what you think',
      href: `${here}/look`,
    }
  }
  if (w.secondThere) {
    return { waits: 'Waits for a decision', text: 'Decide', href: `${here}/decide` }
  }
  const asked = w.askedOf ? `, asked of ${w.askedOf}` : ', asked of nobody yet'
  const waits = `${w.firstBy ?? 'Somebody'} has thought about it; waits for a second look${asked}`
  return w.firstById === actorId
    ? { waits, text: 'Ask somebody', href: `${here}/ask` }
    : { waits, text: 'Take the second look', href: `${here}/second-look` }
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
