import { randomUUID } from 'node:crypto'
import { readId, trustedId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { languageOf, ownChild } from '#domains/words/index.ts'
import { oneOf } from '#domains/outcomes/index.ts'
import { goUp, type Receipt, receiptsOf } from '../../answering/ledger.queries.ts'
import { ownStatement } from '../../say/own-statement.ts'
import { addPart, countParts, partsOf, takeOut } from '../../say/said.queries.ts'
import { recipientsOf } from '../../say/sending.queries.ts'
import { asksNamed, CONTACT_CARDS, MOST_PARTS } from '../../say/said.rules.ts'
import type { Statement } from '../../say/said-row.ts'
import { lovedContacts } from '../contacts.queries.ts'
import { lovedSteps, planFor } from '../plan.queries.ts'
import { askView, planView, tellView } from './tell.view.ts'

const url = '/me/people-i-love/:statement'
const may = 'me.open'
const folder = 'domains/participation/people-i-love/own'
const audit = (act: string) => ({ action: `me.people-i-love.${act}`, childId: ownChild })

/** What I am telling, before it is sent; the plan, after. */
export const seeTold: Page = {
  method: 'GET',
  url,
  may,
  audit: audit('see'),
  async answer(visit): Promise<Answer> {
    const statement = await toldHere(visit)
    if (!statement) return { kind: 'not-found' }
    return statement.status === 'draft' ? draft(visit, statement) : plan(visit, statement)
  },
}

/** One question, and the ways to answer it. */
export const seeAsk: Page = {
  method: 'GET',
  url: `${url}/about/:asks`,
  may,
  audit: audit('ask'),
  async answer(visit): Promise<Answer> {
    const statement = await toldHere(visit)
    const asks = asksNamed(visit.params['asks'])
    if (!statement || !asks) return { kind: 'not-found' }
    if (statement.status !== 'draft') return here(statement)
    const page = askView({
      language: await languageOf(visit),
      statement,
      asks,
      parts: await partsOf(visit.tx, statement.id),
    })
    return { kind: 'view', template: `${folder}/ask.njk`, media: 'plays', model: { page } }
  },
}

/** Whether it is safe to contact them, in one press. Another press takes its place. */
export const answerContact: Page = {
  method: 'POST',
  url: `${url}/about/:asks`,
  may,
  audit: audit('answer'),
  async answer(visit): Promise<Answer> {
    const { tx, form } = visit
    const statement = await toldHere(visit)
    const asks = asksNamed(visit.params['asks'])
    if (!statement || !asks) return { kind: 'not-found' }
    if (statement.status !== 'draft') return here(statement)
    const out = readId<'statement-part'>(textOf(form, 'takeOut'))
    if (out) await takeOut(tx, statement.id, out)
    const card = asks === 'contact' ? oneOf(CONTACT_CARDS, textOf(form, 'card')) : undefined
    if (card && (await countParts(tx, statement.id)) < MOST_PARTS) {
      const before = (await partsOf(tx, statement.id)).filter(
        (p) => p.asks === 'contact' && p.medium === 'cards',
      )
      for (const part of before) await takeOut(tx, statement.id, part.id)
      await addPart(tx, statement, {
        id: trustedId(randomUUID()),
        medium: 'cards',
        asks,
        cards: [card],
        wordsLanguage: statement.language,
      })
    }
    return out
      ? { kind: 'redirect', to: `/me/people-i-love/${statement.id}/about/${asks}` }
      : here(statement)
  },
}

const here = ({ id }: Statement): Answer => ({ kind: 'redirect', to: `/me/people-i-love/${id}` })

/** What the address names, when it is theirs and about people they love. */
export async function toldHere(visit: Visit): Promise<Statement | undefined> {
  const statement = await ownStatement(visit)
  return statement?.about ? statement : undefined
}

async function draft(visit: Visit, statement: Statement): Promise<Answer> {
  const page = tellView({
    language: await languageOf(visit),
    statement,
    parts: await partsOf(visit.tx, statement.id),
    to: (await recipientsOf(visit.tx, statement.id)).flatMap((r) => r.name ?? []),
  })
  return { kind: 'view', template: `${folder}/tell.njk`, media: 'plays', model: { page } }
}

async function plan(visit: Visit, statement: Statement): Promise<Answer> {
  const { tx } = visit
  await goUp(tx, statement.childId, visit.now)
  const found = await planFor(tx, statement.childId, statement.id)
  const page = planView({
    language: await languageOf(visit),
    statement,
    plan: found,
    steps: found ? await lovedSteps(tx, found.id) : [],
    contacts: found ? await lovedContacts(tx, statement.childId, found.id) : [],
    receipt: await receiptFor(visit, statement),
  })
  return { kind: 'view', template: `${folder}/plan.njk`, model: { page } }
}

const receiptFor = async (visit: Visit, { childId, id }: Statement): Promise<Receipt | undefined> =>
  (await receiptsOf(visit.tx, childId)).find(
    (r) => r.subject === 'people_i_love' && r.subjectId === id,
  )
