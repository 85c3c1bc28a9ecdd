import { dayIn, type Frame, say } from '#domains/words/index.ts'
import type { Group, GroupQuote, Quote } from '../groups.queries.ts'
import { LEVELS } from '../taking-part.rules.ts'

type Typed = Readonly<Record<string, string>>

/** A session as somebody who took part reads it: told back whole, and their own words apart. */
export function myGroupLine(
  frame: Frame,
  group: Group,
  read: readonly GroupQuote[],
  own: readonly Quote[],
  typed: Typed,
) {
  const w = frame.w.takingPart
  const mine = own.filter((q) => q.sessionId === group.id)
  return {
    id: group.id,
    title: group.title,
    day: dayIn(frame.language, new Date(`${group.heldOn}T12:00:00Z`)),
    talkedAbout: group.talkedAbout,
    decided: group.decided,
    cameOf: group.cameOf,
    others: read
      .filter((r) => r.sessionId === group.id && !mine.some((q) => q.id === r.id))
      .map((r) => ({
        ...r,
        by: r.shownName === null ? undefined : say(w.by, { name: r.shownName }),
      })),
    mine: mine.map((q) => ownLine(frame, q, typed['quote'] === q.id ? typed : {})),
  }
}

function ownLine(frame: Frame, q: Quote, typed: Typed) {
  const w = frame.w.takingPart
  return {
    id: q.id,
    version: q.version,
    words: typed['words'] ?? q.words,
    language: q.wordsLanguage,
    name: typed['name'] ?? q.shownName ?? '',
    levels: LEVELS.map((value) => ({
      value,
      text: w.levels[value],
      chosen: (typed['level'] ?? q.level) === value,
    })),
    now: nowOf(frame, q),
    given: q.state === 'yes',
    refused: q.state === 'no' || q.state === 'withdrawn',
  }
}

function nowOf(frame: Frame, q: Quote): string | undefined {
  const w = frame.w.takingPart
  if (q.level !== null) return say(w.nowRead, { who: w.levels[q.level] })
  if (q.state === 'no') return w.nowNo
  return q.state === 'withdrawn' ? w.nowStopped : undefined
}
