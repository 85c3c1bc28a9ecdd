import { createHmac, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { Answer, Visit } from './page.ts'

const FIELD = '_once'
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The hidden field that makes a form be carried out once, however often it arrives. */
export const onceField = (): string =>
  `<input type="hidden" name="${FIELD}" value="${randomUUID()}">`

type Sent = Pick<Visit, 'form' | 'files'> & { readonly url: string }

/**
 * Carries a form out, unless the same form with the same content was carried out before: then it
 * goes where that one went. A button pressed twice, or a form sent again by a phone that never
 * heard the answer, does nothing twice. What was refused or asked again is not kept, so that it may
 * be sent again; other content under the same mark is another form, so that nothing typed is lost.
 */
export async function once(
  tx: Tx,
  key: Buffer,
  sent: Sent,
  carryOut: () => Promise<Answer>,
): Promise<Answer> {
  const mark = sent.form[FIELD]
  if (typeof mark !== 'string' || !UUID.test(mark)) return carryOut()
  const mac = macOf(key, sent)
  // Two at the same moment: the second waits here until the first is done.
  await sql`select pg_advisory_xact_lock(hashtextextended(${mark}, 0))`.execute(tx)
  const { rows } = await sql<{ went_to: string }>`
    select went_to from waymark.sent_form
     where person_id = waymark.actor_id() and once = ${mark} and body_mac = ${mac}`.execute(tx)
  if (rows[0]) return { kind: 'redirect', to: rows[0].went_to }
  const answer = await carryOut()
  if (answer.kind === 'redirect' && answer.to.length <= 500) {
    await sql`insert into waymark.sent_form (once, body_mac, went_to)
              values (${mark}, ${mac}, ${answer.to})`.execute(tx)
  }
  return answer
}

/** Keyed, so that a short answer cannot be guessed from it. */
function macOf(key: Buffer, { form, files, url }: Sent): Buffer {
  const mac = createHmac('sha256', key).update(`once ${url}\n`)
  for (const name of Object.keys(form).toSorted()) {
    if (!name.startsWith('_')) mac.update(JSON.stringify([name, form[name]]))
  }
  for (const file of files) mac.update(`\n${file.field} ${file.bytes.length}\n`).update(file.bytes)
  return mac.digest()
}
