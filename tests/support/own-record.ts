import assert from 'node:assert/strict'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from './builders.ts'
import { ada, ben, joy, kit, southmere, type TestPerson } from './people.ts'
import type { World } from './world.ts'

/** The version that the page's form was made from. */
export const versionOn = (html: string): string =>
  /name="version" value="(\d*)"/.exec(html)?.[1] ?? ''

/** Kit's record, with a birth, a name with a worker's note beside it and a language; Joy has another elsewhere. */
export async function ownRecord(w: World) {
  w.setClock(new Date('2026-11-26T10:00:00Z'))
  const child: ChildId = await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada, ben] })
  await aChild(w, { organisationId: southmere, account: joy, allocatedTo: [] })
  await w.post(ada, `/children/${child}/births/add`, {
    day: '1',
    month: '1',
    year: '2007',
    source: 'assigned',
  })
  await w.post(ada, `/children/${child}/names/add`, {
    name: 'Christopher',
    kind: 'on_documents',
    note: 'On the paper of his cousin Omar',
  })
  await w.post(ada, `/children/${child}/languages/add`, { language: 'Tigrinya', can: ['speaks'] })
  const rowOf = (table: 'date_of_birth_claim' | 'child_name') =>
    w.db
      .selectFrom(`waymark.${table}`)
      .select(['id', 'version'])
      .where('child_id', '=', child)
      .executeTakeFirstOrThrow()
  const birth = (await rowOf('date_of_birth_claim')).id
  const name = (await rowOf('child_name')).id
  const corrections = () =>
    w.db
      .selectFrom('waymark.correction')
      .selectAll()
      .where('child_id', '=', child)
      .orderBy('written_at')
      .orderBy('id')
      .execute()
  return {
    child,
    birth,
    name,
    rowOf,
    corrections,
    /** What Kit reads of it. */
    record: async () => (await w.get(kit, '/me/record')).payload,
    /** Kit says that the birth is wrong; gives the note's id. */
    say: async (wrong: string): Promise<string> => {
      const at = fix('date_of_birth_claim', birth)
      const form = await w.get(kit, at)
      const fields = { version: versionOn(form.payload), wrong, right: 'ሚያዝያ 2009' }
      const res = await w.post(kit, at, fields)
      assert.equal(res.statusCode, 303, res.payload.slice(0, 400))
      const note = (await corrections()).find((c) => c.wrong === wrong)
      assert.ok(note)
      return note.id
    },
    /** Whoever was asked to answer that note. */
    answererOf: async (note: string): Promise<TestPerson> => {
      const row = await w.db
        .selectFrom('waymark.receipt')
        .select('answerer_id')
        .where('subject_id', '=', note)
        .executeTakeFirstOrThrow()
      return row.answerer_id === ada.id ? ada : ben
    },
  }
}

/** Where Kit says that a line is wrong. */
export const fix = (kind: string, id: string): string => `/me/record/fix/${kind}/${id}`
