import { z } from 'zod'
import { type Ask, choice, daysOf, maybe, needed } from '#domains/children/index.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { ACCESS_EVENTS, ASKED_BY, SERVICES } from '../access.rules.ts'
import {
  type Columns,
  type EntryKind,
  type Has,
  type ReadEntry,
  textIn,
} from '../entries/entry.form.ts'
import { type Form, readAsked } from '../entries/read-asked.form.ts'
import {
  actionAsks,
  barrierAsks,
  barrierShape,
  childIsNoBarrier,
} from '../keep-barrier/keep-barrier.form.ts'

const ASKED: readonly Ask[] = [
  { kind: 'choice', name: 'service', label: 'What is it about?', choices: SERVICES },
  {
    kind: 'text',
    name: 'what',
    label: 'What was asked for?',
    hint: 'Like talking therapy, a dentist, a place at college',
  },
  { kind: 'day', name: 'askedOn', label: 'When was it first asked for?' },
  { kind: 'choice', name: 'askedBy', label: 'Who asked?', choices: ASKED_BY },
  {
    kind: 'words',
    name: 'childWords',
    label: 'What they said they want, in their words (optional)',
  },
]

/** That help of a kind was asked for. For learning, what stands in the way and what is done come with it. */
export const REQUEST: EntryKind = {
  slug: 'requests',
  help: ['access', 'health-assessment'],
  table: 'access_request',
  part: 'systems/access',
  addTitle: 'Help that was asked for',
  changeTitle: 'Change what was asked for',
  intro: (has) =>
    has.row
      ? []
      : [
          'Health and mental health: the first five questions are enough. For learning, say too what stands in the way and what is done about it.',
        ],
  asks: (has) =>
    has.row ? ASKED : [...ASKED, ...barrierAsks(has.choices['theme'] ?? {}), ...actionAsks],
  read: readRequest,
  typedOf: (row) => ({
    service: textIn(row, 'service'),
    what: textIn(row, 'what'),
    ...daysOf('askedOn', textIn(row, 'asked_on')),
    askedBy: textIn(row, 'asked_by'),
    childWords: textIn(row, 'child_words'),
  }),
  toldOf: (row) => [
    { label: 'What was asked for:', text: textIn(row, 'what') },
    { label: 'When:', text: textIn(row, 'asked_on') },
  ],
}

const request = z.object({
  service: choice(SERVICES, 'Choose what it is about'),
  what: needed('Enter what was asked for', 'What was asked for', 300),
  askedBy: choice(ASKED_BY, 'Choose who asked'),
  childWords: maybe('Their words', 2000),
})

function readRequest(form: Form, has: Has): ReadEntry {
  const found = readAsked(form, has.today, request, {
    askedOn: { called: 'the day it was asked for', needed: true },
  })
  if ('problems' in found) return found
  const { value, days } = found
  const askedOn = days.askedOn ?? has.today
  const earliestEvent = has.facts['firstEvent']
  if (earliestEvent !== undefined && askedOn > earliestEvent) {
    const text = 'Something happened to it before that day. Enter the day it was first asked for'
    return { problems: [{ field: 'askedOn', text }] }
  }
  const columns = {
    service: value.service,
    what: value.what,
    asked_on: askedOn,
    asked_by: value.askedBy,
    child_words: value.childWords ?? null,
  }
  if (has.row) return readChange(columns, has)
  const inTheWay = value.service === 'education' || hasBarrier(form)
  return inTheWay ? withBarrier(form, has, columns) : { columns }
}

function readChange(columns: Columns, has: Has): ReadEntry {
  if (columns['service'] === 'education' && !has.row?.['barrier_id']) {
    const text = 'For learning, write it down anew, with what stands in the way'
    return { problems: [{ field: 'service', text }] }
  }
  return { columns }
}

const hasBarrier = (form: Form): boolean =>
  ['barrier', 'body'].some((name) => textOf(form, name).trim() !== '')

