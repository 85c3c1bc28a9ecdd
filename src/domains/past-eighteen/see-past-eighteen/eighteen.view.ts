import { type CalendarDay, inWords } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import { lookUp } from '#kernel/look-up.ts'
import type { Child } from '#domains/children/index.ts'
import {
  daysAged,
  DUE_STATES,
  type DueToChild,
  type Entitlement,
  type Months,
  placeOf,
} from '#domains/processes/index.ts'
import type { AdultPerson, HelpThatEnds, Turning } from '../eighteen.queries.ts'
import {
  ADULT_PARTS,
  BEGINS_MONTHS,
  endsInWords,
  HELP,
  mayTakeOver,
  NOT_SAID,
  spanInWords,
  standsInWords,
  WISHES,
} from '../eighteen.rules.ts'

type Pathway = { readonly id: string; readonly title: string }

/** The plan for turning eighteen, and the pathway plans it stands beside. */
export function planView(turning: Turning | undefined, pathways: readonly Pathway[], child: Child) {
  return {
    begun: turning !== undefined,
    eligibleOn: turning && inWords(turning.eligibleOn),
    assessedOn: turning?.assessedOn && inWords(turning.assessedOn),
    pathways: pathways.map((p) => ({ text: p.title, href: `/children/${child.id}/plans/${p.id}` })),
    plan:
      turning?.owner && turning.ownerFrom
        ? {
            owner: turning.owner,
            ownerLeft: turning.ownerLeft,
            service: turning.ownerService,
            from: inWords(turning.ownerFrom),
            parts: [
              { title: 'What stays', text: turning.stays },
              { title: 'What changes', text: turning.changes },
              { title: 'If a part of it fails', text: turning.ifItFails },
            ],
            says: saysOf(turning.says, turning.saysLanguage, turning.notSaidWhy),
          }
        : undefined,
  }
}

const saysOf = (words: string | undefined, language: string, why: string | undefined) => ({
  words,
  language,
  why: why === undefined ? undefined : lookUp(NOT_SAID, why),
})

export const adultsView = (adults: readonly AdultPerson[]) =>
  adults.map((a) => ({
    id: a.id,
    name: a.name,
    service: a.service,
    part: lookUp(ADULT_PARTS, a.part),
    takesOver: a.takesOver,
    stands: standsInWords(a),
    over: a.endedOn !== undefined,
    endedWhy: a.endedWhy,
    mayHandOver:
      !a.handedOverOn && !a.endedOn && (a.meetings.length > 0 || mayTakeOver(a, a.namedOn)),
    meetings: a.meetings.map((m) => ({
      text: `Met on ${inWords(m.metOn)}, ${m.place}${m.withThem ? `, with ${m.withThem}` : ''}`,
      says: saysOf(m.says, m.language, m.notSaidWhy),
    })),
    wishes: a.wishes.map((w) => ({
      text: `${WISHES[w.wish]} (${londonDay(w.at)}${w.saidBy === 'child' ? ', on their own page' : ', written down with them'})`,
      words: w.words,
      language: w.language,
    })),
  }))

export const endsView = (ends: readonly HelpThatEnds[]) =>
  ends.map((e) => ({
    id: e.id,
    help: lookUp(HELP, e.help),
    when: e.endsOn ? `Could end on ${inWords(e.endsOn)}` : 'Could end; nobody knows when',
    reasoning: e.reasoning,
    dependsOn: e.dependsOn,
    goesOn: e.goesOn,
    who: `${e.ownerName} sees to it by ${inWords(e.byOn)}.`,
    settled: e.settledOn && `It goes on since ${inWords(e.settledOn)}: ${e.settledHow ?? ''}`,
  }))

type Given = {
  readonly all: readonly Entitlement[]
  readonly kept: ReadonlyMap<string, DueToChild>
  readonly births: Parameters<typeof daysAged>[0]
  readonly months: Months | undefined
  readonly today: CalendarDay
}

/** What is owed from sixteen on, and what the law lets end at a birthday that is still to come. */
export function entitledView({ all, kept, births, months, today }: Given) {
  const fromSixteen = all.filter(
    (e) => e.fromMonths >= BEGINS_MONTHS && placeOf(e, months) !== 'past',
  )
  const ending = all.flatMap((e) => {
    const ends = e.untilMonths === undefined ? undefined : daysAged(births, e.untilMonths)
    if (!ends || ends.latest <= today || placeOf(e, months) !== 'now') return []
    return [{ called: e.called, owedBy: e.owedBy, ends }]
  })
  return {
    entitled: fromSixteen.map((e) => {
      const from = daysAged(births, e.fromMonths)
      const came = kept.get(e.code)
      return {
        called: e.called,
        owedBy: e.owedBy,
        from: from && from.latest > today ? spanInWords(from) : undefined,
        came: came ? `${DUE_STATES[came.state]}, ${inWords(came.onDay)}` : undefined,
      }
    }),
    ending: ending
      .toSorted((a, b) => a.ends.earliest.localeCompare(b.ends.earliest))
      .map(endsInWords),
  }
}
