import { languageDirection } from '#kernel/languages.ts'
import type { NoteShown } from '#domains/children/index.ts'
import {
  byPrinciple,
  outcomeLabels,
  type Spoken,
  type UsedFramework,
  wordsIn,
} from '#domains/outcomes/index.ts'
import { across, type Drawing, drawChart, type Scale, scaleOf } from './picture-drawing.rules.ts'
import type { PictureTexts } from './picture-texts.view.ts'

type Cell = string | { readonly text: string; readonly lang: string }

export type PointText = {
  readonly n: string
  readonly day: string
  readonly said: string
  readonly words: string | undefined
  readonly language: string
}

export type Chart = {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly dir: 'ltr' | 'rtl'
  readonly note: string
  readonly drawing: Drawing
  readonly rows: readonly (readonly Cell[])[]
  /** The last two things said, on the page as text; all of them are in the table. */
  readonly latest: readonly PointText[]
  readonly gaps: string | undefined
  /** How others see it: each apart, none on the line above. */
  readonly others: readonly (PointText & {
    readonly who: string
    readonly more: readonly string[]
    readonly notes: readonly NoteShown[]
  })[]
}

/** Something in the systems around the young person, on the lane above the charts. */
export type Around = {
  readonly at: Date
  readonly text: string
  readonly more?: string | undefined
  readonly notes?: readonly NoteShown[]
}

export type Picture = {
  readonly groups: readonly {
    readonly title: string | undefined
    readonly charts: readonly Chart[]
  }[]
  readonly head: readonly string[]
  readonly asTable: string
  readonly gapsLabel: string
  readonly lane: {
    readonly marks: readonly { readonly x: number; readonly letter: string }[]
    readonly left: number
    readonly right: number
    readonly items: readonly {
      readonly whenText: string
      readonly text: string
      readonly more: string | undefined
      readonly notes: readonly NoteShown[]
    }[]
  }
}

type Given = {
  readonly spoken: readonly Spoken[]
  /** Every version anything was answered under, the one in use last. */
  readonly versions: readonly UsedFramework[]
  readonly around: readonly Around[]
  readonly now: Date
  /** What the young person says is wrong with an entry of somebody else's, by its check-in. */
  readonly notes?: (checkIn: string) => readonly NoteShown[]
  readonly texts: PictureTexts
  readonly by: 'importance' | 'principle'
}

type Told = Given & {
  readonly scale: Scale
  readonly numbers: ReadonlyMap<string, number>
  readonly framework: UsedFramework
}

/** The picture for one young person. Undefined while they have shared nothing. */
export function pictureOf(given: Given): Picture | undefined {
  const own = given.spoken.filter((s) => s.voice === 'young_person')
  const framework = given.versions.at(-1)
  if (own.length === 0 || !framework) return undefined
  const scale = scaleOf(own, given.now, given.texts.rtl)
  const checkIns = [...new Set(own.map((s) => s.checkInId))]
  const numbers = new Map(checkIns.map((id, n) => [id, n + 1]))
  const told: Told = { ...given, scale, numbers, framework }
  const codes = inOrder(own, framework)
  return {
    groups: given.by === 'principle' ? grouped(told, codes) : [one(told, codes)],
    head: given.texts.head,
    asTable: given.texts.asTable,
    gapsLabel: given.texts.gaps,
    lane: laneOf(told),
  }
}

const RANK = { a_lot: 0, some: 1, a_little: 2, not_said: 3 } as const

/** What matters most to the young person first, by what they said last; then the framework's own order. */
export function inOrder(
  own: readonly Pick<Spoken, 'code' | 'importance'>[],
  framework: { readonly outcomes: readonly { readonly code: string }[] },
): readonly string[] {
  const matters = new Map(own.map((s) => [s.code, RANK[s.importance]]))
  const place = (code: string) => {
    const at = framework.outcomes.findIndex((o) => o.code === code)
    return at < 0 ? framework.outcomes.length : at
  }
  return [...matters.keys()].toSorted(
    (a, b) => (matters.get(a) ?? 3) - (matters.get(b) ?? 3) || place(a) - place(b),
  )
}

const one = (told: Told, codes: readonly string[]) => ({
  title: undefined,
  charts: codes.map((code) => chartOf(told, code, `over-time-${code}`)),
})

