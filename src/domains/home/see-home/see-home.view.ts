import { type CalendarDay, inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { languageName } from '#kernel/languages.ts'
import { londonDay } from '#kernel/london-time.ts'
import { SAID_BY } from '#domains/children/index.ts'
import { type CareEpisode, placementMeant, type Stability } from '#domains/processes/index.ts'
import type { Adult } from '../adult.queries.ts'
import type { Check } from '../check.queries.ts'
import {
  ADULT_ANSWERS,
  CHECK_ASKS,
  CHECK_ORDER,
  CHECKED,
  ENDED_WHY,
  FOOTINGS,
  FOUND,
  FOUND_OUT,
  gapInWords,
  HOME_KINDS,
  isUnrelated,
  NIGHT,
  NO_VIEW,
  RELATIONS,
  SEEN_ALONE,
  SHARES,
  waitsForManager,
} from '../home.rules.ts'
import type { Said } from '../said.queries.ts'
import { SAID_ANSWER_WORDS, SAID_LINE_WORDS, SAID_LINES } from '../said.rules.ts'
import type { Stay } from '../stay.queries.ts'

type Line = { readonly label: string; readonly text: string }

/** A home as it is read: what it is, since when, why, and what was lacking when the child moved in. */
export const stayView = (stay: Stay) => ({
  id: stay.id,
  called: stay.called,
  kind: HOME_KINDS[stay.kind],
  days: stay.endedOn
    ? `${inWords(stay.beganOn)} to ${inWords(stay.endedOn)}`
    : `Since ${inWords(stay.beganOn)}`,
  footing: FOOTINGS[stay.footing],
  endedWhy: stay.endedWhy && ENDED_WHY[stay.endedWhy],
  sameCarers: stay.sameCarers,
  whyHere: stay.whyHere,
  gaps: stay.gaps.map((gap) => gapInWords(gap, inWords)),
  gapsReason: stay.gapsReason,
  notSoBecause: stay.notSoBecause,
})

export const adultView = (adult: Adult, today: CalendarDay) => ({
  id: adult.id,
  who: adult.who,
  relation: RELATIONS[adult.relation],
  shares: adult.shares.map((s) => SHARES[s]).join('; '),
  checked: CHECKED[adult.checked],
  since: inWords(adult.sinceOn),
  until: adult.untilOn && inWords(adult.untilOn),
  flagged: isUnrelated(adult.relation) && adult.untilOn === undefined,
  waits: waitsForManager(adult, today),
  answer:
    adult.decided && adult.again && adult.answeredOn
      ? `${adult.answeredBy ?? 'A manager'} looked on ${inWords(adult.answeredOn)}: ${ADULT_ANSWERS[adult.decided].toLowerCase()}. To be looked at again by ${inWords(adult.again)}`
      : undefined,
  why: adult.why,
})

export function checkView(check: Check) {
  return {
    id: check.id,
    day: inWords(check.onDay),
    by: check.by,
    words: check.viewWords,
    language: check.viewLanguage,
    languageCalled: check.viewLanguage && languageName(check.viewLanguage),
    saidBy: check.viewSaidBy && SAID_BY[check.viewSaidBy],
    noView: check.noView && NO_VIEW[check.noView],
    lines: [
      { label: 'Seen alone', text: SEEN_ALONE[check.seenAlone] },
      ...CHECK_ORDER.map((ask): Line => ({ label: CHECK_ASKS[ask], text: FOUND_OUT[check[ask]] })),
      { label: 'Who is there at night?', text: NIGHT[check.night] },
    ],
    seen: check.seen,
    found: FOUND[check.found],
    why: check.why,
    putRight: check.putRight,
    putRightBy: check.putRightBy && inWords(check.putRightBy),
  }
}

export const saidView = (said: Said) => ({
  day: londonDay(said.saidAt),
  lines: SAID_LINES.map(
    (line): Line => ({
      label: `${SAID_LINE_WORDS[line]}:`,
      text: SAID_ANSWER_WORDS[said[line]],
    }),
  ),
  good: said.good,
  other: said.other,
  language: said.language,
})

/** How often they moved, and what the return tells beside what is written here. */
export function movesView({ home, since }: Stability, episodes: readonly CareEpisode[], now: Date) {
  const today = inWords(londonCalendarDay(now))
  return {
    since: inWords(since),
    today,
    known: home.inTheYear !== undefined,
    count: home.inTheYear,
    council: episodes.toReversed().map((e) => {
      const until = e.endedOn ? ` to ${inWords(e.endedOn)}` : ', and goes on'
      return `From ${inWords(e.beganOn)}${until}: ${placementMeant(e.placement) ?? 'no kind of home was told'}`
    }),
  }
}
