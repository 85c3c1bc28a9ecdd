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
import { refreshKeys } from './child.queries.ts'
import { scriptOf } from './child.rules.ts'

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

const UNIQUE_VIOLATION = '23505'

/** As `openChild`; undefined, and nothing written, when one of the numbers is another child's. */
export async function openUnlessTaken(tx: Tx, child: NewChild): Promise<ChildId | undefined> {
  await sql`savepoint opening`.execute(tx)
  try {
    return await openChild(tx, child)
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION
    if (!taken) throw error
    await sql`rollback to savepoint opening`.execute(tx)
    return undefined
  }
}
