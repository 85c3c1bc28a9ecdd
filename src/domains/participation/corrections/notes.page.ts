import { readId, type ChildId } from '#kernel/ids.ts'
import { londonDay } from '#kernel/london-time.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import { textOf, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import {
  CORRECTION_ABOUT,
  getChild,
  isNoteAbout,
  showNote,
  type WrittenLine,
  writtenLines,
} from '#domains/children/index.ts'

const url = '/children/:childId/notes'
const childId = (asked: Asked): ChildId | undefined => readId<'child'>(asked.params['childId'])

/** Workers' notes beside the lines of a record: which the young person may read, and which nobody has looked at. */
export const seeNotes: Page = {
  method: 'GET',
  url,
  may: 'children.read',
  audit: { action: 'notes.read', childId },
  answer: (visit) => shown(visit),
}

/** Lets the young person read a note as it stands. It is not taken back; a note that changes is looked at again. */
export const letThemRead: Page = {
  method: 'POST',
  url,
  may: 'children.write',
  audit: { action: 'notes.show', childId },
  async answer(visit): Promise<Answer> {
    const child = childId(visit)
    const id = textOf(visit.form, 'line')
    const line = child && (await writtenLines(visit.tx, child)).get(id)
    if (!child || !line?.note || !isNoteAbout(line.about)) {
      return shown(visit, [{ field: 'notes', text: 'Choose one of these notes' }])
    }
    if (line.version !== versionOf(visit.form)) {
      const text = 'This note changed since you opened the page. Read it again first'
      return shown(visit, [{ field: 'notes', text }])
    }
    const at = { about: line.about, line: line.id, version: line.version }
    await showNote(visit.tx, child, at, visit.now)
    return { kind: 'redirect', to: `/children/${child}/notes` }
  },
}

async function shown(visit: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  const id = childId(visit)
  if (!id) return { kind: 'not-found' }
  const child = await getChild(visit.tx, id)
  const lines = [...(await writtenLines(visit.tx, id)).values()]
  const page = {
    title: 'Notes they may read',
    child: { id, knownAs: child.knownAs },
    mayShow: mayDo(visit.actor.role, 'children.write'),
    lines: lines.filter((l) => l.note !== undefined).map(noteLine),
    errors: errorsOf(problems),
  }
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/participation/corrections/notes.njk',
    model: { page },
  }
}

const noteLine = (l: WrittenLine) => ({
  id: l.id,
  version: l.version,
  about: CORRECTION_ABOUT[l.about],
  note: l.note,
  written: `${l.byName ?? 'Another system, or somebody who has left'}, ${londonDay(l.at)}`,
  shown: l.noteShown,
})
