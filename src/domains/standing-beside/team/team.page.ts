import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId, type TeamId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Team, teamsOf } from '#domains/children/index.ts'
import { handoversOwed, withoutKeyWorker } from '../handover.queries.ts'
import { childrenOfTeam, spellsOfChildren } from './team.queries.ts'
import { teamView } from './team.view.ts'

const MOST = 200

/** For whoever leads: who stays beside each child of a team, and which goodbyes and hellos are open. By child, by name. */
export const seePeopleWhoStay: Page = {
  method: 'GET',
  url: '/people-who-stay',
  may: 'staying.see',
  audit: { action: 'staying.team' },
  async answer(visit): Promise<Answer> {
    const { tx, actor, now, query } = visit
    const teams = actor.teamId ? [] : await teamsOf(tx, actor)
    const team = chosenTeam(visit, teams)
    const after = readId<'child'>(textOf(query, 'after'))
    const { children, more } = team
      ? await childrenOfTeam(tx, team, after)
      : { children: [], more: false }
    visit.show(children.map((c) => c.id))
    const page = teamView({
      today: londonCalendarDay(now),
      teams,
      team,
      children,
      more,
      spells: await spellsOfChildren(
        tx,
        children.map((c) => c.id),
      ),
      handovers: team ? await handoversOwed(tx, team, MOST) : [],
      alone: team ? await withoutKeyWorker(tx, team, now, MOST) : [],
    })
    return { kind: 'view', template: 'domains/standing-beside/team/team.njk', model: { page } }
  },
}

/** A manager of one team sees that team; whoever leads all chooses one. */
function chosenTeam({ actor, query }: Visit, teams: readonly Team[]): TeamId | undefined {
  if (actor.teamId) return actor.teamId
  const asked = textOf(query, 'team')
  return (teams.find((t) => t.id === asked) ?? (teams.length === 1 ? teams[0] : undefined))?.id
}
