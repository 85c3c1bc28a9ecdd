import { calendarDay, inWords, type CalendarDay } from '#kernel/calendar-day.ts'
import { type Asking, askingLine, type NextAsking } from '#domains/clocks/index.ts'
import { type Process, PROCESS_STATES } from '../happening.rules.ts'
import type { WaitingWords } from '../systems.queries.ts'
import { type Clash, CLASH_KINDS, type Demand, SETTLED } from '../clashes.rules.ts'
import {
  daysBetween,
  daysWaited,
  SYSTEMS,
  type System,
  systemOf,
  type Wait,
} from '../systems.rules.ts'

export type MapGiven = {
  readonly processes: readonly Process[]
  readonly kinds: ReadonlyMap<string, string>
  readonly waits: readonly Wait[]
  readonly words: ReadonlyMap<string, WaitingWords>
  readonly askings: readonly Asking[]
  /** What runs now as owed, and by when somebody asks for it again. */
  readonly owed: readonly NextAsking[]
  readonly demands: readonly Demand[]
  readonly clashes: readonly Clash[]
  readonly today: CalendarDay
}

const day = (text: string): string => {
  const found = calendarDay(text)
  return found ? inWords(found) : text
}

const daysInWords = (n: number): string => (n === 1 ? '1 day' : `${n} days`)

/** Every live process by its system, in one order; and which systems nobody wrote about. */
export function mapOf(given: MapGiven) {
  const live = given.processes.filter((p) => p.state !== 'ended')
  const codes = Object.keys(SYSTEMS).filter((code): code is System => Object.hasOwn(SYSTEMS, code))
  const systems = codes.map((code) => ({
    code,
    called: SYSTEMS[code],
    processes: live
      .filter((p) => systemOf(p.kind, p.system) === code)
      .map((p) => processLine(p, given)),
  }))
  return {
    systems: systems.filter((s) => s.processes.length > 0),
    silent: systems
      .filter((s) => s.processes.length === 0 && s.code !== 'other')
      .map((s) => s.called),
    clashes: byDay(given.clashes.filter((c) => !c.settled)),
    settled: given.clashes.filter((c) => c.settled).map(clashLine),
    demands: given.demands.toSorted(inOrder).map(demandLine),
  }
}

function processLine(p: Process, given: MapGiven) {
  const waits = given.waits.filter((w) => w.processId === p.id)
  const open = waits.find((w) => w.endedOn === undefined)
  const decided = waits.findLast((w) => w.endedHow === 'decision')
  const asked = given.demands.find((d) => d.by === p.id)
  return {
    id: p.id,
    kind: given.kinds.get(p.kind) ?? p.kind,
    what: p.whatItIs,
    state: PROCESS_STATES[p.state],
    body: p.decides,
    person: p.namedPerson,
    ring: p.ring,
    owner: p.owner,
    waiting: open && {
      since: inWords(open.beganOn),
      days: daysInWords(daysBetween(open.beganOn, given.today)),
      /** More than one stretch: what they add up to. */
      all: waits.length > 1 ? daysInWords(daysWaited(waits, given.today)) : undefined,
      stillRuns: p.state !== 'waiting',
    },
    decided: decided?.endedOn && { on: inWords(decided.endedOn), what: decided.decision },
    next: asked ? demandLine(asked) : p.nextOn && { when: day(p.nextOn), what: undefined },
    words: given.words.get(p.id),
    asked: askedOf(waits, given),
  }
}

/** Where somebody asked again for the decision, and by when they ask next. */
function askedOf(waits: readonly Wait[], { askings, owed }: MapGiven) {
  const ids = new Set(waits.map((w) => w.id))
  const own = askings.filter((a) => a.aboutKind === 'process_wait' && ids.has(a.aboutId ?? ''))
  const next = owed.find((o) => o.aboutKind === 'process_wait' && ids.has(o.aboutId))
  return {
    lines: own.map(askingLine),
    clock: next?.clockId,
    nextBy: next?.dueOn && inWords(next.dueOn),
  }
}

const inOrder = (a: Demand, b: Demand): number => {
  const [one, other] = [a, b].map((d) => `${d.onDay} ${d.fromTime ?? ''}`)
  return (one ?? '') < (other ?? '') ? -1 : 1
}

/** What clashes, day by day: each thing that is asked once, then which two of them cannot both be. */
function byDay(clashes: readonly Clash[]) {
  const days = Map.groupBy(
    clashes,
    (c) => [c.first.onDay, c.second.onDay].toSorted()[0] ?? c.first.onDay,
  )
  return [...days].map(([on, own]) => {
    const asked = new Map(own.flatMap((c) => [c.first, c.second]).map((d) => [d.id, d]))
    return {
      day: inWords(on),
      demands: [...asked.values()].toSorted(inOrder).map(demandLine),
      pairs: own.map(clashLine),
    }
  })
}

function demandLine(d: Demand) {
  const until = d.untilDay ? ` to ${inWords(d.untilDay)}` : ''
  const at = d.fromTime ? ` at ${d.fromTime}${d.untilTime ? ` to ${d.untilTime}` : ''}` : ''
  return {
    id: d.id,
    when: `${inWords(d.onDay)}${until}${at}`,
    what: d.what.replace(/[.\s]+$/, ''),
    place: d.place?.replace(/[.\s]+$/, ''),
    byName: d.byName,
    fromCalendar: d.fromCalendar,
    whom: [d.person, d.body].filter((w) => w !== undefined).join(', '),
    ring: d.ring,
  }
}

function clashLine(c: Clash) {
  return {
    kind: CLASH_KINDS[c.kind],
    why: c.why,
    first: demandLine(c.first),
    second: demandLine(c.second),
    href: `${c.first.id}/${c.second.id}`,
    settled: c.settled?.how && {
      how: SETTLED[c.settled.how],
      note: c.settled.note,
      on: c.settled.on && inWords(c.settled.on),
    },
  }
}
