import assert from 'node:assert/strict'
import type { ChildId } from '#kernel/ids.ts'
import { meg, northmere, type TestPerson } from '#tests/support/people.ts'
import type { Fields, World } from '#tests/support/world.ts'

type Wanted = { readonly called?: string; readonly carer?: string; readonly trained?: boolean }

/** A foster home with one carer, who has learnt what is needed unless said. */
export async function aPlace(
  w: World,
  wanted: Wanted = {},
): Promise<{ id: string; carer: string }> {
  const place = await w.db
    .insertInto('waymark.home_place')
    .values({
      organisation_id: northmere,
      called: wanted.called ?? 'The Hill house',
      kind: 'foster',
      run_by: 'council',
      room_for: 2,
      at_short_notice: true,
      night: 'sleeping_in',
      specialist: ['after_exploitation'],
      changed_by: meg.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const carer = await w.db
    .insertInto('waymark.home_carer')
    .values({
      organisation_id: northmere,
      place_id: place.id,
      name: wanted.carer ?? 'Jo Hill',
      part: 'foster_carer',
      languages: ['en', 'vi'],
      began_on: '2020-01-01',
      changed_by: meg.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (wanted.trained !== false) await learnt(w, carer.id, '2025-12-01', '2028-12-01')
  return { id: place.id, carer: carer.id }
}

/** Everything that is needed, learnt on one day, held until another. */
export async function learnt(w: World, carer: string, on: string, until: string): Promise<void> {
  const topics = await w.db
    .selectFrom('waymark.training_topic')
    .select('id')
    .where('needed', '=', true)
    .execute()
  for (const { id } of topics) {
    await w.db
      .insertInto('waymark.carer_training')
      .values({
        organisation_id: northmere,
        carer_id: carer,
        topic_id: id,
        done_on: on,
        expires_on: until,
        given_by: 'The training team',
        changed_by: meg.id,
      })
      .execute()
  }
}

/** A day in the three boxes of a form. */
export const dayIn = (name: string, day: string): Fields => {
  const [y = '', m = '', d = ''] = day.split('-')
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y }
}

/** A move as its form sends it. */
export const moveOf = (place: string, on: string, fields: Fields = {}): Fields => ({
  version: '0',
  place,
  footing: 'looked_after',
  ...dayIn('beganOn', on),
  whyHere: 'Near college. They met the carer first and said yes.',
  ...fields,
})

/** The child lives there from that day: written through the form. */
export async function livesIn(
  w: World,
  who: TestPerson,
  child: ChildId,
  place: string,
  on = '2026-10-01',
): Promise<string> {
  const res = await w.post(who, `/children/${child}/home/move`, moveOf(place, on))
  assert.equal(res.statusCode, 303, res.payload)
  const stay = await w.db
    .selectFrom('waymark.home_stay')
    .select('id')
    .where('child_id', '=', child)
    .where('ended_on', 'is', null)
    .where('not_so_because', 'is', null)
    .executeTakeFirstOrThrow()
  return stay.id
}
