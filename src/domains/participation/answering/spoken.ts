import { readId, type ChildId } from '#kernel/ids.ts'
import { type FileId, newFileId } from '#platform/files/store.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import { giveFile } from '#platform/http/media.ts'
import type { Answer, Visit } from '#platform/http/page.ts'
import { wordsFor } from '#domains/words/index.ts'
import { fileRefused } from '../say/make-part/make-part.view.ts'
import { stepsOf } from './ledger.queries.ts'
import type { ReceiptId } from './receipts.queries.ts'

/** Keeps an answer that was spoken beside its words, made anew; undefined when none was, a problem when it cannot be. */
export async function keepSpoken(
  visit: Visit,
  child: ChildId,
  doing: string,
): Promise<FileId | Problem | undefined> {
  const [file] = visit.files
  if (!file || (doing !== 'replied' && doing !== 'came_of_it')) return undefined
  const { words: w } = wordsFor('en')
  const problem = (text: string): Problem => ({ field: 'file', text })
  if (visit.files.some((f) => f.refused === 'too-many')) return problem(w.fileRefused.tooMany)
  if (file.refused === 'too-large') return problem(w.fileRefused.tooLarge)
  const wanted = { id: newFileId(), child, as: 'sound' as const, bytes: file.bytes }
  const kept = await visit.store.keep(visit.tx, wanted, visit.now)
  if (typeof kept !== 'string') return kept.id
  visit.note({ refused: kept })
  return problem(fileRefused(w, kept))
}

/** A recording that is an answer of this receipt, to be played. One that waits for its scan is opened to nobody. */
export async function spoken(visit: Visit, receipt: ReceiptId): Promise<Answer> {
  const id = readId<'file'>(visit.params['file'])
  const steps = await stepsOf(visit.tx, receipt)
  if (!id || !steps.some((s) => s.file === id)) return { kind: 'not-found' }
  return giveFile(await visit.store.open(visit.tx, id, visit.now), visit.range, [
    'clean',
    'not_scanned',
  ])
}
