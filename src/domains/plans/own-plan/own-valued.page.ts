import { readId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { frameIn, getOwnChild, languageOf, ownChild, sayIn } from '#domains/words/index.ts'
import { OWN_VALUED } from '../review.rules.ts'
import { addValued, endValued, valuedBy } from '../valued.queries.ts'

const url = '/me/good-things'
const may = 'me.open'
const MOST = 1000

/** What I like to do, whom and where I like to be with, what I want to learn: mine to add and to take off. */
export const seeOwnValued: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.good-things', childId: ownChild },
  answer: async (visit) => shown(visit, { kind: '', words: '' }, []),
}

export const addOwnValued: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.good-things', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    const off = readId<'valued'>(textOf(visit.form, 'off'))
    if (off) {
      await endValued(visit.tx, child, off)
      return { kind: 'redirect', to: url }
    }
    const language = await languageOf(visit)
    const { w } = frameIn(language, false, (all) => all.goodThings.title)
    const typed = { kind: textOf(visit.form, 'kind'), words: textOf(visit.form, 'words') }
    const words = typed.words.replaceAll('\r\n', '\n')
    const kind = OWN_VALUED.find((k) => k === typed.kind)
    const problems: Problem[] = []
    if (!kind) problems.push({ field: 'kind', text: w.goodThings.choose })
    if (words.trim() === '') problems.push({ field: 'words', text: w.goodThings.empty })
    if (words.length > MOST) {
      const text = sayIn({ language }, w.plan.sayTooLong, { most: MOST })
      problems.push({ field: 'words', text })
    }
    if (problems.length > 0 || !kind) return shown(visit, typed, problems)
    await addValued(visit.tx, child, { kind, words, language, saidBy: 'child' })
    return { kind: 'redirect', to: url }
  },
}

async function shown(
  visit: Visit,
  typed: { readonly kind: string; readonly words: string },
  problems: readonly Problem[],
): Promise<Answer> {
  const frame = frameIn(await languageOf(visit), false, (w) => w.goodThings.title)
  const all = await valuedBy(visit.tx, getOwnChild(visit))
  const page = {
    ...frame,
    typed,
    groups: OWN_VALUED.map((kind) => ({
      called: frame.w.goodThings.kinds[kind],
      lines: all.filter((v) => v.kind === kind),
    })).filter((g) => g.lines.length > 0),
    choices: OWN_VALUED.map((value) => ({
      value,
      text: frame.w.goodThings.kinds[value],
      chosen: value === typed.kind,
    })),
    errors: errorsOf(problems),
  }
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/plans/own-plan/own-valued.njk',
    model: { page },
  }
}
