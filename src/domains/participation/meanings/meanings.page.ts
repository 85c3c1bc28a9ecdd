import { readId } from '#kernel/ids.ts'
import { versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Meaning, meaningsOf, saveOwnMeaning } from '#domains/children/index.ts'
import { verbatimIn } from '#domains/outcomes/index.ts'
import {
  getOwnChild,
  languageOf,
  ownChild,
  wordsFor,
  type YouthWords,
  sayIn,
} from '#domains/words/index.ts'
import { meaningsView, writeMeaningView } from './meanings.view.ts'

const may = 'me.open'
const MOST = 5000
const MOST_OF_A_WORD = 60

/** What words mean to me: read first by whoever writes about them. */
export const seeMeanings: Page = {
  method: 'GET',
  url: '/me/meanings',
  may,
  audit: { action: 'me.meanings.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const meanings = await meaningsOf(visit.tx, getOwnChild(visit))
    return {
      kind: 'view',
      template: 'domains/participation/meanings/meanings.njk',
      model: { page: meaningsView(await languageOf(visit), meanings) },
    }
  },
}

/** One word: a new one, or one explained before. */
export const askMeaning: Page = {
  method: 'GET',
  url: '/me/meanings/:meaning',
  may,
  audit: { action: 'me.meanings.ask', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const here = await meaningHere(visit)
    if (here === 'none') return { kind: 'not-found' }
    const values = { word: here?.word ?? '', meaning: here?.meaning ?? '' }
    return shown(visit, here, values, [], undefined)
  },
}

export const writeMeaning: Page = {
  method: 'POST',
  url: '/me/meanings/:meaning',
  may,
  audit: { action: 'me.meanings.write', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const here = await meaningHere(visit)
    if (here === 'none') return { kind: 'not-found' }
    const language = await languageOf(visit)
    const { words: w } = wordsFor(language)
    const values = {
      word: here?.word ?? verbatimIn(visit.form, 'word').trim(),
      meaning: verbatimIn(visit.form, 'meaning'),
    }
    const problems = problemsIn(values, w, language)
    if (problems.length > 0) return shown(visit, here, values, problems, undefined)
    const child = getOwnChild(visit)
    // A word explained before is changed only from its own version: 0 means that it is new.
    const version = here ? versionOf(visit.form) || -1 : versionOf(visit.form)
    if (await saveOwnMeaning(visit.tx, child, { ...values, language }, version)) {
      return { kind: 'redirect', to: '/me/meanings' }
    }
    const all = await meaningsOf(visit.tx, child)
    const kept = all.find((m) => m.word.toLowerCase() === values.word.toLowerCase())
    return shown(visit, here, { ...values, word: kept?.word ?? values.word }, [], kept)
  },
}

function problemsIn(
  values: { readonly word: string; readonly meaning: string },
  w: YouthWords,
  language: string,
): readonly Problem[] {
  const problems: Problem[] = []
  if (values.word === '' || values.word.length > MOST_OF_A_WORD) {
    problems.push({ field: 'word', text: w.meanings.enterWord })
  }
  if (values.meaning === '') problems.push({ field: 'meaning', text: w.meanings.enterMeaning })
  if (values.meaning.length > MOST) {
    problems.push({ field: 'meaning', text: sayIn({ language }, w.answer.tooLong, { most: MOST }) })
  }
  return problems
}

/** The meaning an address names; undefined for a new word, and none when there is no such one. */
async function meaningHere(visit: Visit): Promise<Meaning | undefined | 'none'> {
  if (visit.params['meaning'] === 'new') return undefined
  const id = readId(visit.params['meaning'])
  const all = await meaningsOf(visit.tx, getOwnChild(visit))
  return all.find((m) => m.id === id) ?? 'none'
}

async function shown(
  visit: Visit,
  meaning: Meaning | undefined,
  values: { readonly word: string; readonly meaning: string },
  problems: readonly Problem[],
  kept: Meaning | undefined,
): Promise<Answer> {
  const language = await languageOf(visit)
  return {
    kind: 'view',
    status: kept ? 409 : problems.length > 0 ? 422 : 200,
    template: 'domains/participation/meanings/write-meaning.njk',
    model: { page: writeMeaningView({ language, meaning, values, problems, kept }) },
  }
}
