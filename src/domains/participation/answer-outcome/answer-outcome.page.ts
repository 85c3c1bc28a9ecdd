import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { listOf, textOf, versionOf } from '#platform/http/fields.ts'
import {
  type AnswerProblem,
  answersIn,
  type KeptAnswer,
  nextAfter,
  readAnswer,
  saveAnswer,
} from '#domains/outcomes/index.ts'
import { askable } from '../choose-outcomes/choose-outcomes.view.ts'
import { ownChild, withAloud } from '#domains/words/index.ts'
import { type OwnCheckIn, ownCheckIn } from '../own-page.ts'
import { answerView, type Typed } from './answer-outcome.view.ts'

/** Spoken on this page, where somebody recorded it. */
const ALOUD = ['answer.how']

const url = '/me/check-in/:checkIn/about/:code'
const may = 'me.open'

/** One outcome a page. */
export const seeOutcome: Page = {
  method: 'GET',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.check-in.answer.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const here = await aboutHere(visit)
    if (!here) return { kind: 'not-found' }
    const { own } = here
    if (own.checkIn.status !== 'draft') {
      return { kind: 'redirect', to: `/me/check-in/${own.checkIn.id}` }
    }
    return shown(visit, here, { typed: undefined, problems: [], conflict: false })
  },
}

/** Saves this one outcome as it is left, and goes on to the next without an answer. */
export const answerOutcome: Page = {
  method: 'POST',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.check-in.answer', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const here = await aboutHere(visit)
    if (!here) return { kind: 'not-found' }
    const { own, outcome, answers } = here
    const at = `/me/check-in/${own.checkIn.id}`
    if (own.checkIn.status !== 'draft') return { kind: 'redirect', to: at }
    const typed = typedIn(visit.form)
    const read = readAnswer(visit.form, own.checkIn.language, answers.get(outcome.id)?.said)
    if (!read.ok) return shown(visit, here, { typed, problems: read.problems, conflict: false })
    const version = versionOf(visit.form)
    const saved = await saveAnswer(visit.tx, own.checkIn, outcome.id, read.answer, version)
    if (saved === 'conflict') {
      // What was said elsewhere may have been kept while this page waited for it.
      const now = (await aboutHere(visit)) ?? here
      return shown(visit, now, { typed, problems: [], conflict: true })
    }
    const chosen = askable(own.framework).filter((o) => own.checkIn.chosen.includes(o.id))
    const next = nextAfter(outcome.code, chosen, new Set([...answers.keys(), outcome.id]))
    const backToEnd = textOf(visit.query, 'from') === 'end'
    return { kind: 'redirect', to: next && !backToEnd ? `${at}/about/${next}` : `${at}/end` }
  },
}

type Here = {
  readonly own: OwnCheckIn
  readonly outcome: OwnCheckIn['framework']['outcomes'][number]
  readonly answers: ReadonlyMap<string, KeptAnswer>
}

async function aboutHere(visit: Visit): Promise<Here | undefined> {
  const own = await ownCheckIn(visit)
  const outcome = own && askable(own.framework).find((o) => o.code === visit.params['code'])
  if (!outcome) return undefined
  return { own, outcome, answers: await answersIn(visit.tx, own.checkIn.id) }
}

async function shown(
  visit: Visit,
  here: Here,
  given: {
    readonly typed: Typed | undefined
    readonly problems: readonly AnswerProblem[]
    readonly conflict: boolean
  },
): Promise<Answer> {
  const page = answerView({
    ...here.own,
    code: here.outcome.code,
    answers: here.answers,
    handed: visit.actor.handedTo !== undefined,
    ...given,
  })
  return withAloud(
    visit,
    {
      kind: 'view',
      status: given.conflict ? 409 : given.problems.length > 0 ? 422 : 200,
      template: 'domains/participation/answer-outcome/answer-outcome.njk',
      model: { page },
    },
    ALOUD,
  )
}

const typedIn = (form: Visit['form']): Typed => ({
  state: textOf(form, 'state'),
  importance: textOf(form, 'importance'),
  sinceLast: textOf(form, 'sinceLast'),
  words: textOf(form, 'words'),
  who: textOf(form, 'who'),
  whoWords: textOf(form, 'whoWords'),
  ticked: (direction) => listOf(form, direction),
  influence: (direction, level) => textOf(form, `${direction}-${level}`),
})
