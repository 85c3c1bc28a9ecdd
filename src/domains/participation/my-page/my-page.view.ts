import { initialsOf, type Photo, photoAddress } from '#domains/around/index.ts'
import type { AboutMe, Allocation, PersonWhoMatters } from '#domains/children/index.ts'
import { type Stop, stopLine, type StopLine } from '#domains/contact/index.ts'
import {
  type CheckIn,
  type Goal,
  isWantedNow,
  outcomeLabels,
  type Spoken,
  type UsedFramework,
} from '#domains/outcomes/index.ts'
import type { Receipt } from '../answering/ledger.queries.ts'
import { answersCard } from '../answering/sent/sent.view.ts'
import { saidIn } from '../choose-outcomes/choose-outcomes.view.ts'
import { dayIn, type Frame, frameIn, languageChoices, say } from '#domains/words/index.ts'
import type { Look } from '../own.queries.ts'
import { type GoalLine, goalLines } from '../set-goal/goals.view.ts'
import { type LookLine, lookLines } from '../who-looked/who-looked.view.ts'

export type MyPageView = Frame & {
  readonly heading: string
  /** Added to links while a language was asked for that was not used before. */
  readonly carry: string
  readonly unfinished: { readonly text: string; readonly href: string } | undefined
  readonly latest:
    | {
        readonly day: string
        readonly href: string
        readonly lines: readonly {
          readonly title: string
          readonly language: string
          readonly said: string
          readonly words: string | undefined
          readonly wordsLanguage: string
        }[]
      }
    | undefined
  readonly answers: readonly string[]
  readonly goals: readonly GoalLine[]
  readonly wantKnown: readonly { readonly words: string; readonly language: string }[]
  readonly beside: readonly (Mark & { readonly where: string | undefined })[]
  readonly people: readonly (Mark & {
    readonly who: string
    readonly trusted: boolean
  })[]
  readonly looks: readonly LookLine[]
  readonly stops: readonly StopLine[]
  readonly stoppedByMe: boolean
  /** The language of the page, named in itself. */
  readonly ownName: string
}

/** Somebody by name, with what stands before it: a photo, or else initials. */
type Mark = {
  readonly name: string
  readonly initials: string
  readonly photo: string | undefined
  readonly alternative: string
}

type Given = {
  readonly language: string
  readonly asked: boolean
  readonly name: string
  readonly me: string
  readonly drafts: readonly CheckIn[]
  readonly spoken: readonly Spoken[]
  readonly goals: readonly Goal[]
  readonly framework: UsedFramework | undefined
  readonly aboutMe: readonly AboutMe[]
  readonly allocations: readonly Allocation[]
  readonly people: readonly PersonWhoMatters[]
  readonly photos: ReadonlyMap<string, Photo>
  readonly stops: readonly Stop[]
  readonly looks: readonly Look[]
  readonly receipts: readonly Receipt[]
}

/** A young person's own page: ordinary, theirs. */
export function myPageView(given: Given): MyPageView {
  const frame = frameIn(given.language, false, (w) => w.me.title)
  const [draft] = given.drafts
  const others = lookLines(frame, given.looks, given.me).filter((l) => l.who !== frame.w.looked.you)
  return {
    ...frame,
    carry: given.asked ? `?in=${frame.language}` : '',
    heading: say(frame.w.me.heading, { name: given.name }),
    unfinished: draft && {
      text: say(frame.w.before.unfinished, { day: dayIn(frame.language, draft.startedAt) }),
      href: `/me/check-in/${draft.id}/choose`,
    },
    latest: latestOf(frame, given),
    answers: answersCard(frame, given.receipts),
    goals: goalLines(
      frame,
      given.goals.filter((g) => isWantedNow(g.state)),
      given.framework,
    ),
    wantKnown: given.aboutMe.filter((a) => a.topic === 'want_known'),
    beside: given.allocations
      .filter((a) => a.endedOn === undefined)
      .map((a) => ({
        ...markOf(frame, given, a.personId, a.personName ?? frame.w.looked.somebody),
        where: a.organisationName,
      })),
    people: given.people.map((p) => ({
      ...markOf(frame, given, p.staffId ?? p.id, p.name),
      who: p.whoTheyAre,
      trusted: p.trustedAdult,
    })),
    looks: others.slice(0, 5),
    stops: given.stops.map((stop) => stopLine(frame, stop)),
    stoppedByMe: given.stops.some((stop) => stop.voice === 'young_person'),
    ownName: languageChoices([frame.language], frame.language)[0]?.text ?? frame.language,
  }
}

function markOf(frame: Frame, { photos }: Given, around: string, name: string): Mark {
  return {
    name,
    initials: initialsOf(name),
    photo: photos.has(around) ? photoAddress(around) : undefined,
    alternative: say(frame.w.around.photo, { name }),
  }
}

/** What was said the last time something was shared, whole: nothing picked out, nothing summed up. */
function latestOf(frame: Frame, given: Given): MyPageView['latest'] {
  const own = given.spoken.filter((s) => s.voice === 'young_person')
  const last = own.at(-1)
  if (!last) return undefined
  const labels = given.framework && outcomeLabels(given.framework, frame.language)
  return {
    day: say(frame.w.me.saidOn, { day: dayIn(frame.language, last.at) }),
    href: `/me/check-in/${last.checkInId}`,
    lines: own
      .filter((s) => s.checkInId === last.checkInId)
      .map((s) => ({
        title: labels?.get(s.code)?.title ?? s.code,
        language: labels?.get(s.code)?.language ?? 'en',
        said: saidIn(frame.w, s.said),
        words: s.words,
        wordsLanguage: s.wordsLanguage,
      })),
  }
}
