import { readId } from '#kernel/ids.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { allocatedTo, childrenOf, teamsOf } from './my-children.queries.ts'
import { myChildrenView } from './my-children.view.ts'

/** A worker's own children; a manager's and an auditor's by team. */
export const myChildren: Page = {
  method: 'GET',
  url: '/children',
  may: 'children.read',
  audit: { action: 'children.list' },
  async answer({ tx, actor, query, show }): Promise<Answer> {
    const own = actor.role === 'practitioner' || actor.role === 'guardian'
    const after = readId<'child'>(query['after'])
    const teams = own || actor.teamId ? [] : await teamsOf(tx, actor)
    const team = actor.teamId ?? teams.find((t) => t.id === query['team'])?.id
    const listed = own
      ? await allocatedTo(tx, actor, after)
      : await childrenOf(tx, actor, team, after)
    show(listed.children.map((c) => c.id))
    const [mayOpen, mayWrite] = [
      may(actor.role, 'children.open'),
      may(actor.role, 'children.write'),
    ]
    const reader = actor.id
    const page = myChildrenView(listed, { own, teams, team, after, mayOpen, mayWrite, reader })
    return {
      kind: 'view',
      template: 'domains/children/my-children/my-children.njk',
      model: { page },
    }
  },
}
