import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { TestPerson } from './people.ts'
import type { World } from './world.ts'

/** One of everything that the forms about homes, carers and networks are about, by the names that their addresses have. */
export async function someHomes(
  w: World,
  child: ChildId,
  by: TestPerson,
  manager: TestPerson,
): Promise<Readonly<Record<string, string>>> {
  const row = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const columns = { id: randomUUID(), ...values }
    await sql`insert into ${sql.table(`waymark.${table}`)} (${sql.join(Object.keys(columns).map((c) => sql.ref(c)))})
      values (${sql.join(Object.values(columns))})`.execute(w.db)
    return columns.id
  }
  const here = { organisation_id: by.organisationId, changed_by: by.id }
  const place = await row('home_place', {
    ...here,
    called: 'A house',
    kind: 'shared_house',
    run_by: 'council',
    room_for: 2,
    at_short_notice: true,
    night: 'awake',
  })
  const carer = await row('home_carer', {
    ...here,
    place_id: place,
    name: 'Jo Hill',
    part: 'other',
    began_on: '2026-01-01',
  })
  const topic = await sql<{ id: string }>`select id from waymark.training_topic limit 1`.execute(
    w.db,
  )
  const training = await row('carer_training', {
    ...here,
    carer_id: carer,
    topic_id: topic.rows[0]?.id,
    done_on: '2026-01-01',
    expires_on: '2028-01-01',
    given_by: 'The team',
  })
  const stay = await row('home_stay', {
    child_id: child,
    kind: 'other',
    called: 'A house',
    footing: 'other',
    began_on: '2026-01-01',
    why_here: 'Near school',
    changed_by: by.id,
  })
  const adult = await row('home_adult', {
    child_id: child,
    stay_id: stay,
    who: 'A lodger',
    relation: 'unrelated',
    shares: ['kitchen'],
    checked: 'no',
    since_on: '2026-01-02',
    changed_by: by.id,
  })
  const { entry, link, tie } = await someNetwork(row, child, by, manager)
  return {
    'change.place': place,
    'carers.place': place,
    carer,
    training,
    'home.stay': stay,
    'home.adult': adult,
    'change.entry': entry,
    'links.entry': entry,
    'young.entry': entry,
    'links.link': link,
    'young.tie': tie,
  }
}

async function someNetwork(
  row: (table: string, values: Record<string, unknown>) => Promise<string>,
  child: ChildId,
  by: TestPerson,
  manager: TestPerson,
) {
  const here = { organisation_id: by.organisationId, changed_by: by.id }
  const until = new Date(Date.now() + 90 * 24 * 60 * 60 * 1000)
  await row('network_grant', {
    ...here,
    person_id: by.id,
    why: 'Leads on it',
    granted_by: manager.id,
    until_day: until,
  })
  const said = { source: 'The college', sure: 'seen' }
  const of = (kind: string) =>
    row('network_entry', { ...here, ...said, kind, called: kind, again_on: until })
  const entry = await of('phone')
  const link = await row('network_link', {
    ...here,
    ...said,
    one_id: entry,
    other_id: await of('vehicle'),
    how: 'On a card',
  })
  const tie = await row('network_tie', {
    ...here,
    ...said,
    child_id: child,
    entry_id: entry,
    how: 'It rang them',
    told: 'told',
  })
  return { entry, link, tie }
}
