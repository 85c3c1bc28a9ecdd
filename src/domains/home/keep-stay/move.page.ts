import { type CalendarDay, inWords } from '#kernel/calendar-day.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Visit } from '#platform/http/page.ts'
import type { Reading } from '#platform/http/reading.ts'
import {
  type Ask,
  type AskedForm,
  askedPages,
  type Child,
  type KeptAs,
} from '#domains/children/index.ts'
import { auditOf, childOf, hrefOf } from '../child-of-page.ts'
import {
  ENDED_WHY,
  type EndedWhy,
  FOOTINGS,
  type Footing,
  gapInWords,
  HOME_KINDS,
  type HomeKind,
} from '../home.rules.ts'
import { movedIn, movedOut } from '../owed.ts'
import { gapsOfPlace, type Place, placesOf } from '../place.queries.ts'
import {
  addStay,
  changeStay,
  currentOf,
  type Stay,
  staysOf,
  wouldOverlap,
} from '../stay.queries.ts'

type At = {
  readonly child: Child
  readonly before: Stay | undefined
  readonly places: readonly (Place & { readonly living: number })[]
  readonly asked: string
}

type Move = {
  readonly place: Place | undefined
  readonly kind: HomeKind
  readonly called: string
  readonly footing: Footing
  readonly beganOn: CalendarDay
  readonly sameCarers: boolean
  readonly whyHere: string
  readonly endedWhy: EndedWhy | undefined
  readonly gapsReason: string | undefined
}

const NOT_LISTED = 'not-listed'

/** A child moves in: where, since when, why there, and what those who care there do not know yet. */
const MOVE: AskedForm<At, Move> = {
  url: '/children/:childId/home/move',
  may: 'children.write',
  audit: auditOf('home.ask', 'home.move'),
  async find(visit) {
    const child = await childOf(visit)
    const before = currentOf(await staysOf(visit.tx, child.id))
    return { child, before, places: await placesOf(visit.tx), asked: textOf(visit.query, 'place') }
  },
  title: 'Where they live from now',
  child: (at) => at.child,
  back: (at) => hrefOf(at.child),
  intro: (at) =>
    at.before
      ? [
          `They live in ${at.before.called} since ${inWords(at.before.beganOn)}. That ends on the day they move.`,
        ]
      : [],
  help: ['placement-plan'],
  asks: (at) => [...placeAsks(at), ...(at.before ? MOVING_ASKS : []), ...WHY_ASKS],
  typed: (at) => ({ place: at.places.find((p) => p.id === at.asked)?.id ?? '' }),
  version: (at) => at.before?.version ?? 0,
  read: readMove,
  keep: keepMove,
}

function placeAsks(at: At): readonly Ask[] {
  const listed = at.places.map((p) => [p.id, `${p.called}. ${roomLeft(p.roomFor - p.living)}`])
  return [
    {
      kind: 'select',
      name: 'place',
      label: 'Which home?',
      choices: {
        ...Object.fromEntries(listed),
        [NOT_LISTED]: 'A home that is not on the list: say below what it is',
      },
    },
    {
      kind: 'select',
      name: 'kind',
      label: 'What kind of home is it, when it is not on the list?',
      choices: HOME_KINDS,
    },
    {
      kind: 'text',
      name: 'called',
      label: 'What is it called, when it is not on the list?',
      hint: 'As people there call it. No address: that is written apart',
    },
    { kind: 'choice', name: 'footing', label: 'On what footing?', choices: FOOTINGS },
    { kind: 'day', name: 'beganOn', label: 'Since which day?', hint: 'Like 27 3 2026' },
  ]
}

const roomLeft = (room: number): string =>
  room > 0 ? `Room for ${room} more` : 'No room that is written down'

const MOVING_ASKS: readonly Ask[] = [
  { kind: 'select', name: 'endedWhy', label: 'Why did the last home end?', choices: ENDED_WHY },
  {
    kind: 'tick',
    name: 'sameCarers',
    label: 'Who cares for them?',
    choices: { yes: 'The same carers as before' },
  },
]

