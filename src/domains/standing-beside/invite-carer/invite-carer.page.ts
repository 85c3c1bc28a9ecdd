import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import { typedIn } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  askedAnswer,
  askedPage,
  type Child,
  childIdOf,
  type Typed,
} from '#domains/children/index.ts'
import { entriesOf } from '#domains/outcomes/index.ts'
import { findOwnAccount, openCarerAccount } from '#domains/people/index.ts'
import { addCarer, carerItemsOf, carersOf } from '../carers.queries.ts'
import { childOf } from '../child-of-page.ts'
import { carersView } from './carers.view.ts'
import { CARER_ASKS, readInvite } from './invite-carer.form.ts'

const url = '/children/:childId/carers'

/** The carers of a child who have a limited account, and what each may see. */
export const seeCarers: Page = {
  method: 'GET',
  url,
  may: 'children.read',
  audit: { action: 'carers.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const page = carersView({
      child,
      carers: await carersOf(visit.tx, child.id),
      items: await carerItemsOf(visit.tx, child.id),
      said: await entriesOf(visit.tx, child.id),
      mayInvite: may(visit.actor.role, 'carers.invite'),
    })
    return {
      kind: 'view',
      template: 'domains/standing-beside/invite-carer/carers.njk',
      model: { page },
    }
  },
}

export const askInvite: Page = {
  method: 'GET',
  url: `${url}/add`,
  may: 'carers.invite',
  audit: { action: 'carers.ask', childId: childIdOf },
  answer: async (visit) => shown(await childOf(visit), {}, []),
}

/** Opens an account for one child, with words shown this once. It sees nothing until something is agreed. */
export const inviteCarer: Page = {
  method: 'POST',
  url: `${url}/add`,
  may: 'carers.invite',
  audit: { action: 'carers.invite', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const read = readInvite(visit.form, londonCalendarDay(visit.now))
    if ('problems' in read) return shown(child, typedIn(visit.form), read.problems)
    const { userName, words } = await invited(visit, child, read.value)
    return {
      kind: 'view',
      template: 'domains/standing-beside/invite-carer/words-given.njk',
      model: {
        page: {
          title: 'Their way in',
          child: { id: child.id, knownAs: child.knownAs },
          name: read.value.name,
          userName,
          words,
          origin: visit.origin,
        },
      },
    }
  },
}

async function invited(
  { tx }: Visit,
  child: Child,
  carer: Extract<ReturnType<typeof readInvite>, { value: unknown }>['value'],
): Promise<{ readonly userName: string; readonly words: string }> {
  const record = await findOwnAccount(tx, child.id)
  if (!record) throw new Error('A record within reach was not there')
  const opened = await openCarerAccount(tx, record.organisationId, carer.name)
  await addCarer(tx, child.id, { ...carer, personId: opened.id })
  // Their words can be given only once it is known whose carer they are.
  return { userName: opened.userName, words: await opened.giveWords() }
}

const shown = (child: Child, typed: Typed, problems: readonly Problem[]): Answer =>
  askedAnswer(
    askedPage({
      title: 'A limited account for a carer',
      child,
      back: `/children/${child.id}/carers`,
      intro: [
        'They see what was agreed with the young person, one thing at a time, and can say how they see things. They never see what the young person says, and open no record.',
      ],
      asks: CARER_ASKS,
      typed,
      submit: 'Open the account',
      problems,
    }),
  )
