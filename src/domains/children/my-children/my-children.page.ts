import { readId } from '#kernel/ids.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { allocatedTo, childrenOf, teamsOf, type Which } from './my-children.queries.ts'
import { type MyChildrenView, myChildrenView } from './my-children.view.ts'

/** A worker's own children; a manager's and an auditor's by team. */
export const myChildren: Page = {
  method: 'GET',
  url: '/children',
  may: 'children.read',
  audit: { action: 'children.list' },
  async answer(visit): Promise<Answer> {
    const page = await listed(visit, 'all')
    const template = 'domains/children/my-children/my-children.njk'
    return { kind: 'view', template, model: { page } }
  },
}

/** Those of them whom nobody has asked yet what they are good at, each with one thing to do: go and ask. */
export const notAsked: Page = {
  method: 'GET',
  url: '/children/not-asked',
  may: 'children.write',
  audit: { action: 'children.list-not-asked' },
  async answer(visit): Promise<Answer> {
    const page = await listed(visit, 'not-asked')
    const template = 'domains/children/my-children/not-asked.njk'
    return { kind: 'view', template, model: { page } }
  },
}

async function listed({ tx, actor, query, show }: Visit, which: Which): Promise<MyChildrenView> {
  const own = actor.role === 'practitioner' || actor.role === 'guardian'
  const after = readId<'child'>(query['after'])
  const teams = own || actor.teamId ? [] : await teamsOf(tx, actor)
  const team = actor.teamId ?? teams.find((t) => t.id === query['team'])?.id
  const found = own
    ? await allocatedTo(tx, actor, after, which)
    : await childrenOf(tx, actor, team, after, which)
  show(found.children.map((c) => c.id))
  const mayOpen = may(actor.role, 'children.open')
  const mayWrite = may(actor.role, 'children.write')
  const reader = actor.id
  return myChildrenView(found, { own, teams, team, after, mayOpen, mayWrite, which, reader })
}
