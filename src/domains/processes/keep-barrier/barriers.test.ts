import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { ada, ben } from '#tests/support/people.ts'
import { around, on } from '#tests/support/systems.ts'
import { blamesTheChild, isNoBody } from '../barriers.rules.ts'

describe('what stands in the way', () => {
  const a = around()
  before(() => a.open())

  it('is never the child: not in the form, not in the database, by the same rule in both', async () => {
    const texts = [
      'Non-engagement',
      'child disengaged',
      'He refuses to engage',
      'hard to reach',
      'Lack of engagement',
      'DNA - did not attend',
      'The clinic closes at three',
      'CAMHS says he does not engage, and has written to nobody about an interpreter or another day in spite of three letters',
      'The child',
      'young person',
      'Home Office',
      'himself',
      'Mum',
      'A court',
      'their family',
    ]
    for (const text of texts) {
      const { rows } = await sql<{ blames: boolean; none: boolean }>`
        select waymark.blames_the_child(${text}) as blames, waymark.is_no_body(${text}) as none`.execute(
        a.w.db,
      )
      assert.equal(blamesTheChild(text), rows[0]?.blames, text)
      assert.equal(isNoBody(text, 'Nobody of that name'), rows[0]?.none, text)
    }
    assert.equal(blamesTheChild('Non-engagement'), true)
    assert.equal(blamesTheChild('The clinic closes at three'), false)
    const put = (what: string, body: string) =>
      a.w.acting(ada, (tx) =>
        sql`insert into waymark.barrier (child_id, level, theme, body, what, seen_on)
            values (${a.child}, 'service', 'other', ${body}, ${what}, '2026-11-01')`.execute(tx),
      )
    await assert.rejects(put('Child non-engagement', 'The clinic'), /barrier_is_not_the_child/)
    await assert.rejects(put('x', 'The young person'), /barrier_is_not_the_child/)
    const unknown = a.w.acting(ada, (tx) =>
      sql`insert into waymark.barrier (child_id, level, theme, body, what, seen_on)
          values (${a.child}, 'child', 'other', 'x', 'y', '2026-11-01')`.execute(tx),
    )
    await assert.rejects(unknown, /barrier_level_check/)
  })

  it('names a level, a body, and what may be done with it; the last is not asked unless somebody asked', async () => {
    const none = await a.post('systems/barriers/add', { barrier: 'No interpreter' })
    assert.match(none.payload, /Choose where it is: the law, a system, a service or an attitude/)
    const whole = {
      barrier: 'No interpreter',
      level: 'service',
      theme: 'interpreting',
      body: 'The clinic',
      ...on('seenOn', '2026-11-01'),
    }
    const his = await a.post('systems/barriers/add', { ...whole, body: 'Kit' })
    assert.match(his.payload, /It is never the child or the family/)
    assert.equal((await a.post('systems/barriers/add', whole)).statusCode, 303)
    assert.match(
      await a.page('systems/in-the-way'),
      /Nobody has asked them: it stays in their record/,
    )
    assert.equal((await a.w.get(ben, a.url('systems/in-the-way'))).statusCode, 404)
  })
})
