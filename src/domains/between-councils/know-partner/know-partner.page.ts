import { londonDay } from '#kernel/london-time.ts'
import { readId } from '#kernel/ids.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { leads } from '../lead.access.ts'
import { addPartner, partnersOf, stopPartner } from '../partner.queries.ts'
import { readOut } from '../protocol/identity.rules.ts'
import { readPartner } from './know-partner.form.ts'

const may = 'between.lead'
const url = '/between/partners/add'

export const askPartner: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'between.partner.ask' },
  answer: async (visit) => (leads(visit.actor) ? shown(visit, []) : { kind: 'refused' }),
}

/** Whoever is added was rung first: a card could be anybody's. */
export const keepPartner: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'between.partner.add' },
  async answer(visit): Promise<Answer> {
    const { tx, actor, form } = visit
    if (!leads(actor)) return { kind: 'refused' }
    const read = readPartner(form)
    if ('problems' in read) return shown(visit, read.problems)
    const { card, how } = read.value
    if (!(await addPartner(tx, actor.organisationId, card, how)))
      return shown(visit, [{ field: 'card', text: 'This card is known here already' }])
    return { kind: 'redirect', to: '/between' }
  },
}

const shown = ({ form }: Visit, problems: readonly Problem[]): Answer => ({
  kind: 'view',
  status: problems.length > 0 ? 422 : 200,
  template: 'domains/between-councils/know-partner/add-partner.njk',
  model: {
    page: { title: 'Add a council or a matcher', typed: typedIn(form), errors: errorsOf(problems) },
  },
})

const oneUrl = '/between/partners/:partnerId'

export const seePartner: Page = {
  method: 'GET',
  url: oneUrl,
  may: 'between.read',
  audit: { action: 'between.partner.see' },
  answer: (visit) => one(visit, 200, []),
}

/** Nothing is asked of somebody stopped, and nothing of theirs is taken. */
export const stopKnowing: Page = {
  method: 'POST',
  url: oneUrl,
  may,
  audit: { action: 'between.partner.stop' },
  async answer(visit): Promise<Answer> {
    const { tx, actor, form, now, params } = visit
    const id = readId(params['partnerId'])
    if (!leads(actor)) return { kind: 'refused' }
    const because = textOf(form, 'because').trim()
    if (because === '' || because.length > 500)
      return one(visit, 422, [{ field: 'because', text: 'Enter why, in 500 letters or fewer' }])
    if (id && (await stopPartner(tx, { id, version: versionOf(form), because, now })))
      return { kind: 'redirect', to: `/between/partners/${id}` }
    return one(visit, 409, [
      { field: 'because', text: 'Nothing was changed: somebody else changed this meanwhile' },
    ])
  },
}

async function one(visit: Visit, status: number, problems: readonly Problem[]): Promise<Answer> {
  const { tx, actor, form, params } = visit
  const partner = (await partnersOf(tx)).find((p) => p.id === params['partnerId'])
  if (!partner) return { kind: 'not-found' }
  const { card } = partner
  return {
    kind: 'view',
    status,
    template: 'domains/between-councils/know-partner/see-partner.njk',
    model: {
      page: {
        title: card.kind === 'matcher' ? 'A matcher' : 'A council we may ask',
        name: card.name,
        address: card.address ?? 'None: files are carried by hand',
        matcher: card.kind === 'matcher',
        fingerprint: readOut(card.fingerprint),
        how: partner.checkedHow,
        by: partner.checkedBy,
        day: londonDay(partner.checkedAt),
        stopped: partner.stoppedAt && {
          day: londonDay(partner.stoppedAt),
          because: partner.stoppedBecause,
        },
        mayStop: leads(actor) && partner.stoppedAt === null,
        here: `/between/partners/${partner.id}`,
        version: partner.version,
        typed: typedIn(form),
        errors: errorsOf(problems),
      },
    },
  }
}
