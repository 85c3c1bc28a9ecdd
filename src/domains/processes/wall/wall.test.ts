import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { ada, gus, ivy, kit, meg, type TestPerson } from '#tests/support/people.ts'
import { around, on } from '#tests/support/systems.ts'

describe('what is privileged', () => {
  const a = around()
  const NAME = { why: 'Speaks with the solicitor', agreed: 'yes' }
  const note = {
    area: 'asylum',
    kind: 'advice',
    fromWhom: 'Bola',
    ...on('onDay', '2026-11-20'),
    words: 'SECRETWORD',
  }
  before(async () => {
    await a.open({ allocatedTo: [ada, gus] })
  })

  it('is opened by somebody beside the child, with the child’s agreement, and by no manager', async () => {
    assert.equal((await a.w.get(ada, a.url('systems/notes'))).statusCode, 404)
    assert.equal((await a.w.get(meg, a.url('systems/wall/name'))).statusCode, 404)
    const alone = await a.post('systems/wall/name', { person: ada.id, why: 'x' })
    assert.equal(alone.statusCode, 422)
    assert.match(alone.payload, /only with their agreement/)
    assert.equal((await a.post('systems/wall/name', { ...NAME, person: ada.id })).statusCode, 303)
    assert.equal((await a.post('systems/notes/add', note)).statusCode, 303)
    assert.match(await a.page('systems/notes'), /SECRETWORD/)
  })

  it('is not read by a manager, an auditor, or another who stands beside the child', async () => {
    for (const who of [meg, ivy, gus]) {
      assert.notEqual((await a.w.get(who, a.url('systems/notes'))).statusCode, 200, who.name)
      const wall = await a.page('systems/wall', who)
      assert.match(wall, /Ada Worker[\s\S]*You are not named/)
      assert.doesNotMatch(wall, /SECRETWORD/)
      const rows = await a.w.acting(who, (tx) =>
        sql`select from waymark.walled_note where child_id = ${a.child}`.execute(tx),
      )
      assert.equal(rows.rows.length, 0, who.name)
    }
    const writing = a.w.acting(meg, (tx) =>
      sql`insert into waymark.behind_the_wall (child_id, person_id, why, child_agreed) values (${a.child}, ${meg.id}, 'x', true)`.execute(
        tx,
      ),
    )
    await assert.rejects(writing, /row-level security/)
    const another = a.w.acting(gus, (tx) =>
      sql`insert into waymark.behind_the_wall (child_id, person_id, why, child_agreed) values (${a.child}, ${gus.id}, 'x', true)`.execute(
        tx,
      ),
    )
    await assert.rejects(another, /row-level security/)
    const unseen = a.w.acting(gus, (tx) =>
      sql`update waymark.walled_note set words = 'x'`.execute(tx),
    )
    assert.equal((await unseen).numAffectedRows, 0n)
  })

  it('keeps what stood there before as well: its history is behind the wall too', async () => {
    const { rows } = await sql<{ id: string }>`select id from waymark.walled_note`.execute(a.w.db)
    const changed = { ...note, words: 'Other words', version: '1' }
    assert.equal((await a.post(`systems/notes/${rows[0]?.id}`, changed)).statusCode, 303)
    const history = (who: TestPerson) =>
      a.w.acting(who, (tx) =>
        sql`select from waymark.row_history where table_name = 'walled_note' and child_id = ${a.child}`.execute(
          tx,
        ),
      )
    assert.equal((await history(ada)).rows.length, 1)
    assert.equal((await history(kit)).rows.length, 1, 'the privilege is the child’s')
    for (const who of [meg, gus, ivy]) assert.equal((await history(who)).rows.length, 0, who.name)
  })

  it('is in no export, search or extract that a page gives', async () => {
    await a.post('systems/notes/add', { ...note, words: 'SECRETWORD again' })
    const paths = [
      '',
      '/history',
      '/picture/entries.csv',
      '/picture/entries.json',
      '/legal-help',
      '/systems',
    ]
    for (const who of [ada, meg]) {
      for (const path of paths) {
        const page = (await a.w.get(who, `/children/${a.child}${path}`)).payload
        assert.doesNotMatch(page, /SECRETWORD/, `${who.name} ${path}`)
      }
    }
    assert.doesNotMatch(
      (await a.w.post(ada, '/children/find', { name: 'SECRETWORD' })).payload,
      new RegExp(a.child),
    )
  })

  it('is written in the trail when it is read, and the one who is named ends it', async () => {
    const { rows } = await sql<{ action: string }>`
      select action from waymark.audit_entry where child_id = ${a.child} and actor_id = ${ada.id} and action like 'systems.notes%'`.execute(
      a.w.db,
    )
    assert.ok(rows.some((r) => r.action === 'systems.notes.see'))
    assert.equal((await a.post('systems/wall/name', { ...NAME, person: gus.id })).statusCode, 303)
    assert.match(await a.page('systems/notes', gus), /SECRETWORD/)
    const named = (await a.w.get(ada, a.url('systems/wall'))).payload
    const ids = [...named.matchAll(/wall\/([0-9a-f-]{36})\/end/g)].map((m) => m[1])
    assert.equal((await a.post(`systems/wall/${ids[0]}/end`, {}, meg)).statusCode, 404)
    assert.equal((await a.post(`systems/wall/${ids[0]}/end`, {})).statusCode, 303)
    assert.equal((await a.w.get(ada, a.url('systems/notes'))).statusCode, 404)
    assert.equal((await a.w.get(gus, a.url('systems/notes'))).statusCode, 200)
  })
})
