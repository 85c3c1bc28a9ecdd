import { type Child, childIdOf, getChild } from '#domains/children/index.ts'
import type { Asked, Visit } from '#platform/http/page.ts'
import { type Episode, findEpisode } from './episode.queries.ts'

/** The child whose page this is. The platform has made sure that they are within reach. */
export async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}

/** The time a page is about; undefined when there is none of that child. */
export const episodeOf = (visit: Visit, child: Child): Promise<Episode | undefined> =>
  findEpisode(visit.tx, child.id, visit.params['episode'])

/** Acts of this domain on one child, for the trail. */
export const auditOf = (act: string) => ({
  action: act,
  childId: (asked: Asked) => childIdOf(asked),
})

export const hrefOf = (
  child: { readonly id: string },
  episode?: { readonly id: string },
): string =>
  episode ? `/children/${child.id}/missing/${episode.id}` : `/children/${child.id}/missing`
