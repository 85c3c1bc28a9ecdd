import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import type { TestPerson } from './people.ts'
import type { World } from './world.ts'

/** One of everything that the forms about worries are about, by the names that their addresses have. */
export async function someWorries(
  w: World,
  child: ChildId,
  by: TestPerson,
  manager: TestPerson,
): Promise<Readonly<Record<string, string>>> {
  const ids = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const id = randomUUID()
    const columns = { id, child_id: child, ...values }
    await sql`insert into ${sql.table(`waymark.${table}`)} (${sql.join(Object.keys(columns).map((c) => sql.ref(c)))})
      values (${sql.join(Object.values(columns))})`.execute(w.db)
    return id
  }
  const noticed = {
    noticed_earliest: '2026-01-01',
    noticed_latest: '2026-01-01',
    noticed_precision: 'day',
  }
  const concern = await ids('concern', {
    seen: 'A car',
    context: 'At night',
    ...noticed,
    no_words_because: 'was_not_there',
    no_few_choices_because: 'not_known',
    recorded_by: by.id,
  })
  const situation = await ids('exploitation_situation', {
    what: 'Made to work',
    goes_on: 'not_known',
    place: 'uk',
  })
  const step = await ids('protection_step', {
    kind: 'safe_place',
    state: 'asked',
    who: 'The team',
    asked_on: '2026-01-02',
  })
  const referral = await ids('linked_referral', {
    kind: 'nrm',
    state: 'preparing',
    to_body: 'A body',
    prepared_on: '2026-01-02',
  })
  const contact = await ids('cross_border_contact', {
    with_kind: 'family',
    with_whom: 'An aunt',
    country: 'Elsewhere',
    why: 'News',
    no_view_because: 'not_asked_yet',
    asked_by: manager.id,
  })
  const chance = await ids('missed_chance', {
    what: 'Nobody asked',
    earliest: '2025-01-01',
    latest: '2025-12-31',
    precision: 'year',
    body: 'school',
    level: 'service',
    would_have_helped: 'Asking',
    opened_by: by.id,
  })
  const learning = await ids('missed_chance_learning', {
    missed_chance_id: chance,
    topic: 'signs',
    words: 'Ask',
    owner_id: by.id,
    due_on: '2027-01-01',
  })
  const episode = await ids('missing_episode', {
    kind: 'missing',
    missing_since: '2026-01-05T10:00:00Z',
    last_seen_place: 'At the gate',
    risk: 'A man waited there',
    reported_by: by.id,
  })
  return {
    episode,
    concern,
    situation,
    'protection.step': step,
    'protection.kind': 'safe_place',
    referral,
    contact,
    chance,
    learning,
  }
}
