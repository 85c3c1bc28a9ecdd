import { inWords } from '#kernel/calendar-day.ts'
import type { ChildId, TeamId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { standingBeside, type Team, teamsOf } from '#domains/children/index.ts'
import { type DayLine, stopped } from '../line.ts'
import { momentsOf } from '../moments.ts'
import type { Part } from './part.ts'
import { PARTS } from './team-parts.ts'

const SHOWN_OF_EACH = 8
/** With more teams than this, whoever leads the organisation chooses one: a day of thousands is nobody's. */
const TEAMS_AT_ONCE = 12

/** What a team owes its children: somebody beside them, reviews, worries to look at, and the rest. Never who is behind. */
export const seeTeamDay: Page = {
  method: 'GET',
  url: '/team-day',
  may: 'day.team',
  audit: { action: 'day.team' },
  async answer(visit): Promise<Answer> {
    const { tx, now, show } = visit
    const asked = await askedOf(visit)
    const { teams, team, chosen, choose, only } = asked
    const gathered = await gather(visit, asked)
    const shown = gathered.flatMap((g) => g.lines.map((l) => l.childId))
    show([...new Set(shown)])
    const beside = await standingBeside(tx, shown)
    const page = {
      title: titleOf(visit, teams, team),
      today: inWords(momentsOf(now).today),
      teams: teams.map((t) => ({ value: t.id, text: t.name, selected: t.id === team })),
      wholeOrganisation: team === undefined && !choose,
      choose,
      back: only && addressOf(chosen),
      groups: gathered.map((g) => groupOf(g, chosen, beside)),
    }
    return { kind: 'view', template: 'desks/day/team-day/team-day.njk', model: { page } }
  },
}

type AskedOf = {
  readonly teams: readonly Team[]
  readonly team: TeamId | undefined
  /** One of the organisation's teams, where the reader leads more than one. */
  readonly chosen: TeamId | undefined
  readonly choose: boolean
  readonly parts: readonly Part[]
  readonly only: Part | undefined
}

/** Which team's day, and which part of it. */
async function askedOf({ tx, actor, query }: Visit): Promise<AskedOf> {
  const teams = actor.teamId ? [] : await teamsOf(tx, actor)
  const chosen = teams.find((t) => t.id === textOf(query, 'team'))?.id
  const team = actor.teamId ?? chosen
  const choose = team === undefined && teams.length > TEAMS_AT_ONCE
  const parts = PARTS.filter((p) => (choose ? p.everywhere : team || !p.ofOneTeam))
  const only = parts.find((p) => p.slug === textOf(query, 'part'))
  return { teams, team, chosen, choose, parts, only }
}

async function gather(visit: Visit, { team, parts, only }: AskedOf): Promise<readonly Gathered[]> {
  const gathered: Gathered[] = []
  for (const part of only ? [only] : parts) {
    const lines = await part.gather(visit, team)
    gathered.push({ part, lines: only ? lines : lines.slice(0, SHOWN_OF_EACH), all: lines })
  }
  return gathered
}

type Gathered = {
  readonly part: Part
  readonly lines: readonly DayLine[]
  readonly all: readonly DayLine[]
}

const titleOf = ({ actor }: Visit, teams: readonly Team[], team: TeamId | undefined): string =>
  actor.teamId ? 'Your team’s day' : (teams.find((t) => t.id === team)?.name ?? 'The teams’ day')

function addressOf(team: TeamId | undefined, part?: string): string {
  const query = [team && `team=${team}`, part && `part=${part}`].filter(Boolean).join('&')
  return query ? `/team-day?${query}` : '/team-day'
}

function groupOf(
  { part, lines, all }: Gathered,
  team: TeamId | undefined,
  beside: ReadonlyMap<ChildId, readonly string[]>,
) {
  return {
    title: part.title,
    empty: part.empty,
    more: all.length > lines.length ? addressOf(team, part.slug) : undefined,
    lines: lines.map((line) => ({
      name: line.name,
      href: `/children/${line.childId}`,
      detail: withBeside(line.detail, beside.get(line.childId)),
      action: line.action,
    })),
  }
}

/** Whom to ask about it. */
const withBeside = (detail: string, names: readonly string[] | undefined): string =>
  names ? `${stopped(detail)} Beside them: ${names.join(', ')}` : detail
