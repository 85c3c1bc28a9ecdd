import type { TestPerson } from '#tests/support/people.ts'
import type { Fields, World } from '#tests/support/world.ts'
import type { ChildId } from '#kernel/ids.ts'

export const NUMBER = '07700 900123'
export const EMAIL = 'somebody@example.org'

export const OWN_TEXT: Fields = { channel: 'text', address: NUMBER, state: 'safe' }
export const OWN_EMAIL: Fields = { channel: 'email', address: EMAIL, state: 'safe' }
export const STAFF_CALL: Fields = {
  channel: 'call',
  address: NUMBER,
  state: 'safe',
  said_by: 'young_person',
}

/** The id of the young person's only way to be reached by that channel. */
export async function wayOf(w: World, child: ChildId, channel: string): Promise<string> {
  const row = await w.db
    .selectFrom('waymark.contact_way')
    .select('id')
    .where('child_id', '=', child)
    .where('ended_at', 'is', null)
    .where('channel', '=', channel)
    .executeTakeFirstOrThrow()
  return row.id
}

/** A young person who gave a way, called it safe and wants to be told by it. */
export async function wantsToBeTold(
  w: World,
  who: TestPerson,
  child: ChildId,
  way: Fields,
): Promise<string> {
  await w.post(who, '/me/contact/add', way)
  const id = await wayOf(w, child, String(way['channel']))
  await w.post(who, '/me/contact/news', {
    wanted: 'yes',
    way: id,
    reasons: ['reply', 'check_in', 'other'],
    quiet_from: '21:00',
    quiet_until: '08:00',
    version: '0',
  })
  return id
}
