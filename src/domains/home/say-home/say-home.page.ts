import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  dayIn,
  frameIn,
  getOwnChild,
  languageOf,
  ownChild,
  say,
  sayIn,
} from '#domains/words/index.ts'
import { addSaid, saidOf, type SaidToKeep, takeBack } from '../said.queries.ts'
import { SAID_ANSWERS, SAID_LINES, type SaidAnswer, type SaidLine } from '../said.rules.ts'

const url = '/me/where-i-live'
const may = 'me.open'
const MOST = 5000

/** Where I live: what I say of it, and what I said before. */
export const seeWhereILive: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.where-i-live.see', childId: ownChild },
  answer: (visit) => shown(visit, []),
}

export const sayWhereILive: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.where-i-live.say', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    const back = readId<'said'>(textOf(visit.form, 'takeBack'))
    if (back) {
      await takeBack(visit.tx, child, back, visit.now)
      return { kind: 'redirect', to: url }
    }
    const language = await languageOf(visit)
    const said = { ...linesIn(visit.form), ...textsIn(visit.form), language }
    const problems = problemsIn(said)
    if (problems.length > 0) return shown(visit, problems)
    await addSaid(visit.tx, child, said, visit.now)
    return { kind: 'redirect', to: `${url}?saved=yes` }
  },
}

/** A line with no answer was left out. */
const answerIn = (form: Visit['form'], line: SaidLine): SaidAnswer =>
  SAID_ANSWERS.find((a) => a === textOf(form, line)) ?? 'skip'

const linesIn = (form: Visit['form']): { readonly [L in SaidLine]: SaidAnswer } => ({
  room: answerIn(form, 'room'),
  door: answerIn(form, 'door'),
  phone: answerIn(form, 'phone'),
  food: answerIn(form, 'food'),
  rest: answerIn(form, 'rest'),
  visitors: answerIn(form, 'visitors'),
  night: answerIn(form, 'night'),
})

function textsIn(form: Visit['form']) {
  const text = (name: string) => textOf(form, name).replaceAll('\r\n', '\n').trim() || undefined
  return { good: text('good'), other: text('other') }
}

function problemsIn(said: SaidToKeep): readonly Problem[] {
  const { w } = frameIn(said.language, false, (all) => all.whereILive.title)
  const nothing = SAID_LINES.every((line) => said[line] === 'skip') && !said.good && !said.other
  if (nothing) return [{ field: SAID_LINES[0], text: w.whereILive.empty }]
  return (['good', 'other'] as const)
    .filter((name) => (said[name]?.length ?? 0) > MOST)
    .map((field) => ({
      field,
      text: sayIn({ language: said.language }, w.whereILive.tooLong, { most: MOST }),
    }))
}

async function shown(visit: Visit, problems: readonly Problem[]): Promise<Answer> {
  const frame = frameIn(await languageOf(visit), false, (w) => w.whereILive.title)
  const w = frame.w.whereILive
  const typed = { ...linesIn(visit.form), ...textsIn(visit.form) }
  const page = {
    ...frame,
    errors: errorsOf(problems),
    lines: SAID_LINES.map((name) => ({
      name,
      text: w.lines[name],
      // Closed until they open it, and open when it has an answer or is where they are led back to.
      open: problems.some((p) => p.field === name) || typed[name] !== 'skip',
      items: SAID_ANSWERS.map((value) => ({
        value,
        text: w.answers[value],
        checked: problems.length > 0 && typed[name] === value && value !== 'skip',
      })),
    })),
    good: typed.good,
    other: typed.other,
    saved: textOf(visit.query, 'saved') === 'yes',
    before: (await saidOf(visit.tx, getOwnChild(visit))).map((said) => ({
      id: said.id,
      day: say(frame.w.me.saidOn, { day: dayIn(frame.language, said.saidAt) }),
      takenBack: said.takenBackAt !== undefined,
      lines: SAID_LINES.filter((line) => said[line] !== 'skip').map((line) => ({
        text: w.lines[line],
        answer: w.answers[said[line]],
      })),
      good: said.good,
      other: said.other,
      language: said.language,
    })),
  }
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/home/say-home/say-home.njk',
    model: { page },
  }
}
