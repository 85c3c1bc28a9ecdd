import { type CalendarDay, inWords } from '#kernel/calendar-day.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { BirthSpan, UnderEighteen } from '../age.rules.ts'
import type { Concern } from '../concern.queries.ts'
import type { ExploitationForm } from '../forms.queries.ts'
import { partialInWords } from '../partial-day.rules.ts'
import { type Reading, reading } from '../question.form.ts'
import { partialBoxes, type Question, type Typed } from '../question.view.ts'
import type { Situation, SituationToKeep } from '../situation.queries.ts'
import {
  type Element,
  ELEMENT_NAMES,
  type ElementName,
  ELEMENTS,
  FINDINGS,
  findingNow,
  findingsFor,
  GOES_ON,
  KINDS,
  PLACES,
  refuseDates,
  underThen,
} from '../situation.rules.ts'

export type About = {
  readonly forms: readonly ExploitationForm[]
  readonly concerns: readonly Concern[]
  readonly births: readonly BirthSpan[]
  readonly today: CalendarDay
}

const MEANS_HINT: Readonly<Record<UnderEighteen, string>> = {
  yes: 'They were under 18: how they were made to is not required, and nothing is missing. Write it down where it is known',
  maybe:
    'They may have been under 18, so they are treated as a child: how they were made to is not required, and nothing is missing. Write it down where it is known',
  no: 'They were 18 or over when it began, so it has to be looked at',
}

/** The questions of a situation, the same for every child. */
export function situationQuestions(
  { forms, concerns }: About,
  under: UnderEighteen,
  standing: boolean,
): readonly Question[] {
  return [
    {
      kind: 'words',
      name: 'what',
      label: 'What is known of it?',
      hint: 'Who did what to them. Do not ask them to tell it for this form',
    },
    { kind: 'partial', name: 'began', label: 'When did it begin? (as far as it is known)' },
    { kind: 'choice', name: 'goesOn', label: 'Does it go on?', choices: GOES_ON },
    { kind: 'partial', name: 'ended', label: 'When did it end? (as far as it is known)' },
    { kind: 'choice', name: 'place', label: 'Where was it?', choices: PLACES },
    {
      kind: 'text',
      name: 'where',
      label: 'Towns or countries (optional)',
      hint: 'Moved within the UK, or within a town, counts as well',
    },
    {
      kind: 'ticks',
      name: 'forms',
      label: 'Which forms did it take?',
      hint: 'Tick all there are. “Not yet known” is an answer',
      groups: groupsOf(forms),
    },
    ...ELEMENTS.flatMap((element) => elementQuestions(element, under)),
    ...(concerns.length > 0 ? [concernQuestion(concerns)] : []),
    ...(standing
      ? [
          {
            kind: 'words' as const,
            name: 'notSoBecause',
            label: 'If this was not so after all: why? (leave empty otherwise)',
          },
        ]
      : []),
  ]
}

const named = (forms: readonly ExploitationForm[]) =>
  Object.fromEntries(forms.map((f) => [f.id, f.called]))

function groupsOf(forms: readonly ExploitationForm[]) {
  const own = forms.filter((f) => f.own)
  return [
    { title: 'The shared list', choices: named(forms.filter((f) => !f.own)) },
    ...(own.length > 0 ? [{ title: 'Added by this service', choices: named(own) }] : []),
  ]
}

function elementQuestions(element: ElementName, under: UnderEighteen): readonly Question[] {
  const label = ELEMENT_NAMES[element]
  const findings = findingsFor(element, under)
  const hint = element === 'means' ? { hint: MEANS_HINT[under] } : {}
  return [
    {
      kind: 'choice',
      name: `${element}Finding`,
      label,
      ...hint,
      choices: Object.fromEntries(findings.map((f) => [f, FINDINGS[f]])),
    },
    {
      kind: 'ticks',
      name: `${element}Kinds`,
      label: `${label}: which? (optional)`,
      groups: [{ title: label, choices: KINDS[element] }],
    },
    { kind: 'words', name: `${element}RestsOn`, label: `${label}: what does that rest on?` },
  ]
}

