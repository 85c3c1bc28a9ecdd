import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type AboutMe, aboutMeOf, saveOwnWords, type Topic } from '#domains/children/index.ts'
import { verbatimIn } from '#domains/outcomes/index.ts'
import { getOwnChild, languageOf, ownChild, wordsFor, sayIn } from '#domains/words/index.ts'
import { ownWordsView, topicNamed, writeOwnWordsView } from './own-words.view.ts'

const may = 'me.open'
const MOST = 5000

/** What I want people to know, and the rest that is about me in my words. */
export const seeOwnWords: Page = {
  method: 'GET',
  url: '/me/own-words',
  may,
  audit: { action: 'me.own-words.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const aboutMe = await aboutMeOf(visit.tx, getOwnChild(visit))
    return {
      kind: 'view',
      template: 'domains/participation/own-words/own-words.njk',
      model: { page: ownWordsView(await languageOf(visit), aboutMe) },
    }
  },
}

export const askOwnWords: Page = {
  method: 'GET',
  url: '/me/own-words/:topic',
  may,
  audit: { action: 'me.own-words.ask', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const topic = topicNamed(visit.params['topic'])
    if (!topic) return { kind: 'not-found' }
    return writing(visit, topic, undefined, [], false)
  },
}

/** Keeps what I write about myself, as I write it. */
export const writeOwnWords: Page = {
  method: 'POST',
  url: '/me/own-words/:topic',
  may,
  audit: { action: 'me.own-words.write', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const topic = topicNamed(visit.params['topic'])
    if (!topic) return { kind: 'not-found' }
    const language = await languageOf(visit)
    const { words: w } = wordsFor(language)
    const words = verbatimIn(visit.form, 'words')
    const text =
      words === ''
        ? w.ownWords.enter
        : words.length > MOST
          ? sayIn({ language }, w.answer.tooLong, { most: MOST })
          : undefined
    if (text) return writing(visit, topic, words, [{ field: 'words', text }], false)
    const own = { topic, words, language, day: londonCalendarDay(visit.now) }
    const saved = await saveOwnWords(visit.tx, getOwnChild(visit), own, versionOf(visit.form))
    return saved
      ? { kind: 'redirect', to: '/me/own-words' }
      : writing(visit, topic, words, [], true)
  },
}

async function writing(
  visit: Visit,
  topic: Topic,
  typed: string | undefined,
  problems: readonly Problem[],
  conflict: boolean,
): Promise<Answer> {
  const all: readonly AboutMe[] = await aboutMeOf(visit.tx, getOwnChild(visit))
  const page = writeOwnWordsView({
    language: await languageOf(visit),
    topic,
    about: all.find((a) => a.topic === topic),
    typed,
    problems,
    conflict,
  })
  return {
    kind: 'view',
    status: conflict ? 409 : problems.length > 0 ? 422 : 200,
    template: 'domains/participation/own-words/write-own-words.njk',
    model: { page },
  }
}
