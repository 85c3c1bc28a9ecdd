/** Contact in words, for staff. What the young person reads is in the catalogues. Pure. */
import type { ContactProblem } from './contact.form.ts'
import type { Channel, Day, NoticeReason, Said, Safety, State } from './contact.rules.ts'

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  call: 'Call',
  text: 'Text message',
  email: 'E-mail',
  post: 'Post',
  in_person: 'In person',
  through_somebody: 'Through somebody',
}

export const STATE_WORDS: Readonly<Record<State, string>> = {
  safe: 'Safe',
  no_message: 'Reach them, but leave no message',
  ask_first: 'Ask first, before using it',
  do_not_use: 'Do not use',
}

export const DAY_WORDS: Readonly<Record<Day, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

export const REASON_WORDS: Readonly<Record<NoticeReason, string>> = {
  reply: 'an answer',
  calendar: 'a change in their calendar',
  check_in: 'a check-in that was arranged',
  suggestion: 'a suggestion about their settings',
  other: 'anything else new',
}

export const PROBLEM_WORDS: Readonly<Record<ContactProblem['code'], string>> = {
  'choose-channel': 'Choose how to reach them',
  'enter-address': 'Enter the number, the address, the place or the person',
  'not-a-number': 'Enter a telephone number, such as 07700 900123 or +44 7700 900123',
  'not-an-email': 'Enter an e-mail address, such as name@example.org',
  'choose-state': 'Choose whether it is safe',
  'both-times': 'Enter both times, or neither',
  'not-a-time': 'Enter a time of day, such as 9:30 or 17:00',
  'too-long': 'That is longer than can be kept here. Shorten it',
  'choose-who-said': 'Choose who said so',
  'enter-who-said': 'Enter who said so',
  'choose-way': 'Choose by which way',
  'choose-reason': 'Choose what about',
}

/** The first thing a page says of a way, before anybody sees the number. */
export function safetyInWords(safety: Safety, days: number): string {
  if (safety.because === 'nobody_said') return 'Ask first. Nobody has said whether it is safe'
  if (safety.because === 'too_old') {
    return `Ask first. It was last called safe more than ${days} days ago, and that no longer counts`
  }
  return STATE_WORDS[safety.state]
}

/** When it may be used, in words; undefined for any time. */
export function timesInWords(said: Pick<Said, 'days' | 'hours'>): string | undefined {
  const days = said.days.map((d) => DAY_WORDS[d]).join(', ')
  const hours = said.hours && `from ${said.hours.from} until ${said.hours.until}`
  if (!days && !hours) return undefined
  return `Only ${[days, hours].filter(Boolean).join(', ')}`
}

const NOTICE_WORDS: Readonly<Record<string, string>> = {
  waiting: 'Waiting to be sent',
  leaving: 'Being sent',
  sent: 'Sent',
  stopped: 'Not sent',
  given_up: 'Could not be sent',
  not_known: 'It is not known whether it arrived. It is not sent again',
}

const WHY_WORDS: Readonly<Record<string, string>> = {
  contact_stopped: 'all contact was stopped',
  not_wanted: 'they did not want it any more',
  not_safe: 'that way was not safe',
  not_confirmed: 'nobody had said lately that the way is safe',
  nothing_set_up: 'no service is set up here to send it',
  not_now: 'it was not the time for it',
  service_away: 'the service could not be reached',
  refused: 'the service would not take it',
  interrupted: 'the line broke while it was leaving',
}

/** What became of a notice. Nothing of what it was about, and no number. */
export function noticeInWords(notice: {
  readonly status: string
  readonly why: string | undefined
  readonly channel: string | undefined
}): string {
  const said = NOTICE_WORDS[notice.status] ?? notice.status
  const by = notice.channel === 'text' ? ' by text' : notice.channel === 'email' ? ' by e-mail' : ''
  const why = notice.why && WHY_WORDS[notice.why]
  return `${said}${by}${why ? `: ${why}` : ''}`
}