function withBarrier(form: Form, has: Has, columns: Columns): ReadEntry {
  const shape = z.object({
    ...barrierShape(has.choices['theme'] ?? {}),
    action: needed('Enter what is done about it', 'What is done about it', 1000),
    actionBy: needed('Enter who does it', 'Who does it', 200),
  })
  const found = readAsked(form, has.today, shape, {
    actionOn: { called: 'the day it is to be done by', ahead: true },
  })
  if ('problems' in found) return found
  const { value, days } = found
  const problems: readonly Problem[] = childIsNoBarrier(value, has.knownAs)
  if (problems.length > 0) return { problems }
  const barrier = {
    what: value.barrier,
    level: value.level,
    theme: value.theme,
    body: value.body,
    seen_on: has.today,
    action: value.action,
    action_by: value.actionBy,
    action_on: days.actionOn ?? null,
  }
  return { columns, first: { table: 'barrier', as: 'barrier_id', columns: barrier } }
}

/** What happened to a request. */
export const EVENT: EntryKind = {
  slug: 'steps',
  table: 'access_event',
  part: 'systems/access',
  addTitle: 'What happened to it',
  changeTitle: 'Change what happened to it',
  intro: () => ['How long it took is worked out from these days.'],
  asks: (has) => [
    {
      kind: 'choice',
      name: 'request',
      label: 'What was asked for?',
      choices: has.choices['request'] ?? {},
    },
    { kind: 'choice', name: 'kind', label: 'What happened?', choices: ACCESS_EVENTS },
    { kind: 'day', name: 'onDay', label: 'When?' },
    { kind: 'text', name: 'body', label: 'Which service or body?' },
    { kind: 'words', name: 'why', label: 'If it was refused: which reason did they give?' },
    { kind: 'text', name: 'support', label: 'If it started: what kind of help is it?' },
  ],
  read: readEvent,
  typedOf: (row) => ({
    request: textIn(row, 'request_id'),
    kind: textIn(row, 'kind'),
    ...daysOf('onDay', textIn(row, 'on_day')),
    body: textIn(row, 'body'),
    why: textIn(row, 'why'),
    support: textIn(row, 'support'),
  }),
  toldOf: (row) => [
    { label: 'Which day:', text: textIn(row, 'on_day') },
    { label: 'Which body:', text: textIn(row, 'body') },
  ],
}

function readEvent(form: Form, has: Has): ReadEntry {
  const schema = z.object({
    request: choice(has.choices['request'] ?? {}, 'Choose what was asked for'),
    kind: choice(ACCESS_EVENTS, 'Choose what happened'),
    body: needed('Enter which service or body', 'The service or body', 200),
    why: maybe('The reason', 1000),
    support: maybe('What kind of help', 200),
  })
  const found = readAsked(form, has.today, schema, { onDay: { called: 'the day', needed: true } })
  if ('problems' in found) return found
  const { value, days } = found
  const onDay = days.onDay ?? has.today
  const wrong = eventProblem(value, onDay, has.facts[value.request])
  if (wrong) return { problems: [wrong] }
  return {
    columns: {
      request_id: value.request,
      kind: value.kind,
      on_day: onDay,
      body: value.body,
      why: value.why ?? null,
      support: value.support ?? null,
    },
  }
}

type SaidEvent = {
  readonly kind: string
  readonly why: string | undefined
  readonly support: string | undefined
}

/** What cannot be, or is missing, of a step: nothing happens to a request before it is made. */
function eventProblem(
  said: SaidEvent,
  onDay: string,
  askedOn: string | undefined,
): Problem | undefined {
  if (askedOn !== undefined && onDay < askedOn) {
    return { field: 'onDay', text: 'That is before the day it was asked for. Check both days' }
  }
  if (said.kind === 'refused' && said.why === undefined) {
    return { field: 'why', text: 'Enter the reason they gave for refusing' }
  }
  if (said.kind === 'started' && said.support === undefined) {
    return { field: 'support', text: 'Enter what kind of help it is' }
  }
  return undefined
}
