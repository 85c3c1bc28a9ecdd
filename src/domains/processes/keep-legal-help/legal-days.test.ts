import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { ada, ben, hal, meg } from '#tests/support/people.ts'
import { around, on } from '#tests/support/systems.ts'

describe('legal help in law', () => {
  const a = around()
  before(() => a.open())

  it('says to staff that there is a live asylum claim and no lawyer, until there is one', async () => {
    const alone = /has a live asylum claim and no lawyer/
    assert.doesNotMatch(await a.page('systems'), alone)
    await a.process()
    for (const path of ['systems', 'legal-help', '']) assert.match(await a.page(path), alone, path)
    const none = { version: '0', saidBy: 'child_with_someone', has: 'no', wants: 'no' }
    assert.equal((await a.post('legal-help/asylum', none)).statusCode, 303)
    const list = async (who: typeof ada) => (await a.w.get(who, '/no-lawyer')).payload
    for (const who of [ada, meg])
      assert.match(await list(who), new RegExp(`${a.child}/legal-help/asylum`))
    for (const far of [ben, hal]) assert.doesNotMatch(await list(far), new RegExp(a.child))
    // Who leads one team sees that team here, though they reach another child as well.
    const beside = { child_id: a.child, person_id: hal.id, part: 'other', started_on: '2026-01-05' }
    await a.w.db.insertInto('waymark.allocation').values(beside).execute()
    assert.equal((await a.w.get(hal, `/children/${a.child}`)).statusCode, 200)
    assert.doesNotMatch(await list(hal), new RegExp(a.child))
    assert.match(
      await a.page('systems'),
      alone,
      'not wanting one is theirs to say; having none is ours to mend',
    )
    const found = { version: '1', saidBy: 'someone_else', has: 'yes', helper: 'Bola' }
    assert.equal((await a.post('legal-help/asylum', found)).statusCode, 303)
    for (const path of ['systems', 'legal-help', '']) assert.doesNotMatch(await a.page(path), alone)
    assert.doesNotMatch(await list(ada), new RegExp(a.child))
  })

  it('keeps days in law, owed by somebody who is not the child', async () => {
    const due = {
      area: 'asylum',
      what: 'Appeal',
      ...on('dueOn', '2026-12-09'),
      setBy: 'The tribunal’s rules',
      owedBy: 'Kit',
    }
    const wrong = await a.post('systems/deadlines/add', due)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.payload, /A child never carries a deadline alone/)
    const right = { ...due, owedBy: 'Bola Adeyemi, solicitor' }
    assert.equal((await a.post('systems/deadlines/add', right)).statusCode, 303)
    assert.match(
      await a.page('legal-help'),
      /Bola Adeyemi, solicitor<\/bdi><\/strong> owes[\s\S]*by 9 December 2026/,
    )
  })
})
