import { calendarDay, type CalendarDay, inWords } from '#kernel/calendar-day.ts'
import { errorsOf, type Errors } from '#platform/http/form-problem.ts'
import type { Assessment } from '../assessment.queries.ts'
import {
  called,
  MISSING_WORDS,
  NATIONS,
  type Progress,
  SURENESS,
  whatIsMissing,
} from '../assessment.rules.ts'
import type { SignOff, Version } from '../publish.queries.ts'
import type { Review } from '../review.queries.ts'
import { isDue } from '../review.rules.ts'
import { type PartOfTemplate, placeOf, type Section } from '../template.rules.ts'

type Told = {
  readonly assessment: Assessment
  readonly progress: Progress & { readonly words: number }
  readonly signOff: SignOff | undefined
  readonly versions: readonly Version[]
  readonly reviews: readonly Review[]
  readonly today: CalendarDay
  readonly mayWrite: boolean
  readonly maySignOff: boolean
  readonly refused: boolean
}

export type AssessmentView = {
  readonly title: string
  readonly id: string
  readonly errors: Errors
  readonly nation: string
  readonly owner: string
  readonly template: {
    readonly name: string
    readonly version: string
    readonly asOf: string
    readonly source: string
    readonly sureness: string
  }
  readonly stages: readonly {
    readonly title: string
    readonly sections: readonly {
      readonly title: string
      readonly prompt: string
      readonly check: boolean
      readonly state: string
      readonly href: string | undefined
    }[]
  }[]
  readonly missing: readonly { readonly text: string; readonly href: string | undefined }[]
  readonly signOff: SignOff | undefined
  readonly mayWrite: boolean
  readonly maySignOff: boolean
  readonly mayAsk: boolean
  readonly waiting: boolean
  readonly versions: readonly Pick<
    Version,
    'number' | 'publishedAt' | 'signedAs' | 'whatChanged' | 'whyChanged'
  >[]
  readonly changedSince: boolean
  readonly reviews: readonly {
    readonly id: string
    readonly dueOn: string
    readonly due: boolean
    readonly completedAt: Date | undefined
  }[]
}

/** One assessment, section by section in its template's order, and what it lacks. */
export function assessmentView(told: Told): AssessmentView {
  const { assessment, progress, signOff, versions, reviews, today, mayWrite } = told
  const at = `/assessments/${assessment.id}`
  // What is only written in a form is no link for whoever may not write: they read it in the preview.
  const linkTo = (place: string) =>
    mayWrite || !place.startsWith('write/') ? `${at}/${place}` : undefined
  const missing = whatIsMissing(progress).map((code) => MISSING_WORDS[code])
  const waiting = signOff !== undefined && signOff.answer === undefined
  const { template } = assessment
  const changedSince = versions.length > 0 && versions[0]?.revision !== assessment.revision
  return {
    title: assessment.title,
    id: assessment.id,
    errors: errorsOf(told.refused ? missing.map(({ text }) => ({ field: 'missing', text })) : []),
    nation: called(NATIONS, template.nation),
    owner: assessment.ownerName,
    template: {
      name: template.name,
      version: template.version,
      asOf: template.as_of,
      source: template.source,
      sureness: called(SURENESS, template.confidence),
    },
    stages: template.definition.stages.map((stage) => ({
      title: stage.title,
      sections: stage.sections.map((section) => ({
        title: section.title,
        prompt: section.prompt,
        check: section.check === true,
        state: stateOf(section, told),
        href: linkTo(hrefOf(section, reviews)),
      })),
    })),
    missing: missing.map(({ text, at: place }) => ({ text, href: linkTo(place) })),
    signOff,
    mayWrite,
    ...nextStep(told, { waiting, whole: missing.length === 0, changedSince }),
    waiting,
    versions,
    changedSince,
    reviews: reviews.map((review) => ({
      id: review.id,
      dueOn: review.dueOn,
      due: review.completedAt === undefined && isDue(review, today),
      completedAt: review.completedAt,
    })),
  }
}

const rows = (n: number, one: string, many: string): string =>
  n === 0 ? 'Not written yet' : n === 1 ? `1 ${one}` : `${n} ${many}`
const written = (there: boolean): string => (there ? 'Written' : 'Not written yet')

/** What this reader may do with it now. There is nothing to ask for while nothing changed since it was published. */
function nextStep(
  { maySignOff, mayWrite, versions }: Told,
  is: { readonly waiting: boolean; readonly whole: boolean; readonly changedSince: boolean },
): Pick<AssessmentView, 'maySignOff' | 'mayAsk'> {
  const news = versions.length === 0 || is.changedSince
  return {
    maySignOff: maySignOff && is.waiting && is.whole,
    mayAsk: mayWrite && !is.waiting && is.whole && news,
  }
}

function stateOf(section: Section, told: Told): string {
  return STATES[section.part](told, section)
}

/** What is said of each kind of section in the list. */
const STATES: Readonly<Record<PartOfTemplate, (told: Told, section: Section) => string>> = {
  about: ({ progress }) => written(progress.affected),
  groups: ({ progress }) => rows(progress.groups, 'group', 'groups'),
  options: ({ progress }) => rows(progress.options, 'option', 'options'),
  evidence: ({ progress }) => rows(progress.evidence, 'source', 'sources'),
  involvement: ({ progress }) => involvementState(progress),
  impacts: ({ progress }) => rows(progress.impacts, 'effect', 'effects'),
  decision: ({ progress }) => written(progress.bestInterests && progress.decided),
  measures: ({ progress }) =>
    progress.dates ? rows(progress.measures, 'thing watched', 'things watched') : 'No dates yet',
  twin: ({ progress }) => written(progress.twin),
  review: ({ reviews }) => reviewState(reviews),
  text: ({ assessment }, section) => written(hasText(assessment, section.key)),
}

/** Where a section is written; of the review, the one to come. */
function hrefOf(section: Section, reviews: readonly Review[]): string {
  const next = reviews.find((review) => review.completedAt === undefined)
  return section.part === 'review' && next ? `reviews/${next.id}` : placeOf(section)
}

function involvementState(progress: Told['progress']): string {
  if (progress.involvement === 0) {
    return progress.notInvolvedBecause ? 'Nobody asked yet; the reason is given' : 'Not written yet'
  }
  const asked = rows(progress.involvement, 'group asked', 'groups asked')
  return progress.words === 0 ? asked : `${asked}; some of it in their own words`
}

function reviewState(reviews: readonly Review[]): string {
  const next = reviews.find((review) => review.completedAt === undefined)
  const done = reviews.filter((review) => review.completedAt).length
  if (!next) return done > 0 ? rows(done, 'review', 'reviews') : 'Set when it is published'
  return `The next is set for ${dayInWords(next.dueOn)}`
}

function hasText(assessment: Assessment, key: string): boolean {
  const texts = assessment.row['section_texts']
  return typeof texts === 'object' && texts !== null && Object.hasOwn(texts, key)
}

function dayInWords(text: string): string {
  const day = calendarDay(text)
  return day ? inWords(day) : text
}
