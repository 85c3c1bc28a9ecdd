import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { ada, kit } from '#tests/support/people.ts'
import { around, on } from '#tests/support/systems.ts'

describe('waiting for a decision', () => {
  const a = around()
  let id = ''
  const change = async (more: Record<string, string>) => {
    const { rows } = await sql<{ version: number }>`
      select version from waymark.process where id = ${id}`.execute(a.w.db)
    return a.post(`happening/${id}`, {
      kind: 'papers',
      system: 'asylum',
      whatItIs: 'You asked to stay.',
      whereItIs: 'With the office.',
      decides: 'The Home Office',
      version: String(rows[0]?.version),
      ...more,
    })
  }
  before(async () => {
    await a.open()
    id = await a.process()
  })

  it('goes on whatever else the process does, and stops only on a decision', async () => {
    assert.equal((await change({ state: 'going_on' })).statusCode, 303)
    assert.match(await a.page('systems'), /for 310 days[\s\S]*It goes on until there is a decision/)
    const undecided = await change({ state: 'decided' })
    assert.equal(undecided.statusCode, 422)
    assert.match(undecided.payload, /Enter the day it was decided/)
    const early = await change({ state: 'decided', ...on('decidedOn', '2025-12-01') })
    assert.equal(early.statusCode, 422)
    assert.match(early.payload, /must not be before the day they began to wait/)
    const decided = { state: 'decided', ...on('decidedOn', '2026-11-20'), decision: 'Refused' }
    assert.equal((await change(decided)).statusCode, 303)
    assert.match(
      await a.page('systems'),
      /Decided on 20 November 2026[\s\S]*Refused[\s\S]*Not waiting/,
    )
  })

  it('begins again with an appeal, never before the decision, and adds up', async () => {
    const early = await change({ state: 'waiting', ...on('waitingSince', '2026-01-19') })
    assert.equal(early.statusCode, 422)
    assert.match(early.payload, /There was a decision after that day/)
    assert.equal(
      (await change({ state: 'waiting', ...on('waitingSince', '2026-11-21') })).statusCode,
      303,
    )
    assert.match(await a.page('systems'), /Since 21 November 2026, for 4 days; 309 days in all/)
  })

  it('is theirs to say something of, from their own page, and nobody else’s', async () => {
    const mine = `/me/happening/${id}/waiting`
    assert.match((await a.w.get(kit, '/me/happening')).payload, /What is waiting like for you\?/)
    assert.equal((await a.w.post(kit, mine, { words: ' ' })).statusCode, 422)
    const said = { words: 'I count <doors>', version: '0' }
    assert.equal((await a.w.post(kit, mine, said)).statusCode, 303)
    assert.match(
      (await a.w.get(kit, '/me/happening')).payload,
      /You said:[\s\S]*I count &lt;doors&gt;/,
    )
    assert.match(await a.page('systems'), /says of the waiting:[\s\S]*I count &lt;doors&gt;/)
    const late = await a.post(`systems/waiting/${id}`, { words: 'Typed late', version: '0' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /I count &lt;doors&gt;[\s\S]*Typed late/)
    const forged = a.w.acting(ada, (tx) =>
      sql`update waymark.waiting_words set words = 'x', said_by = 'child' where process_id = ${id}`.execute(
        tx,
      ),
    )
    await assert.rejects(forged, /row-level security/)
    assert.equal((await a.w.get(kit, `/me/happening/${a.child}/waiting`)).statusCode, 404)
  })
})
