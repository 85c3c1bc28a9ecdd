import { textOf, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { frameIn, getOwnChild, languageOf, ownChild, sayIn } from '#domains/words/index.ts'
import { keepPlan, type OwnPlan, planOf } from '../plan.queries.ts'

const url = '/me/where-i-am'
const may = 'me.open'

/** The boxes of the page, and how much fits in each. */
const BOXES = [
  { name: 'tell', most: 2000 },
  { name: 'look', most: 2000 },
  { name: 'say', most: 2000 },
  { name: 'pleaseDont', most: 2000 },
  { name: 'talkWith', most: 200 },
] as const
type Box = (typeof BOXES)[number]['name']
type Words = Readonly<Record<Box, string>>

/** My own plan: what people do first, and with whom I would talk after. */
export const askMyPlan: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.where-i-am.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const plan = await planOf(visit.tx, getOwnChild(visit))
    return shown(visit, { words: wordsOf(plan), version: plan?.version ?? 0, problems: [] })
  },
}

export const saveMyPlan: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.where-i-am.save', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    const language = await languageOf(visit)
    const words = wordsIn(visit.form)
    const problems = problemsIn(words, language)
    const version = versionOf(visit.form)
    if (problems.length > 0) return shown(visit, { words, version, problems })
    if (await keepPlan(visit.tx, child, version, { ...toKeep(words), language })) {
      return { kind: 'redirect', to: `${url}?saved=yes` }
    }
    const now = await planOf(visit.tx, child)
    return shown(visit, { words, version: now?.version ?? 0, problems: [], now })
  },
}

const wordsFrom = (text: (name: Box) => string): Words => ({
  tell: text('tell'),
  look: text('look'),
  say: text('say'),
  pleaseDont: text('pleaseDont'),
  talkWith: text('talkWith'),
})

const wordsIn = (form: Visit['form']): Words =>
  wordsFrom((name) => textOf(form, name).replaceAll('\r\n', '\n').trim())

const wordsOf = (plan: OwnPlan | undefined): Words => wordsFrom((name) => plan?.[name] ?? '')

const toKeep = (words: Words) => ({
  tell: words.tell || undefined,
  look: words.look || undefined,
  say: words.say || undefined,
  pleaseDont: words.pleaseDont || undefined,
  talkWith: words.talkWith || undefined,
})

function problemsIn(words: Words, language: string): readonly Problem[] {
  const { w } = frameIn(language, false, (all) => all.whereIAm.title)
  if (BOXES.every(({ name }) => words[name] === '')) {
    return [{ field: 'tell', text: w.whereIAm.empty }]
  }
  return BOXES.filter(({ name, most }) => words[name].length > most).map(({ name, most }) => ({
    field: name,
    text: sayIn({ language }, w.whereIAm.tooLong, { most }),
  }))
}

type Shown = {
  readonly words: Words
  readonly version: number
  readonly problems: readonly Problem[]
  readonly now?: OwnPlan | undefined
}

async function shown(visit: Visit, { words, version, problems, now }: Shown): Promise<Answer> {
  const frame = frameIn(await languageOf(visit), false, (w) => w.whereIAm.title)
  const said = wordsOf(now)
  const page = {
    ...frame,
    errors: errorsOf(problems),
    boxes: BOXES.map(({ name }) => ({
      name,
      label: frame.w.whereIAm[name],
      hint: name === 'talkWith' ? frame.w.whereIAm.talkWithHint : undefined,
      value: words[name],
      one: name === 'talkWith',
    })),
    version,
    changed: now !== undefined,
    said: BOXES.flatMap(({ name }) =>
      said[name] === '' ? [] : [{ label: frame.w.whereIAm[name], text: said[name] }],
    ),
    language: now?.language,
    saved: textOf(visit.query, 'saved') === 'yes',
  }
  const wrong = problems.length > 0 ? 422 : 200
  return {
    kind: 'view',
    status: page.changed ? 409 : wrong,
    template: 'domains/missing/my-plan/my-plan.njk',
    model: { page },
  }
}
