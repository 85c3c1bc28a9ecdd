import { csvLine } from '#kernel/csv.ts'
import { type Chance, chanceFrom } from './chance.rules.ts'
import { inventedPerson, siblingOf, TRADITIONS } from './people.rules.ts'
import { birthStatus, type Row, writeAgain, writeFirst } from './writing.rules.ts'

/** Two files of invented people and which rows are one of them, as text. */
export type Pairs = { readonly left: string; readonly right: string; readonly truth: string }

const HEADER = [
  'id',
  'given_name',
  'family_name',
  'alias',
  'date_of_birth',
  'sex',
  'phone',
  'postcode',
  'name_tradition',
  'dob_status',
]

type Line = { readonly row: Row; readonly tradition: string; readonly status: string }

/**
 * Hard pairs of ten traditions in turn. Beside each pair stand people of one file only, a few of them
 * brothers and sisters of somebody in the other. The same seed makes the same files.
 */
export function generatePairs({ pairs, seed }: { pairs: number; seed: number }): Pairs {
  const chance = chanceFrom(seed)
  const [left, right] = [[] as Line[], [] as Line[]]
  const truth: [number, number][] = []
  for (let n = 0; n < pairs; n++) {
    const grammar = TRADITIONS[n % TRADITIONS.length] ?? chance.one(TRADITIONS)
    const tradition = grammar.name
    const person = inventedPerson(chance, grammar)
    const status = birthStatus(chance)
    const row = writeFirst(chance, person, status)
    truth.push([left.length, right.length])
    left.push({ row, tradition, status })
    right.push({ row: writeAgain(chance, person, status, row), tradition, status })
    for (const side of [left, right]) {
      if (!chance.is(0.3)) continue
      const other = chance.is(0.15) ? siblingOf(chance, person) : inventedPerson(chance, grammar)
      const own = birthStatus(chance)
      side.push({ row: writeFirst(chance, other, own), tradition, status: own })
    }
  }
  const [leftPlaces, rightPlaces] = [shuffled(chance, left.length), shuffled(chance, right.length)]
  return {
    left: fileOf(left, leftPlaces, 'L'),
    right: fileOf(right, rightPlaces, 'R'),
    truth: [
      csvLine(['left', 'right']),
      ...truth.map(([a, b]) => csvLine([idOf('L', leftPlaces[a]), idOf('R', rightPlaces[b])])),
    ].join(''),
  }
}

const idOf = (side: string, place: number | undefined): string => `${side}${place ?? 0}`

/** Which place each line goes to, so that order says nothing. */
function shuffled(chance: Chance, size: number): readonly number[] {
  const places = Array.from({ length: size }, (_, n) => n)
  for (let n = size - 1; n > 0; n--) {
    const other = chance.whole(n + 1)
    ;[places[n], places[other]] = [places[other] ?? 0, places[n] ?? 0]
  }
  return places
}

function fileOf(lines: readonly Line[], places: readonly number[], side: string): string {
  const written: string[] = []
  for (const [n, { row, tradition, status }] of lines.entries()) {
    const cells = [row.given, row.family, row.alias, row.birth, row.sex]
    written[places[n] ?? 0] = csvLine([
      idOf(side, places[n]),
      ...cells,
      row.phone,
      row.postcode,
      tradition,
      status,
    ])
  }
  return csvLine(HEADER) + written.join('')
}
