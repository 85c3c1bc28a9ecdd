/** The systems around the one told in full, and a few barriers for others. Everything is invented. */

/** `process` counts among the processes of the story: the claim, college. Two fall at one time, on the day of a review. */
export const DEMANDS_OF_STORY = [
  {
    process: 0,
    what: 'An interview with the Home Office',
    inDays: 19,
    from: '10:00',
    until: '13:00',
    place: 'Northmere, by train',
  },
  {
    process: 1,
    what: 'The maths exam',
    inDays: 19,
    from: '09:30',
    until: '12:00',
    place: 'College, hall B',
  },
  {
    process: 0,
    what: 'Photos and a form to hand in',
    inDays: 33,
    from: null,
    until: null,
    place: null,
  },
] as const

export const WAITING_OF_STORY = {
  words: 'I do not plan anything. Plans are for people who have a date.',
  language: 'en',
} as const

type LegalDay = {
  readonly area: string
  readonly what: string
  readonly inDays: number
  readonly setBy: string
  readonly owedBy: string
  /** How many days ago it was done. */
  readonly met?: number
}
export const LEGAL_DAYS_OF_STORY: readonly LegalDay[] = [
  {
    area: 'asylum',
    what: 'The new statement and the school’s letters',
    inDays: 12,
    setBy: 'The tribunal',
    owedBy: 'Bola Adeyemi, solicitor',
  },
  {
    area: 'asylum',
    what: 'The appeal',
    inDays: -316,
    setBy: 'The tribunal’s rules',
    owedBy: 'Bola Adeyemi, solicitor',
    met: 318,
  },
]

export const NOTES_OF_STORY = [
  {
    area: 'asylum',
    kind: 'advice',
    words: 'Bring the letters of the school and of the coach. They need not be translated.',
    from: 'Bola Adeyemi',
    ago: 31,
  },
  {
    area: 'asylum',
    kind: 'instructions',
    words: 'He wants the interview in Tigrinya, and a break every half hour.',
    from: 'Him, through an interpreter he chose',
    ago: 20,
  },
] as const

export const DOUBT_OF_STORY = {
  who: 'An officer where he arrived',
  why: 'How he looked, after four nights without sleep.',
  effect: 'They looked at my hands and not at me. I said my birthday three times.',
} as const

type BarrierOfStory = {
  readonly level: string
  readonly theme: string
  readonly body: string
  readonly what: string
  readonly words?: string
  readonly ago: number
  readonly action?: string
  readonly by?: string
  readonly use: string
}
export const BARRIERS_OF_STORY: readonly BarrierOfStory[] = [
  {
    level: 'service',
    theme: 'threshold',
    body: 'The mental health service of the city',
    what: 'It takes nobody whose papers are not decided.',
    words: 'They said come back when I know if I stay. I do not know when I know.',
    ago: 300,
    action: 'Ask the commissioner in writing on which rule this stands',
    by: 'The team manager',
    use: 'words',
  },
  {
    level: 'system',
    theme: 'no_place',
    body: 'The college',
    what: 'It takes nobody onto a course after October.',
    ago: 640,
    action: 'Ask for a place on the January course',
    by: 'The virtual school head',
    use: 'counted',
  },
  {
    level: 'law',
    theme: 'immigration_rules',
    body: 'The Home Office',
    what: 'A child who is here alone cannot bring a parent to live with them.',
    words: 'My mum is not a visitor.',
    ago: 120,
    use: 'counted',
  },
  {
    level: 'attitude',
    theme: 'disbelief',
    body: 'The police where he arrived',
    what: 'They spoke to the driver first, and asked him nothing until the evening.',
    ago: 690,
    use: 'not_asked',
  },
]

type StepOfStory = {
  readonly kind: string
  readonly ago: number
  readonly body: string
  readonly why?: string
  readonly support?: string
}
type AccessOfStory = {
  readonly service: string
  readonly what: string
  readonly asked: number
  readonly words?: string
  readonly barrier?: number
  readonly events: readonly StepOfStory[]
}
export const ACCESS_OF_STORY: readonly AccessOfStory[] = [
  {
    service: 'mental_health',
    what: 'Help with sleeping and with the nights',
    asked: 330,
    words: 'I want one night.',
    barrier: 0,
    events: [
      { kind: 'referred', ago: 322, body: 'The mental health service of the city' },
      {
        kind: 'refused',
        ago: 300,
        body: 'The mental health service of the city',
        why: 'His papers are not decided',
      },
      { kind: 'referred', ago: 150, body: 'A charity for young people' },
      { kind: 'waiting', ago: 140, body: 'A charity for young people' },
    ],
  },
  {
    service: 'health',
    what: 'Glasses',
    asked: 190,
    events: [
      { kind: 'referred', ago: 182, body: 'An optician' },
      { kind: 'started', ago: 140, body: 'An optician', support: 'Glasses' },
    ],
  },
  {
    service: 'education',
    what: 'A place at college',
    asked: 645,
    barrier: 1,
    events: [{ kind: 'started', ago: 560, body: 'The college', support: 'Maths and English' }],
  },
]

type DueOfStory = {
  readonly code: string
  readonly state: string
  readonly ago: number
  readonly amount?: string
  readonly note?: string
}
export const DUE_OF_STORY: readonly DueOfStory[] = [
  { code: 'guardian', state: 'received', ago: 655 },
  { code: 'school_place', state: 'received', ago: 560 },
  { code: 'health_care', state: 'received', ago: 650 },
  { code: 'bursary_16_19', state: 'asked', ago: 20, amount: '£1,200 a year' },
  {
    code: 'needs_assessment',
    state: 'refused',
    ago: 60,
    note: 'The council said that it waits for the tribunal. It need not.',
  },
]

export const BARRIERS = [
  {
    level: 'service',
    theme: 'waiting',
    body: 'The mental health service',
    what: 'The list is closed until spring.',
  },
  {
    level: 'service',
    theme: 'interpreting',
    body: 'The surgery',
    what: 'It books no interpreter for a first visit.',
  },
  {
    level: 'system',
    theme: 'handing_over',
    body: 'The council',
    what: 'The file did not come with him from the other council.',
  },
  {
    level: 'system',
    theme: 'papers_asked_for',
    body: 'The bank',
    what: 'It opens no account without a passport.',
  },
  {
    level: 'law',
    theme: 'immigration_rules',
    body: 'The Home Office',
    what: 'Work is not allowed while the claim is open.',
  },
  {
    level: 'attitude',
    theme: 'criminalised',
    body: 'The police',
    what: 'They asked what was in the bag before they asked her name.',
  },
] as const
