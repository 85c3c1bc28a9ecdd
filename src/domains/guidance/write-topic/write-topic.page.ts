import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  addVersion,
  nationOf,
  possibleOwners,
  type Version,
  versionsOf,
} from '../guidance.queries.ts'
import {
  CONFIDENCE_WORDS,
  CONFIDENCES,
  shownFor,
  type Shown,
  type Topic,
} from '../guidance.rules.ts'
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
      { code: topic.code, owners: owners.map((one) => one.id) },
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
  const values = again ? typedIn(visit.form) : valuesOf(newest, product, visit.actor.id)
  const owners = await possibleOwners(visit.tx, visit.actor.organisationId)
  const page = {
    title: topic.title,
    errors: errorsOf(problems),
    values,
    conflict: conflict ? newest : undefined,
    back: `/guidance/${topic.code}`,
    version: newest?.version ?? 0,
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
    status: statusOf(conflict, again),
    template: 'domains/guidance/write-topic/write-topic.njk',
    model: { page },
  }
}

const statusOf = (conflict: boolean, again: boolean): number => {
  if (conflict) return 409
  return again ? 422 : 200
}

/** What stands now; before there is anything, what the product says, to begin from. */
function valuesOf(
  newest: Version | undefined,
  product: Shown,
  me: string,
): Readonly<Record<string, string>> {
  if (!newest) {
    const text = product.lines.map((line) => line.text).join('\n\n')
    return { text, source: '', confidence: '', owner: me, reviewOn: '', inUse: 'yes' }
  }
  const { text, source, confidence, ownerId, inUse } = newest
  return { text, source, confidence, owner: ownerId, reviewOn: '', inUse: inUse ? 'yes' : 'no' }
}
