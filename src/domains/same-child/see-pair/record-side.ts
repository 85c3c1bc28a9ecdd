import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import {
  birthInWords,
  birthsOf,
  BIRTH_SOURCES,
  getChild,
  languagesOf,
  learningOf,
  NAME_KINDS,
  namesOf,
  NUMBER_KINDS,
  numbersOf,
  standingBeside,
} from '#domains/children/index.ts'
import { lookUp } from '#kernel/look-up.ts'
import { londonDay } from '#kernel/london-time.ts'

type Line = { readonly text: string; readonly note: string | undefined }

/** What one record says of what is compared, for the two to be read side by side. */
export type Side = {
  readonly id: ChildId
  readonly knownAs: string
  readonly opened: string
  readonly parts: readonly { readonly label: string; readonly lines: readonly Line[] }[]
}

/** Numbers and addresses to reach a child by are not shown here: whether it is safe to use one is said where they stand. */
export async function sideOf(tx: Tx, id: ChildId): Promise<Side> {
  const child = await getChild(tx, id)
  const line = (text: string, note?: string): Line => ({ text, note })
  const names = await namesOf(tx, id)
  const births = await birthsOf(tx, id)
  const numbers = await numbersOf(tx, id)
  const languages = await languagesOf(tx, id)
  const learning = await learningOf(tx, id)
  const beside = (await standingBeside(tx, [id])).get(id) ?? []
  return {
    id,
    knownAs: child.knownAs,
    opened: londonDay(child.openedAt),
    parts: [
      {
        label: 'Names',
        lines: names.map((n) => line(n.name, lookUp(NAME_KINDS, n.kind))),
      },
      {
        label: 'Date of birth',
        lines: births.map((b) => line(birthInWords(b.birth), lookUp(BIRTH_SOURCES, b.source))),
      },
      {
        label: 'Numbers',
        lines: numbers.map((n) => line(n.value, lookUp(NUMBER_KINDS, n.kind))),
      },
      { label: 'Languages', lines: languages.map((l) => line(l.language)) },
      { label: 'Where they learn', lines: learning.map((p) => line(p.name)) },
      {
        label: 'Who stands beside them',
        lines: beside.map((name) => line(name)),
      },
    ],
  }
}
