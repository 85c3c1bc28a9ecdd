import { type Frame, numberIn, say } from '#domains/words/index.ts'
import type { SteadyTexts } from './steady.view.ts'

/** For the young person, in the language of their pages. */
export function youngSteadyTexts({ w, language }: Frame): SteadyTexts {
  const s = w.steady
  return {
    heading: s.heading,
    lead: (from, to) => say(s.lead, { from, until: to }),
    counts: { home: s.home, learning: s.learning, worker: s.worker },
    daysOut: s.daysOut,
    notWritten: s.notWritten,
    number: (n) => numberIn(language, n),
    inOrder: s.inOrder,
    whereTheyLearn: s.whereILearn,
    happened: s.happened,
    feels: s.feels,
    onlyThem: s.onlyMe,
    notSaid: s.notSaid,
    notAsked: s.notAsked,
  }
}

/** For those beside them. */
export function workerSteadyTexts(name: string): SteadyTexts {
  return {
    heading: 'What stayed and what moved',
    lead: (from, to) =>
      `Worked out from what is written down, after ${from} and until ${to}. Homes are known from the council’s return, which comes once a year. No number is the right one, and they are not added together.`,
    counts: {
      home: 'Moves to another home',
      learning: 'Moves to another place of learning',
      worker: 'Changes of worker',
    },
    daysOut: 'Days between places of learning, holidays too',
    notWritten: 'Nothing is written down about this',
    number: String,
    inOrder: 'All moves in order, the earlier years too',
    whereTheyLearn: 'Where they learn',
    happened: {
      home: 'Moved to another home',
      sameCarers: 'Another home, the same carers',
      learning: 'Began to learn somewhere else',
      worker: 'A new worker',
    },
    feels: `How ${name} says it is`,
    onlyThem: `Only ${name} can say this. Nobody else’s view is shown here.`,
    notSaid: `${name} has not said.`,
    notAsked: 'The outcome framework in use asks nothing about peace or stability.',
  }
}
