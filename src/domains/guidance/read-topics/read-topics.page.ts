import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { nationOf, ownTexts, versionsOf } from '../guidance.queries.ts'
import { NATION_NAMES, shownFor } from '../guidance.rules.ts'
import { topicOf, TOPICS } from '../texts/index.rules.ts'

/** Every topic there is help on; what the reader owns and is to look at again stands first. */
export const readTopics: Page = {
  method: 'GET',
  url: '/guidance',
  may: 'guidance.read',
  audit: { action: 'guidance.read' },
  async answer({ tx, actor, now }): Promise<Answer> {
    const today = londonCalendarDay(now)
    const nation = await nationOf(tx, actor.organisationId, today)
    const own = new Map((await ownTexts(tx)).map((text) => [text.topic, text]))
    const shown = TOPICS.map((topic) => ({
      ...shownFor(topic, own.get(topic.code), nation, today),
      mine: own.get(topic.code)?.ownerId === actor.id,
    }))
    const keeps = mayDo(actor.role, 'guidance.keep')
    const page = {
      title: 'Help with decisions',
      nation: NATION_NAMES[nation],
      // Whoever owns a text, and for the product's own whoever may write another.
      due: shown.filter((one) => one.stale && (one.mine || (keeps && !one.ours))),
      topics: shown,
    }
    return {
      kind: 'view',
      template: 'domains/guidance/read-topics/read-topics.njk',
      model: { page },
    }
  },
}

export const readTopic: Page = {
  method: 'GET',
  url: '/guidance/:topic',
  may: 'guidance.read',
  audit: { action: 'guidance.read' },
  async answer({ tx, actor, now, params }): Promise<Answer> {
    const topic = topicOf(params['topic'] ?? '')
    if (!topic) return { kind: 'not-found' }
    const today = londonCalendarDay(now)
    const nation = await nationOf(tx, actor.organisationId, today)
    const versions = await versionsOf(tx, topic.code)
    const shown = shownFor(topic, versions[0], nation, today)
    const page = {
      title: topic.title,
      shown,
      // With a text of one's own the product's stays readable beside it.
      product: shown.ours ? shownFor(topic, undefined, nation, today) : undefined,
      versions,
      writeAt: mayDo(actor.role, 'guidance.keep') ? `/guidance/${topic.code}/write` : undefined,
    }
    return {
      kind: 'view',
      template: 'domains/guidance/read-topics/read-topic.njk',
      model: { page },
    }
  },
}
