import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  beginCheckIn,
  frameworkFor,
  outcomeLabels,
  readAnswer,
  saveAnswer,
  shareCheckIn,
  STATE_WORDS,
  STATES,
  type UsedFramework,
} from '#domains/outcomes/index.ts'
import { agreedWithMe, lookedAfter, type LookedAfter, saidByMe } from '../carers.queries.ts'
import { agreedLine, saidLine } from './looking-after.view.ts'

const may = 'looking-after.open'
const url = '/looking-after'

/** A carer's one page: what was agreed, and what they said. Whoever no longer looks after anybody is told so. */
export const seeLookingAfter: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'looking-after.see' },
  async answer(visit): Promise<Answer> {
    const { tx, actor, now } = visit
    const who = await known(visit)
    const framework = who && (await frameworkFor(tx, who.child, now))
    const agreed = await agreedWithMe(tx, now)
    const page = {
      title: 'What is shared with you',
      knownAs: who?.knownAs,
      coming: agreed.filter((a) => a.kind === 'appointment').map(agreedLine),
      plans: agreed.filter((a) => a.kind === 'plan').map(agreedLine),
      maySay: framework !== undefined,
      said: framework
        ? (await saidByMe(tx, actor.id)).map((s) => saidLine(s, outcomeLabels(framework, 'en')))
        : [],
    }
    return {
      kind: 'view',
      template: 'domains/standing-beside/looking-after/looking-after.njk',
      model: { page },
    }
  },
}

export const askHowTheySee: Page = {
  method: 'GET',
  url: `${url}/say`,
  may,
  audit: { action: 'looking-after.ask' },
  answer: async (visit) => shown(visit, {}, []),
}

/** How they see one thing: an entry of its own, in a carer's voice, beside the young person's and never in their place. */
export const sayHowTheySee: Page = {
  method: 'POST',
  url: `${url}/say`,
  may,
  audit: { action: 'looking-after.say' },
  async answer(visit): Promise<Answer> {
    const { tx, actor, now, form } = visit
    const who = await known(visit)
    const framework = who && (await frameworkFor(tx, who.child, now))
    if (!who || !framework) return shown(visit, form, [])
    const outcome = sayable(framework).find((o) => o.code === textOf(form, 'about'))
    const read = readAnswer(form, 'en', undefined)
    const problems = problemsIn(outcome !== undefined, read.ok ? [] : read.problems)
    if (!outcome || !read.ok || problems.length > 0) return shown(visit, form, problems)
    const begun = await beginCheckIn(tx, {
      childId: who.child,
      frameworkVersionId: framework.id,
      voice: 'carer',
      language: 'en',
      saidBy: { name: actor.name, relationship: who.whoTheyAre },
    })
    await saveAnswer(tx, begun, outcome.id, { ...read.answer, influences: [] }, 0)
    await shareCheckIn(tx, begun, [], now)
    return { kind: 'redirect', to: url }
  },
}

/** Whom they look after. That it was they who looked stands in the young person's list of who looked. */
async function known(visit: Visit): Promise<LookedAfter | undefined> {
  const who = await lookedAfter(visit.tx)
  if (who) visit.show([who.child])
  return who
}

/** What somebody other than the young person may write about: never what only they can say. */
const sayable = (framework: UsedFramework) =>
  framework.outcomes.filter((o) => o.level !== 'output' && !o.childOnly)

const MESSAGES = {
  'choose-one': 'Choose how it looks to you',
  'too-long': 'Use fewer words here',
} as const

function problemsIn(
  chosen: boolean,
  wrong: readonly { readonly field: string; readonly code: keyof typeof MESSAGES }[],
): readonly Problem[] {
  const about = chosen ? [] : [{ field: 'about', text: 'Choose what it is about' }]
  return [...about, ...wrong.map((w) => ({ field: w.field, text: MESSAGES[w.code] }))]
}

async function shown(
  visit: Visit,
  typed: Readonly<Record<string, unknown>>,
  problems: readonly Problem[],
): Promise<Answer> {
  const who = await known(visit)
  const framework = who && (await frameworkFor(visit.tx, who.child, visit.now))
  if (!who || !framework) return { kind: 'not-found' }
  const labels = outcomeLabels(framework, 'en')
  const about = textOf(typed, 'about')
  const page = {
    title: 'How you see it',
    knownAs: who.knownAs,
    outcomes: [
      { value: '', text: 'Choose one', selected: about === '' },
      ...sayable(framework).map(({ code }) => ({
        value: code,
        text: labels.get(code)?.title ?? code,
        selected: code === about,
      })),
    ],
    states: STATES.map((value) => ({
      value,
      text: STATE_WORDS[value],
      checked: value === textOf(typed, 'state'),
    })),
    words: textOf(typed, 'words'),
    errors: errorsOf(problems),
  }
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/standing-beside/looking-after/say-how.njk',
    model: { page },
  }
}
