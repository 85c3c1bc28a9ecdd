import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { oneOf } from '#domains/outcomes/index.ts'
import { getOwnChild, languageOf, ownChild } from '#domains/words/index.ts'
import {
  askedNotToBeAsked,
  findOpportunity,
  onTheBoard,
  ownAnswers,
  ownInvitations,
  sayDoNotAsk,
  sayToBoard,
} from '../board.queries.ts'
import { ANSWERS } from '../taking-part.rules.ts'
import { myBoardView } from './my-board.view.ts'

const url = '/me/taking-part'
const may = 'me.open'
const audit = { action: 'me.taking-part', childId: ownChild }

/** What I can join, with everything one wants to know before saying yes or no. */
export const seeMyBoard: Page = {
  method: 'GET',
  url,
  may,
  audit,
  async answer(visit): Promise<Answer> {
    const { tx, now } = visit
    const child = getOwnChild(visit)
    const page = myBoardView({
      language: await languageOf(visit),
      on: await onTheBoard(tx, now),
      answers: await ownAnswers(tx, child),
      invitations: await ownInvitations(tx, child),
      doNotAsk: await askedNotToBeAsked(tx, child),
    })
    return { kind: 'view', template: 'domains/taking-part/own/my-board.njk', model: { page } }
  },
}

/** I say what I think of it, change my mind, or ask not to be asked. */
export const sayOnMyBoard: Page = {
  method: 'POST',
  url,
  may,
  audit,
  async answer(visit): Promise<Answer> {
    const { tx, now, form } = visit
    const child = getOwnChild(visit)
    const wish = oneOf(['ask', 'do-not-ask'] as const, textOf(form, 'wish'))
    if (wish) {
      await sayDoNotAsk(tx, child, wish === 'do-not-ask')
      return { kind: 'redirect', to: `${url}#asking` }
    }
    const id = readId<'opportunity'>(form['opportunity'])
    const found = id && (await findOpportunity(tx, id))
    const answer = oneOf(ANSWERS, textOf(form, 'answer'))
    if (!found || !answer) return { kind: 'not-found' }
    await sayToBoard(tx, child, found.id, answer, now)
    return { kind: 'redirect', to: `${url}#on-${found.id}` }
  },
}
