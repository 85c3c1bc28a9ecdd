import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId, type ChildId } from '#kernel/ids.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import { MOST_BYTES } from '#platform/files/store.ts'
import { getChild } from '#domains/children/index.ts'
import { queueNotice } from '#domains/contact/index.ts'
import { owedNext } from '../answering.rules.ts'
import {
  addStep,
  findReceipt,
  goUp,
  holdReceipt,
  type Receipt,
  stepsOf,
  whoCanAnswer,
} from '../ledger.queries.ts'
import { decidedAt, readSent } from '../subjects.ts'
import { keepSpoken, spoken } from '../spoken.ts'
import { type Doing, readStep } from './answer.form.ts'
import { answerView } from './answer.view.ts'

const url = '/children/:childId/answers/:receipt'
const may = 'answers.give'
const childId = (asked: Asked): ChildId | undefined => readId<'child'>(asked.params['childId'])

/** What was sent, what became of it, and what comes next. */
export const seeAnswer: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'answers.read', childId },
  async answer(visit): Promise<Answer> {
    const child = childId(visit)
    if (child) await goUp(visit.tx, child, visit.now)
    const receipt = await receiptOf(visit)
    return receipt ? shown(visit, receipt, 200) : { kind: 'not-found' }
  },
}

/** Considered, decided, answered: one step at a time, each kept as it was written. */
export const giveAnswer: Page = {
  method: 'POST',
  url,
  may,
  upload: { bytes: MOST_BYTES, files: 1, saysSo: true },
  audit: { action: 'answers.write', childId },
  async answer(visit): Promise<Answer> {
    const found = await receiptOf(visit)
    if (!found) return { kind: 'not-found' }
    await holdReceipt(visit.tx, found.id)
    const receipt = (await receiptOf(visit)) ?? found
    const doing = await whatMayBeDone(visit, receipt)
    if (!doing) return shown(visit, receipt, 409, [], true)
    const read = readStep(doing, visit.form)
    if ('problems' in read) return shown(visit, receipt, 422, read.problems)
    const heard = await keepSpoken(visit, receipt.childId, doing)
    if (typeof heard === 'object') return shown(visit, receipt, 422, [heard])
    await addStep(visit.tx, receipt, { ...read.step, file: heard }, visit.now)
    // An answer, and what came of it, are new to them; that somebody is still thinking is on their page.
    if (doing === 'replied' || doing === 'came_of_it') {
      await queueNotice(visit.tx, receipt.childId, 'reply', visit.now)
    }
    visit.note({ step: doing })
    return { kind: 'redirect', to: addressOf(receipt) }
  },
}

/** An answer as somebody who may read it hears it. */
export const hearAnswer: Page = {
  method: 'GET',
  url: `${url}/heard/:file`,
  may,
  audit: { action: 'answers.read', childId },
  async answer(visit): Promise<Answer> {
    const receipt = await receiptOf(visit)
    return receipt ? spoken(visit, receipt.id) : { kind: 'not-found' }
  },
}

/** Undefined when it has moved on since the form was opened, or was never this person's to do. */
async function whatMayBeDone(visit: Visit, receipt: Receipt): Promise<Doing | undefined> {
  const doing = textOf(visit.form, 'do')
  const readable = (await readSent(visit.tx, receipt.childId, receipt)) !== undefined
  if (!readable) return undefined
  if (doing === 'came_of_it') {
    return receipt.state === 'answered' || receipt.state === 'settled' ? doing : undefined
  }
  if (receipt.answererId !== visit.actor.id || decidedAt(receipt)) return undefined
  const kinds = (await stepsOf(visit.tx, receipt.id)).map((s) => s.kind)
  const owed = owedNext({ state: receipt.state, kinds })
  return owed === doing ? owed : undefined
}

/** Somebody else answers: away, or better placed. The young person sees who. */
export const passOn: Page = {
  method: 'POST',
  url: `${url}/pass-on`,
  may,
  audit: { action: 'answers.pass-on.write', childId },
  async answer(visit): Promise<Answer> {
    const found = await receiptOf(visit)
    if (!found) return { kind: 'not-found' }
    await holdReceipt(visit.tx, found.id)
    const receipt = (await receiptOf(visit)) ?? found
    const { actor } = visit
    const theirs =
      !receipt.answererId || receipt.answererId === actor.id || actor.role === 'manager'
    if (receipt.state !== 'waiting' || !theirs) return shown(visit, receipt, 409, [], true)
    const to = readId<'person'>(visit.form['to'])
    const others = await whoCanAnswer(visit.tx, receipt, visit.now)
    const who = others.find((o) => o.id === to)
    if (!who) {
      return shown(visit, receipt, 422, [{ field: 'to', text: 'Choose who answers instead' }])
    }
    await addStep(visit.tx, receipt, { kind: 'passed_on', to: who.id }, visit.now)
    return { kind: 'redirect', to: addressOf(receipt) }
  },
}

const addressOf = (receipt: Receipt): string => `/children/${receipt.childId}/answers/${receipt.id}`

async function receiptOf(visit: Visit): Promise<Receipt | undefined> {
  const child = childId(visit)
  const id = readId<'receipt'>(visit.params['receipt'])
  return child && id && findReceipt(visit.tx, child, id)
}

async function shown(
  visit: Visit,
  receipt: Receipt,
  status: number,
  problems: readonly Problem[] = [],
  moved = false,
): Promise<Answer> {
  const { tx, actor, now } = visit
  const child = await getChild(tx, receipt.childId)
  return {
    kind: 'view',
    status,
    template: 'domains/participation/answering/answer/answer.njk',
    media: 'records',
    model: {
      page: answerView({
        child: { id: child.id, knownAs: child.knownAs },
        receipt,
        sent: await readSent(tx, receipt.childId, receipt),
        steps: await stepsOf(tx, receipt.id),
        others: await whoCanAnswer(tx, receipt, now),
        me: { id: actor.id, name: actor.name, manages: actor.role === 'manager' },
        today: londonCalendarDay(now),
        typed: typedIn(visit.form),
        problems,
        moved,
      }),
    },
  }
}
