import { AROUND_EVENTS } from '#domains/around/index.ts'
import { CALENDAR_EVENTS } from '#domains/calendar/index.ts'
import { CHILDREN_EVENTS, type EventSource, type ToldEvent } from '#domains/children/index.ts'
import { DUTY_EVENTS } from '#domains/duty/index.ts'
import { OUTCOMES_EVENTS } from '#domains/outcomes/index.ts'
import { PARTICIPATION_EVENTS } from '#domains/participation/index.ts'
import { PAST_EIGHTEEN_EVENTS } from '#domains/past-eighteen/index.ts'
import { PLANS_EVENTS } from '#domains/plans/index.ts'
import { PROCESSES_EVENTS } from '#domains/processes/index.ts'
import type { YouthWords } from '#domains/words/index.ts'

type Told = keyof YouthWords['byDay']['told']

/** How an event is told on their own page, which others may look at: from this list and no other. */
type Own = {
  readonly told: (event: ToldEvent) => Told
  /** The column that {name} stands for. */
  readonly name?: string
  readonly href: (event: ToldEvent) => string | undefined
}

const at = (href: string) => () => href
const always = (told: Told) => () => told
const idIn = (event: ToldEvent, name: string): string => String(event.about[name] ?? '')

const OWN: Readonly<Record<string, Own>> = {
  about_me: { told: always('aboutMe'), href: at('/me/own-words') },
  beside_began: { told: always('besideBegan'), name: 'who', href: at('/me/people') },
  beside_ended: { told: always('besideEnded'), name: 'who', href: at('/me/people') },
  learning_began: { told: always('learningBegan'), name: 'name', href: at('/me/learning') },
  learning_ended: { told: always('learningEnded'), name: 'name', href: at('/me/learning') },
  correction: { told: always('note'), href: at('/me/record') },
  correction_decided: { told: always('noteDecided'), href: at('/me/record') },
  check_in: {
    told: (e) => (e.about['voice'] === 'young_person' ? 'checkIn' : 'othersView'),
    href: at('/me/picture'),
  },
  goal: { told: always('goal'), href: at('/me/goals') },
  sent: { told: always('sent'), href: at('/me/sent') },
  answered: {
    told: always('answered'),
    name: 'who',
    href: (e) => `/me/sent/${idIn(e, 'receipt_id')}`,
  },
  come_back: { told: always('comeBack'), href: at('/me/come-back') },
  meeting: { told: always('meeting'), name: 'called', href: (e) => `/me/meetings/${e.id}` },
  meeting_after: { told: always('meetingAfter'), href: at('/me/meetings') },
  appointment: {
    told: (e) => (e.about['state'] === 'held' ? 'met' : 'missed'),
    name: 'with_whom',
    href: (e) => `/me/calendar/${e.id}`,
  },
  trust_began: { told: always('trustBegan'), name: 'name', href: at('/me/people') },
  trust_ended: { told: always('trustEnded'), name: 'name', href: at('/me/people') },
  own_view: { told: always('ownView'), name: 'name', href: at('/me/people') },
  somebody_now: { told: always('somebodyNow'), href: at('/me/somebody') },
  plan_opened: { told: always('planBegan'), href: at('/me/plan') },
  plan_approved: { told: always('planAgreed'), href: at('/me/plan') },
  plan_said: { told: always('planSaid'), href: at('/me/plan') },
  valued: { told: always('valued'), href: at('/me/good-things') },
  offer: { told: always('offer'), name: 'offer', href: at('/me/plan') },
  offer_said: { told: always('offerSaid'), href: at('/me/plan') },
  adult_met: { told: always('met'), name: 'name', href: at('/me/later') },
  waiting_words: { told: always('waiting'), href: at('/me/happening') },
}

/** Of an appointment, what was: that somebody came, or did not. */
const NARROWER: Readonly<Record<string, readonly string[]>> = {
  appointment: ['held', 'missed_by_us'],
  meeting: ['held'],
}

export const OWN_SOURCES: readonly EventSource[] = [
  ...CHILDREN_EVENTS,
  ...OUTCOMES_EVENTS,
  ...PARTICIPATION_EVENTS,
  ...CALENDAR_EVENTS,
  ...AROUND_EVENTS,
  ...DUTY_EVENTS,
  ...PLANS_EVENTS,
  ...PROCESSES_EVENTS,
  ...PAST_EIGHTEEN_EVENTS,
]
  .filter((s) => Object.hasOwn(OWN, s.code))
  .map((s) => {
    const among = NARROWER[s.code]
    return s.only && among ? { ...s, only: { ...s.only, among } } : s
  })

export const ownOf = (source: string): Own | undefined =>
  Object.hasOwn(OWN, source) ? OWN[source] : undefined
