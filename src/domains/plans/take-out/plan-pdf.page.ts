import { inWords } from '#kernel/calendar-day.ts'
import { lookUp } from '#kernel/look-up.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { type Part, writtenAsPdf } from '#platform/pdf/written.ts'
import { childIdOf } from '#domains/children/index.ts'
import { dayIn, LANGUAGES, wordsFor } from '#domains/words/index.ts'
import type { Plan } from '../plan.queries.ts'
import { kindOf, plainIn } from '../plan.rules.ts'
import { AGENCIES, ANSWERS, KINDS_SAID, PLAN_STATES } from '../plan.rules.ts'
import { planOf, URL } from '../plan/plan-of-page.ts'

const MISSING =
  'Some letters of this text cannot be printed in this file. The page in Waymark shows them all.'

/** In full, for the meeting: every head, and their words as they said them. */
export const wholePdf: Page = {
  method: 'GET',
  url: `${URL}/whole.pdf`,
  may: 'children.read',
  audit: { action: 'plans.open', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const found = await planOf(visit)
    if (!found) return { kind: 'not-found' }
    return file(found.plan.title, 'en-GB', wholeParts(found.plan))
  },
}

/** In plain words, for them: in a language of theirs where somebody wrote it, and nothing that is for the meeting. */
export const plainPdf: Page = {
  method: 'GET',
  url: `${URL}/plain.pdf`,
  may: 'children.read',
  audit: { action: 'plans.open', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const found = await planOf(visit)
    if (!found) return { kind: 'not-found' }
    return plainPlanFile(found.plan, readBest(found.plan))
  },
}

/** A plan in plain words as a file, in a language that the pages have. */
export function plainPlanFile(plan: Plan, language: string) {
  const { words } = wordsFor(language)
  const title = words.plan.kinds[kindOf(plan)]
  return file(title, language, plainParts(plan, language), words.byDay.lettersMissing)
}

/** Another language than English where the plan is written in one that the pages have too. */
const readBest = (plan: Plan): string =>
  plan.plain.find((p) => p.language !== 'en' && LANGUAGES.includes(p.language))?.language ?? 'en'

function plainParts(plan: Plan, language: string): readonly Part[] {
  const w = wordsFor(language).words.plan
  return [
    { kind: 'h1', text: w.kinds[kindOf(plan)] },
    small(w.states[plan.state]),
    ...(plan.strengths ? [heading(w.strong), line(plan.strengths)] : []),
    ...(plan.plain.length > 0 ? [heading(w.agreed)] : []),
    ...plainIn(plan, language).map((p) => line(p.words)),
    heading(w.goalsOfPlan),
    ...plan.goals.flatMap((g): readonly Part[] => [
      { kind: 'h3', text: g.words },
      ...plan.actions
        .filter((a) => a.goalId === g.id && a.state === 'open')
        .map((a) =>
          line(`${a.plain} (${a.owner ?? w.nobodyYet}, ${dayIn(language, new Date(a.dueOn))})`),
        ),
    ]),
    heading(w.iSaid),
    ...plan.said.flatMap((s) => [line(s.words), ...(s.answerWords ? [small(s.answerWords)] : [])]),
  ]
}

async function file(
  title: string,
  language: string,
  parts: readonly Part[],
  whenLettersAreMissing = MISSING,
) {
  const body = await writtenAsPdf({ title, language, parts, whenLettersAreMissing })
  return { kind: 'file', name: 'plan.pdf', type: 'application/pdf', body } as const
}

const heading = (text: string): Part => ({ kind: 'h2', text })
const small = (text: string): Part => ({ kind: 'small', text })
const line = (text: string): Part => ({ kind: 'text', text })

function wholeParts(plan: Plan): readonly Part[] {
  return [
    { kind: 'h1', text: plan.title },
    small(`${PLAN_STATES[plan.state]}. From ${inWords(plan.startsOn)}. ${plan.source}.`),
    heading('What is strong'),
    line(plan.strengths ?? 'Not yet written down.'),
    heading('What they say'),
    ...plan.said.flatMap((s) => [
      small(`${lookUp<string>(KINDS_SAID, s.kind)}:`),
      line(s.words),
      ...(s.answer ? [small(`${lookUp<string>(ANSWERS, s.answer)}: ${s.answerWords}`)] : []),
    ]),
    ...(plan.said.length === 0
      ? [line(plan.notHeardBecause ?? 'Nothing is written down yet.')]
      : []),
    heading('Goals, and who does what'),
    ...plan.goals.flatMap((g): readonly Part[] => [
      { kind: 'h3', text: g.words },
      ...plan.actions
        .filter((a) => a.goalId === g.id)
        .map((a) =>
          line(
            `${a.what}: ${a.owner ?? 'somebody'} (${lookUp<string>(AGENCIES, a.agency)}), by ${inWords(a.dueOn)}`,
          ),
        ),
    ]),
    ...plan.heads.flatMap((h) => [heading(h.title), line(h.words ?? 'Not yet written down.')]),
  ]
}
