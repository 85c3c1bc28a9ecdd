import { readId } from '#kernel/ids.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import type { Child } from '#domains/children/index.ts'
import { childIdOf, childOf } from '../../say/child-of-page.ts'
import { changeContact, type LovedContact, lovedContacts } from '../contacts.queries.ts'
import { contactState } from '../plan.rules.ts'
import { readForm, signing } from './plan.form.ts'
import { contactLine } from './shown.ts'

const url = '/children/:childId/people-they-love/contacts/:contact'
const may = 'answers.give'

/** A second person reads whom and why, and nothing of what the young person said. */
export const seeToSign: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'loved.sign.read', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const found = await toSignHere(visit)
    return found ? shown(visit, found, 200, []) : { kind: 'not-found' }
  },
}

/** Agrees, with a reason. Never whoever asked. */
export const signContact: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'loved.sign.write', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const found = await toSignHere(visit)
    if (!found) return { kind: 'not-found' }
    const { contact, child } = found
    const read = readForm(signing, visit.form, [])
    if ('problems' in read) return shown(visit, found, 422, read.problems)
    const mine = contact.askedById === visit.actor.id
    const same = versionOf(visit.form) === contact.version
    if (mine || !same || contactState(contact) !== 'to-sign') return shown(visit, found, 409, [])
    const { signedWhy } = read.value
    const signed = { signed_by: visit.actor.id, signed_at: visit.now, signed_why: signedWhy }
    if (!(await changeContact(visit.tx, contact, signed))) return shown(visit, found, 409, [])
    return { kind: 'redirect', to: `/children/${child.id}/people-they-love/contacts/${contact.id}` }
  },
}

type ToSign = { readonly child: Child; readonly contact: LovedContact }

async function toSignHere(visit: Visit): Promise<ToSign | undefined> {
  const id = readId<'loved-contact'>(visit.params['contact'])
  const child = await childOf(visit)
  const contact = (await lovedContacts(visit.tx, child.id)).find((c) => c.id === id)
  return contact && { child, contact }
}

function shown(
  visit: Visit,
  { child, contact }: ToSign,
  status: 200 | 409 | 422,
  problems: readonly Problem[],
): Answer {
  const page = {
    title: 'Whom somebody would like to contact',
    child: { id: child.id, knownAs: child.knownAs },
    contact: contactLine(contact, child.id),
    mine: contact.askedById === visit.actor.id,
    typed: typedIn(visit.form),
    moved: status === 409,
    errors: errorsOf(problems),
  }
  const template = 'domains/participation/people-i-love/staff/sign.njk'
  return { kind: 'view', status, template, model: { page } }
}
