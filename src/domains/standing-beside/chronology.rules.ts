import {
  ALLOCATED_AS,
  calledIn,
  eventOf,
  type EventSource,
  saidFor,
  textIn,
  type ToldEvent,
  withName,
} from '#domains/children/index.ts'
import { ENDED_BECAUSE } from './carers.rules.ts'
import { NOT_THERE, SOUGHT, STEP_KINDS } from './steps.rules.ts'

const part = { table: 'allocation', by: 'allocation_id', about: ['part'] } as const
const their = (e: ToldEvent): string => `their ${calledIn(e, 'part', ALLOCATED_AS).toLowerCase()}`

/** What became of a meeting, not what is planned. */
const AMONG = ['met', 'not_wanted', 'not_possible'] as const

function goodbyeOf(e: ToldEvent): string {
  if (e.about['goodbye'] === 'met') return `Said goodbye to ${their(e)}`
  if (e.about['goodbye'] === 'not_wanted') return `Did not want to say goodbye to ${their(e)}`
  return `A goodbye to ${their(e)} was not possible: ${textIn(e, 'goodbye_because')}`
}

function helloOf(e: ToldEvent): string {
  const next = `${textIn(e, 'next_name') || 'somebody'}, who comes after ${their(e)}`
  if (e.about['hello'] === 'met') return `Met ${next}`
  if (e.about['hello'] === 'not_wanted') return `Did not want to meet ${next}`
  return `Could not meet ${next}: ${textIn(e, 'hello_because')}`
}

/** The way to somebody who stands beside them, goodbye and hello, and carers with an account of their own. */
export const STANDING_BESIDE_EVENTS: readonly EventSource[] = [
  eventOf({
    code: 'standing_step',
    table: 'standing_step',
    kind: 'people',
    at: 'on_day',
    dayOnly: true,
    about: ['part', 'kind', 'who', 'because', 'why', 'said_by'],
    words: 'words',
    language: 'words_language',
    tells: (e) => {
      const because = e.about['because'] ? `. ${calledIn(e, 'because', NOT_THERE)}` : ''
      return `${calledIn(e, 'part', SOUGHT)}. ${calledIn(e, 'kind', STEP_KINDS)}${withName(e, 'who', ':', '')}${because}${withName(e, 'why', '.', '')}${saidFor(e, 'said_by')}`
    },
    leads: () => '/beside',
  }),
  eventOf({
    code: 'goodbye',
    table: 'handover',
    kind: 'people',
    at: 'goodbye_on',
    dayOnly: true,
    about: ['goodbye', 'goodbye_because'],
    beside: part,
    only: { column: 'goodbye', among: AMONG },
    words: 'words',
    language: 'words_language',
    tells: goodbyeOf,
    leads: () => '/beside',
  }),
  eventOf({
    code: 'hello',
    table: 'handover',
    kind: 'people',
    at: 'hello_on',
    dayOnly: true,
    about: ['hello', 'hello_because', 'next_name'],
    beside: part,
    only: { column: 'hello', among: AMONG },
    tells: helloOf,
    leads: () => '/beside',
  }),
  eventOf({
    code: 'carer_began',
    table: 'carer',
    kind: 'people',
    at: 'invited_at',
    about: ['name', 'who_they_are'],
    tells: (e) =>
      `${textIn(e, 'name')} (${textIn(e, 'who_they_are')}) was given an account for what was agreed`,
    leads: () => '/carers',
  }),
  eventOf({
    code: 'carer_ended',
    table: 'carer',
    kind: 'people',
    at: 'ended_at',
    about: ['name', 'ended_because'],
    tells: (e) =>
      `The account of ${textIn(e, 'name')} ended. ${calledIn(e, 'ended_because', ENDED_BECAUSE)}`,
    leads: () => '/carers',
  }),
]
