import { textOf, versionOf } from '#platform/http/fields.ts'
import { readId } from '#kernel/ids.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { ownChild } from '#domains/words/index.ts'
import { oneOf } from '#domains/outcomes/index.ts'
import { changeContact, lovedContacts } from '../contacts.queries.ts'
import { planFor } from '../plan.queries.ts'
import { toldHere } from './tell.page.ts'

/** Yes or no to contacting somebody. It can be changed until it is done, and only by the young person. */
export const sayMayContact: Page = {
  method: 'POST',
  url: '/me/people-i-love/:statement/contacts/:contact',
  may: 'me.open',
  audit: { action: 'me.people-i-love.contact', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { tx, form, now } = visit
    const statement = await toldHere(visit)
    const id = readId<'loved-contact'>(visit.params['contact'])
    const plan = statement && (await planFor(tx, statement.childId, statement.id))
    if (!plan || !id) return { kind: 'not-found' }
    const contact = (await lovedContacts(tx, plan.childId, plan.id)).find((c) => c.id === id)
    if (!contact) return { kind: 'not-found' }
    const said = oneOf(['yes', 'no'] as const, textOf(form, 'may'))
    // Somebody changed it meanwhile, or it was done: the page shows how it stands now.
    if (said && !contact.madeAt && versionOf(form) === contact.version) {
      await changeContact(tx, contact, { child_said: said, child_said_at: now })
    }
    return { kind: 'redirect', to: `/me/people-i-love/${plan.statementId}` }
  },
}
