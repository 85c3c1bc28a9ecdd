/** What an event of a child's life here is: which row of which domain tells it, when, and in which words. Pure. */
import { lookUp } from '#kernel/look-up.ts'
import type { Capability } from '#platform/access/capability.ts'
import type { DB } from '#platform/db/tables.ts'

/** The kinds by which a chronology is narrowed. */
export const EVENT_KINDS = {
  says: 'What they say and want',
  people: 'Who stands beside them',
  life: 'Home, learning and visits',
  safe: 'Safe, and seen',
  plans: 'Plans and decisions',
  systems: 'Systems around them',
  record: 'This record',
} as const
export type EventKind = keyof typeof EVENT_KINDS

export function eventKind(text: string): EventKind | undefined {
  const kinds: readonly EventKind[] = [
    'says',
    'people',
    'life',
    'safe',
    'plans',
    'systems',
    'record',
  ]
  return kinds.find((k) => k === text)
}

type About = Readonly<Record<string, string | number | boolean | null>>

/** An event as it was read: nothing of it that the reader could not open at its source. */
export type ToldEvent = {
  readonly source: string
  readonly id: string
  readonly at: Date
  /** The words of the child that stand in the row, as given, with their language. */
  readonly words: string | undefined
  readonly language: string | undefined
  readonly about: About
}

type Tables = {
  [T in keyof DB as T extends `waymark.${infer Name}`
    ? 'child_id' extends keyof DB[T]
      ? Name
      : never
    : never]: DB[T]
}
export type EventTable = Extract<keyof Tables, string>
type Column<T extends EventTable> = Extract<keyof Tables[T], string>

/** A row of another table whose columns help to tell the event: the plan's template, the service asked for. */
type Beside = {
  readonly table: string
  readonly by: string
  readonly about: readonly string[]
}

/** One kind of event of one table. The row-level security of the table says who reads it. */
export type EventSource = {
  /** Kept with marks: never changed once used. */
  readonly code: string
  readonly table: string
  readonly kind: EventKind
  readonly at: string
  /** The column holds a day and no time. */
  readonly dayOnly: boolean
  readonly about: readonly string[]
  /** People by name, each from the column that holds their id. */
  readonly names: Readonly<Record<string, string>>
  readonly beside: Beside | undefined
  readonly words: string | undefined
  readonly language: string | undefined
  readonly only: { readonly column: string; readonly among: readonly string[] } | undefined
  /** Filled in a row that was written in error: it stays where it is, and is not told. */
  readonly unless: string | undefined
  /** What its own page asks for, where that is more than reading the child. */
  readonly may: Capability | undefined
  /** A function of the database that a worker's reading asks besides: of things sent, whether they were sent to them. */
  readonly asks: 'statement_is_for_actor' | undefined
  readonly tells: (event: ToldEvent) => string
  /** Where it is read whole, below the child's page. */
  readonly leads: (event: ToldEvent) => string
}

type Given<T extends EventTable> = {
  readonly code: string
  readonly table: T
  readonly kind: EventKind
  readonly at: Column<T>
  readonly dayOnly?: true
  readonly about?: readonly Column<T>[]
  readonly names?: Readonly<Record<string, Column<T>>>
  readonly beside?: Beside & { readonly by: Column<T> }
  readonly words?: Column<T>
  readonly language?: Column<T>
  readonly only?: { readonly column: Column<T>; readonly among: readonly string[] }
  readonly unless?: Column<T>
  readonly may?: Capability
  readonly asks?: 'statement_is_for_actor'
  readonly tells: (event: ToldEvent) => string
  readonly leads: (event: ToldEvent) => string
}

/** An event written down with the columns of its table, checked where it is written. */
export const eventOf = <T extends EventTable>(given: Given<T>): EventSource => ({
  code: given.code,
  table: given.table,
  kind: given.kind,
  at: given.at,
  dayOnly: given.dayOnly ?? false,
  about: given.about ?? [],
  names: given.names ?? {},
  beside: given.beside,
  words: given.words,
  language: given.language,
  only: given.only,
  unless: given.unless,
  may: given.may,
  asks: given.asks,
  tells: given.tells,
  leads: given.leads,
})

/** What a column of the event holds, as text. */
export const textIn = (event: ToldEvent, name: string): string => String(event.about[name] ?? '')

/** What a code of the event is called; the code itself where it has no name. */
export const calledIn = (
  event: ToldEvent,
  name: string,
  called: Readonly<Record<string, string>>,
): string => lookUp(called, textIn(event, name)) ?? textIn(event, name)

/** A name with a few words around it, or what is said where there is none. */
export const withName = (event: ToldEvent, name: string, before: string, none: string): string => {
  const text = textIn(event, name)
  return text ? `${before} ${text}` : none
}

/** Said after an event whose words somebody else gave for the child, where its column says so. */
export const saidFor = (event: ToldEvent, name: string): string =>
  event.about[name] === 'someone_else' ? '. Somebody said for them' : ''
