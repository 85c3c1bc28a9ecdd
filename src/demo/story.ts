import type { KnownOutcome } from './check-ins.ts'
import { dayOf, instantOf } from './days.ts'
import type {
  Influence,
  InventedAnswer,
  InventedCheckIn,
  InventedChild,
  Level,
  Reason,
  State,
  Voice,
} from './invented.ts'
import { type Random, uuid } from './random.ts'
import { themeOf } from './words/answers.ts'
import { STORY_CHECK_INS } from './words/story.ts'

/**
 * Gives an invented child the story told in full, so that every page has something to show: eight
 * check-ins over two years that go up and down and have gaps, in two languages, goals that pause
 * and return, a worker's and a guardian's views that do not agree, and what happened around them.
 * Outcomes are found in the framework by their theme.
 */
export function toldInFull(
  r: Random,
  child: InventedChild,
  outcomes: readonly KnownOutcome[],
  today: number,
): InventedChild {
  const on = (ago: number) => dayOf(today - ago)
  return {
    ...child,
    checkIns: checkInsOfStory(r, child, outcomes, today),
    births: [
      {
        from: '2009-04-01',
        to: '2009-04-30',
        precision: 'month',
        source: 'child_says',
        contested: true,
        note: 'After the fast, before the rain',
      },
      {
        from: '2009-01-01',
        to: '2009-01-01',
        precision: 'day',
        source: 'assigned',
        contested: false,
        note: '1 January was written where the day was not known',
      },
      {
        from: '2007-01-01',
        to: '2007-12-31',
        precision: 'year',
        source: 'age_assessment',
        contested: true,
        note: 'Two social workers; he does not agree',
      },
    ],
    about: aboutStory(on(24)),
    meanings: [
      {
        word: 'home',
        meaning:
          'A smell. The coffee, three rounds of it, and nobody allowed to leave before the third.',
        language: 'en',
      },
      { word: 'friend', meaning: 'ጽቡቕ ዓርኪ ኣለኒ።', language: 'ti' },
      {
        word: 'recovery',
        meaning: 'Getting bored again. I mean it in a good way.',
        language: 'en',
      },
    ],
    people: PEOPLE_OF_STORY,
    goals: goalsOfStory(r, on),
    events: EVENTS.map(([ago, kind, words]) => ({ on: on(ago), kind, words })),
  }
}

const PEOPLE_OF_STORY: InventedChild['people'] = [
  {
    name: 'Marta Lindqvist',
    relation: 'Foster carer',
    why: 'Waits up. Doesn’t say she waited up.',
    trustedAdult: true,
  },
  {
    name: 'Delroy Hylton',
    relation: 'Football coach',
    why: 'He is the same every week.',
    trustedAdult: false,
  },
  {
    name: 'Biniam Araya',
    relation: 'Best friend',
    why: 'We don’t need to talk.',
    trustedAdult: false,
  },
  { name: 'Selam Haile', relation: 'Mum', why: 'Sundays.', trustedAdult: false },
]

const EVENTS = [
  [655, 'decision', 'A solicitor was found'],
  [566, 'decision', 'A college place was given'],
  [447, 'move', 'Moved to another town'],
  [440, 'new_worker', 'A new worker started'],
  [352, 'decision', 'A bus pass was given'],
  [341, 'other', 'The solicitor changed'],
  [228, 'move', 'Moved back to Marta’s'],
  [38, 'decision', 'The big answer came'],
] as const

/** The day on which the story begins, so that the record was opened before it. */
export function storyOpened(today: number): number {
  return today - 760
}

