import { randomBytes } from 'node:crypto'
import type { ChildId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'

export type DeviceKey = {
  /** A name for the key that says nothing of whose it is. */
  readonly id: string
  readonly key: Buffer
}

/** The young person's own key for their own phone, made the first time it is asked for. */
export async function deviceKeyOf(tx: Tx, child: ChildId): Promise<DeviceKey> {
  const known = () =>
    tx
      .selectFrom('waymark.device_key')
      .select(['id', 'key'])
      .where('child_id', '=', child)
      .executeTakeFirst()
  const found = await known()
  if (found) return found
  await tx
    .insertInto('waymark.device_key')
    .values({ child_id: child, key: randomBytes(32) })
    .onConflict((c) => c.column('child_id').doNothing())
    .execute()
  const made = await known()
  if (!made) throw new Error('A key for a young person’s phone was made and is not there')
  return made
}
