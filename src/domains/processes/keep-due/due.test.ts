import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { kit } from '#tests/support/people.ts'
import { around, on } from '#tests/support/systems.ts'

describe('what is due', () => {
  const a = around()
  const due = async (nation: string) => a.page(`systems/due?nation=${nation}`)
  before(() => a.open({ bornOn: '2010-01-20' }))

  it('does not depend on any decision about trafficking', async () => {
    const before = await due('england')
    const id = await a.process({
      kind: 'support',
      system: 'nrm',
      decides: 'The competent authority',
    })
    await sql`update waymark.process set state = 'decided' where id = ${id}`.execute(a.w.db)
    await sql`update waymark.process_wait set ended_on = '2026-11-01', ended_how = 'decision', decision = 'Negative conclusive grounds' where process_id = ${id}`.execute(
      a.w.db,
    )
    assert.equal(await due('england'), before)
    const { rows } = await sql<{ n: string }>`
      select count(*) as n from information_schema.columns where table_name in ('entitlement', 'due_to_child') and column_name ~ 'nrm|decision|process'`.execute(
      a.w.db,
    )
    assert.equal(Number(rows[0]?.n), 0)
  })

  it('is by nation and age, with source and how sure we are, and says what comes on which day', async () => {
    const england = await due('england')
    assert.match(
      england,
      /needs as they grow up|grow up[\s\S]*SI 2010\/959 reg 42 · Read in the law/,
    )
    assert.match(
      england,
      /Later[\s\S]*Staying with their foster carers after 18[\s\S]*From:<\/strong> 20 January 2028/,
    )
    assert.match(await due('scotland'), /Guardianship Scotland/)
    for (const nation of ['wales', 'northern_ireland'])
      assert.match(await due(nation), /Received: 0 of/)
  })

  it('keeps what came of each, money too, and asks why it was refused', async () => {
    const url = 'systems/due/england/bursary_16_19'
    const refused = { state: 'refused', ...on('onDay', '2026-11-02'), version: '0' }
    assert.match((await a.post(url, refused)).payload, /Enter why it was refused/)
    const got = { state: 'received', ...on('onDay', '2026-11-02'), amount: '£1,200', version: '0' }
    assert.equal((await a.post(url, got)).statusCode, 303)
    assert.match(
      await due('england'),
      /Received: 1 of[\s\S]*<strong>Received<\/strong>, 2 November 2026 \(<bdi>£1,200/,
    )
    assert.equal((await a.post(url, got)).statusCode, 409)
    assert.equal((await a.post('systems/due/england/nothing', got)).statusCode, 404)
    assert.equal((await a.post('systems/due/france/guardian', got)).statusCode, 404)
    assert.equal((await a.w.get(kit, a.url('systems/due'))).statusCode, 403)
  })
})
