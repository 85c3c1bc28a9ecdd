import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { lookUp } from '#kernel/look-up.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import { versionOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { childIdOf } from '#domains/children/index.ts'
import { complete } from '../decision-writing.queries.ts'
import { type Decision, type HeardLine, partsOf } from '../decision.queries.ts'
import {
  CHILD_STANDS,
  type Choices,
  GAP_WORDS,
  gapsIn,
  NOT_HEARD,
  OTHERS_STAND,
  SAID_BY,
  WEIGHTS,
  WHOSE,
} from '../decision.rules.ts'
import { addressOf, decisionOf, type Found, rowOf, URL } from './decision-of-page.ts'

/** A decision: what they say first, then what was weighed, and what is still missing. */
export const seeDecision: Page = {
  method: 'GET',
  url: URL,
  may: 'children.read',
  audit: { action: 'decisions.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const found = await decisionOf(visit)
    return found ? shown(visit, found, 200) : { kind: 'not-found' }
  },
}

export const finishDecision: Page = {
  method: 'POST',
  url: `${URL}/finish`,
  may: 'children.write',
  audit: { action: 'decisions.finish', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const found = await decisionOf(visit)
    if (!found) return { kind: 'not-found' }
    const gaps = gapsIn(partsOf(found.decision), londonCalendarDay(visit.now))
    if (gaps.length > 0) return shown(visit, found, 422)
    const row = { ...rowOf(found), version: versionOf(visit.form) }
    if (await complete(visit.tx, row)) return { kind: 'redirect', to: addressOf(found) }
    const now = await decisionOf(visit)
    return now ? shown(visit, now, 409) : { kind: 'not-found' }
  },
}

function shown(visit: Visit, found: Found, status: number): Answer {
  const { decision: d, child } = found
  const today = londonCalendarDay(visit.now)
  const finished = d.completedAt !== undefined
  const page = {
    title: 'A decision',
    child: { id: child.id, knownAs: child.knownAs },
    here: addressOf(found),
    decision: d,
    heard: d.heard.map(heardLine),
    weight: said(WEIGHTS, d.weight),
    chosen: d.options.find((o) => o.id === d.chosenOption)?.what,
    childStands: said(CHILD_STANDS, d.childStands),
    othersStand: said(OTHERS_STAND, d.othersStand),
    dissent: d.dissent.map((x) => ({ ...x, whose: said(WHOSE, x.whose) })),
    told: d.toldOn && inWords(d.toldOn),
    notTold: !d.toldOn && d.tellNextOn && inWords(d.tellNextOn),
    ...endOf(d),
    gaps: finished ? [] : gapsIn(partsOf(d), today).map((gap) => GAP_WORDS[gap]),
    refused: status === 422,
    changed: status === 409,
    mayWrite: mayDo(visit.actor.role, 'children.write'),
    finished,
  }
  return {
    kind: 'view',
    status,
    template: 'domains/plans/decide/see-decision.njk',
    model: { page },
  }
}

const endOf = (d: Decision) => ({
  opened: { by: d.openedBy, day: inWords(londonCalendarDay(d.openedAt)) },
  completed: d.completedAt && {
    by: d.completedBy,
    day: inWords(londonCalendarDay(d.completedAt)),
  },
})

const said = (choices: Choices, code: string | undefined): string | undefined =>
  code === undefined ? undefined : lookUp(choices, code)

const heardLine = (h: HeardLine) => ({
  ...h,
  day: inWords(h.onDay),
  how: said(SAID_BY, h.saidBy),
  why: said(NOT_HEARD, h.because),
  next: h.nextOn && inWords(h.nextOn),
})
