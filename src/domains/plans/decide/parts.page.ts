import { addDissent, addHeard, addOption } from '../decision-writing.queries.ts'
import { NOT_HEARD, SAID_BY, WHOSE } from '../decision.rules.ts'
import { languageAsk, sheet } from '../sheet.ts'
import { addressOf, decisionOf, FINISHED, question, rowOf, URL } from './decision-of-page.ts'

const shared = {
  may: 'children.write',
  find: decisionOf,
  back: addressOf,
  help: ['best-interests'],
} as const

/** A way open to the child, with what speaks for it and against it. */
export const optionPages = sheet({
  ...shared,
  url: `${URL}/options/add`,
  act: 'decisions.options',
  title: () => 'An option',
  beside: question,
  asks: () => [
    { kind: 'words', name: 'what', label: 'What is the option?' },
    { kind: 'words', name: 'speaksFor', label: 'What speaks for it, for this child?' },
    { kind: 'words', name: 'speaksAgainst', label: 'What speaks against it, for this child?' },
  ],
  async save(visit, found, read) {
    const option = {
      what: read.needed('what', 'Enter the option', 2000),
      speaksFor: read.needed('speaksFor', 'Enter what speaks for it', 5000),
      speaksAgainst: read.needed('speaksAgainst', 'Enter what speaks against it', 5000),
    }
    if (found.decision.completedAt) read.wrong('what', FINISHED)
    if (read.problems.length > 0) return 'asked-again'
    await addOption(visit.tx, rowOf(found), option)
    return { to: addressOf(found) }
  },
})

/** What they say of it, as they say it. Also after the decision: then it stands beside it. */
export const saidPages = sheet({
  ...shared,
  url: `${URL}/said`,
  act: 'decisions.said',
  title: () => 'What they say',
  beside: question,
  asks: (found) => [
    { kind: 'words', name: 'words', label: 'In their own words' },
    languageAsk(found),
    { kind: 'choice', name: 'saidBy', label: 'How did they say it?', choices: SAID_BY },
    { kind: 'day', name: 'onDay', label: 'On which day?' },
  ],
  kept: () => ({ language: 'en' }),
  async save(visit, found, read) {
    const heard = {
      kind: 'said',
      words: read.needed('words', `Enter what ${found.child.knownAs} says`, 10_000),
      language: read.language('language'),
      saidBy: read.choice('saidBy', SAID_BY, 'Choose how they said it'),
      onDay: read.dayNeeded('onDay', 'Enter the day they said it', { until: read.today }),
    } as const
    if (read.problems.length > 0) return 'asked-again'
    await addHeard(visit.tx, rowOf(found), heard)
    return { to: addressOf(found) }
  },
})

/** Why nobody could ask yet. A reason is not enough: somebody tries again, on a day. */
export const notYetPages = sheet({
  ...shared,
  url: `${URL}/not-heard`,
  act: 'decisions.not-heard',
  title: () => 'Why they could not be heard yet',
  beside: question,
  asks: () => [
    { kind: 'choice', name: 'because', label: 'Why not?', choices: NOT_HEARD },
    { kind: 'words', name: 'becauseWords', label: 'What was tried, and what happened?' },
    { kind: 'day', name: 'onDay', label: 'On which day was it tried?' },
    { kind: 'text', name: 'nextWho', label: 'Who tries next?' },
    { kind: 'day', name: 'nextOn', label: 'On which day?' },
  ],
  async save(visit, found, read) {
    const onDay = read.dayNeeded('onDay', 'Enter the day it was tried', { until: read.today })
    const heard = {
      kind: 'not_yet',
      because: read.choice('because', NOT_HEARD, 'Choose why not'),
      becauseWords: read.needed('becauseWords', 'Enter what was tried', 2000),
      onDay,
      nextWho: read.needed('nextWho', 'Enter who tries next', 200),
      nextOn: read.dayNeeded('nextOn', 'Enter the day of the next attempt', { from: read.today }),
    } as const
    if (read.problems.length > 0) return 'asked-again'
    await addHeard(visit.tx, rowOf(found), heard)
    return { to: addressOf(found) }
  },
})

/** Whoever disagrees: kept for good, whatever is decided. */
export const dissentPages = sheet({
  ...shared,
  url: `${URL}/dissent`,
  act: 'decisions.dissent',
  title: () => 'Somebody disagrees',
  beside: question,
  asks: (found) => [
    { kind: 'choice', name: 'whose', label: 'Whose disagreement is it?', choices: WHOSE },
    { kind: 'text', name: 'who', label: 'Who is it? (not needed for the child’s)' },
    { kind: 'words', name: 'words', label: 'What do they disagree with, in their words?' },
    languageAsk(found),
  ],
  kept: () => ({ language: 'en' }),
  async save(visit, found, read) {
    const whose = read.choice('whose', WHOSE, 'Choose whose disagreement it is')
    const who = read.maybe('who', 200)
    if (whose !== '' && whose !== 'child' && !who) read.wrong('who', 'Enter who it is')
    const words = read.needed('words', 'Enter what they disagree with', 5000)
    const language = read.language('language')
    if (read.problems.length > 0) return 'asked-again'
    await addDissent(visit.tx, rowOf(found), {
      whose,
      who: whose === 'child' ? undefined : who,
      words,
      language,
    })
    return { to: addressOf(found) }
  },
})
