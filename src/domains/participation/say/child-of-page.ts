import { readId, type ChildId } from '#kernel/ids.ts'
import type { Asked, Visit } from '#platform/http/page.ts'
import { type Child, getChild } from '#domains/children/index.ts'
import { findSaid, type SaidToUs } from './read-said.queries.ts'
import { partsOf } from './said.queries.ts'
import type { Part } from './said-row.ts'

export const childIdOf = (visit: Asked): ChildId | undefined =>
  readId<'child'>(visit.params['childId'])

/** The child of a page that is about one. The platform has made sure that they are within reach. */
export async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}

export type SaidHere = { readonly child: Child; readonly said: SaidToUs }

/** The thing said that the address names, as far as the actor may know of it. */
export async function saidHere(visit: Visit): Promise<SaidHere | undefined> {
  const child = await childOf(visit)
  const id = readId<'statement'>(visit.params['statement'])
  const said = id && (await findSaid(visit.tx, child.id, id))
  return said && { child, said }
}

/** One part of it that the actor may see. */
export async function partHere(visit: Visit, { said }: SaidHere): Promise<Part | undefined> {
  const id = readId<'statement-part'>(visit.params['part'])
  return (await partsOf(visit.tx, said.id)).find((p) => p.id === id)
}
