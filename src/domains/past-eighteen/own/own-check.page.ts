import { textOf, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { allocationsOf } from '#domains/children/index.ts'
import { getOwnChild, ownChild, sayIn } from '#domains/words/index.ts'
import { addSign, dropSign, keepWatch, signsOf, stopWatch, watchOf } from '../watch.queries.ts'
import { choicesOf, frameOf, may, shownAs } from './own-answer.ts'

const url = '/me/later/check'
const audit = (act: string) => ({ action: `me.later.${act}`, childId: ownChild })
const MOST_ASKS = 2000
const MOST_SIGN = 1000
const OFTEN = ['week', 'fortnight', 'month', 'quarter'] as const
const ANYBODY = 'anybody'

/** What somebody asks me, how often, and who. */
export const askCheck: Page = {
  method: 'GET',
  url,
  may,
  audit: audit('ask-check'),
  answer: async (visit) => shown(visit, await keptOf(visit), []),
}

export const keepCheck: Page = {
  method: 'POST',
  url,
  may,
  audit: audit('check'),
  async answer(visit): Promise<Answer> {
    const { tx, form, now } = visit
    const child = getOwnChild(visit)
    const frame = await frameOf(visit, (l) => l.watch)
    const typed = {
      asks: textOf(form, 'asks').replaceAll('\r\n', '\n'),
      sign: textOf(form, 'sign').replaceAll('\r\n', '\n'),
      often: textOf(form, 'often'),
      asker: textOf(form, 'asker'),
      version: versionOf(form),
    }
    const often = OFTEN.find((o) => o === typed.often)
    const asker = (await askersOf(visit)).find((a) => a.id === typed.asker)?.id
    const problems = problemsIn(frame, typed, often !== undefined, asker !== undefined)
    if (problems.length > 0 || !often) return shown(visit, typed, problems)
    const { language } = frame
    const given = {
      often,
      askerId: asker === ANYBODY ? undefined : asker,
      asks: typed.asks,
      language,
      agreedBy: 'child',
    } as const
    if (!(await keepWatch(tx, child, typed.version, given, now))) {
      return shown(visit, { ...typed, version: (await watchOf(tx, child))?.version ?? 0 }, [], true)
    }
    if (typed.sign.trim())
      await addSign(tx, child, { words: typed.sign, language, saidBy: 'child' })
    return { kind: 'redirect', to: '/me/later' }
  },
}

/** Stopped at once, with one press. */
export const stopCheck: Page = {
  method: 'POST',
  url: `${url}/stop`,
  may,
  audit: audit('check'),
  async answer(visit): Promise<Answer> {
    await stopWatch(visit.tx, getOwnChild(visit), true, visit.now)
    return { kind: 'redirect', to: '/me/later' }
  },
}

export const takeSignAway: Page = {
  method: 'POST',
  url: `${url}/signs`,
  may,
  audit: audit('check'),
  async answer(visit): Promise<Answer> {
    await dropSign(visit.tx, getOwnChild(visit), textOf(visit.form, 'sign'))
    return { kind: 'redirect', to: url }
  },
}

type Typed = {
  readonly asks: string
  readonly sign: string
  readonly often: string
  readonly asker: string
  readonly version: number
}

function problemsIn(
  { w, language }: Awaited<ReturnType<typeof frameOf>>,
  typed: Typed,
  often: boolean,
  asker: boolean,
): readonly Problem[] {
  const { whatMissing, tooLong, chooseOne } = w.later
  const long = (most: number) => sayIn({ language }, tooLong, { most })
  const problems: Problem[] = []
  if (typed.asks.trim() === '') problems.push({ field: 'asks', text: whatMissing })
  if (typed.asks.length > MOST_ASKS) problems.push({ field: 'asks', text: long(MOST_ASKS) })
  if (!often) problems.push({ field: 'often', text: chooseOne })
  if (!asker) problems.push({ field: 'asker', text: chooseOne })
  if (typed.sign.length > MOST_SIGN) problems.push({ field: 'sign', text: long(MOST_SIGN) })
  return problems
}

async function keptOf(visit: Visit): Promise<Typed> {
  const watch = await watchOf(visit.tx, getOwnChild(visit))
  return {
    asks: watch?.asks ?? '',
    sign: '',
    often: watch?.often ?? '',
    asker: watch ? (watch.askerId ?? ANYBODY) : '',
    version: watch?.version ?? 0,
  }
}

/** Whoever stands beside them now, each once; or somebody who is found. */
async function askersOf(visit: Visit) {
  const { w } = await frameOf(visit, (l) => l.watch)
  const now = (await allocationsOf(visit.tx, getOwnChild(visit))).filter((a) => !a.endedOn)
  const people = new Map<string, string>(
    now.map((a) => [a.personId, a.personName ?? w.looked.somebody]),
  )
  return [...people, [ANYBODY, w.later.anybody] as const].map(([id, name]) => ({ id, name }))
}

async function shown(
  visit: Visit,
  typed: Typed,
  problems: readonly Problem[],
  changed = false,
): Promise<Answer> {
  const child = getOwnChild(visit)
  const frame = await frameOf(visit, (l) => l.watch)
  const watch = await watchOf(visit.tx, child)
  const askers = await askersOf(visit)
  const page = {
    ...frame,
    typed,
    on: watch?.state === 'on',
    signs: await signsOf(visit.tx, child),
    oftens: choicesOf(frame.w.later.oftens, typed.often),
    askers: choicesOf(Object.fromEntries(askers.map((a) => [a.id, a.name])), typed.asker),
  }
  return shownAs('own-check', page, { problems, changed })
}
