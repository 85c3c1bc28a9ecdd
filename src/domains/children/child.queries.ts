import { sql } from 'kysely'
import {
  trustedId,
  type ChildId,
  type OrganisationId,
  type PersonId,
  type TeamId,
} from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Birth } from './birth.rules.ts'
import { claimOf } from './birth.queries.ts'
import { keysOfChild } from './child-keys.rules.ts'
import { scriptOf } from './child.rules.ts'

export type Child = {
  readonly id: ChildId
  readonly organisationId: OrganisationId
  readonly teamId: TeamId | undefined
  /** The young person's own account, once they have one. */
  readonly personId: PersonId | undefined
  readonly knownAs: string
  /** False while nobody knows a name yet and `knownAs` is a stand-in. */
  readonly nameKnown: boolean
  readonly sayIt: string | undefined
  readonly openedAt: Date
  readonly version: number
}

/** The child, when within the actor's reach. */
export async function findChild(tx: Tx, id: ChildId): Promise<Child | undefined> {
  const row = await tx
    .selectFrom('waymark.child')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id,
      organisationId: trustedId(row.organisation_id),
      teamId: row.team_id === null ? undefined : trustedId(row.team_id),
      personId: row.person_id === null ? undefined : trustedId(row.person_id),
      knownAs: row.known_as,
      nameKnown: row.name_known,
      sayIt: row.say_it ?? undefined,
      openedAt: row.opened_at,
      version: row.version,
    }
  )
}

/** As `findChild`, where the page has already made sure of it. Throws when out of reach. */
export async function getChild(tx: Tx, id: ChildId): Promise<Child> {
  const child = await findChild(tx, id)
  if (!child) throw new Error('This child is out of reach')
  return child
}

/** Saves the name a child goes by and how to say it. False when somebody changed it meanwhile. */
export async function saveGoBy(
  tx: Tx,
  id: ChildId,
  version: number,
  name: {
    readonly knownAs: string
    readonly nameKnown: boolean
    readonly sayIt: string | undefined
  },
): Promise<boolean> {
  const changed = await tx
    .updateTable('waymark.child')
    .set({ known_as: name.knownAs, name_known: name.nameKnown, say_it: name.sayIt ?? null })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .execute()
  if (changed.length === 0) return false
  await refreshKeys(tx, id)
  return true
}

/** What is known when a record is opened: no more than a name, and often less. */
export type NewChild = {
  readonly organisationId: OrganisationId
  readonly teamId: TeamId | undefined
  readonly knownAs: string
  readonly nameKnown: boolean
  readonly sayIt?: string | undefined
  /** Other names, as written. */
  readonly names?: readonly NewName[]
  readonly births?: readonly NewBirth[]
  readonly identifiers?: readonly NewNumber[]
  /** Allocated to in the same act; whoever opens a record may take it on themselves. */
  readonly allocateTo?: { readonly person: PersonId; readonly part: string } | undefined
}

export type NewName = { readonly name: string; readonly kind: string }
export type NewBirth = { readonly birth: Birth; readonly source: string }
export type NewNumber = { readonly kind: string; readonly value: string }

/** Opens a record, with the keys it is found by. Throws when the actor may not. */
export async function openChild(tx: Tx, child: NewChild): Promise<ChildId> {
  const row = await tx
    .insertInto('waymark.child')
    .values({
      organisation_id: child.organisationId,
      team_id: child.teamId ?? null,
      known_as: child.knownAs,
      name_known: child.nameKnown,
      say_it: child.sayIt ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const id = trustedId<'child'>(row.id)
  if (child.allocateTo) {
    await tx
      .insertInto('waymark.allocation')
      .values({ child_id: id, person_id: child.allocateTo.person, part: child.allocateTo.part })
      .execute()
  }
  const own = child.nameKnown ? [{ name: child.knownAs, kind: 'calls_themselves' }] : []
  await addNames(tx, id, [...own, ...(child.names ?? [])])
  await addBirths(tx, id, child.births ?? [])
  await addNumbers(tx, id, child.organisationId, child.identifiers ?? [])
  await refreshKeys(tx, id)
  return id
}

async function addNames(tx: Tx, id: ChildId, names: readonly NewName[]): Promise<void> {
  if (names.length === 0) return
  await tx
    .insertInto('waymark.child_name')
    .values(
      names.map((n) => ({ child_id: id, name: n.name, kind: n.kind, script: scriptOf(n.name) })),
    )
    .execute()
}

async function addBirths(tx: Tx, id: ChildId, births: readonly NewBirth[]): Promise<void> {
  if (births.length === 0) return
  await tx
    .insertInto('waymark.date_of_birth_claim')
    .values(
      births.map(({ birth, source }) => ({
        child_id: id,
        earliest: birth.earliest,
        latest: birth.latest,
        precision: birth.precision,
        source,
      })),
    )
    .execute()
}

async function addNumbers(
  tx: Tx,
  id: ChildId,
  organisation: OrganisationId,
  numbers: readonly NewNumber[],
): Promise<void> {
  if (numbers.length === 0) return
  await tx
    .insertInto('waymark.child_identifier')
    .values(numbers.map((n) => ({ child_id: id, organisation_id: organisation, ...n })))
    .execute()
}

/** Makes the keys a child is found by from what the record says now. To be called after every change of a name, a birth or a number. */
export async function refreshKeys(tx: Tx, id: ChildId): Promise<void> {
  const child = await getChild(tx, id)
  const names = await tx
    .selectFrom('waymark.child_name')
    .select('name')
    .where('child_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  const births = await tx
    .selectFrom('waymark.date_of_birth_claim')
    .select(['earliest', 'latest', 'precision'])
    .where('child_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  const numbers = await tx
    .selectFrom('waymark.child_identifier')
    .select('value')
    .where('child_id', '=', id)
    .execute()
  const keys = keysOfChild({
    names: [...(child.nameKnown ? [child.knownAs] : []), ...names.map((n) => n.name)],
    births: births.map(claimOf),
    identifiers: numbers.map((n) => n.value),
  })
  await tx
    .insertInto('waymark.child_key')
    .values({ child_id: id, keys: [...keys] })
    .onConflict((c) => c.column('child_id').doUpdateSet({ keys: sql`excluded.keys` }))
    .execute()
}
