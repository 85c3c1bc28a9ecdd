import { z } from 'zod'
import { languageName } from '#kernel/languages.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  type Ask,
  askedAnswer,
  askedPage,
  type Child,
  childIdOf,
  languagesOf,
  maybe,
  needed,
  typedFrom,
} from '#domains/children/index.ts'
import { LANGUAGES } from '#domains/words/index.ts'
import { childOf, processOf } from '../child-of-page.ts'
import { keepOtherWords } from '../happening.queries.ts'
import { type Process, wordsOf } from '../happening.rules.ts'

const url = '/children/:childId/happening/:process/words/:language'
const may = 'children.write'

const ASKS: readonly Ask[] = [
  { kind: 'words', name: 'whereItIs', label: 'Where it is now' },
  { kind: 'words', name: 'comesNext', label: 'What comes next (optional)' },
  { kind: 'words', name: 'canDo', label: 'What the young person can do (optional)' },
  {
    kind: 'text',
    name: 'putBy',
    label: 'Who put it into these words?',
    hint: 'An interpreter or somebody who speaks the language. No machine',
  },
]

const form = z.object({
  whereItIs: needed('Enter where it is now', 'Where it is now', 2000),
  comesNext: maybe('What comes next', 2000),
  canDo: maybe('What they can do', 2000),
  putBy: needed('Enter who put it into these words', 'Who put it into words', 200),
})

/** The words of a process in another language, beside the first and marked by whom. */
export const askOtherWords: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'happening.words.ask', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const process = await processOf(visit, child)
    const language = languageHere(visit)
    if (!process || !language) return { kind: 'not-found' }
    const kept = wordsOf(process, language)?.words
    const typed = typedFrom({
      whereItIs: kept?.whereItIs,
      comesNext: kept?.comesNext,
      canDo: kept?.canDo,
      putBy: kept?.putBy,
    })
    return shown({ child, process, language }, typed, [])
  },
}

export const writeOtherWords: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'happening.words.write', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const process = await processOf(visit, child)
    const language = languageHere(visit)
    if (!process || !language) return { kind: 'not-found' }
    const typed = typedIn(visit.form)
    const read = form.safeParse(visit.form)
    if (!read.success) return shown({ child, process, language }, typed, problemsOf(read.error))
    const kept = await keepOtherWords(
      visit.tx,
      { child: child.id, id: process.id },
      { ...read.data, language, ofVersion: process.version },
      versionOf(visit.form),
    )
    if (kept) return { kind: 'redirect', to: `/children/${child.id}/happening` }
    const now = (await processOf(visit, child)) ?? process
    return shown({ child, process: now, language }, typed, [], true)
  },
}

/** A language the young person's pages are written in, other than English. */
const languageHere = (visit: Visit): string | undefined =>
  LANGUAGES.find((tag) => tag !== 'en' && tag === visit.params['language'])

/** The languages to offer for a child: those they speak, by name, then all others. */
export async function languagesToOffer(
  visit: Visit,
  child: Child,
): Promise<readonly { readonly tag: string; readonly name: string }[]> {
  const spoken = await languagesOf(visit.tx, child.id)
  const theirs = new Set(spoken.filter((l) => !l.neverUse).map((l) => l.language.toLowerCase()))
  const never = new Set(spoken.filter((l) => l.neverUse).map((l) => l.language.toLowerCase()))
  const all = LANGUAGES.filter((tag) => tag !== 'en')
    .map((tag) => ({ tag, name: languageName(tag) }))
    .filter((l) => !never.has(l.name.toLowerCase()) && !never.has(l.tag))
  const speaks = (l: { readonly tag: string; readonly name: string }) =>
    theirs.has(l.name.toLowerCase()) || theirs.has(l.tag)
  return [...all.filter(speaks), ...all.filter((l) => !speaks(l))]
}

function shown(
  at: { readonly child: Child; readonly process: Process; readonly language: string },
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  changed = false,
): Answer {
  const { child, process, language } = at
  const kept = wordsOf(process, language)?.words
  const page = {
    ...askedPage({
      title: `What is happening, in ${languageName(language)}`,
      child,
      back: `/children/${child.id}/happening`,
      asks: ASKS,
      typed,
      version: kept?.version ?? 0,
      problems,
      meanwhile: changed
        ? { by: undefined, lines: [{ label: 'Where it is now:', text: kept?.whereItIs ?? '' }] }
        : undefined,
    }),
    process,
  }
  return askedAnswer(page, 'domains/processes/keep-happening/other-words.njk')
}
