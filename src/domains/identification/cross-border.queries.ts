import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type ChildId, readId } from '#kernel/ids.ts'
import { type Kept, known } from '#kernel/known.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Agrees, ContactState, WithKind } from './cross-border.rules.ts'

export type Contact = {
  readonly id: string
  readonly withKind: WithKind
  readonly withWhom: string
  readonly country: string
  readonly why: string
  readonly childView: string | undefined
  readonly childViewLanguage: string | undefined
  readonly noViewBecause: string | undefined
  readonly childAgrees: Agrees | undefined
  readonly state: ContactState
  readonly askedById: string
  readonly askedBy: string | undefined
  readonly protects: string | undefined
  readonly signedBy: string | undefined
  readonly signedAt: Date | undefined
  readonly madeOn: CalendarDay | undefined
  readonly cameOfIt: string | undefined
  readonly version: number
}

/** Contact across a border about this child, the newest first. */
export async function contactsOf(tx: Tx, child: ChildId): Promise<readonly Contact[]> {
  const { rows } = await sql<Kept<Contact>>`
    select c.id, c.with_kind as "withKind", c.with_whom as "withWhom", c.country, c.why, c.child_view as "childView",
           c.child_view_language as "childViewLanguage", c.no_view_because as "noViewBecause", c.child_agrees as "childAgrees", c.state,
           c.asked_by as "askedById", a.name as "askedBy", c.protects, s.name as "signedBy", c.signed_at as "signedAt",
           c.made_on as "madeOn", c.came_of_it as "cameOfIt", c.version
    from waymark.cross_border_contact c
    left join waymark.person a on a.id = c.asked_by left join waymark.person s on s.id = c.signed_by
    where c.child_id = ${child} order by c.changed_at desc, c.id`.execute(tx)
  return rows.map((row) => known<Contact>(row))
}

export async function findContact(
  tx: Tx,
  child: ChildId,
  id: unknown,
): Promise<Contact | undefined> {
  const asked = readId<'contact'>(id)
  return asked && (await contactsOf(tx, child)).find((c) => c.id === asked)
}

export type NewContact = Pick<
  Contact,
  | 'withKind'
  | 'withWhom'
  | 'country'
  | 'why'
  | 'childView'
  | 'childViewLanguage'
  | 'noViewBecause'
  | 'childAgrees'
>

export async function addContact(tx: Tx, child: ChildId, given: NewContact): Promise<string> {
  const { id } = await tx
    .insertInto('waymark.cross_border_contact')
    .values({
      child_id: child,
      with_kind: given.withKind,
      with_whom: given.withWhom,
      country: given.country,
      why: given.why,
      child_view: given.childView ?? null,
      child_view_language: given.childViewLanguage ?? null,
      no_view_because: given.noViewBecause ?? null,
      child_agrees: given.childAgrees ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type ContactChange =
  | {
      readonly kind: 'view'
      readonly words: string
      readonly language: string
      readonly agrees: Agrees
    }
  | { readonly kind: 'signed'; readonly protects: string; readonly agreed: boolean }
  | { readonly kind: 'made'; readonly on: CalendarDay; readonly cameOfIt: string }

function contactColumns(change: ContactChange) {
  switch (change.kind) {
    case 'view':
      return {
        child_view: change.words,
        child_view_language: change.language,
        no_view_because: null,
        child_agrees: change.agrees,
      }
    case 'signed':
      return {
        state: change.agreed ? 'agreed' : 'refused',
        protects: change.protects,
        signed_by: sql<string>`waymark.actor_id()`,
        signed_at: sql<string>`now()`,
      }
    case 'made':
      return { state: 'made', made_on: change.on, came_of_it: change.cameOfIt }
  }
}

/** One step of a contact. False when somebody else changed it since `version`. */
export async function changeContact(
  tx: Tx,
  id: string,
  version: number,
  change: ContactChange,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('waymark.cross_border_contact')
    .set(contactColumns(change))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
