import { type Frame, say } from '#domains/words/index.ts'
import { workLine } from '../gallery/work.view.ts'
import type { OwnWork } from '../gallery.queries.ts'
import { PLACES } from '../taking-part.rules.ts'

/** One thing of my own, and each place where it can be shown: a yes of its own, under a name of my own or none. */
export function ownWorkLine(frame: Frame, work: OwnWork, typed: Readonly<Record<string, string>>) {
  const w = frame.w.takingPart
  const again = typed['part'] === work.id ? typed : {}
  return {
    id: work.id,
    line: workLine(frame, work, `/me/say/${work.statementId}/part/${work.id}/file`),
    places: PLACES.map((value) => {
      const held = work.shown.find((s) => s.place === value)
      return {
        value,
        text: w.places[value],
        shown: held !== undefined,
        now: nowOf(w, held),
        name: again['place'] === value ? (again['name'] ?? '') : '',
        warning: value === 'published' ? w.published : undefined,
      }
    }),
  }
}

function nowOf(
  w: { readonly notShown: string; readonly shownNoName: string; readonly shownAs: string },
  held: { readonly name: string | null } | undefined,
): string {
  if (!held) return w.notShown
  return held.name === null ? w.shownNoName : say(w.shownAs, { name: held.name })
}
