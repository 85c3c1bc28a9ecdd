import { type CalendarDay, inWords } from '#kernel/calendar-day.ts'
import { lookUp } from '#kernel/look-up.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { childIdOf, daysOf, typedFrom } from '#domains/children/index.ts'
import { startClock, stopClock } from '#domains/clocks/index.ts'
import { NOT_HEARD } from '../decision.rules.ts'
import { REVIEW_CLOCKS } from '../plan.rules.ts'
import { addressOf, planOf, rowOf, shared, theirWords, URL } from '../plan/plan-of-page.ts'
import { startOfDay } from '../plan/start-of-day.ts'
import type { Reading } from '../read.form.ts'
import {
  addLine,
  changeReview,
  linesOf,
  planReview,
  type Review,
  reviewsOf,
} from '../review.queries.ts'
import { NEEDS_MET, nextClock, TALKED_ABOUT, TOOK_PART } from '../review.rules.ts'
import { languageAsk, sheet, versionIn } from '../sheet.ts'

/** A review to come. Never before its plan. */
export const planReviewPages = sheet({
  ...shared,
  url: `${URL}/reviews/add`,
  act: 'plans.reviews',
  find: planOf,
  title: () => 'A review',
  help: ['review'],
  asks: () => [{ kind: 'day', name: 'plannedOn', label: 'On which day is it?' }],
  async save(visit, found, read) {
    const on = read.dayNeeded('plannedOn', 'Enter the day of the review')
    notBefore(read, 'plannedOn', on, found.plan.startsOn)
    if (read.problems.length > 0) return 'asked-again'
    const id = await planReview(visit.tx, rowOf(found), on)
    return { to: `${addressOf(found)}/reviews/${id}` }
  },
})

function notBefore(read: Reading, field: string, day: CalendarDay, start: CalendarDay): void {
  if (day < start) {
    read.wrong(field, `The plan begins on ${inWords(start)}. A review is on that day or later`)
  }
}

async function reviewFound(visit: Visit) {
  const found = await planOf(visit)
  if (!found) return undefined
  const reviews = await reviewsOf(visit.tx, found.plan.id)
  const review = reviews.find((r) => r.id === visit.params['review'])
  return review && { ...found, review, reviews }
}
type Found = NonNullable<Awaited<ReturnType<typeof reviewFound>>>

const here = (found: Found) => `${addressOf(found)}/reviews/${found.review.id}`
const rowIn = (found: Found, read: Reading) => ({ id: found.review.id, version: versionIn(read) })

/** What was asked, what was done, what the child says: on one page. */
export const seeReview: Page = {
  method: 'GET',
  url: `${URL}/reviews/:review`,
  may: 'children.read',
  audit: { action: 'plans.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const found = await reviewFound(visit)
    if (!found) return { kind: 'not-found' }
    const { child, review } = found
    const lines = await linesOf(visit.tx, review.id)
    const page = {
      title: 'What was asked, what was done, what they say',
      child: { id: child.id, knownAs: child.knownAs },
      here: here(found),
      back: addressOf(found),
      review: reviewLine(review),
      lines: lines.map((l) => ({
        ...l,
        why: l.noWordsBecause && lookUp<string>(NOT_HEARD, l.noWordsBecause),
      })),
      said: found.plan.said,
      mayWrite: mayDo(visit.actor.role, 'children.write'),
    }
    return { kind: 'view', template: 'domains/plans/review/see-review.njk', model: { page } }
  },
}

const reviewLine = (r: Review) => ({
  ...r,
  planned: inWords(r.plannedOn),
  held: r.heldOn && inWords(r.heldOn),
  tookPart: r.tookPart && lookUp<string>(TOOK_PART, r.tookPart),
  needsMet: r.needsMet && lookUp<string>(NEEDS_MET, r.needsMet),
  talkedAbout: r.talkedAbout && lookUp<string>(TALKED_ABOUT, r.talkedAbout),
})

export const linePages = sheet({
  ...shared,
  url: `${URL}/reviews/:review/lines/add`,
  act: 'plans.review-lines',
  find: reviewFound,
  back: here,
  title: () => 'What was asked, and what was done',
  beside: theirWords,
  asks: (found) => [
    { kind: 'words', name: 'asked', label: 'What was asked?' },
    { kind: 'words', name: 'done', label: 'What was done?' },
    { kind: 'words', name: 'childSays', label: 'What they say of it, in their own words' },
    languageAsk(found),
    {
      kind: 'choice',
      name: 'why',
      label: 'Where there are no words of theirs: why?',
      choices: NOT_HEARD,
    },
  ],
  kept: () => ({ language: 'en' }),
  async save(visit, found, read) {
    const childSays = read.maybe('childSays', 5000)
    const why = read.choiceOrNone('why', NOT_HEARD)
    if (!childSays && !why) {
      read.wrong('childSays', 'Enter what they say, or choose why there are no words of theirs')
    }
    const line = {
      asked: read.needed('asked', 'Enter what was asked', 2000),
      done: read.needed('done', 'Enter what was done', 2000),
      childSays,
      noWordsBecause: childSays ? undefined : why,
      language: read.language('language'),
    }
    if (read.problems.length > 0) return 'asked-again'
    await addLine(visit.tx, { ...rowOf(found), review: found.review.id }, line)
    return { to: here(found) }
  },
})

