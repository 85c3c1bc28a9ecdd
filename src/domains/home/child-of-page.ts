import { isLanguageTag, languageName } from '#kernel/languages.ts'
import type { Asked, Visit } from '#platform/http/page.ts'
import { type Child, childIdOf, getChild, languagesOf } from '#domains/children/index.ts'
import { findStay, type Stay } from './stay.queries.ts'

/** The child whose page this is. The platform has made sure that they are within reach. */
export async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}

export type OfStay = { readonly child: Child; readonly stay: Stay }

/** The home a page is about; undefined when there is none of that child. */
export async function stayOf(visit: Visit): Promise<OfStay | undefined> {
  const child = await childOf(visit)
  const stay = await findStay(visit.tx, child.id, visit.params['stay'])
  return stay && { child, stay }
}

/** The two acts of a form on a child, for the trail. */
export const auditOf = (ask: string, keep: string) => ({
  ask,
  keep,
  childId: (asked: Asked) => childIdOf(asked),
})

export const hrefOf = (child: { readonly id: string }): string => `/children/${child.id}/home`

/** English and what the child speaks: to say in which language their words are. */
export async function languagesToChoose(
  visit: Visit,
  child: Child,
): Promise<Readonly<Record<string, string>>> {
  const spoken = (await languagesOf(visit.tx, child.id)).map((l) => l.language)
  const tags = [...new Set(['en', ...spoken])].filter(isLanguageTag)
  return Object.fromEntries(tags.map((tag) => [tag, languageName(tag)]))
}
