import { londonCalendarDay, type CalendarDay } from '#kernel/calendar-day.ts'
import { readId } from '#kernel/ids.ts'
import { londonDay } from '#kernel/london-time.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import { giveFile } from '#platform/http/media.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { oneOf } from '#domains/outcomes/index.ts'
import { type Complaint, fileForReviewer, findComplaint } from '../complaints.queries.ts'
import {
  addComplaintStep,
  complaintSteps,
  holdComplaint,
  longestFor,
  noteReading,
  whoElseReviews,
} from '../steps.queries.ts'
import { reviewsHere, nameForReviewer } from '../reviewers.queries.ts'
import { readReviewStep, REVIEW_ACTS, type ReviewAct } from './review-one.form.ts'
import { reviewView } from './review-one.view.ts'

const url = '/independent/complaints/:complaint'
const may = 'complaints.review'

/** One complaint. That somebody read it is written down for the young person, once for each. */
export const seeComplaint: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'complaints.review.read' },
  async answer(visit): Promise<Answer> {
    const complaint = await complaintOf(visit)
    if (!complaint) return { kind: 'not-found' }
    await noteReading(visit.tx, complaint, visit.now)
    return shown(visit, complaint, 200, [])
  },
}

/** What was spoken, drawn or photographed, for an independent person who may read the complaint. */
export const complaintFile: Page = {
  method: 'GET',
  url: `${url}/file`,
  may,
  audit: { action: 'complaints.review.file' },
  async answer(visit): Promise<Answer> {
    const complaint = await complaintOf(visit)
    const given = complaint && (await fileForReviewer(visit.tx, complaint.id))
    if (!given) return { kind: 'not-found' }
    return giveFile(visit.store.openGiven(given), visit.range, ['clean'])
  },
}

export const workOnComplaint: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'complaints.review.write' },
  async answer(visit): Promise<Answer> {
    const found = await complaintOf(visit)
    if (!found) return { kind: 'not-found' }
    await holdComplaint(visit.tx, found.id)
    const complaint = (await complaintOf(visit)) ?? found
    const doing = textOf(visit.form, 'do')
    if (doing === 'given_to') return giveTo(visit, complaint)
    const act = whatMayBeDone(complaint, visit.actor.id, oneOf(REVIEW_ACTS, doing))
    if (!act) return shown(visit, complaint, 409, [], true)
    const read = readReviewStep(act, visit.form)
    if ('problems' in read) return shown(visit, complaint, 422, read.problems)
    const tooLong = await refuseDay(visit, complaint, read.step.due)
    if (tooLong) return shown(visit, complaint, 422, [tooLong])
    await addComplaintStep(visit.tx, complaint, read.step, visit.now)
    return { kind: 'redirect', to: `/independent/complaints/${complaint.id}` }
  },
}

/** Undefined when it is with somebody else, or has moved on since the form was opened. */
function whatMayBeDone(
  complaint: Complaint,
  me: string,
  act: ReviewAct | undefined,
): ReviewAct | undefined {
  if (complaint.handlerId !== me) return undefined
  const always = act === 'worse_asked' || act === 'worse_acted'
  return always || complaint.state === 'open' ? act : undefined
}

async function refuseDay(
  visit: Visit,
  complaint: Complaint,
  due: CalendarDay | undefined,
): Promise<Problem | undefined> {
  if (!due) return undefined
  const longest = await longestFor(visit.tx, complaint)
  if (due > complaint.stageBy && (longest === undefined || due <= longest)) return undefined
  const text =
    'The day must be after the one promised, and not after the longest the law gives this stage'
  return { field: 'due', text }
}

/** Another independent person looks at it: never one it is about, or whom the young person keeps out. */
async function giveTo(visit: Visit, complaint: Complaint): Promise<Answer> {
  const to = readId<'person'>(visit.form['to'])
  const others = await whoElseReviews(visit.tx, complaint, londonCalendarDay(visit.now))
  const who = others.find((o) => o.id === to)
  const why = textOf(visit.form, 'words').trim()
  if (complaint.state !== 'open') return shown(visit, complaint, 409, [], true)
  const problems: Problem[] = []
  if (!who) problems.push({ field: 'to', text: 'Choose who looks at it' })
  if (why === '') problems.push({ field: 'why', text: 'Write why' })
  if (why.length > 5000) problems.push({ field: 'why', text: 'Use 5,000 letters or fewer' })
  if (!who || problems.length > 0) return shown(visit, complaint, 422, problems)
  await addComplaintStep(
    visit.tx,
    complaint,
    { kind: 'given_to', to: who.id, words: why },
    visit.now,
  )
  return { kind: 'redirect', to: '/independent' }
}

async function complaintOf(visit: Visit): Promise<Complaint | undefined> {
  const id = readId<'complaint'>(visit.params['complaint'])
  if (!id || !(await reviewsHere(visit.tx))) return undefined
  return findComplaint(visit.tx, id)
}

async function shown(
  visit: Visit,
  complaint: Complaint,
  status: number,
  problems: readonly Problem[],
  moved = false,
): Promise<Answer> {
  const { tx, actor, now, form } = visit
  const today = londonCalendarDay(now)
  return {
    kind: 'view',
    status,
    template: 'domains/complaints/review/review-one.njk',
    media: 'plays',
    model: {
      page: {
        ...reviewView({
          complaint,
          knownAs: await nameForReviewer(tx, complaint.childId),
          steps: await complaintSteps(tx, complaint.id),
          others: await whoElseReviews(tx, complaint, today),
          me: actor.id,
          today,
        }),
        made: londonDay(complaint.madeAt),
        typed: typedIn(form),
        doing: textOf(form, 'do'),
        hard: problems.some((p) => p.text.startsWith('Some of this may be hard')),
        moved,
        errors: errorsOf(problems),
      },
    },
  }
}
