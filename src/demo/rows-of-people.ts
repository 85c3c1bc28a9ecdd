import { hashPassword } from '#domains/people/index.ts'
import { type Rows, rowsFor } from './copy.queries.ts'
import type { InventedPerson } from './invented.ts'
import type { Cast } from './organisations.ts'
import { at } from './random.ts'

/** The rows of the organisations, teams and people, and of the few passwords. */
export async function rowsOfPeople(
  cast: Cast,
  youngPeople: readonly InventedPerson[],
): Promise<readonly Rows[]> {
  const organisations = rowsFor('organisation', ['id', 'code', 'name', 'invented'])
  const teams = rowsFor('team', ['id', 'organisation_id', 'name'])
  for (const o of cast.organisations) {
    organisations.rows.push([o.id, o.code, o.name, true])
    for (const team of o.teams) teams.rows.push([team.id, o.id, team.name])
  }
  const everyone = [...cast.people, ...youngPeople]
  const people = rowsFor('person', [
    'id',
    'organisation_id',
    'team_id',
    'name',
    'role',
    'user_name',
    'invented',
  ])
  const seen = new Map<string, number>()
  for (const p of everyone) {
    const organisation = at(cast.organisations, p.organisation)
    const team =
      p.team === undefined ? null : at(organisation.teams, p.team % organisation.teams.length).id
    const code = organisation.code.toLowerCase()
    const count = (seen.get(`${code} ${p.role}`) ?? 0) + 1
    seen.set(`${code} ${p.role}`, count)
    const userName = p.signIn?.userName ?? `no-sign-in.${p.role.replace('_', '-')}${count}.${code}`
    people.rows.push([p.id, organisation.id, team, p.name, p.role, userName, true])
  }
  return [organisations, teams, people, await credentials(everyone)]
}

/** Only these accounts open: everybody else in the demonstration has no password at all. */
async function credentials(everyone: readonly InventedPerson[]): Promise<Rows> {
  const made = rowsFor('credential', ['person_id', 'password_hash', 'demonstration'])
  const hashed = await Promise.all(
    everyone.flatMap(({ id, signIn }) =>
      signIn ? [hashPassword(signIn.password).then((hash) => [id, hash, true])] : [],
    ),
  )
  made.rows.push(...hashed)
  return made
}
