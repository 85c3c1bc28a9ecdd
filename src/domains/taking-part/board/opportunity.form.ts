import { londonWallClock } from '#kernel/london-time.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { oneOf } from '#domains/outcomes/index.ts'
import type { NewOpportunity, Opportunity } from '../board.queries.ts'
import { FIELDS, KINDS, MOST, momentOf, type OpportunityField } from '../taking-part.rules.ts'

type Form = Readonly<Record<string, unknown>>

/** What each part is called on the form, what to write there, and what is said when it is missing. */
export const PARTS: Readonly<
  Record<OpportunityField, { readonly label: string; readonly hint?: string; readonly ask: string }>
> = {
  title: { label: 'What is it called?', ask: 'Write what it is called' },
  about: {
    label: 'What is it?',
    hint: 'In words a young person reads easily. Say nothing of why they are with you',
    ask: 'Write what it is',
  },
  lasts: { label: 'How long does it last?', ask: 'Write how long it lasts' },
  whereItIs: { label: 'Where is it?', ask: 'Write where it is' },
  travelFood: {
    label: 'Travel and food',
    hint: 'How they get there and home, who pays, what there is to eat',
    ask: 'Write how they get there, and what there is to eat',
  },
  thanks: {
    label: 'Thanks or payment',
    hint: 'What they get for their time, how and when',
    ask: 'Write what they get for their time',
  },
  runsIt: { label: 'Who runs it?', ask: 'Write who runs it' },
  lastTime: {
    label: 'What came of the last one?',
    hint: 'If nothing came of it, say so. If this is the first, say that',
    ask: 'Write what came of the last one, or that this is the first',
  },
}

type Read = { readonly value: NewOpportunity } | { readonly problems: readonly Problem[] }

export function readOpportunity(form: Form): Read {
  const kind = oneOf(KINDS, textOf(form, 'kind'))
  const startsAt = momentOf(textOf(form, 'day'), textOf(form, 'clock'))
  const texts = textsIn(form)
  const problems: Problem[] = []
  if (!kind) problems.push({ field: 'kind', text: 'Choose what kind it is' })
  for (const field of FIELDS) {
    const problem = problemIn(field, texts[field])
    if (problem) problems.push({ field, text: problem })
  }
  if (!startsAt) {
    problems.push({ field: 'day', text: 'Write the day, as 27 3 2026, and the time, as 16:30' })
  }
  return !kind || !startsAt || problems.length > 0
    ? { problems }
    : { value: { ...texts, kind, startsAt } }
}

const textsIn = (form: Form): Readonly<Record<OpportunityField, string>> => {
  const at = (field: OpportunityField) => textOf(form, field).trim()
  return {
    title: at('title'),
    about: at('about'),
    lasts: at('lasts'),
    whereItIs: at('whereItIs'),
    travelFood: at('travelFood'),
    thanks: at('thanks'),
    runsIt: at('runsIt'),
    lastTime: at('lastTime'),
  }
}

function problemIn(field: OpportunityField, text: string): string | undefined {
  if (text === '') return PARTS[field].ask
  return text.length > MOST[field]
    ? `${PARTS[field].label} Use ${MOST[field]} characters or fewer`
    : undefined
}

/** What is there, as it would be typed. */
export function typedOf(o: Opportunity): Readonly<Record<string, string>> {
  const wall = londonWallClock(o.startsAt)
  const [y = '', m = '', d = ''] = wall.slice(0, 10).split('-')
  const texts = Object.fromEntries(FIELDS.map((field) => [field, o[field]]))
  return {
    ...texts,
    kind: o.kind,
    day: `${Number(d)} ${Number(m)} ${y}`,
    clock: wall.slice(11, 16),
    version: String(o.version),
    calledOff: o.calledOff ? 'yes' : '',
  }
}
