import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type ToldChange, whenIn } from '#domains/calendar/index.ts'
import type { Allocation } from '#domains/children/index.ts'
import { type Stop, stopLine, type StopLine } from '#domains/contact/index.ts'
import type { CheckIn } from '#domains/outcomes/index.ts'
import { answersToTell, PAGES_TO_BEGIN_WITH, type Receipt } from '#domains/participation/index.ts'
import { dayIn, type Frame, frameIn, languageChoices, say } from '#domains/words/index.ts'
import { TILES } from './tiles.ts'

/** Spoken on this page, where somebody recorded it: what to press first, and each group of tiles. */
export const ALOUD: readonly string[] = [
  'me.newCheckIn',
  'somebodyNow.card',
  ...TILES.map(({ name }) => `me.groups.${name}`),
]

/** Something that is new for them: what it is, what is new of it, and why in the words of whoever changed it. */
type News = {
  readonly href: string
  readonly what: string
  readonly news: string
  readonly why: { readonly words: string; readonly language: string } | undefined
}

export type MyHomeView = Frame & {
  readonly heading: string
  /** Added to links while a language was asked for that was not used before. */
  readonly carry: string
  /** What a phone brings along for when there is no signal. */
  readonly ahead: readonly string[]
  readonly unfinished: { readonly text: string; readonly href: string } | undefined
  readonly news: readonly News[]
  readonly groups: readonly {
    readonly name: string
    readonly heading: string
    readonly tiles: readonly {
      readonly href: string
      readonly symbol: string
      readonly text: string
    }[]
  }[]
  readonly stops: readonly StopLine[]
  readonly stoppedByMe: boolean
  /** Nobody stands beside them now. */
  readonly nobody: boolean
  /** The language of the page, named in itself. */
  readonly ownName: string
}

type Given = {
  readonly language: string
  readonly asked: boolean
  readonly name: string
  readonly today: CalendarDay
  readonly drafts: readonly CheckIn[]
  readonly saySafe: boolean
  readonly allocations: readonly Allocation[]
  readonly receipts: readonly Receipt[]
  readonly changes: readonly ToldChange[]
  readonly stops: readonly Stop[]
}

/** Few lines, so that what is new does not push the rest away; all of it is behind the tiles. */
const MOST_NEWS = 3

/** A young person's home: ordinary, theirs. */
export function myHomeView(given: Given): MyHomeView {
  const frame = frameIn(given.language, false, (w) => w.me.title)
  const [draft] = given.drafts
  return {
    ...frame,
    ahead: ['/me/say', '/me/kept', ...PAGES_TO_BEGIN_WITH],
    carry: given.asked ? `?in=${frame.language}` : '',
    heading: say(frame.w.me.heading, { name: given.name }),
    unfinished: draft && {
      text: say(frame.w.before.unfinished, { day: dayIn(frame.language, draft.startedAt) }),
      href: `/me/check-in/${draft.id}/choose`,
    },
    news: newsOf(frame, given),
    groups: groupsOf(frame, given),
    stops: given.stops.map((stop) => stopLine(frame, stop)),
    nobody: given.allocations.every((a) => a.endedOn !== undefined),
    stoppedByMe: given.stops.some((stop) => stop.voice === 'young_person'),
    ownName: languageChoices([frame.language], frame.language)[0]?.text ?? frame.language,
  }
}

function newsOf(frame: Frame, { receipts, changes, today }: Given): readonly News[] {
  const { calendar } = frame.w
  const answers = answersToTell(frame, receipts, today).map((a) => ({ ...a, why: undefined }))
  const changed = changes.map((c) => ({
    href: `/me/calendar/${c.id}`,
    what: `${calendar.kinds[c.kind]}: ${whenIn(frame, c.startsAt)}`,
    news: c.cancelled ? calendar.cancelled : calendar.changed,
    why: { words: c.why, language: c.language },
  }))
  return [...answers, ...changed].slice(0, MOST_NEWS)
}

function groupsOf(frame: Frame, { saySafe }: Given): MyHomeView['groups'] {
  return TILES.map(({ name, tiles }) => ({
    name,
    heading: frame.w.me.groups[name],
    tiles: tiles
      .filter((tile) => saySafe || !tile.whenSaySafe)
      .map(({ href, symbol, text }) => ({ href, symbol, text: text(frame.w) })),
  }))
}
