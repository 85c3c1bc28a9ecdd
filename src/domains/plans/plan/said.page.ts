import type { Visit } from '#platform/http/page.ts'
import { addSaid, answerSaid } from '../plan-writing.queries.ts'
import { ANSWERS, KINDS_SAID, WRITTEN_FOR_THEM } from '../plan.rules.ts'
import { languageAsk, sheet } from '../sheet.ts'
import { addressOf, at, ENDED, planOf, rowOf, shared, URL, written } from './plan-of-page.ts'

/** What they say of the plan, propose, agree or disagree with, written down with them. */
export const saidPages = sheet({
  ...shared,
  url: `${URL}/said`,
  act: 'plans.said',
  find: planOf,
  title: () => 'What they say of the plan',
  intro: () => ['They can write it themselves on their own page. What is written stays.'],
  asks: (found) => [
    {
      kind: 'choice',
      name: 'head',
      label: 'Which part is it about?',
      choices: { all: 'All of it', ...headsIn(found.plan.heads) },
    },
    { kind: 'choice', name: 'kind', label: 'What do they do?', choices: KINDS_SAID },
    { kind: 'words', name: 'words', label: 'In their own words' },
    languageAsk(found),
    { kind: 'choice', name: 'saidBy', label: 'Who said it?', choices: WRITTEN_FOR_THEM },
  ],
  kept: () => ({ language: 'en', head: 'all' }),
  async save(visit, found, read) {
    const said = {
      head: read.choiceOrNone('head', headsIn(found.plan.heads)),
      kind: read.choice('kind', KINDS_SAID, 'Choose what they do'),
      words: read.needed('words', 'Enter what they say', 5000),
      language: read.language('language'),
      saidBy: read.choice('saidBy', WRITTEN_FOR_THEM, 'Choose who said it'),
    }
    if (found.plan.state === 'ended') read.wrong('words', ENDED)
    if (read.problems.length > 0) return 'asked-again'
    await addSaid(visit.tx, rowOf(found), said)
    return { to: addressOf(found) }
  },
})

const headsIn = (heads: readonly { readonly code: string; readonly title: string }[]) =>
  Object.fromEntries(heads.map((h) => [h.code, h.title]))

async function saidOf(visit: Visit) {
  const found = await planOf(visit)
  const said = found?.plan.said.find((s) => s.id === visit.params['said'])
  return found && said && { ...found, said }
}

/** What became of it: they read the answer beside their own words. */
export const answerPages = sheet({
  ...shared,
  url: `${URL}/said/:said`,
  act: 'plans.answer',
  find: saidOf,
  title: () => 'Answer what they said',
  beside: ({ child, said }) => [
    { title: `What ${child.knownAs} says`, lines: [{ text: said.words, lang: said.language }] },
  ],
  asks: () => [
    { kind: 'choice', name: 'answer', label: 'What became of it?', choices: ANSWERS },
    {
      kind: 'words',
      name: 'words',
      label: 'Why? They read this',
      hint: 'In plain words. It stands on their own page, which others may look at',
    },
  ],
  kept: ({ said }) => ({ answer: said.answer ?? '', words: said.answerWords ?? '' }),
  version: ({ said }) => said.version,
  async save(visit, found, read) {
    const answer = read.choice('answer', ANSWERS, 'Choose what became of it')
    const words = read.needed('words', 'Enter why', 2000)
    const row = { ...at(found, read), said: found.said.id }
    return written(read, found, () => answerSaid(visit.tx, row, { answer, words }))
  },
})
