import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { oneOf, verbatimIn, WITHDRAWN_BECAUSE } from '#domains/outcomes/index.ts'
import { getOwnChild, languageOf, ownChild } from '#domains/words/index.ts'
import { takeReceiptBack } from '../../answering/receipts.queries.ts'
import { besideOf, passedOn, sayNotSaid } from '../beside.queries.ts'
import { besideMe, ownStatement } from '../own-statement.ts'
import { ownStatements, partsOf } from '../said.queries.ts'
import { openingsOf, recipientsOf, takeBackFrom, takeStatementBack } from '../sending.queries.ts'
import { subjectOf } from '../said.rules.ts'
import type { Statement } from '../said-row.ts'
import { sentList, sentView } from './see-sent.view.ts'

const may = 'me.open'
const MOST_WORDS = 5000

/** Everything I sent, and what I began and keep to myself. */
export const seeWhatISent: Page = {
  method: 'GET',
  url: '/me/said',
  may,
  audit: { action: 'me.said', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const statements = await ownStatements(visit.tx, getOwnChild(visit))
    return {
      kind: 'view',
      template: 'domains/participation/say/see-sent/sent-list.njk',
      model: { page: sentList({ language: await languageOf(visit), statements }) },
    }
  },
}

/** One thing I sent. */
export async function sentAnswer(visit: Visit, statement: Statement): Promise<Answer> {
  const { tx } = visit
  return {
    kind: 'view',
    template: 'domains/participation/say/see-sent/see-sent.njk',
    media: 'plays',
    model: {
      page: sentView({
        language: await languageOf(visit),
        handed: visit.actor.handedTo !== undefined,
        statement,
        parts: await partsOf(tx, statement.id),
        beside: await besideOf(tx, statement.id),
        recipients: await recipientsOf(tx, statement.id),
        openings: await openingsOf(tx, statement.id),
        besideMe: (await besideMe(visit)).beside,
        passedOn: await passedOn(tx, statement.id),
        justSent: textOf(visit.query, 'just') === 'sent',
      }),
    },
  }
}

/** Takes it back, from everybody or from one person. */
export const takeItBack: Page = {
  method: 'POST',
  url: '/me/say/:statement/take-back',
  may,
  whileHanded: true,
  audit: { action: 'me.say.take-back', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const statement = await ownStatement(visit)
    if (!statement) return { kind: 'not-found' }
    const here: Answer = { kind: 'redirect', to: `/me/say/${statement.id}` }
    if (statement.status !== 'sent') return here
    const from = readId<'person'>(textOf(visit.form, 'from'))
    if (from) {
      // From the last one it is taken back whole: a thing sent is somebody's to answer.
      const others = (await recipientsOf(visit.tx, statement.id)).filter((r) => r.personId !== from)
      if (others.length > 0) {
        await takeBackFrom(visit.tx, statement.id, from)
        return here
      }
    }
    const because = oneOf(WITHDRAWN_BECAUSE, textOf(visit.form, 'because')) ?? 'not_said'
    await takeStatementBack(visit.tx, statement.id, because, visit.now)
    await takeReceiptBack(visit.tx, subjectOf(statement.about), statement.id, visit.now)
    return here
  },
}

/** Says of what somebody wrote beside it: that is not what I said. Kept beside it. */
export const notWhatISaid: Page = {
  method: 'POST',
  url: '/me/say/:statement/beside/:beside',
  may,
  whileHanded: true,
  audit: { action: 'me.say.not-said', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const statement = await ownStatement(visit)
    const id = readId<'statement-beside'>(visit.params['beside'])
    if (!statement || !id) return { kind: 'not-found' }
    const beside = (await besideOf(visit.tx, statement.id)).find((b) => b.id === id)
    if (!beside) return { kind: 'not-found' }
    const words = verbatimIn(visit.form, 'words').slice(0, MOST_WORDS)
    const again = beside.notSaid.some((n) => (n.words ?? '') === words)
    if (!again) {
      const language = await languageOf(visit)
      await sayNotSaid(visit.tx, statement.childId, id, words || undefined, language)
    }
    return { kind: 'redirect', to: `/me/say/${statement.id}` }
  },
}
