import type { Correction } from '#domains/children/index.ts'
import type { Receipt } from '#domains/participation/index.ts'
import { dayIn, type Frame, frameIn, say } from '#domains/words/index.ts'
import {
  type RecordGathered,
  type RecordLine,
  type RecordSection,
  recordSections,
  saidWhole,
} from './record-lines.view.ts'

/** A note of mine, and what has become of it. */
export type MyNote = {
  readonly heading: string
  readonly itSaid: string | undefined
  readonly wrong: string | undefined
  readonly right: string | undefined
  readonly language: string
  /** What was decided, or who answers by when. */
  readonly state: string
  readonly why: string | undefined
  readonly whyLanguage: string
  readonly href: string | undefined
}

type ShownLine = RecordLine & {
  readonly fixAt: string
  readonly noteAt: string | undefined
  readonly notes: readonly MyNote[]
}

export type MyRecordView = Frame & {
  readonly sections: readonly (Omit<RecordSection, 'lines'> & {
    readonly lines: readonly ShownLine[]
  })[]
  /** What is missing, and notes on lines that stand no more. */
  readonly others: readonly MyNote[]
}

/** What is written about me, with my notes beside it. */
export function myRecordView(given: {
  readonly language: string
  readonly gathered: RecordGathered
  readonly corrections: readonly Correction[]
  readonly receipts: readonly Receipt[]
}): MyRecordView {
  const frame = frameIn(given.language, false, (w) => w.myRecord.title)
  const sections = recordSections(frame, given.gathered)
  const beside = (l: RecordLine) => given.corrections.filter((c) => isBeside(c, l))
  const placed = new Set(sections.flatMap((s) => s.lines.flatMap(beside)).map((c) => c.id))
  const note = (c: Correction) => myNote(frame, c, given.receipts)
  return {
    ...frame,
    sections: sections.map((s) => ({
      ...s,
      lines: s.lines.map((l) => ({
        ...l,
        fixAt: `/me/record/fix/${l.about}/${l.key}`,
        noteAt: l.note === 'hidden' ? `/me/record/note/${l.about}/${l.key}` : undefined,
        notes: beside(l).map(note),
      })),
    })),
    others: given.corrections.filter((c) => !placed.has(c.id)).map(note),
  }
}

/** Whether a note stands beside that line: of the same line of the record, or of the same words where there is none. */
function isBeside(c: Correction, l: RecordLine): boolean {
  if (c.wish === 'missing') return false
  return l.lineId === undefined
    ? c.about === l.about && c.itSaid === saidWhole(l)
    : c.lineId === l.lineId
}

function myNote(frame: Frame, c: Correction, receipts: readonly Receipt[]): MyNote {
  const w = frame.w.myRecord
  const heads = { wrong: w.yourNote, missing: w.yourMissing, read_note: w.yourWish }
  const receipt = receipts.find((r) => r.subject === 'correction' && r.subjectId === c.id)
  return {
    heading: say(heads[c.wish], { day: dayIn(frame.language, c.writtenAt) }),
    itSaid: c.itSaid,
    wrong: c.wrong,
    right: c.right,
    language: c.language,
    state: stateOf(frame, c, receipt),
    why: c.decision?.why,
    whyLanguage: c.decision?.language ?? 'en',
    href: receipt && `/me/sent/${receipt.id}`,
  }
}

function stateOf(frame: Frame, c: Correction, receipt: Receipt | undefined): string {
  const w = frame.w.myRecord
  if (c.decision && receipt?.state !== 'waiting') {
    const name = c.decision.by ?? frame.w.looked.somebody
    const who = say(w.decided, { name, day: dayIn(frame.language, c.decision.at) })
    return `${w.outcomes[c.decision.outcome]}. ${who}`
  }
  if (!receipt) return ''
  const day = dayIn(frame.language, new Date(`${receipt.answerBy}T12:00:00Z`))
  return receipt.answererName === undefined
    ? say(w.waitsNobody, { day })
    : say(w.waits, { name: receipt.answererName, day })
}
