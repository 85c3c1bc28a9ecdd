import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { askedAnswer, askedPage, type Child, childIdOf } from '#domains/children/index.ts'
import { frameIn, getOwnChild, languageOf, ownChild, sayIn } from '#domains/words/index.ts'
import { childOf, processOf } from '../child-of-page.ts'
import { processesOf } from '../happening.queries.ts'
import type { Process } from '../happening.rules.ts'
import { keepWaitingWords, type WaitingWords, waitingWordsOf } from '../systems.queries.ts'

const MOST = 2000

/** Their words as they came, or nothing where there are none or too many. */
const wordsIn = (form: Visit['form']): string => textOf(form, 'words').replaceAll('\r\n', '\n')
const isEmpty = (words: string): boolean => words.trim() === ''

// ---------------------------------------------------------------- on the young person's own page
const ownUrl = '/me/happening/:process/waiting'

export const askOwnWaiting: Page = {
  method: 'GET',
  url: ownUrl,
  may: 'me.open',
  audit: { action: 'me.happening.waiting.ask', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const process = await ownProcess(visit)
    if (!process) return { kind: 'not-found' }
    const kept = (await waitingWordsOf(visit.tx, getOwnChild(visit))).get(process.id)
    return shownOwn(visit, kept?.words ?? '', kept?.version ?? 0, [], false)
  },
}

export const sayOwnWaiting: Page = {
  method: 'POST',
  url: ownUrl,
  may: 'me.open',
  audit: { action: 'me.happening.waiting.say', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const process = await ownProcess(visit)
    if (!process) return { kind: 'not-found' }
    const child = getOwnChild(visit)
    const language = await languageOf(visit)
    const { w } = frameIn(language, false, (all) => all.happening.title)
    const words = wordsIn(visit.form)
    const version = versionOf(visit.form)
    const wrong = isEmpty(words)
      ? w.happening.waitingEmpty
      : words.length > MOST
        ? sayIn({ language }, w.legal.tooLong, { most: MOST })
        : undefined
    if (wrong) return shownOwn(visit, words, version, [{ field: 'words', text: wrong }], false)
    const saidOn = londonCalendarDay(visit.now)
    const said = {
      processId: process.id,
      words,
      language,
      saidBy: 'child',
      saidOn,
      version,
    } as const
    if (await keepWaitingWords(visit.tx, child, said)) {
      return { kind: 'redirect', to: '/me/happening' }
    }
    const kept = (await waitingWordsOf(visit.tx, child)).get(process.id)
    return shownOwn(visit, words, kept?.version ?? 0, [], true)
  },
}

async function ownProcess(visit: Visit): Promise<Process | undefined> {
  const all = await processesOf(visit.tx, getOwnChild(visit))
  return all.find((p) => p.id === visit.params['process'] && p.state !== 'ended')
}

async function shownOwn(
  visit: Visit,
  words: string,
  version: number,
  problems: readonly Problem[],
  changed: boolean,
): Promise<Answer> {
  const frame = frameIn(await languageOf(visit), false, (w) => w.happening.waitingAsk)
  const page = { ...frame, words, version, changed, errors: errorsOf(problems) }
  return {
    kind: 'view',
    status: changed ? 409 : problems.length > 0 ? 422 : 200,
    template: 'domains/processes/say-waiting/own-waiting.njk',
    model: { page },
  }
}

// ---------------------------------------------------------------- written down for them
const url = '/children/:childId/systems/waiting/:process'
const may = 'children.write'

export const askWaiting: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'systems.waiting.open', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const process = await processOf(visit, child)
    if (!process) return { kind: 'not-found' }
    const kept = (await waitingWordsOf(visit.tx, child.id)).get(process.id)
    return shown(child, process, { words: kept?.words ?? '' }, kept, [])
  },
}

export const writeWaiting: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'systems.waiting.write', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const process = await processOf(visit, child)
    if (!process) return { kind: 'not-found' }
    const words = wordsIn(visit.form)
    const typed = typedIn(visit.form)
    const before = (await waitingWordsOf(visit.tx, child.id)).get(process.id)
    if (isEmpty(words) || words.length > MOST) {
      const text = isEmpty(words)
        ? 'Enter what they said'
        : `What they said must be ${MOST} characters or fewer`
      return shown(child, process, typed, before, [{ field: 'words', text }])
    }
    const said: WaitingWords = {
      processId: process.id,
      words,
      language: 'en',
      saidBy: 'child_with_someone',
      saidOn: londonCalendarDay(visit.now),
      version: versionOf(visit.form),
    }
    if (await keepWaitingWords(visit.tx, child.id, said)) {
      return { kind: 'redirect', to: `/children/${child.id}/systems` }
    }
    const kept = (await waitingWordsOf(visit.tx, child.id)).get(process.id)
    return shown(child, process, typed, kept, [], true)
  },
}

function shown(
  child: Child,
  process: Process,
  typed: Readonly<Record<string, string>>,
  kept: WaitingWords | undefined,
  problems: readonly Problem[],
  changed = false,
): Answer {
  const theirs =
    'They wrote this themselves. Change it only with what they have told you since; what they wrote stays in the history.'
  const page = askedPage({
    title: 'What they say of the waiting',
    help: ['waiting'],
    child,
    back: `/children/${child.id}/systems`,
    intro: [process.whatItIs, ...(kept?.saidBy === 'child' ? [theirs] : [])],
    asks: [{ kind: 'words', name: 'words', label: 'In their own words' }],
    typed,
    version: kept?.version ?? 0,
    problems,
    meanwhile:
      changed && kept
        ? { by: undefined, lines: [{ label: 'What they say:', text: kept.words }] }
        : undefined,
  })
  return askedAnswer(page)
}
