import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from './support/builders.ts'
import { ada, hal, meg } from './support/people.ts'
import { OUR_SIDE, twoCouncils, type TwoCouncils } from './support/two-councils.ts'
import type { World } from './support/world.ts'

const DAY = 24 * 60 * 60 * 1000
const NOBODY = /Nobody to ring: the other council said no or did not answer, or it was nobody/

describe('a yes to a pair to which no yes comes', () => {
  let two: TwoCouncils
  const began = new Date()
  const after = (days: number) => new Date(began.getTime() + days * DAY)
  const tokens = { refused: '', silent: '', decoy: '', agreed: '' }
  const pairs: Record<string, { readonly at: string; readonly child: ChildId }> = {}

  const runId = async (w: World) => String((await two.rows(w, 'between_run'))[0]?.['id'])
  /** A pair as bands make it. On one side only: what the other has under this token is nobody. */
  const paired = async (w: World, token: string, knownAs: string) => {
    const child = await aChild(w, { knownAs })
    const { rows } = await sql<{ id: string }>`
      insert into waymark.between_pair (run_id, child_id, token, band, found_at)
      values (${await runId(w)}, ${child}, ${token}, 'alike', ${began}) returning id`.execute(w.db)
    return { child, at: `/children/${child}/between/${String(rows[0]?.id)}` }
  }
  const answer = async (w: World, at: string, said: 'yes' | 'no') => {
    const version = /name="version" value="(\d+)"/.exec((await w.get(meg, at)).payload)?.[1] ?? ''
    const res = await w.post(meg, at, { answer: said, because: 'To talk about them', version })
    assert.equal(res.statusCode, 303, res.payload.slice(0, 3000))
  }
  const page = async (w: World, name: string) => (await w.get(meg, pairs[name]?.at ?? '')).payload
  const sentOut = (w: World) =>
    two.rows(w, 'between_message', `direction = 'out' and kind = 'nobody'`)

  before(async () => {
    two = await twoCouncils()
    const { north, south } = two
    const asked = await north.post(meg, '/between/ask', {
      partner: await two.idOf(north, 'council'),
      matcher: await two.idOf(north, 'matcher'),
      purpose: 'known_elsewhere',
      why: 'Children move between us',
      ...OUR_SIDE,
    })
    assert.equal(asked.statusCode, 303, asked.payload.slice(0, 3000))
    await two.carry(began)
    const yes = { do: 'accept', version: '1', ...OUR_SIDE, ringName: 'Their duty desk' }
    const accepted = await south.post(meg, `/between/runs/${await runId(south)}`, yes)
    assert.equal(accepted.statusCode, 303, accepted.payload.slice(0, 3000))
    await two.carry(began)
    for (const w of [north, south])
      assert.equal((await two.rows(w, 'between_run'))[0]?.['state'], 'compared')
    for (const name of ['refused', 'silent', 'decoy', 'agreed'] as const) {
      tokens[name] = randomUUID()
      pairs[`north ${name}`] = await paired(north, tokens[name], `North ${name}`)
      if (name !== 'decoy')
        pairs[`south ${name}`] = await paired(south, tokens[name], `South ${name}`)
    }
    for (const name of Object.keys(tokens))
      await answer(north, pairs[`north ${name}`]?.at ?? '', 'yes')
    await two.carry(began)
    await answer(south, pairs['south refused']?.at ?? '', 'no')
    await answer(south, pairs['south agreed']?.at ?? '', 'yes')
    await two.carry(began)
  })

  it('waits on the page of whoever said it, and on the day of leads over there', async () => {
    for (const name of ['refused', 'silent', 'decoy']) {
      const text = await page(two.north, `north ${name}`)
      assert.match(text, /A lead here said yes\. Waits for the other council/)
      assert.match(text, /two to four weeks after your yes reached them/)
    }
    assert.match(await page(two.north, 'north agreed'), /Ring <bdi>Their duty desk/)
    assert.match(
      await page(two.south, 'south silent'),
      /Their lead has said yes\. Without an answer/,
    )
    assert.match(await page(two.south, 'south refused'), /A lead here said no: nobody to ring/)
    assert.match(await page(two.south, 'south refused'), /They cannot tell your no/)
    const asked = await two.south.acting(meg, async (tx) => {
      const { pairsAskedOfUs } = await import('#domains/between-councils/index.ts')
      return (await pairsAskedOfUs(tx)).map((pair) => pair.token)
    })
    assert.deepEqual(asked, [tokens.silent])
  })

  it('is given a day drawn from two to four weeks on, for nobody as for a child', async () => {
    const due = await two.rows(two.south, 'between_reply')
    assert.deepEqual(
      due.map((row) => String(row['token'])).toSorted(),
      Object.values(tokens).toSorted(),
    )
    for (const row of due) {
      const days = (new Date(String(row['due_at'])).getTime() - began.getTime()) / DAY
      assert.ok(days >= 13.99 && days <= 28.01, `${days}`)
    }
    // No manager of one team, nor a worker, reads whose row was asked about.
    for (const person of [ada, hal]) {
      const seen = await two.south.acting(person, (tx) =>
        sql`select token from waymark.between_reply`.execute(tx),
      )
      assert.deepEqual(seen.rows, [])
    }
  })

  it('is answered by itself on that day, in one message for a no, for silence and for nobody', async () => {
    assert.deepEqual(await two.carry(after(13)), {})
    const went = await two.carry(after(29))
    assert.deepEqual(went, { nobody: 3 })
    const sent = await sentOut(two.south)
    const shapes = sent.map((row) => {
      const message = JSON.parse(String(row['message'])) as Record<string, string>
      return [
        Object.keys(message).join(),
        message['sealed']?.length,
        message['to'],
        message['kind'],
      ].join(' ')
    })
    assert.equal(new Set(shapes).size, 1, shapes.join('\n'))
    const read = await Promise.all(
      ['refused', 'silent', 'decoy'].map((name) => page(two.north, `north ${name}`)),
    )
    for (const text of read) {
      assert.match(text, NOBODY)
      assert.equal(/Do we say yes/.test(text), false)
    }
    assert.equal(NOBODY.test(await page(two.north, 'north agreed')), false)
    const run = (await two.north.get(meg, `/between/runs/${await runId(two.north)}`)).payload
    assert.equal(run.match(new RegExp(NOBODY, 'g'))?.length, 3)
    assert.deepEqual(await two.carry(after(60)), {}, 'once')
    const { rows } = await sql<{ detail: { answers: number } }>`
      select detail from waymark.audit_entry where action = 'between.reply'`.execute(two.south.db)
    assert.deepEqual(
      rows.map((row) => row.detail.answers),
      [3],
    )
  })

  it('still hears a yes that comes after that day', async () => {
    await answer(two.south, pairs['south silent']?.at ?? '', 'yes')
    await two.carry(after(61))
    assert.match(await page(two.north, 'north silent'), /Ring <bdi>Their duty desk/)
    assert.match(await page(two.south, 'south silent'), /Ring <bdi>The duty social worker/)
    assert.match(await page(two.north, 'north refused'), NOBODY)
  })

  it('ends with the question, and says so', async () => {
    const { north } = two
    pairs['north late'] = await paired(north, randomUUID(), 'North late')
    await answer(north, pairs['north late'].at, 'yes')
    await two.carry(after(62))
    const ended = await north.post(meg, `/between/runs/${await runId(north)}`, {
      do: 'end',
      endedBecause: 'Done',
    })
    assert.equal(ended.statusCode, 303)
    assert.match(await page(north, 'north late'), /Nobody to ring: the question ended/)
    await two.carry(after(63))
    assert.deepEqual(
      await two.carry(after(100)),
      {},
      'nothing is answered of a question that ended',
    )
  })

  it('is not noted for more rows than there are, whoever makes tokens up', async () => {
    const [run] = await two.rows(two.south, 'between_run')
    const most = Number(run?.['rows_sent']) * 3
    await sql`insert into waymark.between_reply (run_id, token, due_at)
      select ${String(run?.['id'])}, gen_random_uuid(), now() + interval '20 days' from generate_series(1, ${most}::integer)`.execute(
      two.south.db,
    )
    const { keepReply } = await import('../src/domains/between-councils/reply.queries.ts')
    const keep = (token: string) =>
      two.south.acting(meg, (tx) =>
        keepReply(
          tx,
          { id: String(run?.['id']), rowsSent: Number(run?.['rows_sent']) },
          { token, dueAt: after(20) },
        ),
      )
    assert.equal(await keep(randomUUID()), false)
    assert.equal(await keep(tokens.decoy), true, 'one that was noted is, however often it comes')
  })
})
