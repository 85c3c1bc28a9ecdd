import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import path from 'node:path'

/*
 * A file of invented people for the race: one file to be searched for duplicates, plain columns that
 * both sides read alike. About seven in ten rows are somebody once; the rest are second and third rows
 * of the same people, with the mistakes that files have.
 */
const HEADER = 'unique_id,first_name,surname,dob,city,postcode,email,cluster\n'
const SYLLABLES =
  'ba be bi bo da de di do fa fe ga ge ha he hi ja jo ka ke ki la le li lo ma me mi mo na ne ni no pa pe ra re ri ro sa se si so ta te ti to va vi wa we ya yu za ze an el in on ar er il ul sh ch'.split(
    ' ',
  )

export async function writePeople(folder: string, rows: number, seed: number): Promise<string> {
  const file = path.join(folder, `people-${rows}.csv`)
  const chance = chanceOf(seed)
  const [first, last] = [namesOf(chance, 3_000, 2, 3), namesOf(chance, 30_000, 2, 4)]
  const cities = namesOf(chance, 600, 3, 4)
  const out = createWriteStream(file)
  out.write(HEADER)
  let written = 0
  for (let cluster = 0; written < rows; cluster++) {
    const person = invented(chance, first, last, cities)
    const copies = chance() < 0.8 ? 1 : chance() < 0.75 ? 2 : 3
    for (let n = 0; n < copies && written < rows; n++) {
      const row = n === 0 ? person : mistaken(chance, person, first, cities)
      const line = `${written++},${row.join(',')},${cluster}\n`
      if (!out.write(line)) await once(out, 'drain')
    }
  }
  out.end()
  await once(out, 'finish')
  return file
}

function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function namesOf(chance: () => number, count: number, least: number, most: number): string[] {
  const made = new Set<string>()
  while (made.size < count) {
    const length = least + Math.floor(chance() * (most - least + 1))
    let name = ''
    for (let n = 0; n < length; n++)
      name += SYLLABLES[Math.floor(chance() * SYLLABLES.length)] ?? ''
    made.add(name)
  }
  return [...made]
}

/** Few names are common and many rare: by the fourth power of chance. */
const drawn = (chance: () => number, of: readonly string[]): string =>
  of[Math.floor(of.length * chance() ** 4)] ?? ''

type Person = readonly [string, string, string, string, string, string]

function invented(
  chance: () => number,
  first: readonly string[],
  last: readonly string[],
  cities: readonly string[],
): Person {
  const [given, family] = [drawn(chance, first), drawn(chance, last)]
  const city = drawn(chance, cities)
  const [y, m, d] = [1940 + chance() * 75, 1 + chance() * 12, 1 + chance() * 28].map(Math.floor)
  const dob = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  const postcode = `${city.slice(0, 2).toUpperCase()}${1 + Math.floor(chance() * 30)} ${1 + Math.floor(chance() * 9)}${letter(chance)}${letter(chance)}`
  const email = chance() < 0.6 ? `${given}.${family}${Math.floor(chance() * 100)}@example.org` : ''
  return [given, family, dob, city, postcode, email]
}

const letter = (chance: () => number): string =>
  String.fromCodePoint(65 + Math.floor(chance() * 26))

function mistaken(
  chance: () => number,
  [given, family, dob, city, postcode, email]: Person,
  first: readonly string[],
  cities: readonly string[],
): Person {
  const moved = chance() < 0.15
  const maybe = (share: number, text: string) => (chance() < share ? slipped(chance, text) : text)
  const lost = (share: number, text: string) => (chance() < share ? '' : text)
  return [
    chance() < 0.05 ? drawn(chance, first) : maybe(0.2, given),
    lost(0.03, maybe(0.2, family)),
    lost(0.04, chance() < 0.12 ? slippedDigit(chance, dob) : dob),
    moved ? drawn(chance, cities) : maybe(0.1, city),
    moved ? '' : lost(0.1, postcode),
    lost(0.3, maybe(0.1, email)),
  ]
}

function slipped(chance: () => number, text: string): string {
  if (text.length < 3) return text
  const at = 1 + Math.floor(chance() * (text.length - 1))
  const kind = chance()
  if (kind < 0.35) return text.slice(0, at) + text.slice(at + 1)
  if (kind < 0.7) return text.slice(0, at) + letter(chance).toLowerCase() + text.slice(at)
  return text.slice(0, at - 1) + (text[at] ?? '') + (text[at - 1] ?? '') + text.slice(at + 1)
}

function slippedDigit(chance: () => number, dob: string): string {
  const at = [3, 6, 9][Math.floor(chance() * 3)] ?? 9
  return (
    dob.slice(0, at) + String(Math.floor(chance() * 9) + (at === 3 ? 0 : 1)) + dob.slice(at + 1)
  )
}
