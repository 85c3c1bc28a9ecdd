import { randomUUID } from 'node:crypto'
import { trustedId, type ChildId } from '#kernel/ids.ts'
import type { TestPerson } from './people.ts'
import { ada, harbourTeam, northmere } from './people.ts'
import type { World } from './world.ts'
import type { OrganisationId, TeamId } from '#kernel/ids.ts'

type Wanted = {
  readonly knownAs?: string
  readonly organisationId?: OrganisationId
  readonly teamId?: TeamId | undefined
  /** Who stands beside the child. Ada, unless said; nobody for an empty list. */
  readonly allocatedTo?: TestPerson | readonly TestPerson[]
  readonly account?: TestPerson
  readonly bornOn?: string
}

/** A child of the test's own, past row-level security. Give what the test is about, no more. */
export async function aChild(w: World, wanted: Wanted = {}): Promise<ChildId> {
  const id = trustedId<'child'>(randomUUID())
  await w.db
    .insertInto('waymark.child')
    .values({
      id,
      organisation_id: wanted.organisationId ?? northmere,
      team_id:
        'teamId' in wanted ? (wanted.teamId ?? null) : wanted.organisationId ? null : harbourTeam,
      person_id: wanted.account?.id ?? null,
      known_as: wanted.knownAs ?? 'Kit',
      invented: true,
      opened_by: ada.id,
    })
    .execute()
  // Somebody with an account has come in before, and has read how to leave.
  if (wanted.account) {
    await w.db.insertInto('waymark.leaving_shown').values({ child_id: id }).execute()
  }
  const beside = [wanted.allocatedTo ?? ada].flat()
  for (const person of beside) {
    await w.db
      .insertInto('waymark.allocation')
      .values({ child_id: id, person_id: person.id, part: 'key_worker', started_on: '2026-01-05' })
      .execute()
  }
  if (wanted.bornOn) {
    await w.db
      .insertInto('waymark.date_of_birth_claim')
      .values({
        child_id: id,
        earliest: wanted.bornOn,
        latest: wanted.bornOn,
        precision: 'day',
        source: 'child_says',
      })
      .execute()
  }
  return id
}
