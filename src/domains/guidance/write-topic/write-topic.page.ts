import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { addVersion, nationOf, possibleOwners, versionsOf } from '../guidance.queries.ts'
import { CONFIDENCE_WORDS, CONFIDENCES, shownFor, type Topic } from '../guidance.rules.ts'
import { topicOf } from '../texts/index.rules.ts'
import { readWritten } from './write-topic.form.ts'

const url = '/guidance/:topic/write'
const may = 'guidance.keep'

export const askTopic: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'guidance.read' },
  async answer(visit): Promise<Answer> {
    const topic = topicOf(visit.params['topic'] ?? '')
    return topic ? shown(visit, topic, []) : { kind: 'not-found' }
  },
}

export const writeTopic: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'guidance.write' },
  async answer(visit): Promise<Answer> {
    const topic = topicOf(visit.params['topic'] ?? '')
    if (!topic) return { kind: 'not-found' }
    const today = londonCalendarDay(visit.now)
    const owners = await possibleOwners(visit.tx, visit.actor.organisationId)
    const read = readWritten(
      visit.form,
      owners.map((one) => one.id),
      today,
    )
    if ('problems' in read) return shown(visit, topic, read.problems)
    const newest = (await versionsOf(visit.tx, topic.code))[0]?.version ?? 0
    const version = newest + 1
    const added =
      versionOf(visit.form) === newest &&
      (await addVersion(visit.tx, { topic: topic.code, version, readOn: today, ...read.written }))
    if (!added) return shown(visit, topic, [], true)
    return { kind: 'redirect', to: `/guidance/${topic.code}` }
  },
}

async function shown(
  visit: Visit,
  topic: Topic,
  problems: readonly Problem[],
  conflict = false,
): Promise<Answer> {
  const today = londonCalendarDay(visit.now)
  const newest = (await versionsOf(visit.tx, topic.code))[0]
  const nation = await nationOf(visit.tx, visit.actor.organisationId, today)
  const product = shownFor(topic, undefined, nation, today)
  const again = problems.length > 0 || conflict
  const values = again
    ? typedIn(visit.form)
    : {
        text: newest?.text ?? product.lines.map((line) => line.text).join('\n\n'),
        source: newest?.source ?? '',
        confidence: newest?.confidence ?? '',
        owner: newest?.ownerId ?? visit.actor.id,
        reviewOn: '',
        inUse: newest?.inUse === false ? 'no' : 'yes',
      }
  const owners = await possibleOwners(visit.tx, visit.actor.organisationId)
  const page = {
    title: topic.title,
    errors: errorsOf(problems),
    values,
    conflict: conflict && newest ? { text: newest.text, by: newest.by } : undefined,
    back: `/guidance/${topic.code}`,
    version: newest?.version ?? 0,
    today: inWords(today),
    owners: owners.map(({ id, name }) => ({
      value: id,
      text: name,
      selected: id === textOf(values, 'owner'),
    })),
    sure: CONFIDENCES.map((value) => ({
      value,
      text: CONFIDENCE_WORDS[value],
      checked: value === textOf(values, 'confidence'),
    })),
  }
  return {
    kind: 'view',
    status: conflict ? 409 : again ? 422 : 200,
    template: 'domains/guidance/write-topic/write-topic.njk',
    model: { page },
  }
}