const concernQuestion = (concerns: readonly Concern[]): Question => ({
  kind: 'pick',
  name: 'restsOn',
  label: 'Which concern does it go back to? (optional)',
  choices: {
    '': 'None of them',
    ...Object.fromEntries(
      concerns.map((c) => [c.id, `${partialInWords(c.noticed)}: ${c.seen.slice(0, 60)}`]),
    ),
  },
})

export type ReadSituation =
  | { readonly value: SituationToKeep }
  | { readonly problems: readonly Problem[]; readonly under: UnderEighteen }

export function readSituation(
  form: Readonly<Record<string, unknown>>,
  about: About,
): ReadSituation {
  const read = reading(form, about.today)
  const what = read.needed('what', 'Enter what is known of it', 10_000)
  const began = read.partial('began')
  const ended = read.partial('ended')
  const goesOn = read.choice('goesOn', GOES_ON, 'Choose whether it goes on')
  const place = read.choice('place', PLACES, 'Choose where it was')
  const where = read.maybe('where', 'Towns or countries', 1000)
  const formIds = read.ticks(
    'forms',
    about.forms.map((f) => f.id),
  )
  if (formIds.length === 0) {
    read.wrong('forms', 'Tick at least one form. “Not yet known” is an answer')
  }
  const dated = { began, ended, goesOn }
  const problem = refuseDates(dated, about.births)
  if (problem) read.wrong(problem.field, problem.text)
  const under = underThen(about.births, dated)
  const elements = ELEMENTS.map((element) => readElement(read, element, under))
  const concern = about.concerns.find((c) => c.id === form['restsOn'])
  const notSoBecause = read.maybe('notSoBecause', 'What you write here', 2000)
  if (read.problems.length > 0) return { problems: read.problems, under }
  const kept = { what, began, ended, goesOn, place, where, formIds, elements, notSoBecause }
  return { value: { ...kept, restsOn: concern?.id } }
}

function readElement(read: Reading, element: ElementName, under: UnderEighteen): Element {
  const findings = findingsFor(element, under)
  const choices = Object.fromEntries(findings.map((f) => [f, FINDINGS[f]]))
  const kinds = read.ticks(`${element}Kinds`, Object.keys(KINDS[element]))
  const restsOn = read.maybe(`${element}RestsOn`, 'What it rests on', 5000)
  const name = `${element}Finding`
  const chosen = read.choiceOrNone(name, choices)
  const found = findings.find((f) => f === chosen)
  // Nobody has to say of a child how they were made to: left empty, it is not required.
  const finding = found ?? (element === 'means' && under !== 'no' ? 'not_required' : undefined)
  if (!finding) read.wrong(name, `Choose what is found of: ${ELEMENT_NAMES[element]}`)
  if ((finding === 'supported' || finding === 'partly') && !restsOn) {
    read.wrong(`${element}RestsOn`, 'Enter what this rests on')
  }
  return { element, finding: finding ?? 'not_known', kinds, restsOn }
}

/** A situation as it stands in the boxes of its form. */
export function typedOf(s: Situation, under: UnderEighteen): Typed {
  const elements = s.elements.flatMap((e) => [
    [`${e.element}Finding`, findingNow(e, under)],
    [`${e.element}Kinds`, e.kinds],
    [`${e.element}RestsOn`, e.restsOn ?? ''],
  ])
  return {
    what: s.what,
    goesOn: s.goesOn,
    place: s.place,
    where: s.where ?? '',
    forms: s.forms.map((f) => f.formId),
    restsOn: s.restsOn ?? '',
    notSoBecause: s.notSoBecause ?? '',
    ...partialBoxes('began', s.began),
    ...partialBoxes('ended', s.ended),
    ...Object.fromEntries(elements),
  }
}

export const changedInWords = (s: Situation, day: CalendarDay): string =>
  `${s.changedBy ?? 'Somebody'}, ${inWords(day)}`
