import { calendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId, type ChildId } from '#kernel/ids.ts'
import { londonDay } from '#kernel/london-time.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import { typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import { allocate, ALLOCATED_AS, getChild, workersOf } from '#domains/children/index.ts'
import { queueNotice } from '#domains/contact/index.ts'
import { answerAtOnce } from '../../answering/answer-at-once.ts'
import { goUp, holdReceipt, type Receipt, receiptsOf } from '../../answering/ledger.queries.ts'
import { type ComeBack, comeBacksOf } from '../come-back.queries.ts'
import { SAY_WHO } from '../come-back.rules.ts'
import { readComeBackAnswer } from './answer-come-back.form.ts'

const url = '/children/:childId/come-back/:ask'
const may = 'answers.give'
const childId = (asked: Asked): ChildId | undefined => readId<'child'>(asked.params['childId'])

/** Somebody wants to talk to somebody again: in which words, who answers, and by when. */
export const seeAskedToComeBack: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'come-back.read', childId },
  async answer(visit): Promise<Answer> {
    const child = childId(visit)
    if (child) await goUp(visit.tx, child, visit.now)
    const found = await askedHere(visit)
    return found ? shown(visit, found, 200) : { kind: 'not-found' }
  },
}

/** Who stands beside them again, and the answer to them, in one act. */
export const answerComeBack: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'come-back.answer', childId },
  async answer(visit): Promise<Answer> {
    const { tx, actor, now } = visit
    const first = await askedHere(visit)
    if (!first) return { kind: 'not-found' }
    await holdReceipt(tx, first.receipt.id)
    const found = (await askedHere(visit)) ?? first
    const { receipt } = found
    if (receipt.state !== 'waiting' || receipt.answererId !== actor.id)
      return shown(visit, found, 409)
    const maySayWho = mayDo(actor.role, 'children.allocate')
    const read = readComeBackAnswer(visit.form, maySayWho)
    if ('problems' in read) return shown(visit, found, 422, read.problems)
    const { who, reply } = read.answer
    if (who) {
      const workers = await workersOf(tx, actor.organisationId)
      if (!workers.some((w) => w.id === who.person)) {
        return shown(visit, found, 422, [
          { field: 'person', text: 'Choose somebody from the list' },
        ])
      }
      // Whoever has that part already has it: the answer is sent all the same.
      await allocate(tx, receipt.childId, { ...who, startedOn: londonCalendarDay(now) })
    }
    const steps = {
      considered: { kind: 'considered', words: reply, weight: 'decided_it' },
      decided: { kind: 'decided', words: reply, decision: 'yes', decidedBy: actor.name },
      replied: { kind: 'replied', words: reply },
    } as const
    await answerAtOnce(tx, receipt, steps, now)
    await queueNotice(tx, receipt.childId, 'reply', now)
    return { kind: 'redirect', to: `/children/${receipt.childId}/beside` }
  },
}

type Found = { readonly asked: ComeBack; readonly receipt: Receipt }

async function askedHere(visit: Visit): Promise<Found | undefined> {
  const child = childId(visit)
  const id = readId<'come-back'>(visit.params['ask'])
  if (!child || !id) return undefined
  const asked = (await comeBacksOf(visit.tx, child)).find((b) => b.id === id)
  const receipts = await receiptsOf(visit.tx, child)
  const receipt = receipts.find((r) => r.subject === 'come_back' && r.subjectId === id)
  return asked && receipt && { asked, receipt }
}

async function shown(
  visit: Visit,
  { asked, receipt }: Found,
  status: 200 | 409 | 422,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const { tx, actor } = visit
  const child = await getChild(tx, receipt.childId)
  const typed = typedIn(visit.form)
  const waits = receipt.state === 'waiting'
  const mine = waits && receipt.answererId === actor.id
  const maySayWho = mayDo(actor.role, 'children.allocate')
  const workers = mine && maySayWho ? await workersOf(tx, actor.organisationId) : []
  const day = calendarDay(receipt.answerBy)
  const page = {
    title: 'Wants to talk to somebody again',
    child: { id: child.id, knownAs: child.knownAs },
    asked,
    askedOn: londonDay(asked.at),
    answers: waits
      ? `${receipt.answererName ?? 'Nobody yet'} answers by ${day ? inWords(day) : receipt.answerBy}.`
      : 'This was answered.',
    mine,
    maySayWho,
    act: maySayWho ? SAY_WHO : 'Send the answer',
    workers: [
      { value: '', text: 'Choose somebody' },
      ...workers.map((w) => ({ value: w.id, text: w.name, selected: w.id === typed['person'] })),
    ],
    parts: Object.entries(ALLOCATED_AS).map(([value, text]) => ({
      value,
      text,
      checked: value === typed['part'],
    })),
    typed,
    moved: status === 409,
    answerAt: `/children/${child.id}/answers/${receipt.id}`,
    errors: errorsOf(problems),
  }
  const template = 'domains/participation/come-back/lead/answer-come-back.njk'
  return { kind: 'view', status, template, model: { page } }
}