/** The review was held: how they took part, and whether what comes from trafficking or being unaccompanied is met. */
export const holdPages = sheet({
  ...shared,
  url: `${URL}/reviews/:review/held`,
  act: 'plans.review-held',
  find: reviewFound,
  back: here,
  help: ['review'],
  title: () => 'The review was held',
  asks: () => [
    { kind: 'day', name: 'heldOn', label: 'On which day was it held?' },
    { kind: 'choice', name: 'tookPart', label: 'How did they take part?', choices: TOOK_PART },
    {
      kind: 'choice',
      name: 'needsMet',
      label: 'Are needs met that come from trafficking, or from being unaccompanied?',
      choices: NEEDS_MET,
    },
    { kind: 'words', name: 'needsWords', label: 'How do you know?' },
  ],
  kept: ({ review: r }) => ({
    ...typedFrom({ tookPart: r.tookPart, needsMet: r.needsMet, needsWords: r.needsWords }),
    ...daysOf('heldOn', r.heldOn),
  }),
  version: ({ review }) => review.version,
  async save(visit, found, read) {
    const heldOn = read.dayNeeded('heldOn', 'Enter the day it was held', { until: read.today })
    notBefore(read, 'heldOn', heldOn, found.plan.startsOn)
    const set = {
      held_on: heldOn,
      took_part: read.choice('tookPart', TOOK_PART, 'Choose how they took part'),
      needs_met: read.choice('needsMet', NEEDS_MET, 'Choose whether these needs are met'),
      needs_words: read.needed('needsWords', 'Enter how you know', 2000),
    }
    if (read.problems.length > 0) return 'asked-again'
    if (!(await changeReview(visit.tx, rowIn(found, read), set))) return 'changed-meanwhile'
    if (!found.review.heldOn) await followClocks(visit, found, heldOn)
    return { to: here(found) }
  },
})

/** The clock of this review stops, and the next one begins. */
async function followClocks({ tx }: Visit, found: Found, heldOn: CalendarDay): Promise<void> {
  const { plan, child, review } = found
  const before = found.reviews.filter((r) => r.heldOn && r.id !== review.id)
  const last = before.at(-1)
  const at = startOfDay(heldOn)
  const running = last
    ? { rule: nextClock(plan.kind, before.length - 1), about: { kind: 'plan_review', id: last.id } }
    : { rule: REVIEW_CLOCKS[plan.kind], about: { kind: 'plan', id: plan.id } }
  if (running.rule) {
    await stopClock(tx, { rule: running.rule, about: running.about, at, how: 'done' })
  }
  const next = nextClock(plan.kind, before.length)
  if (!next) return
  const about = { kind: 'plan_review', id: review.id }
  await startClock(tx, { childId: child.id, rule: next, startedAt: at, about })
}

/** Afterwards: was what they said talked about? Asked of them, not of the meeting. */
export const afterPages = sheet({
  ...shared,
  url: `${URL}/reviews/:review/after`,
  act: 'plans.review-after',
  find: reviewFound,
  back: here,
  title: () => 'Was what they said talked about?',
  beside: theirWords,
  intro: () => ['Ask them. This is their answer, and nobody else’s.'],
  asks: (found) => [
    { kind: 'choice', name: 'talkedAbout', label: 'What do they answer?', choices: TALKED_ABOUT },
    { kind: 'words', name: 'words', label: 'In their own words (optional)' },
    languageAsk(found),
  ],
  kept: ({ review: r }) =>
    typedFrom({
      talkedAbout: r.talkedAbout,
      words: r.talkedWords,
      language: r.talkedLanguage ?? 'en',
    }),
  version: ({ review }) => review.version,
  async save(visit, found, read) {
    const set = {
      talked_about: read.choice('talkedAbout', TALKED_ABOUT, 'Choose what they answer'),
      talked_words: read.maybe('words', 2000) ?? null,
      talked_language: read.language('language'),
    }
    if (!found.review.heldOn) read.wrong('talkedAbout', 'Say first that the review was held')
    if (read.problems.length > 0) return 'asked-again'
    const saved = await changeReview(visit.tx, rowIn(found, read), set)
    return saved ? { to: here(found) } : 'changed-meanwhile'
  },
})
