import {
  BIRTH_SOURCES,
  birthInWords,
  NAME_KINDS,
  namesOf,
  notesShown,
  NUMBER_KINDS,
  numbersOf,
} from '#domains/children/index.ts'
import { births as birthsOf, notes as notesOf } from './asked-once.ts'
import type { Section } from './section.ts'

const called = (names: Readonly<Record<string, string>>, code: string) => names[code] ?? code

/** What papers and other systems say: names, dates of birth as claims, numbers. At the foot, closed. */
export const facts: Section = {
  place: 'foot',
  template: 'desks/child-overview/facts.njk',
  async gather(visit, child) {
    const { tx } = visit
    const names = await namesOf(tx, child.id)
    const births = await birthsOf(visit, child)
    const numbers = await numbersOf(tx, child.id)
    const notes = await notesOf(visit, child)
    return {
      names: names
        .filter((n) => n.name !== child.knownAs)
        .map((n) => ({
          name: n.name,
          kind: called(NAME_KINDS, n.kind).toLowerCase(),
          notes: notesShown(notes, n.id),
        })),
      births: births.map((b) => ({
        words: birthInWords(b.birth),
        source: called(BIRTH_SOURCES, b.source).toLowerCase(),
        contested: b.contested || births.length > 1,
        notes: notesShown(notes, b.id),
      })),
      numbers: numbers.map((n) => ({
        value: n.value,
        kind: called(NUMBER_KINDS, n.kind),
        notes: notesShown(notes, n.id),
      })),
    }
  },
}