function checkInsOfStory(
  r: Random,
  child: InventedChild,
  outcomes: readonly KnownOutcome[],
  today: number,
): readonly InventedCheckIn[] {
  const made: InventedCheckIn[] = []
  let answers: InventedAnswer[] = []
  for (const line of STORY_CHECK_INS) {
    const fields = line.split('|').map((field) => field.trim())
    if (line.startsWith('@')) {
      answers = []
      made.push(headOf(r, child, fields, today, answers))
    } else {
      answers.push(...answerOf(fields, outcomes))
    }
  }
  return made.toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

function headOf(
  r: Random,
  child: InventedChild,
  [ago = '', voice = '', company = '', place = '']: readonly string[],
  today: number,
  answers: readonly InventedAnswer[],
): InventedCheckIn {
  return {
    id: uuid(r),
    voice: oneOf(VOICES, voice),
    authorId: voice === 'young_person' ? undefined : authorOf(child, voice === 'guardian'),
    at: instantOf(today - Number(ago.slice(1)), 1015),
    company: oneOf(COMPANY, company),
    interpreter: company === 'interpreter' ? 'by_phone' : 'none',
    language: 'en',
    place,
    answers,
  }
}

function authorOf(child: InventedChild, guardian: boolean): string | undefined {
  return child.allocations.find((a) => a.to === undefined && (a.part === 'guardian') === guardian)
    ?.personId
}

function answerOf(
  [theme = '', said = '', words = '', ...more]: readonly string[],
  outcomes: readonly KnownOutcome[],
): InventedAnswer[] {
  const outcome = outcomes.find((o) => themeOf(o.code, o.title) === theme)?.code
  if (outcome === undefined) return []
  const state = STATES.find((s) => s === said)
  return [
    {
      outcome,
      said: state === undefined ? { reason: oneOf(REASONS, said) } : { state },
      important: more.includes('!'),
      sinceLast: SINCE.find((s) => more.includes(s)),
      words: words === '' ? undefined : { text: words, language: languageOf(words) },
      influences: more.filter((m) => /^[+-]/.test(m)).map(influenceOf),
    },
  ]
}

function languageOf(words: string): string {
  return /\p{Script=Ethiopic}/u.test(words) ? 'ti' : 'en'
}

function influenceOf(text: string): Influence {
  const [level = '', words = ''] = text.slice(1).split(': ')
  const direction = text.startsWith('+') ? 'helps' : 'gets_in_the_way'
  return { direction, level: oneOf(LEVELS, level), words }
}

const VOICES: readonly Voice[] = ['young_person', 'practitioner', 'guardian']
const COMPANY: readonly InventedCheckIn['company'][] = [
  'alone',
  'worker',
  'guardian',
  'friend',
  'interpreter',
]
const STATES: readonly State[] = ['not_at_all', 'a_little', 'mostly', 'fully', 'changes_a_lot']
const REASONS: readonly Reason[] = ['dont_know', 'not_now', 'skipped']
const SINCE = ['better', 'same', 'worse', 'different'] as const
const LEVELS: readonly Level[] = ['person', 'service', 'system', 'law']

function oneOf<T extends string>(allowed: readonly T[], text: string): T {
  const found = allowed.find((a) => a === text)
  if (found === undefined)
    throw new Error(`The story says ${text}, which is none of ${allowed.join(', ')}`)
  return found
}

function aboutStory(saidOn: string): InventedChild['about'] {
  const said = (topic: InventedChild['about'][number]['topic'], words: string) =>
    ({ topic, words, language: 'en', saidBy: 'child', saidOn }) as const
  return [
    said(
      'want_known',
      'Call me Yoni. I’m not shy, I’m listening. Ask me about maths or about football before you ask me about anything else. Sundays I talk to my mum, so please don’t book things then.',
    ),
    said(
      'strengths',
      'I learn fast. I can cook for ten people. I speak three languages and I help at college when somebody new comes who speaks mine.',
    ),
    said(
      'got_through',
      'I counted things. Days, then steps, then goals. Counting is how I pray when I can’t pray.',
    ),
    said(
      'wishes',
      'To stay in one place for a year. To finish maths. To see my mum, really see her, not on a phone.',
    ),
    said('please_dont_ask', 'About the journey. I told it already. Read it if you must.'),
    said('faith', 'Orthodox. I fast Wednesdays and Fridays, so check before you book a lunch.'),
    said('identity', 'Habesha. Left back. Older brother.'),
  ]
}

function goalsOfStory(r: Random, on: (ago: number) => string): InventedChild['goals'] {
  return [
    {
      id: uuid(r),
      words: 'Pass maths',
      setOn: on(640),
      changes: [
        { on: on(640), to: 'started', words: 'Because numbers are the same here.' },
        { on: on(430), to: 'paused', words: 'I moved, so I can’t right now.' },
        { on: on(330), to: 'returned', words: 'Back to it. Six in the morning.' },
        { on: on(215), to: 'reached', words: 'Merit. I told my mum first.' },
      ],
    },
    {
      id: uuid(r),
      words: 'Get into the team',
      setOn: on(600),
      changes: [
        { on: on(600), to: 'started', words: 'I want this.' },
        { on: on(430), to: 'paused', words: 'Forty miles.' },
        { on: on(330), to: 'reworded', words: 'Train Saturdays first. Matches later.' },
        { on: on(120), to: 'reached', words: 'All ninety minutes.' },
      ],
    },
    {
      id: uuid(r),
      words: 'Cook injera that my mum would eat',
      setOn: on(120),
      changes: [{ on: on(120), to: 'started', words: 'Attempt four is close.' }],
    },
  ]
}
