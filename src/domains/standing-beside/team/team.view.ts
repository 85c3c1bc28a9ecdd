import { type CalendarDay, inWords } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import type { TeamId } from '#kernel/ids.ts'
import { ALLOCATED_AS, type Team } from '#domains/children/index.ts'
import { lookUp } from '#kernel/look-up.ts'
import { continuityOf } from '../continuity.rules.ts'
import type { HandoverOwed, NoKeyWorker } from '../handover.queries.ts'
import { openPoints } from '../handover.rules.ts'
import { changesInWords, monthsInWords } from '../see-beside/see-beside.view.ts'
import type { NamedSpell, OfTeam } from './team.queries.ts'

type Given = {
  readonly today: CalendarDay
  readonly teams: readonly Team[]
  readonly team: TeamId | undefined
  readonly children: readonly OfTeam[]
  readonly more: boolean
  readonly spells: readonly NamedSpell[]
  readonly handovers: readonly HandoverOwed[]
  readonly alone: readonly NoKeyWorker[]
}

/** Of a team, by child and in the order of names: nothing here is in the order of a figure, and nothing is a worker's. */
export function teamView(given: Given) {
  const { team, teams, children, more } = given
  const spells = Map.groupBy(given.spells, (s) => s.childId)
  const lines = children.map((child) => childLine(child, spells.get(child.id) ?? [], given.today))
  const last = children.at(-1)
  return {
    title: 'People who stay',
    chosen: team !== undefined,
    teams: teams.map((t) => ({
      href: `/people-who-stay?team=${t.id}`,
      text: t.name,
      current: t.id === team,
    })),
    lines,
    open: given.handovers.map((h) => ({
      name: h.knownAs,
      href: `/children/${h.childId}/beside`,
      detail: `${h.leaves ?? 'Somebody'} leaves or left. ${openPoints(h)
        .map((p) => `${p.what}, ${inWords(p.on)}`)
        .join('. ')}`,
    })),
    alone: given.alone.map((c) => ({
      name: c.knownAs,
      href: `/children/${c.childId}/beside/add`,
      detail: `No key worker since ${londonDay(c.since)}`,
    })),
    next: more && last && team ? `/people-who-stay?team=${team}&after=${last.id}` : undefined,
  }
}

function childLine(child: OfTeam, spells: readonly NamedSpell[], today: CalendarDay) {
  const { now, changesInAYear } = continuityOf(spells, today)
  const names = new Map(spells.map((s) => [s.who, s.name ?? 'Somebody in another organisation']))
  const parts = new Map(spells.filter((s) => !s.until).map((s) => [s.who, s.part]))
  return {
    name: child.knownAs,
    href: `/children/${child.id}/beside`,
    people: now.map((p) => ({
      name: names.get(p.who) ?? '',
      part: (lookUp<string>(ALLOCATED_AS, parts.get(p.who) ?? '') ?? '').toLowerCase(),
      months: monthsInWords(p.months),
    })),
    changed: `In the last twelve months ${changesInWords(changesInAYear)}.`,
  }
}
