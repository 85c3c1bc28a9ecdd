/** What is happening around invented children, said plainly to them. Nothing here is told of exploitation. */
export type SaidProcess = {
  readonly kind: string
  readonly state: 'not_begun' | 'waiting' | 'going_on' | 'decided' | 'ended'
  readonly what: string
  readonly where: string
  readonly next: string | undefined
  readonly can: string | undefined
  readonly decides: string
  /** For the map of the systems: which one, whom to speak to there, and how. */
  readonly system?: string
  readonly person?: string
  readonly ring?: string
}

const said = (
  kind: string,
  state: SaidProcess['state'],
  what: string,
  where: string,
  next: string | undefined,
  can: string | undefined,
  decides: string,
): SaidProcess => ({ kind, state, what, where, next, can, decides })

export const PROCESSES: readonly SaidProcess[] = [
  said(
    'learning',
    'waiting',
    'A place at college.',
    'The college has your form.',
    'They write to you with a day to visit.',
    'Think of what you want to ask them.',
    'The college',
  ),
  said(
    'learning',
    'going_on',
    'Help with reading at school.',
    'A teacher reads with you twice a week.',
    'The school looks at it again with you before summer.',
    undefined,
    'The school, with you',
  ),
  said(
    'home',
    'going_on',
    'Where you live.',
    'You are staying where you are. Nobody plans to move you.',
    'We talk about it at your next review.',
    'Say what is good there and what is not.',
    'The council, after asking you',
  ),
  said(
    'home',
    'waiting',
    'A flat of your own.',
    'You are on the list. We do not know how long it takes.',
    undefined,
    'Go and look at the area if you want to.',
    'The council’s housing team',
  ),
  said(
    'health',
    'waiting',
    'Seeing a dentist.',
    'We asked two dentists. Neither has a day free yet.',
    'We ring them again on Monday.',
    undefined,
    'The dentist',
  ),
  said(
    'money',
    'decided',
    'Money for clothes.',
    'The answer is yes. It comes to your account.',
    undefined,
    'Tell us if it has not come in two weeks.',
    'The team manager',
  ),
  said(
    'papers',
    'waiting',
    'Your passport.',
    'The form was sent.',
    'They send a letter.',
    undefined,
    'The passport office',
  ),
  said(
    'support',
    'not_begun',
    'Driving lessons.',
    'You asked for them. Nobody has decided yet.',
    'Your worker asks the manager.',
    undefined,
    'The team manager',
  ),
]

export const PROCESSES_OF_STORY: readonly (SaidProcess & {
  readonly waiting?: number
  readonly changed: number
  readonly confirmed: number
  readonly nextIn?: number
  readonly told?: number
  readonly guardians?: true
})[] = [
  {
    ...said(
      'papers',
      'waiting',
      'You asked to stay in this country.',
      'Your papers are with the office that decides. They have everything they asked for.',
      'A letter to your legal helper. Nobody knows the day yet.',
      'Tell your legal helper when your phone number or your address changes.',
      'The Home Office',
    ),
    system: 'asylum',
    person: 'Rowan Pike, who has the file',
    ring: '0300 000 0000 (invented)',
    waiting: 310,
    changed: 310,
    confirmed: 38,
    told: 300,
    guardians: true,
  },
  {
    ...said(
      'learning',
      'going_on',
      'College.',
      'You are in maths and in English, four days a week.',
      'You choose your courses for next year with your tutor.',
      'Ask other students what a course is like.',
      'You, with the college',
    ),
    person: 'Ines Okoro, tutor',
    ring: 'Through the college office',
    changed: 62,
    confirmed: 6,
    nextIn: 74,
    told: 60,
  },
  {
    ...said(
      'home',
      'going_on',
      'Where you live.',
      'You live with Marta. Nobody plans to move you.',
      'We talk about it at your review.',
      'Say before the review what you want to be said there.',
      'The council, after asking you',
    ),
    changed: 228,
    confirmed: 12,
    nextIn: 19,
    told: 20,
  },
  {
    ...said(
      'support',
      'waiting',
      'Train tickets for football.',
      'Your worker asked the manager.',
      'The manager answers by letter.',
      undefined,
      'The team manager',
    ),
    waiting: 9,
    changed: 9,
    confirmed: 9,
    told: 9,
  },
  {
    ...said(
      'health',
      'ended',
      'Glasses.',
      'You have them.',
      undefined,
      'They can be changed without paying if they break.',
      'The optician',
    ),
    changed: 140,
    confirmed: 140,
    told: 140,
  },
  {
    ...said(
      'support',
      'waiting',
      'More help for you.',
      'An office in London decides. It asked your guardian for one more letter.',
      'A letter to your guardian.',
      undefined,
      'An office in London',
    ),
    system: 'nrm',
    waiting: 240,
    changed: 90,
    confirmed: 15,
    told: 88,
    guardians: true,
  },
  {
    ...said(
      'police',
      'going_on',
      'Finding out what happened.',
      'An officer asks others. Nobody needs anything from you now.',
      undefined,
      'Say to your guardian if you do not want to speak to them.',
      'The police',
    ),
    system: 'criminal_justice',
    person: 'An officer called Hale',
    changed: 200,
    confirmed: 15,
    told: 190,
    guardians: true,
  },
]

/** How the first one was before, so that its history has something to show. */
export const EARLIER_OF_STORY = 'The office had the first form. It asked for one more letter.'

/** The first one in Tigrinya, short; checked by nobody yet who grew up with it. */
export const OTHER_WORDS_OF_STORY = {
  language: 'ti',
  where: 'ወረቓቕትኻ ኣብ ቤት ጽሕፈት ኣሎ። መልሲ ንጽበ ኣለና።',
  by: 'An interpreter, by telephone',
} as const
