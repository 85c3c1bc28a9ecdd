import type { Client } from 'pg'
import { seedTransaction } from '#platform/db/seeding.ts'
import type { NewDeployment } from './new-deployment.form.ts'

/**
 * Makes an empty database a real deployment, in one transaction: its kind, the first organisation with
 * the account its command line acts as, and the first administrator. Throws when it is one already.
 */
export function makeDeployment(
  admin: Client,
  wanted: NewDeployment,
  passwordHash: string,
): Promise<void> {
  return seedTransaction(admin, async (client) => {
    const { rowCount } = await client.query('select from waymark.deployment')
    if (rowCount !== 0) throw new Error('There is a deployment in this database already.')
    await client.query("insert into waymark.deployment (kind) values ('real')")
    const organisation = await only(
      client,
      'insert into waymark.organisation (code, name) values ($1, $2) returning id',
      [wanted.organisationCode, wanted.organisationName],
    )
    const person =
      'insert into waymark.person (organisation_id, name, role, user_name) values ($1, $2, $3, $4) returning id'
    await only(client, person, [
      organisation,
      `Command line of ${wanted.organisationName}`.slice(0, 200),
      'system',
      `system.${wanted.organisationCode.toLowerCase()}`,
    ])
    const administrator = await only(client, person, [
      organisation,
      wanted.administratorName,
      'administrator',
      wanted.userName,
    ])
    await client.query(
      'insert into waymark.credential (person_id, password_hash) values ($1, $2)',
      [administrator, passwordHash],
    )
    await client.query(
      `insert into waymark.audit_entry (organisation_id, action, outcome, detail)
       values ($1, 'deployment.made', 'done', jsonb_build_object('administrator', $2::text))`,
      [organisation, administrator],
    )
  })
}

async function only(client: Client, text: string, values: readonly unknown[]): Promise<string> {
  const { rows } = await client.query<{ id: string }>(text, [...values])
  if (!rows[0]) throw new Error('A row that was just written did not come back')
  return rows[0].id
}