const WHY_ASKS: readonly Ask[] = [
  {
    kind: 'words',
    name: 'whyHere',
    label: 'Why this home, and what did they say of it before?',
  },
  {
    kind: 'words',
    name: 'gapsReason',
    label:
      'When somebody who cares there lacks training: why this home all the same, and by when is it learnt?',
    hint: 'You are shown what is lacking before anything is saved. Leave it empty otherwise',
  },
]

function readMove(read: Reading, at: At): Move | undefined {
  const chosen = textOf(read.form, 'place')
  const place = at.places.find((p) => p.id === chosen)
  if (!place && chosen !== NOT_LISTED)
    read.wrong('place', 'Choose which home, or that it is not on the list')
  const kind = place
    ? place.kind
    : read.choice('kind', HOME_KINDS, 'Choose what kind of home it is')
  const called = place ? place.called : read.needed('called', 'Enter what it is called', 200)
  const footing = read.choice('footing', FOOTINGS, 'Choose on what footing')
  const from = at.before?.beganOn
  const beganOn = read.day('beganOn', 'Enter since which day', { from, until: read.today })
  const endedWhy = at.before && read.choice('endedWhy', ENDED_WHY, 'Choose why the last home ended')
  const sameCarers = read.choiceOrNone('sameCarers', { yes: '' }) === 'yes'
  const whyHere = read.needed('whyHere', 'Enter why this home', 2000)
  const gapsReason = read.maybe('gapsReason', 2000)
  if (!kind || !footing || !beganOn) return undefined
  return { place, kind, called, footing, beganOn, sameCarers, whyHere, endedWhy, gapsReason }
}

async function keepMove(visit: Visit, at: At, move: Move, version: number): Promise<KeptAs> {
  const { tx, now } = visit
  const { child, before } = at
  if (version !== (before?.version ?? 0)) return movedMeanwhile(before)
  const problems = await refused(visit, at, move)
  if (problems.length > 0) return { problems }
  if (before) {
    const ended = { ...before, endedOn: move.beganOn, endedWhy: move.endedWhy }
    if (!(await changeStay(tx, before, ended))) return movedMeanwhile(before)
    await movedOut(tx, child.id, now, 'They moved to another home')
  }
  const { place, ...rest } = move
  const id = await addStay(tx, child.id, { ...rest, place: place?.id })
  await movedIn(tx, child.id, { id, footing: move.footing, beganOn: move.beganOn })
  return { to: hrefOf(child) }
}

/** What speaks against it, in sentences: two homes at once, or gaps with no reason. */
async function refused({ tx }: Visit, at: At, move: Move): Promise<readonly Problem[]> {
  const except = at.before?.id
  if (await wouldOverlap(tx, at.child.id, { beganOn: move.beganOn, endedOn: undefined, except })) {
    const text = 'They lived in another home then: choose another day, or correct that home first'
    return [{ field: 'beganOn', text }]
  }
  if (!move.place || move.gapsReason) return []
  const gaps = await gapsOfPlace(tx, move.place.id, move.beganOn)
  if (gaps.length === 0) return []
  const lacking = gaps.map((gap) => gapInWords(gap, inWords)).join('; ')
  const text = `On that day this is lacking: ${lacking}. Enter why this home all the same, and by when it is learnt`
  return [{ field: 'gapsReason', text }]
}

const movedMeanwhile = (before: Stay | undefined): KeptAs => ({
  version: before?.version ?? 0,
  meanwhile: {
    by: before?.by,
    lines: before
      ? [
          { label: 'They live in', text: before.called },
          { label: 'Since', text: inWords(before.beganOn) },
        ]
      : [{ label: 'They live in', text: '' }],
  },
})

export const movePages = askedPages(MOVE)
