import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { textOf, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import type { Child } from '#domains/children/index.ts'
import { keepAnswers } from '../answers.queries.ts'
import { DOCUMENT_KINDS } from '#platform/files/document.ts'
import { standingIn } from '../evidence.queries.ts'
import { gather, type Gathered } from '../gather.ts'
import {
  addReview,
  hasWritten,
  holdReferral,
  moveReferral,
  type Referral,
  viewOf,
} from '../referral.queries.ts'
import { addressOf, audit, referralOf, URL } from '../referral-of-page.ts'
import { namesFor, shownReferral } from '../see-referral/see-referral.page.ts'
import { adviceLinks, dayText, nameLinks, problemsIn } from '../see-referral/see-referral.view.ts'
import { shownLines } from '../take-out/lines.view.ts'

const may = 'children.write'
const one = `${URL}/:referral`

/** Asks for it to be read. What the record answers is written down now, so that what is read is what is sent. */
export const askReview: Page = {
  method: 'POST',
  url: `${one}/ask-review`,
  may,
  audit: audit('ask-review'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    if (!found) return { kind: 'not-found' }
    const { child, referral } = found
    await holdReferral(visit.tx, referral.id)
    if (referral.state !== 'preparing') return shownReferral(visit, found, { changed: true })
    const gathered = await gather(visit, child, referral)
    const why = textOf(visit.form, 'noNamesWhy').trim()
    const problems = await inTheWay(visit, child, referral, gathered, why)
    if (problems.length > 0) {
      return shownReferral(visit, found, { problems, typed: { noNamesWhy: why } })
    }
    await keepAnswers(visit.tx, referral, preparedToKeep(gathered))
    const at = { id: referral.id, version: versionOf(visit.form) }
    const moved = await moveReferral(visit.tx, at, {
      state: 'in_review',
      review_asked_by: visit.actor.id,
      review_asked_at: visit.now,
      no_names_why: why || null,
    })
    if (!moved) return shownReferral(visit, found, { changed: true, typed: { noNamesWhy: why } })
    return { kind: 'redirect', to: addressOf(child, referral) }
  },
}

const preparedToKeep = ({ prepared, kept }: Gathered) =>
  [...prepared]
    .filter(([field]) => !kept.has(field))
    .map(([field, p]) => ({ field, value: p.value, cameFrom: p.from }))

async function inTheWay(
  visit: Visit,
  child: Child,
  referral: Referral,
  gathered: Gathered,
  why: string,
): Promise<readonly Problem[]> {
  const asked = problemsIn(gathered, londonCalendarDay(visit.now))
  const problems: Problem[] = asked.map((p) => ({ field: p.step.slice(1), text: p.text }))
  if (!(await viewOf(visit.tx, referral.id))) {
    problems.push({
      field: 'their-view',
      text: 'Write down what they were told, and what they say of it. That nobody has asked them yet is an answer too',
    })
  }
  if (why.length > 1000) {
    problems.push({
      field: 'noNamesWhy',
      text: 'Why they are not names must be 1,000 characters or fewer',
    })
  }
  const names = why === '' ? await namesFor(visit, child, gathered) : []
  if (names.length > 0) {
    problems.push({
      field: 'noNamesWhy',
      text: 'Names may stand in the account. Take them out, or say why they are not names',
    })
  }
  return problems
}

/** Back to being prepared, to change something. It is read again afterwards. */
export const takeBack: Page = {
  method: 'POST',
  url: `${one}/take-back`,
  may,
  audit: audit('take-back'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    if (!found) return { kind: 'not-found' }
    const { child, referral } = found
    const at = { id: referral.id, version: versionOf(visit.form) }
    const held = referral.state === 'in_review' || referral.state === 'ready'
    if (!held || !(await moveReferral(visit.tx, at, { state: 'preparing' }))) {
      return shownReferral(visit, found, { changed: true })
    }
    return { kind: 'redirect', to: addressOf(child, referral) }
  },
}

export const readForReview: Page = {
  method: 'GET',
  url: `${one}/review`,
  may,
  audit: audit('open'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    return found ? shownReview(visit, found, [], {}) : { kind: 'not-found' }
  },
}

const FOUND = ['ready', 'change_first'] as const

export const giveReview: Page = {
  method: 'POST',
  url: `${one}/review`,
  may,
  audit: audit('review'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    if (!found) return { kind: 'not-found' }
    const { child, referral } = found
    await holdReferral(visit.tx, referral.id)
    const said = FOUND.find((f) => f === textOf(visit.form, 'found'))
    const notes = textOf(visit.form, 'notes').trim()
    const typed = { found: said ?? '', notes }
    const problems = await refuseReview(visit, referral, said, notes)
    if (problems.length > 0 || !said) return shownReview(visit, found, problems, typed)
    if (versionOf(visit.form) !== referral.version) {
      return shownReview(
        visit,
        found,
        [
          {
            field: 'found',
            text: 'Somebody changed this referral while you were reading. It stands below as it is now. Read it, and answer again',
          },
        ],
        typed,
      )
    }
    await addReview(visit.tx, referral, { found: said, notes: notes || undefined }, visit.now)
    const state = said === 'ready' ? 'ready' : 'preparing'
    await moveReferral(visit.tx, referral, { state })
    return { kind: 'redirect', to: addressOf(child, referral) }
  },
}

async function refuseReview(
  visit: Visit,
  referral: Referral,
  said: (typeof FOUND)[number] | undefined,
  notes: string,
): Promise<readonly Problem[]> {
  if (referral.state !== 'in_review') {
    return [{ field: 'found', text: 'Nobody has asked for this referral to be read' }]
  }
  if (await hasWritten(visit.tx, referral.id, visit.actor.id)) {
    return [
      { field: 'found', text: 'You wrote a part of this referral, so somebody else reads it' },
    ]
  }
  if (!said) return [{ field: 'found', text: 'Choose whether it is ready to be sent' }]
  if (notes.length > 10_000) {
    return [{ field: 'notes', text: 'What you say must be 10,000 characters or fewer' }]
  }
  return said === 'change_first' && notes === ''
    ? [{ field: 'notes', text: 'Say what should change' }]
    : []
}

async function shownReview(
  visit: Visit,
  { child, referral }: { readonly child: Child; readonly referral: Referral },
  problems: readonly Problem[],
  typed: Readonly<Record<string, string>>,
): Promise<Answer> {
  const at = addressOf(child, referral)
  const gathered = await gather(visit, child, referral)
  const page = {
    title: 'Read a referral for a colleague',
    child: { id: child.id, knownAs: child.knownAs },
    here: at,
    version: referral.version,
    open: referral.state === 'in_review',
    mine: await hasWritten(visit.tx, referral.id, visit.actor.id),
    lines: shownLines(gathered.given, gathered.kept),
    names: nameLinks(at, await namesFor(visit, child, gathered)),
    noNamesWhy: referral.noNamesWhy,
    advice: adviceLinks(at, gathered),
    documents: standingIn(gathered.evidence).map((e) => ({
      text: e.description,
      kind: DOCUMENT_KINDS[e.mediaType],
      on: dayText(e.datedOn) ?? `no date: ${e.noDateWhy}`,
    })),
    typed,
    errors: errorsOf(problems),
  }
  const template = 'domains/identification/nrm/review/review.njk'
  return { kind: 'view', status: problems.length > 0 ? 422 : 200, template, model: { page } }
}
