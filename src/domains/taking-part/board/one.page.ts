import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { verbatimIn } from '#domains/outcomes/index.ts'
import {
  answersTo,
  canBeInvited,
  findOpportunity,
  invite,
  invitedTo,
  type Opportunity,
  replyTo,
} from '../board.queries.ts'
import { groupsFor } from '../groups.queries.ts'
import { leadsHere } from '../leads.queries.ts'
import { ANSWER_WORDS, boardLine, groupLine } from './board.view.ts'
import { ledHere } from './led-here.ts'

const url = '/taking-part/:opportunity'
const may = 'taking-part.read'
const MOST_REPLY = 2000

/** One of the board; for those who lead, who said what to it, whom they may ask, and its groups. */
export const seeOpportunity: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'taking-part' },
  async answer(visit): Promise<Answer> {
    const id = readId<'opportunity'>(visit.params['opportunity'])
    const found = id && (await findOpportunity(visit.tx, id))
    return found ? shown(visit, found, []) : { kind: 'not-found' }
  },
}

/** A lead tells somebody more, or asks somebody personally whom it is safe to ask. */
export const workOnOpportunity: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'taking-part.write' },
  async answer(visit): Promise<Answer> {
    const found = await ledHere(visit)
    if (!found) return { kind: 'not-found' }
    const problem =
      textOf(visit.form, 'do') === 'invite'
        ? await inviteOne(visit, found)
        : await replyToOne(visit, found)
    return problem
      ? shown(visit, found, [problem])
      : { kind: 'redirect', to: `/taking-part/${found.id}` }
  },
}

async function inviteOne(visit: Visit, { id }: Opportunity): Promise<Problem | undefined> {
  const child = readId<'child'>(visit.form['child'])
  const who = (await canBeInvited(visit.tx, id)).find((c) => c.childId === child)
  if (!who) {
    const text = 'Nobody was asked. Choose somebody from the list: it may have changed meanwhile'
    return { field: 'child', text }
  }
  await invite(visit.tx, id, who.childId, visit.now)
  visit.show([who.childId])
  return undefined
}

async function replyToOne(visit: Visit, { id }: Opportunity): Promise<Problem | undefined> {
  const { form } = visit
  const words = verbatimIn(form, 'words')
  const answer = (await answersTo(visit.tx, id)).find((a) => a.id === textOf(form, 'answer'))
  if (!answer) return { field: 'answers', text: 'They took their answer back. Nothing was sent' }
  if (words === '') return { field: `words-${answer.id}`, text: 'Write what you want to tell them' }
  if (words.length > MOST_REPLY) {
    return { field: `words-${answer.id}`, text: `Use ${MOST_REPLY} characters or fewer` }
  }
  await replyTo(visit.tx, answer, words, visit.now)
  visit.show([answer.childId])
  return undefined
}

async function shown(
  visit: Visit,
  found: Opportunity,
  problems: readonly Problem[],
): Promise<Answer> {
  const { tx } = visit
  const leads = await leadsHere(tx)
  const answers = leads ? await answersTo(tx, found.id) : []
  const invited = leads ? await invitedTo(tx, found.id) : []
  const toInvite = leads ? await canBeInvited(tx, found.id) : []
  visit.show([...answers, ...invited, ...toInvite].map((a) => a.childId))
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/taking-part/board/one.njk',
    model: {
      page: {
        title: 'Something to take part in',
        one: boardLine(found),
        leads,
        over: found.startsAt <= visit.now,
        answers: answers.map((a) => ({ ...a, said: ANSWER_WORDS[a.answer] })),
        invited,
        toInvite: toInvite.map((c) => ({ value: c.childId, text: c.name })),
        groups: leads ? (await groupsFor(tx, found.id)).map(groupLine) : [],
        typed: verbatimIn(visit.form, 'words'),
        typedFor: textOf(visit.form, 'answer'),
        errors: errorsOf(problems),
      },
    },
  }
}
