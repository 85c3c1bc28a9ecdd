/**
 * Being safe and feeling safe on the same days, in words. Both are kept as they were said: nothing is added up,
 * and neither is called the right one.
 */
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import {
  FEEL_SAFE,
  outcomeLabels,
  SAFE,
  type Spoken,
  type UsedFramework,
} from '#domains/outcomes/index.ts'
import type { Frame } from '#domains/words/index.ts'
import type { PictureTexts } from './picture-texts.view.ts'

export type SafeTexts = {
  readonly heading: string
  readonly lead: string
  readonly day: string
  readonly besides: string
  readonly differ: string
  readonly same: string
  readonly oneOnly: string
}

export type SafeBeside = SafeTexts & {
  readonly heads: readonly { readonly title: string; readonly language: string }[]
  readonly rows: readonly {
    readonly day: string
    readonly safe: string
    readonly feel: string
    readonly note: string
    readonly differs: boolean
  }[]
}

export const youngSafeTexts = ({ w }: Frame): SafeTexts => ({
  heading: w.comeBack.safeBeside,
  lead: w.comeBack.safeLead,
  day: w.picture.day,
  besides: w.comeBack.sideBySide,
  differ: w.comeBack.differ,
  same: w.comeBack.same,
  oneOnly: w.comeBack.oneOnly,
})

export const workerSafeTexts = (name: string): SafeTexts => ({
  heading: 'Am safe and feel safe, side by side',
  lead: `Two questions, each with an answer of its own, as ${name} gave them. Neither is put right by the other.`,
  day: 'Day',
  besides: 'Side by side',
  differ: 'These two are not the same',
  same: 'The same',
  oneOnly: 'Only one was answered',
})

type Given = {
  readonly spoken: readonly Spoken[]
  readonly framework: UsedFramework | undefined
  readonly how: PictureTexts
  readonly texts: SafeTexts
}

type Said = { readonly safe?: Spoken; readonly feel?: Spoken; readonly at: Date }

/** Undefined until both were answered at least once, in their own voice. */
export function safeBeside({ spoken, framework, how, texts }: Given): SafeBeside | undefined {
  const own = spoken.filter((s) => s.voice === 'young_person')
  const both = [SAFE, FEEL_SAFE].every((code) => own.some((s) => s.code === code))
  if (!both) return undefined
  const labels = framework && outcomeLabels(framework, how.language)
  return {
    ...texts,
    heads: [SAFE, FEEL_SAFE].map((code) => ({
      title: labels?.get(code)?.title ?? code,
      language: labels?.get(code)?.language ?? 'en',
    })),
    rows: [...byDay(own).values()].map((said) => rowOf(said, how, texts)),
  }
}

/** The last of each on each day: two check-ins of one day stand in one row. */
function byDay(own: readonly Spoken[]): ReadonlyMap<string, Said> {
  const days = new Map<string, Said>()
  for (const s of own) {
    if (s.code !== SAFE && s.code !== FEEL_SAFE) continue
    const day = londonCalendarDay(s.at)
    const which = s.code === SAFE ? { safe: s } : { feel: s }
    days.set(day, { ...days.get(day), ...which, at: s.at })
  }
  return days
}

function rowOf({ safe, feel, at }: Said, how: PictureTexts, texts: SafeTexts) {
  const stateOf = (s: Spoken | undefined) => (s && 'state' in s.said ? s.said.state : undefined)
  const [is, feels] = [stateOf(safe), stateOf(feel)]
  const differs = is !== undefined && feels !== undefined && is !== feels
  const answered = is !== undefined && feels !== undefined
  return {
    day: how.day(at),
    safe: safe ? how.said(safe.said) : how.noAnswer,
    feel: feel ? how.said(feel.said) : how.noAnswer,
    note: differs ? texts.differ : answered ? texts.same : texts.oneOnly,
    differs,
  }
}
