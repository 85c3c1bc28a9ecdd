import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { languageOf, ownChild } from '#domains/words/index.ts'
import { openReceipt } from '../../answering/receipts.queries.ts'
import { besideMe, ownStatement, type ToChoose } from '../own-statement.ts'
import { refuseSend, type SendRefusal, subjectOf } from '../said.rules.ts'
import { partsOf } from '../said.queries.ts'
import { recipientsOf, sendStatement } from '../sending.queries.ts'
import type { Statement } from '../said-row.ts'
import { statementOfPage } from '../to-begin.ts'
import { readWish, type Wished } from './send-it.form.ts'
import { sendView } from './send-it.view.ts'

const url = '/me/say/:statement/send'
const may = 'me.open'

/** Choosing who gets it. */
export const seeSend: Page = {
  method: 'GET',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.say.send.ask', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const statement = await statementOfPage(visit)
    if (!statement) return { kind: 'not-found' }
    if (statement.status !== 'draft') return toStatement(statement, '')
    return shown(
      visit,
      statement,
      await besideMe(visit),
      await chosenBefore(visit, statement),
      undefined,
    )
  },
}

/** Sends it to those who were chosen, once. */
export const sendIt: Page = {
  method: 'POST',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.say.send', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const statement = await ownStatement(visit)
    if (!statement) return { kind: 'not-found' }
    if (textOf(visit.form, 'do') === 'keep') {
      return { kind: 'redirect', to: visit.actor.handedTo ? '/me/say' : '/me/said' }
    }
    const from = await besideMe(visit)
    const wish = readWish(visit.form, from)
    const refusal = refuseSend({
      status: statement.status,
      parts: (await partsOf(visit.tx, statement.id)).length,
      audience: wish.audience,
      chosen: wish.people.length,
    })
    if (refusal === 'already-sent') return toStatement(statement, '?just=sent')
    if (refusal || !wish.audience) return shown(visit, statement, from, wish.typed, refusal)
    return send(visit, statement, { ...wish, audience: wish.audience })
  },
}

async function send(
  visit: Visit,
  statement: Statement,
  wish: Wished & { readonly audience: NonNullable<Wished['audience']> },
): Promise<Answer> {
  const company = statement.occasionId === undefined ? wish.company : undefined
  const sent = await sendStatement(visit.tx, statement, { ...wish, company }, visit.now)
  if (sent) {
    await openReceipt(visit.tx, {
      childId: statement.childId,
      subject: subjectOf(statement.about),
      subjectId: statement.id,
      now: visit.now,
      keptTo: wish.audience === 'everyone_beside_me' ? undefined : wish.people,
      chosen: wish.people[0],
    })
    visit.note({ to: wish.audience, people: wish.people.length })
  }
  return toStatement(statement, '?just=sent')
}

/** Whom they chose before saying anything, to be looked at again and changed. */
async function chosenBefore(
  visit: Visit,
  { id, audience }: Statement,
): Promise<Wished['typed'] | undefined> {
  if (!audience) return undefined
  const people = (await recipientsOf(visit.tx, id)).map((r) => r.personId)
  return { who: audience, people, with: 'alone' }
}

const toStatement = ({ id }: Statement, query: string): Answer => ({
  kind: 'redirect',
  to: `/me/say/${id}${query}`,
})

async function shown(
  visit: Visit,
  statement: Statement,
  from: ToChoose,
  typed: Wished['typed'] | undefined,
  refusal: SendRefusal | undefined,
): Promise<Answer> {
  return {
    kind: 'view',
    status: refusal ? 422 : 200,
    template: 'domains/participation/say/send-it/send-it.njk',
    model: {
      page: sendView({
        language: await languageOf(visit),
        handed: visit.actor.handedTo !== undefined,
        statement,
        from,
        typed,
        refusal,
      }),
    },
  }
}