/** Turned by principle: an outcome under two stands under both, and what has none any more comes last. */
function grouped(told: Told, codes: readonly string[]): Picture['groups'] {
  const { framework, texts } = told
  const groups = byPrinciple(framework).map(({ principle, outcomes }) => ({
    title:
      wordsIn(principle.wording, 'title', texts.language, framework.language)?.text ??
      principle.code,
    charts: codes
      .filter((code) => outcomes.some((o) => o.code === code))
      .map((code) => chartOf(told, code, `over-time-${principle.code}-${code}`)),
  }))
  const without = codes.filter((code) => !framework.outcomes.some((o) => o.code === code))
  return [...groups, one(told, without)].filter((g) => g.charts.length > 0)
}

function chartOf(told: Told, code: string, id: string): Chart {
  const { texts, scale, numbers } = told
  const here = told.spoken.filter((s) => s.code === code)
  const own = here.filter((s) => s.voice === 'young_person')
  const points = own.map((s) => ({ ...s, n: numbers.get(s.checkInId) ?? 0 }))
  const gaps = points.filter((p) => 'reason' in p.said)
  const last = own.at(-1)
  return {
    id,
    ...titleOf(told, code),
    note: last ? texts.importance(last.importance) : '',
    drawing: drawChart({
      scale,
      points,
      events: told.around.map((e) => e.at),
      texts: { state: texts.state, noAnswer: texts.noAnswer, day: texts.month },
    }),
    rows: points.map((p) => rowOf(p, texts)),
    latest: points.slice(-2).map((p) => pointText(p, String(p.n), texts)),
    gaps: gaps.length > 0 ? gaps.map((p) => `${p.n}: ${texts.said(p.said)}`).join(', ') : undefined,
    others: here
      .filter((s) => s.voice !== 'young_person')
      .map((s) => ({
        ...pointText(s, '', texts),
        who: texts.seenBy(s),
        more: s.influences.map(texts.influence),
        notes: told.notes?.(s.checkInId) ?? [],
      })),
  }
}

/** The words of the newest version that has this outcome: an old answer keeps a title when its version is retired. */
function titleOf(
  { versions, texts }: Told,
  code: string,
): Pick<Chart, 'title' | 'language' | 'dir'> {
  const version = versions.findLast((v) => v.outcomes.some((o) => o.code === code))
  const label = version && outcomeLabels(version, texts.language).get(code)
  const language = label?.language ?? 'en'
  return { title: label?.title ?? code, language, dir: languageDirection(language) }
}

const pointText = (s: Spoken, n: string, texts: PictureTexts): PointText => ({
  n,
  day: texts.day(s.at),
  said: texts.said(s.said),
  words: s.words,
  language: s.wordsLanguage,
})

function rowOf(s: Spoken & { readonly n: number }, texts: PictureTexts): readonly Cell[] {
  const named = (direction: string) =>
    s.influences
      .filter((i) => i.direction === direction)
      .map(texts.influence)
      .join('; ')
  return [
    `${s.n}. ${texts.day(s.at)}`,
    texts.said(s.said),
    texts.importance(s.importance),
    texts.sinceLast(s.sinceLast),
    { text: s.words ?? '', lang: s.wordsLanguage },
    { text: named('helps'), lang: s.wordsLanguage },
    { text: named('gets_in_the_way'), lang: s.wordsLanguage },
    texts.who(s),
    ...(texts.how ? [texts.how(s)] : []),
  ]
}

const letterOf = (n: number): string =>
  n < 26 ? String.fromCodePoint(97 + n) : `${letterOf(Math.floor(n / 26) - 1)}${letterOf(n % 26)}`

function laneOf({ around, scale, texts }: Told): Picture['lane'] {
  const events = around.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const { left, right } = drawChart({
    scale,
    points: [],
    events: [],
    texts: { state: texts.state, noAnswer: texts.noAnswer, day: () => '' },
  })
  const days = [...new Set(events.map((e) => e.at.getTime()))]
  const letters = new Map(days.map((day, n) => [day, letterOf(n)]))
  return {
    left,
    right,
    marks: marksOf(scale, letters),
    items: events.map((e) => ({
      whenText: `${letters.get(e.at.getTime())}. ${texts.day(e.at)}`,
      text: e.text,
      more: e.more,
      notes: e.notes ?? [],
    })),
  }
}

const LETTER_NEEDS = 14

/** One mark a day; a letter where there is room for it beside the one before. */
function marksOf(scale: Scale, letters: ReadonlyMap<number, string>): Picture['lane']['marks'] {
  let lettered: number | undefined
  return [...letters].flatMap(([day, letter]) => {
    const x = across(scale, new Date(day))
    if (x === undefined) return []
    const room = lettered === undefined || Math.abs(x - lettered) >= LETTER_NEEDS
    if (room) lettered = x
    return [{ x, letter: room ? letter : '' }]
  })
}
