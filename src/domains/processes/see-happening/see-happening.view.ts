import { calendarDay } from '#kernel/calendar-day.ts'
import { londonInstant } from '#kernel/london-time.ts'
import type { Asking } from '#domains/clocks/index.ts'
import { dayIn, type Frame, frameIn, say } from '#domains/words/index.ts'
import type { EarlierState } from '../happening.queries.ts'
import type { WaitingWords } from '../systems.queries.ts'
import type { Wait } from '../systems.rules.ts'
import { isStale, type Process, type ProcessWords, wordsOf } from '../happening.rules.ts'

type Texts = ProcessWords & { readonly language: string }

export type HappeningCard = {
  readonly id: string
  readonly kind: string
  readonly whatItIs: string
  readonly language: string
  readonly state: string
  /** Over: nothing comes next. */
  readonly over: boolean
  readonly waiting: string | undefined
  /** What they said of the waiting themselves, and the way to say it, while it goes on. */
  readonly said: Pick<WaitingWords, 'words' | 'language'> | undefined
  /** On which days somebody asked again about it: nothing else of the asking. */
  readonly asked: readonly string[]
  /** The words shown first: in the language of the page where somebody put them, as it is now. */
  readonly texts: Texts
  readonly putBy: string | undefined
  /** Words in the language of the page that were put before the last change. */
  readonly older: (Texts & { readonly note: string }) | undefined
  readonly nextOn: string | undefined
  readonly decides: string
  readonly ask: string | undefined
  readonly lastChange: string
  readonly told: string
  readonly stale: string | undefined
  readonly confirmed: string | undefined
  readonly before: readonly {
    readonly until: string
    readonly state: string
    readonly text: string
    readonly language: string
  }[]
}

export type HappeningView = Frame & {
  readonly now: readonly HappeningCard[]
  readonly ended: readonly HappeningCard[]
}

type Given = {
  readonly language: string
  readonly processes: readonly Process[]
  readonly earlier: readonly EarlierState[]
  readonly said: ReadonlyMap<string, WaitingWords>
  readonly asked: ReadonlyMap<string, readonly string[]>
  readonly days: number
  readonly now: Date
}

/** The days on which somebody asked again, by the process that is waited in. */
export function askedDays(
  waits: readonly Wait[],
  askings: readonly Asking[],
): ReadonlyMap<string, readonly string[]> {
  const processOf = new Map(waits.map((w) => [w.id, w.processId]))
  const of = (asking: Asking) =>
    asking.aboutKind === 'process_wait' ? processOf.get(asking.aboutId ?? '') : undefined
  const days = Map.groupBy(askings, (asking) => of(asking) ?? '')
  return new Map([...days].map(([id, own]) => [id, own.map((a) => a.askedOn)]))
}

/** Everything that is happening, in the young person's words where somebody put them. */
export function happeningView(given: Given): HappeningView {
  const frame = frameIn(given.language, false, (w) => w.happening.title)
  const cards = given.processes.map((process) => ({
    ended: process.state === 'ended',
    card: cardOf(frame, process, given),
  }))
  return {
    ...frame,
    now: cards.filter((c) => !c.ended).map((c) => c.card),
    ended: cards.filter((c) => c.ended).map((c) => c.card),
  }
}

function cardOf(frame: Frame, process: Process, given: Given): HappeningCard {
  const w = frame.w.happening
  const kinds: Readonly<Record<string, string>> = w.kinds
  const day = (text: string) => dayOf(frame, text)
  return {
    id: process.id,
    kind: kinds[process.kind] ?? w.otherKind,
    whatItIs: process.whatItIs,
    language: process.language,
    state: w.states[process.state],
    over: process.state === 'ended',
    waiting:
      process.state === 'waiting' && process.waitingSince
        ? say(w.waitingSince, { day: day(process.waitingSince) })
        : undefined,
    said: given.said.get(process.id),
    asked: (given.asked.get(process.id) ?? []).map((on) => say(w.askedAgain, { day: day(on) })),
    ...textsOf(frame, process),
    nextOn: process.nextOn && say(w.nextOn, { day: day(process.nextOn) }),
    decides: process.decides,
    ask: process.ask ?? process.owner,
    lastChange: say(w.lastChange, { day: day(process.lastChangeOn) }),
    told: process.toldOn ? say(w.told, { day: day(process.toldOn) }) : w.notTold,
    ...freshness(frame, process, given),
    before: beforeOf(frame, process, given.earlier),
  }
}

function textsOf(frame: Frame, process: Process): Pick<HappeningCard, 'texts' | 'putBy' | 'older'> {
  const w = frame.w.happening
  const own = wordsOf(process, frame.language)
  const first = {
    whereItIs: process.whereItIs,
    comesNext: process.comesNext,
    canDo: process.canDo,
    language: process.language,
  }
  if (!own) return { texts: first, putBy: undefined, older: undefined }
  if (own.current) {
    return { texts: own.words, putBy: say(w.putBy, { who: own.words.putBy }), older: undefined }
  }
  const note = say(w.olderWords, { day: dayIn(frame.language, own.words.at) })
  return { texts: first, putBy: undefined, older: { ...own.words, note } }
}

/** When it was last checked; or, when that is too long ago, that nobody did and who has been asked. */
function freshness(
  frame: Frame,
  process: Process,
  { days, now }: Given,
): Pick<HappeningCard, 'stale' | 'confirmed'> {
  const w = frame.w.happening
  const day = dayIn(frame.language, process.confirmedAt)
  if (!isStale(process, days, now)) {
    return { stale: undefined, confirmed: say(w.confirmed, { day }) }
  }
  const text = process.owner
    ? say(w.stale, { day, name: process.owner })
    : say(w.staleUnnamed, { day })
  return { stale: text, confirmed: undefined }
}

/** How it was before: only where something else was said. */
function beforeOf(
  frame: Frame,
  process: Process,
  earlier: readonly EarlierState[],
): HappeningCard['before'] {
  const w = frame.w.happening
  let said = process.whereItIs
  return earlier
    .filter((e) => e.processId === process.id)
    .flatMap((e) => {
      if (e.whereItIs === said) return []
      said = e.whereItIs
      const until = say(w.until, { day: dayIn(frame.language, e.until) })
      return [{ until, state: w.states[e.state], text: e.whereItIs, language: e.language }]
    })
}

export function dayOf(frame: Frame, text: string): string {
  const day = calendarDay(text)
  const noon = day && londonInstant(`${day}T12:00`)
  return noon ? dayIn(frame.language, noon) : text
}
