import { listOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { frameworkFor, outcomeLabels } from '#domains/outcomes/index.ts'
import { type Frame, frameIn, getOwnChild, languageOf, ownChild } from '#domains/words/index.ts'
import { putAway, putAwayBy } from '../settings.queries.ts'
import { ofOutcome, ofWords } from '../settings.rules.ts'

const url = '/me/settings/topics'
const may = 'me.open'

/** What somebody could be asked about themselves. What they want known, and ask not to be asked, are theirs to write. */
const ABOUT_ME = ['strengths', 'got_through', 'wishes', 'culture', 'faith', 'identity'] as const

type Topic = {
  readonly value: string
  readonly text: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Everything that can be put away, as the check-in and the pages about me name it. */
async function topicsOf(
  visit: Visit,
  frame: Frame,
): Promise<{ readonly words: readonly Topic[]; readonly outcomes: readonly Topic[] }> {
  const framework = await frameworkFor(visit.tx, getOwnChild(visit), visit.now)
  const labels = framework && outcomeLabels(framework, frame.language)
  return {
    words: ABOUT_ME.map((topic) => ({
      value: ofWords(topic),
      text: frame.w.ownWords.topics[topic],
      attributes: {},
    })),
    outcomes: (framework?.outcomes ?? [])
      .filter((o) => o.level !== 'output')
      .map((o) => ({
        value: ofOutcome(o.code),
        text: labels?.get(o.code)?.title ?? o.code,
        attributes: { lang: labels?.get(o.code)?.language ?? frame.language },
      })),
  }
}

const frameFor = async (visit: Visit) =>
  frameIn(await languageOf(visit), false, (w) => w.settings.topics.title)

export const seeTopics: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.settings.topics.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const frame = await frameFor(visit)
    const away = await putAwayBy(visit.tx, getOwnChild(visit))
    const topics = await topicsOf(visit, frame)
    const ticked = (all: readonly Topic[]) =>
      all.map((t) => ({ ...t, checked: away.includes(t.value) }))
    const page = { ...frame, words: ticked(topics.words), outcomes: ticked(topics.outcomes) }
    return {
      kind: 'view',
      template: 'domains/own-settings/my-settings/topics.njk',
      model: { page },
    }
  },
}

/** From the next check-in page on, what is put away is not there. */
export const chooseTopics: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.settings.topics', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    const topics = await topicsOf(visit, await frameFor(visit))
    const known = [...topics.words, ...topics.outcomes].map((t) => t.value)
    const picked = listOf(visit.form, 'topics')
    // What was put away under an earlier framework stays away: it may come back with another.
    const before = await putAwayBy(visit.tx, child)
    const elsewhere = before.filter((topic) => !known.includes(topic))
    await putAway(visit.tx, child, [...known.filter((t) => picked.includes(t)), ...elsewhere])
    return { kind: 'redirect', to: '/me/settings' }
  },
}
