import { readId, type ChildId } from '#kernel/ids.ts'
import { newFileId } from '#platform/files/store.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Visit } from '#platform/http/page.ts'
import { fileRefused } from '#domains/participation/index.ts'
import { isKeptUnsent, type Made } from '../complaints.queries.ts'
import { fileOf, type MadeAs } from '../complaints.rules.ts'

/**
 * Keeps what was spoken, drawn or photographed, made anew; without one, finds what this form kept when something
 * else in it was wrong. What cannot be kept has a problem, and takes nothing away that was kept before.
 */
export async function keepMade(
  visit: Visit,
  child: ChildId,
  medium: MadeAs | undefined,
  w: Parameters<typeof fileRefused>[0],
): Promise<{ readonly made?: Made | undefined; readonly problem?: string }> {
  const made = medium && (await keptBefore(visit, child, medium))
  const [file] = visit.files
  if (!file) return { made }
  if (!medium) return { problem: w.fileRefused.nothing }
  if (visit.files.some((f) => f.refused === 'too-many')) {
    return { made, problem: w.fileRefused.tooMany }
  }
  if (file.refused === 'too-large') return { made, problem: w.fileRefused.tooLarge }
  const wanted = { id: newFileId(), child, as: fileOf(medium), bytes: file.bytes }
  const kept = await visit.store.keep(visit.tx, wanted, visit.now)
  if (typeof kept !== 'string') return { made: { medium, file: kept.id } }
  visit.note({ refused: kept })
  return { made, problem: fileRefused(w, kept) }
}

async function keptBefore(visit: Visit, child: ChildId, medium: MadeAs): Promise<Made | undefined> {
  const file = readId<'file'>(textOf(visit.form, 'kept'))
  const there = file && (await isKeptUnsent(visit.tx, file, child, fileOf(medium)))
  return there ? { medium, file } : undefined
}
