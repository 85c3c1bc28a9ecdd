import { calledIn, eventOf, type EventSource, saidFor, textIn } from '#domains/children/index.ts'
import { ADULT_ANSWERS, ENDED_WHY, FOUND, HOME_KINDS, NO_VIEW } from './home.rules.ts'

const home = (e: Parameters<typeof textIn>[0]): string =>
  `${textIn(e, 'called')} (${calledIn(e, 'kind', HOME_KINDS).toLowerCase()})`
const leads = (): string => '/home'

/** Where they lived from which day on, whether it was right for them, and what they said of it. Never where it is. */
export const HOME_EVENTS: readonly EventSource[] = [
  eventOf({
    code: 'moved_in',
    table: 'home_stay',
    kind: 'life',
    at: 'began_on',
    dayOnly: true,
    about: ['called', 'kind', 'same_carers'],
    unless: 'not_so_because',
    tells: (e) =>
      `Moved in: ${home(e)}${e.about['same_carers'] === true ? ', with the same carers' : ''}`,
    leads,
  }),
  eventOf({
    code: 'moved_out',
    table: 'home_stay',
    kind: 'life',
    at: 'ended_on',
    dayOnly: true,
    about: ['called', 'kind', 'ended_why'],
    unless: 'not_so_because',
    tells: (e) => `Moved out: ${home(e)}. ${calledIn(e, 'ended_why', ENDED_WHY)}`,
    leads,
  }),
  eventOf({
    code: 'home_looked_at',
    table: 'home_check',
    kind: 'life',
    at: 'on_day',
    dayOnly: true,
    about: ['found', 'view_said_by', 'no_view_because'],
    beside: { table: 'home_stay', by: 'stay_id', about: ['called'] },
    words: 'view_words',
    language: 'view_language',
    tells: (e) => {
      const none = e.words === undefined ? calledIn(e, 'no_view_because', NO_VIEW) : ''
      return `Somebody looked whether ${textIn(e, 'called') || 'the home'} is right for them. ${calledIn(e, 'found', FOUND)}${none && `. No words of theirs: ${none.toLowerCase()}`}${saidFor(e, 'view_said_by')}`
    },
    leads,
  }),
  eventOf({
    code: 'home_adult_decided',
    table: 'home_adult_answer',
    kind: 'safe',
    at: 'answered_on',
    dayOnly: true,
    about: ['decided', 'why'],
    tells: (e) =>
      `A manager decided, of an adult they share a home with: ${calledIn(e, 'decided', ADULT_ANSWERS).toLowerCase()}. ${textIn(e, 'why')}`,
    leads,
  }),
  eventOf({
    code: 'home_said',
    table: 'home_said',
    kind: 'says',
    at: 'said_at',
    words: 'good',
    language: 'language',
    tells: (e) =>
      e.words === undefined
        ? 'Said how it is where they live'
        : 'Said how it is where they live, and what is good',
    leads,
  }),
]
