import { learningOfStory } from './learning.ts'
import type { KnownOutcome } from './answers.ts'
import { dayOf } from './days.ts'
import type { InventedChild } from './invented.ts'
import { random, type Random, uuid } from './random.ts'
import { authorOf, checkInsOfStory } from './story-check-ins.ts'

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
    births: BIRTHS_OF_STORY,
    languages: LANGUAGES_OF_STORY,
    about: aboutStory(on(24)),
    meanings: MEANINGS_OF_STORY,
    people: PEOPLE_OF_STORY.map((p, n) => ({ ...p, id: uuid(random(n, PEOPLE_IDS)) })),
    goals: goalsOfStory(r, on),
    allocations: allocationsOfStory(child, on),
    episodes: episodesOfStory(child, on),
    missing: [],
    learning: learningOfStory(on(0)),
    notHeld: [
      { on: on(690), reason: 'interpreter_unavailable', recordedBy: authorOf(child, false) },
    ],
  }
}

/** A stream of chance for the ids of the people around the one told in full, so that others can point at them. */
const PEOPLE_IDS = 0x40000020

const BIRTHS_OF_STORY: InventedChild['births'] = [
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
]

const tongue = (
  tag: string,
  name: string,
  more: Partial<InventedChild['languages'][number]>,
): InventedChild['languages'][number] => ({
  tag,
  name,
  dialect: undefined,
  speaks: true,
  reads: false,
  writes: false,
  forFeelings: false,
  neverUse: false,
  note: undefined,
  ...more,
})

const LANGUAGES_OF_STORY: InventedChild['languages'] = [
  tongue('ti', 'Tigrinya', { dialect: 'Asmara', reads: true, writes: true, forFeelings: true }),
  tongue('en', 'English', { reads: true, writes: true, note: 'For college and football.' }),
  tongue('ar', 'Arabic', {
    dialect: 'Sudanese',
    note: 'For shopping, not for talking.',
  }),
  tongue('am', 'Amharic', { neverUse: true, note: 'Do not book an interpreter in this.' }),
]

const MEANINGS_OF_STORY: InventedChild['meanings'] = [
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
]

const PEOPLE_OF_STORY: InventedChild['people'] = [
  {
    name: 'Marta Lindqvist',
    relation: 'foster carer',
    why: 'Waits up. Doesn’t say she waited up.',
    trustedAdult: true,
  },
  {
    name: 'Delroy Hylton',
    relation: 'football coach',
    why: 'He is the same every week.',
    trustedAdult: false,
  },
  {
    name: 'Biniam Araya',
    relation: 'best friend',
    why: 'We don’t need to talk.',
    trustedAdult: false,
  },
  { name: 'Selam Haile', relation: 'mum', why: 'Sundays.', trustedAdult: false },
]

/** The worker changed and he moved in the same month; the lane above the pictures shows both. */
function allocationsOfStory(
  child: InventedChild,
  on: (ago: number) => string,
): InventedChild['allocations'] {
  const now = child.allocations.filter((a) => a.to === undefined)
  const beside = now.map((a) => ({ ...a, from: on(a.part === 'guardian' ? 655 : 440) }))
  const guardian = beside.find((a) => a.part === 'guardian')
  const before = child.allocations.find((a) => a.to !== undefined) ?? guardian
  if (!before) return beside
  const [from, to] = [on(755), on(449)]
  const endedWhy = 'Case loads shared out again'
  return [{ personId: before.personId, part: 'social_worker', from, to, endedWhy }, ...beside]
}

function episodesOfStory(
  child: InventedChild,
  on: (ago: number) => string,
): InventedChild['episodes'] {
  const first = child.episodes[0]
  if (!first) return []
  const moved = { reasonForNew: 'P', reasonForChange: 'OTHER', reasonCeased: 'X1' }
  return [
    { ...first, from: on(760), to: on(447), placeType: 'U4', reasonCeased: 'X1' },
    { ...first, ...moved, from: on(447), to: on(228), placeType: 'H5' },
    { ...first, ...moved, from: on(228), to: undefined, placeType: 'U4', reasonCeased: undefined },
  ]
}

/** The day on which the story begins, so that the record was opened before it. */
export function storyOpened(today: number): number {
  return today - 760
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
        { on: on(330), to: 'changed', words: 'Train Saturdays first. Matches later.' },
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
