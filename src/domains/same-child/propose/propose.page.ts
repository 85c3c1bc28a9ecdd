import type { ChildId } from '#kernel/ids.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  type Child,
  childIdOf,
  findChild,
  findChildren,
  foundLine,
  type Search,
} from '#domains/children/index.ts'
import { say } from '../acts.queries.ts'
import { auditOf, recordForOther } from '../pair-of-page.ts'
import { mayDecide } from '../same-child.rules.ts'
import { type Proposal, readProposal, readSought } from './propose.form.ts'
import { pairFor } from './propose.queries.ts'

const url = '/children/:childId/same-child/propose'
const may = 'same-child.decide'
const MOST = 20

/** Somebody knows that another record is about this child, though no comparison found it. */
export const seePropose: Page = {
  method: 'GET',
  url,
  may,
  audit: auditOf('ask'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    return child ? shown(visit, child, {}) : { kind: 'not-found' }
  },
}

/** The look-up goes by POST too, so that no name stands in an address. */
export const propose: Page = {
  method: 'POST',
  url,
  may,
  audit: auditOf('propose'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    if (!child) return { kind: 'not-found' }
    visit.note({ looked: textOf(visit.form, 'do') !== 'propose' })
    if (textOf(visit.form, 'do') !== 'propose') return shown(visit, child, { looks: true })
    const read = readProposal(visit.form)
    if ('problems' in read) return shown(visit, child, { looks: true, problems: read.problems })
    return proposed(visit, child, read)
  },
}

async function childOf(visit: Visit): Promise<Child | undefined> {
  const id = childIdOf(visit)
  return id && findChild(visit.tx, id)
}

const ITSELF = 'This is the same record. Choose another'
const OUT_OF_REACH = 'Choose a record of this organisation that you can open'

async function proposed(visit: Visit, child: Child, proposal: Proposal): Promise<Answer> {
  const { tx, now } = visit
  const { other, reason } = proposal
  const refuse = (text: string) =>
    shown(visit, child, { looks: true, problems: [{ field: 'other', text }] })
  if (other === child.id) return refuse(ITSELF)
  const pair = await pairFor(tx, child.id, other, now)
  if (!pair) return refuse(OUT_OF_REACH)
  await recordForOther(visit, 'propose', other)
  const here = `/children/${child.id}/same-child/${pair.id}`
  // Somebody spoke of these two before: what they said is read first.
  if (!mayDecide(pair.standing)) return { kind: 'redirect', to: here }
  const refusal = await say(tx, {
    pair: pair.id,
    version: pair.version,
    act: 'same',
    reason,
    at: now,
  })
  return refusal
    ? refuse('Somebody spoke of these two records meanwhile. Nothing was changed: send it again')
    : { kind: 'redirect', to: here }
}

type How = { readonly looks?: boolean; readonly problems?: readonly Problem[] }

async function shown(visit: Visit, child: Child, { looks, problems = [] }: How): Promise<Answer> {
  const sought = looks ? readSought(visit.form) : undefined
  const unread = sought && 'problems' in sought
  const wrong = [...(unread ? sought.problems : []), ...problems]
  const found = sought && !unread ? await othersFor(visit, child, sought) : undefined
  const page = {
    title: 'Another record you think is about this child',
    child: { id: child.id, knownAs: child.knownAs },
    here: `/children/${child.id}/same-child/propose`,
    back: `/children/${child.id}/same-child`,
    typed: typedIn(visit.form),
    errors: errorsOf(wrong),
    others: found?.lines,
    more: found?.more,
  }
  const status = wrong.length > 0 ? 422 : 200
  const template = 'domains/same-child/propose/propose.njk'
  return { kind: 'view', template, status, model: { page } }
}

async function othersFor({ tx, show }: Visit, child: Child, sought: Search) {
  const { found, more } = await findChildren(tx, sought)
  const others = found.filter((one) => one.id !== child.id).slice(0, MOST)
  show(others.map((one) => one.id))
  return { lines: others.map(othersLine), more: more || found.length > MOST }
}

function othersLine(one: Parameters<typeof foundLine>[0] & { readonly id: ChildId }) {
  const { name, because, births } = foundLine(one)
  return { id: one.id, name, hint: [births, because].filter(Boolean).join(' · ') }
}
