import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { around, on } from '#tests/support/systems.ts'

describe('what is owed follows from what is written', () => {
  const a = around()
  const clocks = async () => {
    const { rows } = await sql<{ rule: string; day: string; state: string }>`
      select rule, to_char(started_at at time zone 'Europe/London', 'YYYY-MM-DD') as day, state
      from waymark.clock where child_id = ${a.child} order by rule, day`.execute(a.w.db)
    return rows.map((r) => `${r.rule} ${r.day} ${r.state}`)
  }
  before(() => a.open())

  it('a decision on an asylum claim, until it is made', async () => {
    const id = await a.process()
    assert.deepEqual(await clocks(), [
      'asylum.decision 2026-01-19 running',
      'decision.ask-again 2026-01-19 running',
    ])
    const change = (more: Record<string, string>) =>
      a.post(`happening/${id}`, {
        kind: 'papers',
        system: 'asylum',
        whatItIs: 'You asked to stay.',
        whereItIs: 'x',
        decides: 'y',
        ...more,
      })
    await change({ version: '1', state: 'waiting', ...on('waitingSince', '2026-01-12') })
    assert.deepEqual(await clocks(), [
      'asylum.decision 2026-01-12 running',
      'decision.ask-again 2026-01-12 running',
    ])
    await change({ version: '2', state: 'decided', ...on('decidedOn', '2026-11-20') })
    assert.deepEqual(await clocks(), [
      'asylum.decision 2026-01-12 done',
      'decision.ask-again 2026-01-12 no_longer_owed',
    ])
  })

  it('a lawyer, from when they say they want one', async () => {
    const wants = { version: '0', saidBy: 'child_with_someone', has: 'no', wants: 'yes' }
    await a.post('legal-help/family', wants)
    assert.ok((await clocks()).includes('legal.help 2026-11-25 running'))
    const found = { version: '1', saidBy: 'child_with_someone', has: 'yes', wants: 'yes' }
    await a.post('legal-help/family', found)
    assert.ok((await clocks()).includes('legal.help 2026-11-25 done'))
  })

  it('care, from the referral until it begins; an end to a doubt about age, until something is final', async () => {
    const asked = {
      service: 'mental_health',
      what: 'x',
      ...on('askedOn', '2026-02-01'),
      askedBy: 'child',
    }
    await a.post('systems/requests/add', asked)
    const { rows } = await sql<{ id: string }>`select id from waymark.access_request`.execute(
      a.w.db,
    )
    const step = { request: rows[0]?.id ?? '', body: 'CAMHS' }
    assert.ok(!(await clocks()).some((c) => c.startsWith('health')))
    await a.post('systems/steps/add', { ...step, kind: 'referred', ...on('onDay', '2026-02-09') })
    assert.ok((await clocks()).includes('health.mental-health 2026-02-09 running'))
    const started = { ...step, kind: 'started', support: 'EMDR', ...on('onDay', '2026-06-01') }
    await a.post('systems/steps/add', started)
    assert.ok((await clocks()).includes('health.mental-health 2026-02-09 done'))
    const doubt = {
      doubtedBy: 'council',
      who: 'x',
      why: 'y',
      outcome: 'open',
      ...on('doubtedOn', '2026-05-04'),
    }
    await a.post('systems/age/add', doubt)
    assert.ok((await clocks()).includes('age.decision 2026-05-04 running'))
  })
})
