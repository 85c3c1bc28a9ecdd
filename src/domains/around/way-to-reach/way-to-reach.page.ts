import { z } from 'zod'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { dayFrom } from '#platform/http/reading.ts'
import { type Ask, askedAnswer, askedPage, daysOf, maybe } from '#domains/children/index.ts'
import { keepReach, reachOf } from '../around.queries.ts'
import type { Reach } from '../around.rules.ts'
import { ownPhotoOf } from '../photos.queries.ts'

const url = '/account/reach'
const may = 'children.write'

const ASKS: readonly Ask[] = [
  { kind: 'text', name: 'phone', label: 'Your work telephone (optional)' },
  {
    kind: 'text',
    name: 'hours',
    label: 'When can young people reach you? (optional)',
    hint: 'For example: Monday to Thursday, 9 to 5. I answer texts the same day',
  },
  {
    kind: 'words',
    name: 'whenAway',
    label: 'What can they do when you are away? (optional)',
  },
  { kind: 'text', name: 'coverName', label: 'Who can they ask instead? (optional)' },
  { kind: 'text', name: 'coverPhone', label: 'That person’s telephone (optional)' },
  { kind: 'day', name: 'awayFrom', label: 'Away from (optional)' },
  { kind: 'day', name: 'awayUntil', label: 'Away until, the last day (optional)' },
]

const phone = (label: string) =>
  maybe(label, 40).refine(
    (text) => text === undefined || /^\+?[\d ()-]{3,40}$/.test(text),
    `${label} must be a number, like 01632 960 001`,
  )

const form = z.object({
  phone: phone('Your work telephone'),
  hours: maybe('When they can reach you', 300),
  whenAway: maybe('What they can do', 500),
  coverName: maybe('Who they can ask', 200),
  coverPhone: phone('That person’s telephone'),
})

/** How the young people one stands beside can reach one at work. They read it on their own page. */
export const askReach: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'account.reach.ask' },
  async answer(visit): Promise<Answer> {
    const kept = await keptReach(visit)
    return shown(visit, kept, kept ? typedOf(kept) : {}, [])
  },
}

export const writeReach: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'account.reach.write' },
  async answer(visit): Promise<Answer> {
    const typed = typedIn(visit.form)
    const read = form.safeParse(visit.form)
    const awayFrom = dayFrom(visit.form, 'awayFrom')
    const awayUntil = dayFrom(visit.form, 'awayUntil')
    const problems = [
      ...(read.success ? [] : problemsOf(read.error)),
      ...awayProblems(awayFrom, awayUntil),
    ]
    const wrong = awayFrom === 'wrong' || awayUntil === 'wrong'
    if (!read.success || wrong || problems.length > 0) {
      return shown(visit, await keptReach(visit), typed, problems)
    }
    const reach = { ...read.data, awayFrom, awayUntil, language: 'en' }
    if (await keepReach(visit.tx, visit.actor.id, reach, versionOf(visit.form))) {
      return { kind: 'redirect', to: '/account' }
    }
    return shown(visit, await keptReach(visit), typed, [], true)
  },
}

function awayProblems(from: string | undefined, until: string | undefined): readonly Problem[] {
  const like = 'like 27 3 2026'
  if (from === 'wrong')
    return [{ field: 'awayFrom', text: `Enter the day you are away from, ${like}` }]
  if (until === 'wrong')
    return [{ field: 'awayUntil', text: `Enter the last day you are away, ${like}` }]
  if (until === undefined) return []
  if (from === undefined)
    return [{ field: 'awayFrom', text: 'Enter the day you are away from too' }]
  if (until >= from) return []
  return [{ field: 'awayUntil', text: 'The last day must not be before the first' }]
}

async function keptReach({ tx, actor }: Visit): Promise<Reach | undefined> {
  return (await reachOf(tx, [actor.id])).get(actor.id)
}

const typedOf = (kept: Reach) => ({
  phone: kept.phone ?? '',
  hours: kept.hours ?? '',
  whenAway: kept.whenAway ?? '',
  coverName: kept.coverName ?? '',
  coverPhone: kept.coverPhone ?? '',
  ...daysOf('awayFrom', kept.awayFrom),
  ...daysOf('awayUntil', kept.awayUntil),
})

async function shown(
  visit: Visit,
  kept: Reach | undefined,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  changed = false,
): Promise<Answer> {
  const asked = askedPage({
    title: 'How young people can reach you',
    back: '/account',
    intro: ['The young people you stand beside read this on their own page, as you write it.'],
    asks: ASKS,
    typed,
    version: kept?.version ?? 0,
    problems,
    meanwhile: changed
      ? {
          by: 'You, in another window,',
          lines: [
            { label: 'Telephone:', text: kept?.phone ?? '' },
            { label: 'When:', text: kept?.hours ?? '' },
          ],
        }
      : undefined,
  })
  const page = { ...asked, photo: (await ownPhotoOf(visit.tx, visit.actor.id)) !== undefined }
  return askedAnswer(page, 'domains/around/way-to-reach/way-to-reach.njk')
}
