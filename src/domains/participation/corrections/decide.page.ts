import { readId, type ChildId } from '#kernel/ids.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import { typedIn } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import {
  type Correction,
  correctionsOf,
  decideCorrection,
  getChild,
  isNoteAbout,
  lineVersion,
  showNote,
  writtenLines,
} from '#domains/children/index.ts'
import { answerAtOnce } from '../answering/answer-at-once.ts'
import { goUp, holdReceipt, type Receipt, receiptsOf } from '../answering/ledger.queries.ts'
import { type Decided, IN_THE_LEDGER, readDecision } from './decide.form.ts'
import { decideView } from './decide.view.ts'

const url = '/children/:childId/corrections/:correction'
const childId = (asked: Asked): ChildId | undefined => readId<'child'>(asked.params['childId'])

/** What they say is wrong, what it said then, and what was decided. */
export const seeCorrection: Page = {
  method: 'GET',
  url,
  may: 'children.read',
  audit: { action: 'corrections.read', childId },
  async answer(visit): Promise<Answer> {
    const child = childId(visit)
    if (child && mayDo(visit.actor.role, 'answers.give')) await goUp(visit.tx, child, visit.now)
    const found = await correctionHere(visit)
    return found ? shown(visit, found, 'asked') : { kind: 'not-found' }
  },
}

/** Decided once, with reasons, by whoever answers: the note stays beside the line whatever is decided. */
export const decideAbout: Page = {
  method: 'POST',
  url,
  may: 'answers.give',
  audit: { action: 'corrections.decide', childId },
  async answer(visit): Promise<Answer> {
    const first = await correctionHere(visit)
    if (!first?.receipt) return { kind: 'not-found' }
    await holdReceipt(visit.tx, first.receipt.id)
    const found = (await correctionHere(visit)) ?? first
    const { receipt, correction } = found
    if (receipt?.state !== 'waiting' || receipt.answererId !== visit.actor.id) {
      return shown(visit, found, 'moved')
    }
    const read = readDecision(visit.form, correction.wish)
    if ('problems' in read) return shown(visit, found, 'wrong', read.problems)
    const refused = await refusal(visit, receipt.childId, correction, read.decided)
    if (refused) return shown(visit, found, 'wrong', [refused])
    await carryOut(visit, receipt, correction, read.decided)
    visit.note({ outcome: read.decided.outcome })
    return { kind: 'redirect', to: `/children/${receipt.childId}/corrections/${correction.id}` }
  },
}

type Found = { readonly correction: Correction; readonly receipt: Receipt | undefined }

async function correctionHere(visit: Visit): Promise<Found | undefined> {
  const child = childId(visit)
  const id = readId(visit.params['correction'])
  if (!child || !id) return undefined
  const correction = (await correctionsOf(visit.tx, child)).find((c) => c.id === id)
  const receipts = await receiptsOf(visit.tx, child)
  const receipt = receipts.find((r) => r.subject === 'correction' && r.subjectId === id)
  return correction && { correction, receipt }
}

/** Corrected is said only once the record says it rightly. */
async function refusal(
  { tx }: Visit,
  child: ChildId,
  c: Correction,
  { outcome }: Decided,
): Promise<Problem | undefined> {
  if (outcome !== 'corrected' || c.lineId === undefined) return undefined
  const version = await lineVersion(tx, child, c.about, c.lineId)
  if (version !== undefined && version > (c.lineVersion ?? 0)) return undefined
  return {
    field: 'outcome',
    text: 'The record still says the same. Change it first, then say here that it is corrected',
  }
}

/** The decision and every step it takes, in one transaction. */
async function carryOut(
  { tx, now, actor }: Visit,
  receipt: Receipt,
  c: Correction,
  decided: Decided,
): Promise<void> {
  if (decided.outcome === 'shown' && c.lineId !== undefined && isNoteAbout(c.about)) {
    const version = await lineVersion(tx, receipt.childId, c.about, c.lineId)
    const at = { about: c.about, line: c.lineId, version: version ?? 0 }
    await showNote(tx, receipt.childId, at, now)
  }
  await decideCorrection(tx, receipt.childId, { correction: c.id, ...decided }, now)
  const { weight, decision } = IN_THE_LEDGER[decided.outcome]
  const steps = {
    considered: { kind: 'considered', words: decided.why, weight },
    decided: { kind: 'decided', words: decided.why, decision, decidedBy: actor.name },
    replied: { kind: 'replied', words: decided.reply },
  } as const
  await answerAtOnce(tx, receipt, steps, now)
}

const STATUS = { asked: 200, wrong: 422, moved: 409 } as const

async function shown(
  visit: Visit,
  { correction, receipt }: Found,
  why: keyof typeof STATUS,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const id = childId(visit)
  if (!id) return { kind: 'not-found' }
  const child = await getChild(visit.tx, id)
  const line = (await writtenLines(visit.tx, id)).get(correction.lineId ?? '')
  const page = decideView({
    child: { id, knownAs: child.knownAs },
    correction,
    receipt,
    note: correction.wish === 'read_note' ? line?.note : undefined,
    me: visit.actor.id,
    mayChange: mayDo(visit.actor.role, 'children.write'),
    typed: typedIn(visit.form),
    moved: why === 'moved',
    problems,
  })
  return {
    kind: 'view',
    status: STATUS[why],
    template: 'domains/participation/corrections/decide.njk',
    model: { page },
  }
}
