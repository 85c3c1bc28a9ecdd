import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { around, on } from '#tests/support/systems.ts'

describe('health and learning, asked for and got', () => {
  const a = around()
  before(() => a.open())
  const asked = {
    service: 'mental_health',
    what: 'Somebody to talk to',
    ...on('askedOn', '2026-01-10'),
    askedBy: 'child',
  }

  it('counts days and refusals from what happened', async () => {
    assert.equal((await a.post('systems/requests/add', asked)).statusCode, 303)
    const { rows } = await sql<{ id: string }>`select id from waymark.access_request`.execute(
      a.w.db,
    )
    const step = (kind: string, day: string, more: Record<string, string> = {}) =>
      a.post('systems/steps/add', {
        request: rows[0]?.id ?? '',
        kind,
        body: 'CAMHS',
        ...on('onDay', day),
        ...more,
      })
    assert.match(
      (await step('referred', '2026-01-01')).payload,
      /That is before the day it was asked for/,
    )
    assert.match(
      (await step('refused', '2026-02-01')).payload,
      /Enter the reason they gave for refusing/,
    )
    assert.equal(
      (await step('refused', '2026-02-01', { why: 'Waiting for papers' })).statusCode,
      303,
    )
    assert.match(
      await a.page('systems/access'),
      /has been without it for 319 days[\s\S]*Refused 1 time/,
    )
    assert.match((await step('started', '2026-04-20')).payload, /Enter what kind of help it is/)
    assert.equal((await step('started', '2026-04-20', { support: 'EMDR' })).statusCode, 303)
    assert.match(
      await a.page('systems/access'),
      /It took 100 days until it started, on 20 April 2026/,
    )
    const moved = { ...asked, version: '1', ...on('askedOn', '2026-03-01') }
    assert.match(
      (await a.post(`systems/requests/${rows[0]?.id}`, moved)).payload,
      /Something happened to it before that day/,
    )
  })

  it('asks for learning what is in the way and what is done, and keeps both', async () => {
    assert.match(await a.page('systems/access'), /nobody has written what is in the way/)
    const learning = { ...asked, service: 'education', what: 'A place at college' }
    const bare = await a.post('systems/requests/add', learning)
    assert.equal(bare.statusCode, 422)
    assert.match(bare.payload, /Enter what stands in the way[\s\S]*Enter which body is responsible/)
    const blame = {
      ...learning,
      barrier: 'Non-engagement',
      level: 'attitude',
      theme: 'no_place',
      body: 'the young person',
      action: 'x',
      actionBy: 'y',
    }
    const blamed = await a.post('systems/requests/add', blame)
    assert.match(
      blamed.payload,
      /Not engaging is no barrier of a child’s[\s\S]*It is never the child or the family/,
    )
    const right = {
      ...blame,
      barrier: 'The college takes nobody after October',
      level: 'service',
      body: 'Northmere College',
    }
    assert.equal((await a.post('systems/requests/add', right)).statusCode, 303)
    assert.doesNotMatch(await a.page('systems/access'), /nobody has written what is in the way/)
    assert.match(
      await a.page('systems/in-the-way'),
      />A service<[\s\S]*takes nobody after October[\s\S]*Northmere College/,
    )
  })
})
