import { lookUp } from '#kernel/look-up.ts'
import { dayIn, type Frame, say } from '#domains/words/index.ts'
import type { RecordGathered, RecordLine } from './record-lines.view.ts'

/** Lines that no row of the record holds by itself: what the council sent, and how others see it. */

/** A calendar day in the reader's language: noon, so that no zone moves it. */
export const dayText = (frame: Frame, text: string): string =>
  dayIn(frame.language, new Date(`${text.slice(0, 10)}T12:00:00Z`))

export function sinceOrBetween(frame: Frame, from: string, to: string | undefined): string {
  const w = frame.w.myRecord
  return to === undefined
    ? say(w.since, { day: dayText(frame, from) })
    : say(w.between, { from: dayText(frame, from), to: dayText(frame, to) })
}

function unkept(about: 'council' | 'view', key: string, text: string): RecordLine {
  const none = { lineId: undefined, version: undefined, language: undefined, written: undefined }
  return { about, key, text, details: [], note: 'none', ...none }
}

export function councilLines(frame: Frame, given: RecordGathered): readonly RecordLine[] {
  const w = frame.w.myRecord
  const events = given.events.map((e) => ({
    on: e.on,
    key: `${e.on}.${e.kind}`,
    text: `${dayText(frame, e.on)}: ${frame.w.picture.happened[e.kind]}`,
  }))
  const away = given.missing.map((m) => ({
    on: m.beganOn,
    key: `${m.beganOn}.away`,
    text: `${sinceOrBetween(frame, m.beganOn, m.endedOn)}: ${m.kind === 'A' ? w.awayKnown : w.away}`,
  }))
  return [...events, ...away]
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((e) => unkept('council', e.key, e.text))
}

/** What was asked for, what is due, what is asked of them and what is in the way: in the words they were written in. */
export function aroundLines(frame: Frame, given: RecordGathered): readonly RecordLine[] {
  const w = frame.w.myRecord
  return given.around.map((line) => ({
    about: 'other',
    key: line.id,
    lineId: undefined,
    version: undefined,
    text: line.text ?? (line.of === undefined ? w.aroundKinds[line.kind] : w.aroundOf[line.of]),
    language: line.language,
    details: [
      w.aroundKinds[line.kind],
      line.on === undefined ? '' : dayText(frame, line.on),
      line.answer === undefined ? '' : w.aroundAnswers[line.answer],
    ].filter((d) => d !== ''),
    written:
      line.by === undefined
        ? w.writtenByNobody
        : say(w.writtenBy, { name: line.by, day: dayIn(frame.language, line.at) }),
    note: 'none',
  }))
}

/** One line for each time somebody else wrote how they see it; what they wrote is on the page over time. */
export function viewLines(frame: Frame, given: RecordGathered): readonly RecordLine[] {
  const { w } = frame
  const views = new Map(
    given.spoken
      .filter((s) => s.voice !== 'young_person')
      .map((s) => {
        const voice = lookUp<string>(w.picture.voices, s.voice) ?? w.looked.somebody
        const who = s.by === undefined ? voice : `${s.by} (${voice})`
        const text = say(w.myRecord.viewOf, { who, day: dayIn(frame.language, s.at) })
        return [s.checkInId, unkept('view', s.checkInId, text)]
      }),
  )
  return [...views.values()]
}
