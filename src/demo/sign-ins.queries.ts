import type { Tx } from '#platform/db/unit-of-work.ts'

/** The accounts whose password is printed, with their organisation. Read at the door: no record is reached. */
export function findDemonstrationAccounts(door: Tx) {
  return door
    .selectFrom('waymark.credential as c')
    .innerJoin('waymark.person as p', 'p.id', 'c.person_id')
    .innerJoin('waymark.organisation as o', 'o.id', 'p.organisation_id')
    .select([
      'p.name',
      'p.role',
      'o.name as organisation',
      'o.code as organisationCode',
      'p.user_name as userName',
    ])
    .where('c.demonstration', '=', true)
    .where('p.ended_at', 'is', null)
    .execute()
}
