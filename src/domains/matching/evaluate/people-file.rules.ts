import type { BirthClaim, MatchRecord } from '../record.rules.ts'
import { beginsWithMonth, claimsIn, isWholeDay } from './births-read.rules.ts'
import { type Reading, readingsOf } from './columns.rules.ts'
import { rowsOf, textOfFile, Unreadable } from './csv-rows.rules.ts'
import { rowWatch } from './row-watch.rules.ts'
import { traditionOf } from './traditions.rules.ts'

/** How a record's results are grouped; never used to match. */
export type Groups = { readonly tradition: string; readonly birthStatus: string }

export type PersonRow = { readonly record: MatchRecord; readonly groups: () => Groups }

const SEVERAL = /\s*[;|]\s*/
/** Rows looked at to see in which order a file writes dates. */
const LOOKED_AT = 20_000

/**
 * The people of a file, one by one. Refuses, with a sentence, a file that does not say who its rows
 * are, in which an id comes twice, or in which thousands of rows say the same.
 */
export function* peopleOf(text: string, name: string): Generator<PersonRow> {
  const rows = rowsOf(text, name)
  const header = rows.next()
  if (header.done) throw new Unreadable(`${name} has no header`)
  const columns = readingsOf(header.value.cells)
  const places = placesOf(columns)
  if (!columns.some((c) => c !== undefined && IDENTIFYING.has(c)))
    throw new Unreadable(
      `${name} has no column with a usual name for a name, a date of birth, a document, a phone or an address`,
    )
  const monthFirst = beginsWithMonth(birthCells(text, name, columns))
  const refuse = rowWatch(text, name)
  const claims = rememberedClaims(monthFirst)
  let [read, named] = [0, 0]
  for (const row of rows) {
    refuse(row)
    const person = personOf(row.cells[0] ?? '', row.cells, places, claims)
    if (person.record.names.length > 0) named++
    read++
    yield person
  }
  if (read === 0) throw new Unreadable(`${name} has a header and no rows`)
  const hasNames = columns.some((c) => c !== undefined && NAMING.has(c))
  if (hasNames && named === 0) throw new Unreadable(`Every name in ${name} is empty`)
}

/** The people of a file as it is on a disk. */
export const readPeopleFile = (bytes: Uint8Array, name: string): Generator<PersonRow> =>
  peopleOf(textOfFile(bytes, name), name)

const NAMING = new Set<Reading>(['given', 'middle', 'family', 'name', 'alias'])
const IDENTIFYING = new Set<Reading>([
  ...NAMING,
  'birth',
  'birth-year',
  'birth-from',
  'document',
  'phone',
  'email',
  'address',
])

function* birthCells(
  text: string,
  name: string,
  columns: readonly (Reading | undefined)[],
): Generator<string> {
  const births = columns.flatMap((c, n) => (c === 'birth' ? [n] : []))
  if (births.length === 0) return
  let looked = 0
  for (const { cells } of rowsOf(text, name)) {
    if (looked++ > LOOKED_AT) return
    for (const n of births) yield cells[n] ?? ''
  }
}

/** Where the columns of each reading are, so that a row is read without looking for them. */
type Places = ReadonlyMap<Reading, readonly number[]>

function placesOf(columns: readonly (Reading | undefined)[]): Places {
  const places = new Map<Reading, number[]>()
  for (const [n, reading] of columns.entries())
    if (reading !== undefined) places.set(reading, [...(places.get(reading) ?? []), n])
  return places
}

const NOTHING: readonly string[] = []

function cellsOf(
  cells: readonly string[],
  places: readonly number[] | undefined,
): readonly string[] {
  if (places === undefined) return NOTHING
  const [only] = places
  if (places.length === 1 && only !== undefined) {
    const cell = cells[only]
    return cell ? [cell] : NOTHING
  }
  return places.flatMap((n) => (cells[n] ? [cells[n]] : []))
}

function split(cells: readonly string[]): readonly string[] {
  return cells.some((cell) => cell.includes(';') || cell.includes('|'))
    ? cells.flatMap((cell) => cell.split(SEVERAL))
    : cells
}

function personOf(id: string, cells: readonly string[], places: Places, claims: Claims): PersonRow {
  const all = (reading: Reading): readonly string[] => cellsOf(cells, places.get(reading))
  const several = (reading: Reading) => split(all(reading))
  const births = birthsOf(all, claims)
  const names = namesOf(all, several)
  const record: MatchRecord = {
    id,
    names,
    births,
    sex: all('sex')[0],
    documents: several('document'),
    phones: several('phone'),
    emails: several('email'),
    postcodes: several('postcode'),
    places: several('place'),
    address: all('address'),
    languages: several('language'),
  }
  const groups = () => ({
    tradition: all('tradition')[0] ?? traditionOf(names),
    birthStatus: all('birth-status')[0] ?? birthStatusOf(births),
  })
  return { record, groups }
}

/** One whole name from the columns of its parts, one from each column of whole names, and the aliases. */
function namesOf(
  all: (reading: Reading) => readonly string[],
  several: (reading: Reading) => readonly string[],
): readonly string[] {
  const parts = [...all('given'), ...all('middle'), ...all('family')].join(' ')
  const whole = parts === '' ? several('name') : [parts, ...several('name')]
  const others = several('alias')
  if (others.length === 0) return whole
  const aliases = others.map((alias) =>
    /\s/.test(alias.trim()) ? alias : `${alias} ${all('family').join(' ')}`,
  )
  return [...whole, ...aliases].filter((name) => name.trim() !== '')
}

/** The claims of a cell. */
type Claims = (cell: string) => readonly BirthClaim[]

const MOST_REMEMBERED = 100_000

/** There are fewer days than people: what has to be worked out is worked out once for a file, and forgotten with it. */
function rememberedClaims(monthFirst: boolean): Claims {
  const met = new Map<string, readonly BirthClaim[]>()
  return (cell) => {
    if (isWholeDay(cell)) return [{ earliest: cell, latest: cell }]
    const there = met.get(cell)
    if (there) return there
    const read = claimsIn(cell, monthFirst)
    if (met.size < MOST_REMEMBERED) met.set(cell, read)
    return read
  }
}

function birthsOf(
  all: (reading: Reading) => readonly string[],
  claims: Claims,
): readonly BirthClaim[] {
  const cells = all('birth')
  const [only] = cells
  const whole = cells.length === 1 && only ? claims(only) : cells.flatMap(claims)
  const [from] = eachOf(all('birth-from'), claims)
  const [to] = eachOf(all('birth-to'), claims)
  const spanned = from && to ? [...whole, { earliest: from.earliest, latest: to.latest }] : whole
  if (spanned.length > 0) return spanned
  const [year] = all('birth-year')
  if (year === undefined) return []
  const [month, day] = [all('birth-month')[0] ?? '0', all('birth-day')[0] ?? '0']
  return claimsIn(`${year}-${month}-${day}`, false)
}

const NO_CLAIMS: readonly BirthClaim[] = []
const eachOf = (cells: readonly string[], claims: Claims): readonly BirthClaim[] =>
  cells.length === 0 ? NO_CLAIMS : cells.flatMap(claims)

function birthStatusOf(births: readonly BirthClaim[]): string {
  const [only] = births
  if (only === undefined) return 'none'
  if (births.length > 1) return 'several claims'
  if (only.earliest !== only.latest) return 'not to the day'
  return only.earliest.endsWith('-01-01') ? '1 January' : 'to the day'
}
