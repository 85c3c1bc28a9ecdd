import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { londonInstant } from '#kernel/london-time.ts'
import { dayIn, type Frame, frameIn, say } from '#domains/words/index.ts'
import type { OwnView } from '../around.queries.ts'
import {
  initialsOf,
  isAway,
  type PersonAround,
  photoAddress,
  type Reach,
  type TrustState,
} from '../around.rules.ts'
import type { Photo } from '../photos.queries.ts'
import type { AgencyView, ContactRule } from '../staff.queries.ts'

type Line = { readonly label: string; readonly text: string; readonly language?: string }

export type PersonCard = {
  readonly id: string
  readonly name: string
  readonly initials: string
  /** Where their photo is, when there is one: otherwise their initials stand there. */
  readonly photo: string | undefined
  readonly alternative: string
  readonly trusted: boolean
  readonly carer: boolean
  /** What they are called in the young person's words, with the language it was written in. */
  readonly whoTheyAre: string | undefined
  readonly language: string
  readonly parts: readonly string[]
  readonly organisation: string | undefined
  readonly since: string | undefined
  readonly away: string | undefined
  readonly reach: readonly (Line & { readonly call?: string })[]
  readonly noWayYet: string | undefined
  readonly rule: (ContactRuleLine & { readonly decidedBy: string }) | undefined
  readonly told: readonly { readonly text: string; readonly day: string }[]
  readonly mine:
    | {
        readonly view: string
        readonly words: string | undefined
        readonly language: string
        readonly who: string
      }
    | undefined
  /** False for workers, who are here by their job. */
  readonly theirs: boolean
}

type ContactRuleLine = {
  readonly text: string
  readonly language: string
  readonly said: string | undefined
}

export type MyPeopleView = Frame & {
  readonly cards: readonly PersonCard[]
  readonly trust: string | undefined
  readonly chooseText: string
}

export type Seen = {
  readonly people: readonly PersonAround[]
  readonly reach: ReadonlyMap<string, Reach>
  readonly views: ReadonlyMap<string, OwnView>
  readonly agency: readonly AgencyView[]
  readonly rules: ReadonlyMap<string, ContactRule>
  readonly photos: ReadonlyMap<string, Photo>
  readonly today: CalendarDay
}

export function myPeopleView(language: string, seen: Seen, trust: TrustState): MyPeopleView {
  const frame = frameIn(language, false, (words) => words.around.title)
  const w = frame.w.around
  const said: Readonly<Record<TrustState, string | undefined>> = {
    chosen: undefined,
    'not-wanted-now': w.trustedNotNow,
    'asked-for': w.saidAskMe,
    overdue: w.trustedNobody,
    'not-yet': w.trustedNobody,
  }
  return {
    ...frame,
    cards: seen.people.map((person) => cardOf(frame, person, seen)),
    trust: said[trust],
    chooseText: trust === 'chosen' ? w.changeTrusted : w.chooseTrusted,
  }
}

/** One person, as a young person reads about them. */
export function cardOf(frame: Frame, person: PersonAround, seen: Seen): PersonCard {
  const w = frame.w.around
  const reach = person.staffId ? seen.reach.get(person.staffId) : undefined
  const working = person.parts.length > 0
  const parts: Readonly<Record<string, string>> = w.parts
  return {
    id: person.id,
    name: person.name,
    initials: initialsOf(person.name),
    photo: seen.photos.has(person.id) ? photoAddress(person.id) : undefined,
    alternative: say(w.photo, { name: person.name }),
    trusted: person.trusted,
    carer: person.carer,
    whoTheyAre: person.whoTheyAre,
    language: person.language,
    parts: person.parts.map((part) => parts[part] ?? w.parts.other),
    organisation: person.organisation,
    since: person.since ? say(w.since, { day: dayOf(frame, person.since) }) : undefined,
    away: reach && isAway(reach, seen.today) ? awayOf(frame, person.name, reach) : undefined,
    reach: reach ? reachLines(frame, reach) : [],
    noWayYet: working && !reach ? say(w.noWayYet, { name: person.name }) : undefined,
    rule: ruleOf(frame, person.mattersId ? seen.rules.get(person.mattersId) : undefined),
    // Only what was marked as told ever comes here: the database gives a young person nothing else.
    told: seen.agency
      .filter((view) => view.about === person.id)
      .map((view) => ({
        text: w.toldViews[view.view],
        day: view.toldOn ? say(w.toldOn, { day: dayOf(frame, view.toldOn) }) : '',
      })),
    mine: mineOf(frame, seen.views.get(person.id)),
    theirs: !working,
  }
}

function awayOf(frame: Frame, name: string, reach: Reach): string {
  const { away, awayUntil } = frame.w.around
  if (!reach.awayUntil) return say(away, { name })
  return say(awayUntil, { name, day: dayOf(frame, reach.awayUntil) })
}

function reachLines(frame: Frame, reach: Reach): PersonCard['reach'] {
  const w = frame.w.around
  const { language } = reach
  const cover = [reach.coverName, reach.coverPhone].filter(Boolean).join(', ')
  const lines = [
    { label: w.phone, text: reach.phone, call: reach.phone },
    { label: w.hours, text: reach.hours, language },
    { label: w.whenAway, text: reach.whenAway, language },
    { label: w.cover, text: cover || undefined, call: reach.coverPhone },
  ]
  return lines.flatMap(({ text, call, ...line }) =>
    text === undefined ? [] : [{ ...line, text, ...(call ? { call: callable(call) } : {}) }],
  )
}

/** The number as a telephone dials it. */
const callable = (phone: string): string => phone.replaceAll(/[^\d+]/g, '')

function ruleOf(frame: Frame, rule: ContactRule | undefined): PersonCard['rule'] {
  if (!rule) return undefined
  const own = rule.ownRule && rule.ownLanguage === frame.language ? rule.ownRule : undefined
  return {
    text: own ?? rule.rule,
    language: own ? frame.language : rule.language,
    said: rule.childSays,
    decidedBy: say(frame.w.around.decidedBy, { who: rule.decidedBy }),
  }
}

function mineOf(frame: Frame, view: OwnView | undefined): PersonCard['mine'] {
  const w = frame.w.around
  return (
    view && {
      view: w.views[view.view],
      words: view.words,
      language: view.language,
      who: view.shown ? w.othersRead : w.onlyYou,
    }
  )
}

function dayOf(frame: Frame, text: string): string {
  const day = calendarDay(text)
  const noon = day && londonInstant(`${day}T12:00`)
  return noon ? dayIn(frame.language, noon) : text
}
