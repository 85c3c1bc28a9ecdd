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
import { type RegisteredCarer, registeredCarers } from '#domains/home/index.ts'
import { addCarer, carerItemsOf, carersOf } from '../carers.queries.ts'
import type { Carer } from '../carers.rules.ts'
import { childOf } from '../child-of-page.ts'
import { carersView } from './carers.view.ts'
import { carerAsks, readInvite, type ToInvite } from './invite-carer.form.ts'
import { registerChoices } from './register.view.ts'

const url = '/children/:childId/carers'

/** The carers of a child who have a limited account, and what each may see. */
export const seeCarers: Page = {
  method: 'GET',
  url,
  may: 'children.read',
  audit: { action: 'carers.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const carers = await carersOf(visit.tx, child.id)
    const page = carersView({
      child,
      carers,
      registered: await registeredFor(visit, child, carers),
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
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    return shown({ child, registered: await registeredFor(visit, child, []) }, {}, [])
  },
}

/** Opens an account for one child, with words shown this once. It sees nothing until something is agreed. */
export const inviteCarer: Page = {
  method: 'POST',
  url: `${url}/add`,
  may: 'carers.invite',
  audit: { action: 'carers.invite', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const registered = await registeredFor(visit, child, [])
    const choices = registerChoices(registered)
    const read = readInvite(visit.form, londonCalendarDay(visit.now), choices)
    if ('problems' in read) {
      return shown({ child, registered }, typedIn(visit.form), read.problems)
    }
    const inIt = registered.find((r) => r.id === read.value.registerId)
    const carer = { ...read.value, name: inIt?.name ?? read.value.name ?? '' }
    const { userName, words } = await invited(visit, child, carer)
    return {
      kind: 'view',
      template: 'domains/standing-beside/invite-carer/words-given.njk',
      model: {
        page: {
          title: 'Their way in',
          child: { id: child.id, knownAs: child.knownAs },
          name: carer.name,
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
  carer: ToInvite & { readonly name: string },
): Promise<{ readonly userName: string; readonly words: string }> {
  const record = await findOwnAccount(tx, child.id)
  if (!record) throw new Error('A record within reach was not there')
  const opened = await openCarerAccount(tx, record.organisationId, carer.name)
  await addCarer(tx, child.id, { ...carer, personId: opened.id })
  // Their words can be given only once it is known whose carer they are.
  return { userName: opened.userName, words: await opened.giveWords() }
}

/** Those of the register who care where the child lives now, and those whom accounts are tied to. */
export const registeredFor = (
  { tx, now }: Visit,
  child: Child,
  carers: readonly Carer[],
): Promise<readonly RegisteredCarer[]> =>
  registeredCarers(
    tx,
    child.id,
    londonCalendarDay(now),
    carers.flatMap((c) => c.registerId ?? []),
  )

type For = { readonly child: Child; readonly registered: readonly RegisteredCarer[] }

const shown = ({ child, registered }: For, typed: Typed, problems: readonly Problem[]): Answer =>
  askedAnswer(
    askedPage({
      title: 'A limited account for a carer',
      child,
      back: `/children/${child.id}/carers`,
      intro: [
        'They see what was agreed with the young person, one thing at a time, and can say how they see things. They never see what the young person says, and open no record.',
      ],
      asks: carerAsks(registerChoices(registered)),
      typed,
      submit: 'Open the account',
      problems,
    }),
  )
