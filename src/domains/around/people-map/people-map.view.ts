import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import { ALLOCATED_AS, type Child } from '#domains/children/index.ts'
import type { OwnView } from '../around.queries.ts'
import {
  AGENCY_VIEWS,
  CHILD_AGREES,
  OWN_VIEW_WORDS,
  type PersonAround,
  type TrustState,
} from '../around.rules.ts'
import type { Photo } from '../photos.queries.ts'
import type { AgencyView, ContactRule } from '../staff.queries.ts'

export type MapLine = {
  readonly id: string
  readonly name: string
  /** The address of the photo that the child placed on them and lets the reader see. */
  readonly photo: string | undefined
  readonly who: readonly string[]
  readonly trusted: boolean
  readonly also: string | undefined
  readonly own:
    | {
        readonly view: string
        readonly words: string | undefined
        readonly language: string
        readonly day: string
      }
    | undefined
  readonly agency: readonly {
    readonly view: string
    readonly who: string
    readonly reason: string
    readonly source: string
    readonly told: string
  }[]
  readonly rule:
    | (ContactRule & { readonly agrees: string; readonly review: string | undefined })
    | undefined
  readonly mayRule: boolean
  /** Their entry, for time together in the calendar. */
  readonly entry: string | undefined
}

export type PeopleMapView = {
  readonly title: string
  readonly child: { readonly id: string; readonly knownAs: string }
  readonly lines: readonly MapLine[]
  readonly trust: TrustState
  readonly mayWrite: boolean
}

type Given = {
  readonly child: Child
  readonly people: readonly PersonAround[]
  readonly own: ReadonlyMap<string, OwnView>
  readonly agency: readonly AgencyView[]
  readonly rules: ReadonlyMap<string, ContactRule>
  readonly photos: ReadonlyMap<string, Photo>
  readonly trust: TrustState
  readonly reader: string
  readonly mayWrite: boolean
}

/** The people around a child: how the child sees each, and how we do, side by side. What is said of the reader is left out. */
export function peopleMapView(given: Given): PeopleMapView {
  return {
    title: 'People around them',
    child: { id: given.child.id, knownAs: given.child.knownAs },
    lines: given.people.filter((p) => p.staffId !== given.reader).map((p) => lineOf(given, p)),
    trust: given.trust,
    mayWrite: given.mayWrite,
  }
}

function lineOf(given: Given, p: PersonAround): MapLine {
  const names: Readonly<Record<string, string>> = ALLOCATED_AS
  const own = given.own.get(p.id)
  const rule = p.mattersId ? given.rules.get(p.mattersId) : undefined
  return {
    id: p.id,
    name: p.name,
    photo: given.photos.has(p.id)
      ? `/children/${given.child.id}/people-map/${p.id}/photo`
      : undefined,
    who: [p.whoTheyAre, ...p.parts.map((part) => names[part] ?? part)].filter(
      (text) => text !== undefined,
    ),
    trusted: p.trusted,
    also: alsoOf(p),
    own: own && {
      view: OWN_VIEW_WORDS[own.view],
      words: own.words,
      language: own.language,
      day: londonDay(own.saidAt),
    },
    agency: given.agency
      .filter((view) => view.about === p.id)
      .map((view) => ({
        view: AGENCY_VIEWS[view.view],
        who: [view.by, view.organisation, londonDay(view.at)].filter(Boolean).join(', '),
        reason: view.reason,
        source: view.source,
        told: view.toldOn
          ? `They were told on ${dayText(view.toldOn)}${view.toldHow ? `: ${view.toldHow}` : ''}`
          : 'They have not been told. Their own pages do not show it.',
      })),
    rule: rule && {
      ...rule,
      agrees: agreesIn(rule.childAgrees),
      review: rule.reviewOn && `Looked at again on ${dayText(rule.reviewOn)}`,
    },
    entry: p.parts.length === 0 ? p.mattersId : undefined,
    mayRule: p.mattersId !== undefined && p.parts.length === 0,
  }
}

/** A limit that has to be seen before anything is said aloud: the person also works here, or is their carer. */
function alsoOf(p: PersonAround): string | undefined {
  if (p.carer) return 'They also look after them where they live. Do not show them this page.'
  if (p.staffId) return 'They have an account here. What is said of them is not shown to them.'
  return undefined
}

const agreesIn = (code: string): string => {
  const words: Readonly<Record<string, string>> = CHILD_AGREES
  return words[code] ?? code
}

const dayText = (text: string): string => {
  const day = calendarDay(text)
  return day ? inWords(day) : text
}
