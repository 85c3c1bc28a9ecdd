/** What a young person may say of where they live, line by line. Pure. */

export const SAID_LINES = ['room', 'door', 'phone', 'food', 'rest', 'visitors', 'night'] as const
export type SaidLine = (typeof SAID_LINES)[number]

export const SAID_ANSWERS = [
  'yes',
  'in_part',
  'no',
  'not_important',
  'not_known',
  'not_now',
  'skip',
] as const
export type SaidAnswer = (typeof SAID_ANSWERS)[number]

/** For staff: what each line asked, and what each answer is called. */
export const SAID_LINE_WORDS: Readonly<Record<SaidLine, string>> = {
  room: 'A room that is theirs',
  door: 'Can close the door and be alone',
  phone: 'Can talk on the phone with nobody listening',
  food: 'Food they can eat and like',
  rest: 'Can rest and sleep',
  visitors: 'People they like may visit',
  night: 'Somebody is there at night whom they can ask',
}

export const SAID_ANSWER_WORDS: Readonly<Record<SaidAnswer, string>> = {
  yes: 'Yes',
  in_part: 'Sometimes',
  no: 'No',
  not_important: 'Not important to them',
  not_known: 'They do not know',
  not_now: 'Not now',
  skip: 'Left out',
}
