import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { kit } from '#tests/support/people.ts'
import { publishFramework } from '#tests/support/said.ts'
import { around } from '#tests/support/systems.ts'

describe('waiting beside what they said', () => {
  const a = around()
  before(async () => {
    await a.open()
  })

  it('is not there where nothing was said, for there is no scale to put it on', async () => {
    await a.process()
    assert.doesNotMatch(await a.page('picture'), /Waiting for decisions/)
  })

  it('stands on the same scale, in words too, and says that it is not proof of cause', async () => {
    const framework = await publishFramework(a.w)
    const child = a.child
    const { rows } = await sql<{ id: string }>`
      insert into waymark.check_in (child_id, framework_version_id, voice, author_id, status, started_at, shared_at)
      values (${child}, ${framework.id}, 'young_person', ${kit.id}, 'shared', '2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z') returning id`.execute(
      a.w.db,
    )
    await sql`insert into waymark.check_in_answer (check_in_id, child_id, outcome_id, state)
      select ${rows[0]?.id}, ${child}, o.id, 'mostly' from waymark.outcome o where o.framework_version_id = ${framework.id} limit 1`.execute(
      a.w.db,
    )
    const page = await a.page('picture')
    assert.match(page, /Waiting for decisions[\s\S]*This is not proof of cause/)
    assert.match(page, /Asylum: 19 January 2026 to still waiting, 310 days[\s\S]*No decision yet/)
    assert.doesNotMatch((await a.w.get(kit, '/me/picture')).payload, /Asylum|proof of cause/)
  })
})
