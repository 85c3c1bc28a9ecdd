import { inWords } from '#kernel/calendar-day.ts'
import { type Asking, HOWS, STEPS } from './asked-again.rules.ts'

/** One asking in a sentence, for staff. */
export type AskingLine = {
  readonly id: string
  readonly clockId: string
  readonly text: string
  readonly said: string | undefined
  readonly answer: string | undefined
}

export function askingLine(asking: Asking): AskingLine {
  const { id, clockId, said } = asking
  const by = asking.by ? `, written by ${asking.by}` : ''
  return {
    id,
    clockId,
    text: `${inWords(asking.askedOn)}: ${lowered(STEPS[asking.step])}, ${asking.ofWhom}, ${lowered(HOWS[asking.how])}${by}`,
    said,
    answer:
      asking.answeredOn && asking.answer
        ? `Answered on ${inWords(asking.answeredOn)}: ${asking.answer}`
        : undefined,
  }
}

const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`
