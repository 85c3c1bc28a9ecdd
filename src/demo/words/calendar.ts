/** Why somebody comes, said plainly to the young person. */
export const REASONS: readonly string[] = [
  'To see how you are, and what you need.',
  'To talk about school.',
  'To hear what you want to be said at your review.',
  'To go through a letter together.',
  'To go for a walk and talk.',
]

export type StoryAppointment = {
  /** Days from today, and minutes after midnight UTC. */
  readonly in: number
  readonly at: number
  readonly lasts: number
  readonly kind: string
  readonly with: string
  readonly mine?: true
  readonly place: string
  readonly how?: string
  readonly along?: string
  readonly why: string
  readonly interpreter?: 'booked' | 'asked_for' | 'not_yet'
  readonly state?: 'cancelled' | 'held' | 'missed_by_us'
  readonly missed?: {
    readonly sorry: string
    readonly step: string
    readonly by: string
    readonly in: number
  }
  readonly changed?: {
    readonly wasIn: number
    readonly wasAt: number
    readonly wasPlace?: string
    readonly why: string
  }
  readonly answer?: readonly [code: string, words: string | null]
}

export const APPOINTMENTS_OF_STORY: readonly StoryAppointment[] = [
  {
    in: -14,
    at: 960,
    lasts: 30,
    kind: 'health',
    with: 'The optician',
    place: 'High Street 4',
    why: 'To look at your new glasses.',
    state: 'held',
  },
  {
    in: -6,
    at: 990,
    lasts: 60,
    kind: 'visit',
    with: '{worker}',
    mine: true,
    place: 'At home with Marta',
    why: 'To talk about train tickets for football.',
    state: 'missed_by_us',
    missed: {
      sorry: 'I was kept in another town and did not ring you. That was not right. I am sorry.',
      step: 'I ring you after college and ask which day is good for you.',
      by: '{worker}',
      in: 1,
    },
  },
  {
    in: 2,
    at: 990,
    lasts: 60,
    kind: 'visit',
    with: '{worker}',
    mine: true,
    place: 'At home with Marta',
    why: 'To talk about train tickets for football, and about your review.',
    answer: ['can', null],
  },
  {
    in: 5,
    at: 600,
    lasts: 60,
    kind: 'legal',
    with: 'Bola Adeyemi',
    place: 'Harbour Law, second floor, Quay Street',
    how: 'Bus 12 to Quay Street. Marta takes you to the door.',
    along: 'Marta',
    why: 'She wants to read your papers with you.',
    interpreter: 'booked',
    answer: ['with_someone', 'Can Marta stay in the room?'],
  },
  {
    in: 8,
    at: 960,
    lasts: 45,
    kind: 'learning',
    with: 'Your maths tutor',
    place: 'College, room 14',
    why: 'To choose what comes after this course.',
    changed: {
      wasIn: 7,
      wasAt: 900,
      wasPlace: 'College, library',
      why: 'The library is being painted, and the tutor is there a day later.',
    },
  },
  {
    in: 11,
    at: 840,
    lasts: 60,
    kind: 'fun',
    with: 'Delroy Hylton',
    place: 'The sports hall',
    why: 'Practice.',
    state: 'cancelled',
    changed: {
      wasIn: 11,
      wasAt: 840,
      why: 'The hall has no heating that day. The next practice is on Saturday as always.',
    },
  },
  {
    in: 19,
    at: 930,
    lasts: 90,
    kind: 'meeting',
    with: '{worker}, Marta, your reviewing officer and your tutor',
    mine: true,
    place: 'College, room 3. You chose it',
    how: 'You are there already.',
    why: 'Your review. You say what has to change and what has to stay.',
    interpreter: 'asked_for',
    answer: ['change', 'Not Wednesday please, I fast and I am tired.'],
  },
  {
    in: 200,
    at: 600,
    lasts: 30,
    kind: 'health',
    with: 'The optician',
    place: 'High Street 4',
    why: 'To look at your eyes once a year.',
  },
]
