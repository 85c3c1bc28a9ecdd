import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { readTeamName } from '../account.form.ts'
import { addTeam, findTeamName, listTeams, renameTeam, type Team } from '../accounts.queries.ts'

const TAKEN = 'Enter another name. There is a team of this name already'

async function list(visit: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  return {
    kind: 'view',
    template: 'domains/people/manage-teams/list-teams.njk',
    status: problems.length > 0 ? 422 : 200,
    model: {
      page: {
        title: 'Teams',
        teams: await listTeams(visit.tx, visit.actor.organisationId),
        name: textOf(visit.form, 'name'),
        errors: errorsOf(problems),
      },
    },
  }
}

export const listAllTeams: Page = {
  method: 'GET',
  url: '/accounts/teams',
  may: 'accounts.manage',
  audit: { action: 'teams.list' },
  answer: async (visit) => list(visit),
}

export const addNewTeam: Page = {
  method: 'POST',
  url: '/accounts/teams',
  may: 'accounts.manage',
  audit: { action: 'teams.add' },
  answer: async (visit) => {
    const read = readTeamName(visit.form)
    if ('problems' in read) return list(visit, read.problems)
    const added = await addTeam(visit.tx, visit.actor.organisationId, read.typed.name)
    return added
      ? { kind: 'redirect', to: '/accounts/teams' }
      : list(visit, [{ field: 'name', text: TAKEN }])
  },
}

type Boxes = { readonly was: string; readonly name: string }
type More = { readonly problems?: readonly Problem[]; readonly theirs?: string }

const rename = (team: Team, boxes: Boxes, more: More = {}): Answer => ({
  kind: 'view',
  template: 'domains/people/manage-teams/rename-team.njk',
  status: more.theirs ? 409 : more.problems ? 422 : 200,
  model: {
    page: {
      title: 'Rename a team',
      team,
      ...boxes,
      theirs: more.theirs,
      errors: errorsOf(more.problems ?? []),
    },
  },
})

async function teamOf(visit: Visit): Promise<Team | undefined> {
  const id = readId<'team'>(visit.params['teamId'])
  const teams = await listTeams(visit.tx, visit.actor.organisationId)
  return teams.find((t) => t.id === id)
}

export const showRenameTeam: Page = {
  method: 'GET',
  url: '/accounts/teams/:teamId',
  may: 'accounts.manage',
  audit: { action: 'teams.rename' },
  answer: async (visit) => {
    const team = await teamOf(visit)
    return team ? rename(team, { was: team.name, name: team.name }) : { kind: 'not-found' }
  },
}

export const renameOneTeam: Page = {
  method: 'POST',
  url: '/accounts/teams/:teamId',
  may: 'accounts.manage',
  audit: { action: 'teams.rename' },
  answer: async (visit) => {
    const team = await teamOf(visit)
    if (!team) return { kind: 'not-found' }
    const boxes = { was: textOf(visit.form, 'was'), name: textOf(visit.form, 'name') }
    const read = readTeamName(visit.form)
    if ('problems' in read) return rename(team, boxes, { problems: read.problems })
    const { name } = read.typed
    const others = await listTeams(visit.tx, visit.actor.organisationId)
    if (others.some((t) => t.id !== team.id && t.name === name)) {
      return rename(team, boxes, { problems: [{ field: 'name', text: TAKEN }] })
    }
    if (await renameTeam(visit.tx, team.id, boxes.was, name)) {
      return { kind: 'redirect', to: '/accounts/teams' }
    }
    const theirs = (await findTeamName(visit.tx, team.id)) ?? team.name
    return rename(team, { was: theirs, name }, { theirs })
  },
}
