import {
  calledIn,
  eventOf,
  type EventSource,
  textIn,
  type ToldEvent,
  withName,
} from '#domains/children/index.ts'
import { ADULT_PARTS, WISHES } from './eighteen.rules.ts'
import { OFTEN, WENT } from './watch.rules.ts'

const adult = { table: 'adult_person', by: 'adult_id', about: ['name', 'service'] } as const
const leads = (): string => '/past-eighteen'
const who = (e: ToldEvent): string => `${textIn(e, 'name') || 'somebody'}${of(e, 'service')}`
const of = (e: ToldEvent, service: string): string => withName(e, service, ' of', '')

/** The way past eighteen: the plan and who owns it, the people who go on, and what they agreed to be asked. */
export const PAST_EIGHTEEN_EVENTS: readonly EventSource[] = [
  eventOf({
    code: 'eighteen_assessed',
    table: 'turning_eighteen',
    kind: 'plans',
    at: 'assessed_on',
    dayOnly: true,
    tells: () => 'What they need for adult life was assessed',
    leads,
  }),
  eventOf({
    code: 'eighteen_owned',
    table: 'turning_eighteen',
    kind: 'plans',
    at: 'owner_from',
    dayOnly: true,
    about: ['owner_name', 'owner_service'],
    names: { owner: 'owner_id' },
    tells: (e) =>
      `The plan for after eighteen is owned from this day on by ${textIn(e, 'owner') || textIn(e, 'owner_name') || 'somebody'}${of(e, 'owner_service')}`,
    leads,
  }),
  eventOf({
    code: 'adult_named',
    table: 'adult_person',
    kind: 'people',
    at: 'named_on',
    dayOnly: true,
    about: ['name', 'service', 'part'],
    tells: (e) =>
      `${who(e)} was named to go on after eighteen. ${calledIn(e, 'part', ADULT_PARTS)}`,
    leads,
  }),
  eventOf({
    code: 'adult_met',
    table: 'adult_meeting',
    kind: 'people',
    at: 'met_on',
    dayOnly: true,
    about: ['with_them'],
    beside: adult,
    words: 'says',
    language: 'says_language',
    tells: (e) => `Met ${who(e)}${withName(e, 'with_them', ', together with', '')}`,
    leads,
  }),
  eventOf({
    code: 'adult_wish',
    table: 'adult_wish',
    kind: 'says',
    at: 'at',
    about: ['wish'],
    beside: adult,
    words: 'words',
    language: 'words_language',
    tells: (e) => `About ${who(e)}: ${calledIn(e, 'wish', WISHES)}`,
    leads,
  }),
  eventOf({
    code: 'adult_over',
    table: 'adult_person',
    kind: 'people',
    at: 'handed_over_on',
    dayOnly: true,
    about: ['name', 'service'],
    tells: (e) => `Handed over to ${who(e)}`,
    leads,
  }),
  eventOf({
    code: 'adult_ended',
    table: 'adult_person',
    kind: 'people',
    at: 'ended_on',
    dayOnly: true,
    about: ['name', 'service', 'ended_why'],
    tells: (e) => `${who(e)} does not go on after eighteen: ${textIn(e, 'ended_why')}`,
    leads,
  }),
  eventOf({
    code: 'watch_agreed',
    table: 'own_watch',
    kind: 'says',
    at: 'agreed_at',
    about: ['often'],
    words: 'asks',
    language: 'asks_language',
    tells: (e) => `Agreed what they want to be asked. ${calledIn(e, 'often', OFTEN)}`,
    leads,
  }),
  eventOf({
    code: 'watch_stopped',
    table: 'own_watch',
    kind: 'says',
    at: 'stopped_at',
    about: ['stopped_by_them'],
    tells: (e) =>
      e.about['stopped_by_them'] === true
        ? 'Stopped being asked what they had agreed to'
        : 'What they had agreed to be asked was stopped',
    leads,
  }),
  eventOf({
    code: 'watch_asked',
    table: 'own_watch_asked',
    kind: 'says',
    at: 'asked_on',
    dayOnly: true,
    about: ['went'],
    names: { by: 'asked_by' },
    words: 'words',
    language: 'words_language',
    tells: (e) =>
      `${textIn(e, 'by') || 'Somebody'} asked what they want to be asked. ${calledIn(e, 'went', WENT)}`,
    leads,
  }),
]
