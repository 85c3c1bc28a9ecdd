import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { textOf, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { oneOf, verbatimIn } from '#domains/outcomes/index.ts'
import { getOwnChild, languageOf, ownChild, wordsFor, sayIn } from '#domains/words/index.ts'
import { maySayBack } from '../answering.rules.ts'
import { addStep, findReceipt, goUp, holdReceipt, receiptsOf, stepsOf } from '../ledger.queries.ts'
import type { Receipt } from '../ledger.queries.ts'
import { spoken } from '../spoken.ts'
import { ownAddress } from '../subjects.ts'
import { oneSentView, sentView } from './sent.view.ts'

const may = 'me.open'
const MOST = 5000

/** All that I sent: who answers, and by when. */
export const seeSent: Page = {
  method: 'GET',
  url: '/me/sent',
  may,
  audit: { action: 'me.sent.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    await goUp(visit.tx, child, visit.now)
    const page = sentView(await languageOf(visit), await receiptsOf(visit.tx, child))
    return {
      kind: 'view',
      template: 'domains/participation/answering/sent/sent.njk',
      model: { page },
    }
  },
}

/** One thing I sent, what happened with it, and the answer. */
export const seeOneSent: Page = {
  method: 'GET',
  url: '/me/sent/:receipt',
  may,
  audit: { action: 'me.sent.read', childId: ownChild },
  async answer(visit): Promise<Answer> {
    await goUp(visit.tx, getOwnChild(visit), visit.now)
    const receipt = await receiptOf(visit)
    return receipt ? shown(visit, receipt, []) : { kind: 'not-found' }
  },
}

/** An answer, in the voice of whoever gave it. */
export const hearSent: Page = {
  method: 'GET',
  url: '/me/sent/:receipt/heard/:file',
  may,
  audit: { action: 'me.sent.hear', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const receipt = await receiptOf(visit)
    return receipt ? spoken(visit, receipt.id) : { kind: 'not-found' }
  },
}

/** This answers me; not yet; I do not understand it; no need. */
export const sayBack: Page = {
  method: 'POST',
  url: '/me/sent/:receipt',
  may,
  audit: { action: 'me.sent.say-back', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const found = await receiptOf(visit)
    if (!found) return { kind: 'not-found' }
    await holdReceipt(visit.tx, found.id)
    const receipt = (await receiptOf(visit)) ?? found
    const language = await languageOf(visit)
    const { words: w } = wordsFor(language)
    const again = (text: string) => shown(visit, receipt, [{ field: 'back', text }])
    const back = oneOf(maySayBack(receipt.state), textOf(visit.form, 'back'))
    const words = verbatimIn(visit.form, 'words')
    if (versionOf(visit.form) !== receipt.version) return again(w.answered.changed)
    if (!back) return again(w.answered.choose)
    if (words.length > MOST) return again(sayIn({ language }, w.answer.tooLong, { most: MOST }))
    await addStep(
      visit.tx,
      receipt,
      {
        kind: 'said_back',
        back,
        words: words === '' ? undefined : words,
        wordsLanguage: language,
      },
      visit.now,
    )
    return { kind: 'redirect', to: `/me/sent/${receipt.id}?just=said` }
  },
}

async function receiptOf(visit: Visit): Promise<Receipt | undefined> {
  const id = readId<'receipt'>(visit.params['receipt'])
  return id && findReceipt(visit.tx, getOwnChild(visit), id)
}

async function shown(
  visit: Visit,
  receipt: Receipt,
  problems: readonly Problem[],
): Promise<Answer> {
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/participation/answering/sent/one-sent.njk',
    media: 'plays',
    model: {
      page: oneSentView({
        language: await languageOf(visit),
        receipt,
        steps: await stepsOf(visit.tx, receipt.id),
        readAt: ownAddress(receipt.subject, receipt.subjectId),
        today: londonCalendarDay(visit.now),
        typed: textOf(visit.form, 'words'),
        done: textOf(visit.query, 'just') === 'said',
        problems,
      }),
    },
  }
}
