import { calendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import { dayIn, type Frame, frameIn, say } from '#domains/words/index.ts'
import {
  BECAUSE,
  ABOUT,
  isOver,
  MADE_AS,
  type MadeAs,
  maySayBack,
  WORSE,
} from '../complaints.rules.ts'
import { drawingTools, SYMBOL_OF_MEDIUM } from '#domains/participation/index.ts'
import type { Complaint, Made, Outside } from '../complaints.queries.ts'
import type { ComplaintStep } from '../steps.queries.ts'

type Person = { readonly id: string; readonly name: string }
type Choice = { readonly value: string; readonly text: string; readonly chosen: boolean }
type OutsideLine = {
  readonly name: string
  readonly what: string
  readonly call: string
  readonly tel: string
}

function dayText(language: string, day: string): string {
  const known = calendarDay(day.slice(0, 10))
  return known ? dayIn(language, new Date(`${known}T12:00:00Z`)) : day
}

const outsideLines = (frame: Frame, outside: readonly Outside[]): readonly OutsideLine[] =>
  outside.map((o) => ({
    name: o.name,
    what: frame.w.notRight.outsideKinds[o.kind],
    call: say(frame.w.notRight.call, { phone: o.phone }),
    tel: o.phone.replaceAll(/[^\d+]/g, ''),
  }))

const whoIsIndependent = (frame: Frame, names: readonly string[]): string =>
  names.length > 0
    ? say(frame.w.notRight.independent, { names: names.join(', ') })
    : frame.w.notRight.nobodyIndependent

type Line = {
  readonly href: string
  readonly about: string
  readonly when: string
  readonly state: string
  readonly who: string | undefined
}

function lineOf(frame: Frame, c: Complaint): Line {
  const w = frame.w.notRight
  const [day, by] = [dayIn(frame.language, c.madeAt), dayText(frame.language, c.stageBy)]
  const who =
    c.handlerName === undefined
      ? say(w.whoAnswersNobody, { day: by })
      : say(w.whoAnswers, { name: c.handlerName, day: by })
  return {
    href: `/me/not-right/${c.id}`,
    about: w.abouts[c.about],
    when:
      c.forThemName === undefined
        ? say(w.sentOn, { day })
        : say(w.saidForYou, { name: c.forThemName, day }),
    state: w.states[c.state],
    who: c.state === 'open' ? who : undefined,
  }
}

export type NotRightView = Frame & {
  readonly who: string
  readonly outside: readonly OutsideLine[]
  readonly mine: readonly Line[]
}

export function notRightView(given: {
  readonly language: string
  readonly names: readonly string[]
  readonly outside: readonly Outside[]
  readonly mine: readonly Complaint[]
}): NotRightView {
  const frame = frameIn(given.language, false, (w) => w.notRight.title)
  return {
    ...frame,
    who: whoIsIndependent(frame, given.names),
    outside: outsideLines(frame, given.outside),
    mine: given.mine.map((c) => lineOf(frame, c)),
  }
}

export type NewNotRightView = Frame & {
  /** The way they chose, and all of them; undefined where they write. */
  readonly way: MadeAs | undefined
  readonly ways: readonly {
    readonly href: string
    readonly text: string
    readonly symbol: string
  }[]
  readonly tools: ReturnType<typeof drawingTools>
  /** What this form kept, to be heard or seen, and replaced by choosing another. */
  readonly made: (SaidAloud & { readonly kept: string }) | undefined
  readonly who: string
  readonly abouts: readonly Choice[]
  readonly becauses: readonly Choice[]
  readonly people: readonly Choice[]
  readonly others: readonly Choice[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Errors
}

export function newNotRightView(given: {
  readonly language: string
  readonly names: readonly string[]
  readonly people: readonly Person[]
  readonly typed: Readonly<Record<string, string>>
  readonly ticked: Readonly<Record<'because' | 'aboutPersons' | 'keptFrom', readonly string[]>>
  readonly way: MadeAs | undefined
  readonly made?: Made | undefined
  readonly problems: readonly Problem[]
}): NewNotRightView {
  const frame = frameIn(given.language, false, (w) => w.notRight.title)
  const w = frame.w.notRight
  const people = (ticked: readonly string[]) =>
    given.people.map((p) => ({ value: p.id, text: p.name, chosen: ticked.includes(p.id) }))
  return {
    ...frame,
    way: given.way,
    ways: [undefined, ...MADE_AS]
      .filter((way) => way !== given.way)
      .map((way) => ({
        href: way ? `/me/not-right/new?way=${way}` : '/me/not-right/new',
        text: frame.w.say.ways[way ?? 'words'],
        symbol: SYMBOL_OF_MEDIUM[way ?? 'words'],
      })),
    tools: drawingTools(frame.w),
    made: given.made && {
      medium: given.made.medium,
      src: `/me/not-right/kept/${given.made.file}`,
      label: frame.w.made[given.made.medium],
      kept: given.made.file,
    },
    who: whoIsIndependent(frame, given.names),
    abouts: ABOUT.map((value) => ({
      value,
      text: w.abouts[value],
      chosen: given.typed['about'] === value,
    })),
    becauses: BECAUSE.map((value) => ({
      value,
      text: w.becauses[value],
      chosen: given.ticked.because.includes(value),
    })),
    people: people(given.ticked.aboutPersons),
    others: people(given.ticked.keptFrom),
    typed: given.typed,
    errors: errorsOf(given.problems),
  }
}

/** What was spoken, drawn or photographed, to be heard or seen. */
type SaidAloud = { readonly medium: MadeAs; readonly src: string; readonly label: string }

type StepLine = {
  readonly day: string
  readonly what: string
  readonly say: string | undefined
  readonly words: string | undefined
  readonly language: string
}

export type OneNotRightView = Frame & {
  readonly line: Line
  readonly here: string
  readonly late: string | undefined
  readonly made: SaidAloud | undefined
  readonly because: readonly string[]
  readonly names: readonly string[]
  readonly aboutWho: string | undefined
  readonly words: string | undefined
  readonly wordsLanguage: string
  readonly putRight: string | undefined
  readonly steps: readonly StepLine[]
  readonly answer: StepLine | undefined
  readonly backs: readonly { readonly value: string; readonly text: string }[]
  readonly noFurther: boolean
  readonly worses: readonly { readonly value: string; readonly text: string }[]
  readonly open: boolean
  readonly version: number
  readonly outside: readonly OutsideLine[]
  readonly justSent: boolean
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Errors
}

export function oneNotRightView(given: {
  readonly language: string
  readonly complaint: Complaint
  readonly steps: readonly ComplaintStep[]
  readonly outside: readonly Outside[]
  readonly today: CalendarDay
  readonly typed: Readonly<Record<string, string>>
  readonly justSent: boolean
  readonly problems: readonly Problem[]
}): OneNotRightView {
  const { complaint: c, steps } = given
  const frame = frameIn(given.language, false, (w) => w.notRight.title)
  const w = frame.w.notRight
  const answer = steps.findLast((s) => s.kind === 'answered')
  return {
    ...frame,
    line: lineOf(frame, c),
    here: `/me/not-right/${c.id}`,
    late:
      c.state === 'open' && c.stageBy < given.today
        ? say(w.late, { day: dayText(frame.language, c.stageBy) })
        : undefined,
    because: c.because.map((b) => w.becauses[b]),
    names: c.aboutNames,
    aboutWho: c.aboutWho,
    made: c.made && {
      medium: c.made.medium,
      src: `/me/not-right/${c.id}/file`,
      label: frame.w.made[c.made.medium],
    },
    words: c.words,
    wordsLanguage: c.wordsLanguage,
    putRight: c.putRight,
    steps: steps.map((s) => stepOf(frame, s)),
    answer: answer && stepOf(frame, answer),
    backs: maySayBack(c.state, c.furtherStage).map((value) => ({ value, text: w.back[value] })),
    noFurther: answer !== undefined && !c.furtherStage,
    worses: WORSE.map((value) => ({ value, text: w.worses[value] })),
    open: !isOver(c.state),
    version: c.version,
    outside: outsideLines(frame, given.outside),
    justSent: given.justSent,
    typed: given.typed,
    errors: errorsOf(given.problems),
  }
}

function stepOf(frame: Frame, s: ComplaintStep): StepLine {
  const w = frame.w.notRight
  const name = (s.kind === 'given_to' ? s.toName : s.byName) ?? frame.w.answered.somebody
  const day = s.due === undefined ? '' : dayText(frame.language, s.due)
  const said = (): string | undefined => {
    if (s.found) return w.found[s.found]
    if (s.back) return w.back[s.back]
    return s.worse && w.worses[s.worse]
  }
  return {
    day: dayIn(frame.language, s.at),
    what: say(w.steps[s.kind], { name, day }),
    say: said(),
    words: s.words,
    language: s.wordsLanguage,
  }
}
