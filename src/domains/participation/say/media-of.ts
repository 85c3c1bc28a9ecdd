import { giveFile } from '#platform/http/media.ts'
import type { Answer, Visit } from '#platform/http/page.ts'
import type { FileId, Scan } from '#platform/files/store.ts'

/** A file as an answer, whole or the part a player asks for; not there while its scan is none of those. */
export const mediaOf = async (
  visit: Visit,
  id: FileId,
  opensWhen: readonly Scan[],
): Promise<Answer> =>
  giveFile(await visit.store.open(visit.tx, id, visit.now), visit.range, opensWhen)
