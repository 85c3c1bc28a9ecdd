import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, gus, hal, harbourTeam, hillTeam, kit, meg } from '#tests/support/people.ts'
import { main, on } from '#tests/support/systems.ts'
import { type Fields, world, type World } from '#tests/support/world.ts'

describe('the way to somebody who stands beside a child, step by step', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-25T10:30:00Z'))
    child = await aChild(w, { allocatedTo: [ada], account: kit, knownAs: 'Kit' })
  })

  const write = (fields: Fields, of: ChildId = child) =>
    w.post(ada, `/children/${of}/beside/steps/add`, { part: 'guardian', ...fields })
  const page = async (of: ChildId = child) =>
    main((await w.get(ada, `/children/${of}/beside`)).payload)
  const clock = async (of: ChildId = child) => {
    const { rows } = await sql<{ state: string; from: string }>`
      select state, to_char(started_at at time zone 'Europe/London', 'YYYY-MM-DD') as from
      from waymark.clock where child_id = ${of} and rule = 'guardian.allocation'`.execute(w.db)
    return rows.map((r) => [r.state, r.from])
  }

  it('says nobody has asked, until somebody does, and counts the wait from that day', async () => {
    assert.match(await page(), /Independent guardian[\s\S]*?Nobody has asked for one/)
    assert.equal((await write({ kind: 'asked', ...on('onDay', '2026-11-05') })).statusCode, 303)
    assert.match(await page(), /Asked for on 5 November 2026; waiting for 20 days/)
    assert.deepEqual(await clock(), [['running', '2026-11-05']])
  })

  it('says that nobody is there yet, never because of the child, and when it is looked at again', async () => {
    const bare = await write({ kind: 'not_there', ...on('onDay', '2026-11-10') })
    assert.equal(bare.statusCode, 422)
    assert.match(bare.payload, /Choose why nobody is there yet/)
    assert.match(bare.payload, /Enter the day it is looked at, or asked, again/)
    assert.doesNotMatch(main(bare.payload), /does not engage|refuses to|hard to reach/i)
    const before = await write({
      kind: 'not_there',
      because: 'service_full',
      ...on('onDay', '2026-11-10'),
      ...on('againOn', '2026-11-09'),
    })
    assert.match(before.payload, /must come after it/)
    const kept = { kind: 'not_there', because: 'service_full', ...on('onDay', '2026-11-10') }
    assert.equal((await write({ ...kept, ...on('againOn', '2026-12-01') })).statusCode, 303)
    assert.match(await page(), /not there yet, 10 November 2026: the service has nobody free/)
    assert.match(
      main((await w.get(kit, '/me/comes-and-goes')).payload),
      /Nobody is free yet. Somebody looks again on 1 December 2026/,
    )
  })

  it('keeps an offer that was not wanted, with the words as they were said, and owes it no more', async () => {
    await write({ kind: 'offered', who: 'Lena, guardianship', ...on('onDay', '2026-11-20') })
    const no = await write({
      kind: 'not_wanted',
      ...on('onDay', '2026-11-21'),
      words: 'I have enough people <asking>',
      saidBy: 'child',
    })
    assert.equal(no.statusCode, 303)
    assert.match(await page(), /Offered, and not wanted, 21 November 2026/)
    assert.match(await page(), /I have enough people &lt;asking&gt;/)
    assert.deepEqual(await clock(), [['no_longer_owed', '2026-11-05']])
    assert.match(
      main((await w.get(kit, '/me/comes-and-goes')).payload),
      /You said no. Nobody asks again unless you want it/,
    )
  })

  it('tells of somebody without an account here from when to when, who took over, and why it ended', async () => {
    const other = await aChild(w, { allocatedTo: [ada] })
    const step = (fields: Fields) => write(fields, other)
    await step({ kind: 'asked', ...on('onDay', '2026-10-01') })
    assert.equal(
      (await step({ kind: 'started', who: 'Lena', ...on('onDay', '2026-10-11') })).statusCode,
      303,
    )
    assert.match(
      await page(other),
      /There since 11 October 2026[\s\S]*?somebody came after 10 days/,
    )
    assert.deepEqual(await clock(other), [['done', '2026-10-01']])
    const unsaid = await step({ kind: 'changed', who: 'Omar', ...on('onDay', '2026-11-01') })
    assert.match(unsaid.payload, /Say why/)
    const why = 'Lena moved away'
    await step({ kind: 'changed', who: 'Omar', why, ...on('onDay', '2026-11-01') })
    assert.match(await page(other), /somebody new once took over a part that another had/)
  })

  it('is put right without losing what it said, and two at once see both', async () => {
    const { id } = await w.db
      .selectFrom('waymark.standing_step')
      .select('id')
      .where('child_id', '=', child)
      .where('kind', '=', 'asked')
      .executeTakeFirstOrThrow()
    const url = `/children/${child}/beside/steps/${id}`
    const form = { part: 'guardian', kind: 'asked', ...on('onDay', '2026-11-06'), version: '1' }
    assert.equal((await w.post(ada, url, { ...form, why: 'By letter' })).statusCode, 303)
    const late = await w.post(meg, url, { ...form, why: 'By telephone' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /By letter/)
    assert.match(late.payload, /By telephone/)
    assert.equal((await w.get(ben, url)).statusCode, 404)
  })

  it('shows how the young person sees somebody only where they let it be read, and never to that person', async () => {
    const see = (fields: Fields) => w.post(kit, `/me/people/${ada.id}`, { version: '0', ...fields })
    const form = await w.get(kit, `/me/people/${ada.id}`)
    assert.match(form.payload, /name="reader"|name="who"|Only me/)
    await see({ view: 'helps', words: 'She listens', reader: 'me' })
    await w.post(meg, `/children/${child}/beside/add`, { person: ben.id, part: 'advocate' })
    const asBen = async () => main((await w.get(ben, `/children/${child}/beside`)).payload)
    assert.doesNotMatch(await asBen(), /She listens/, 'kept to themselves, as it begins')
    await sql`update waymark.own_view_of_person set private_to = null where child_id = ${child}`.execute(
      w.db,
    )
    assert.match(await asBen(), /Kit<\/bdi> sees it so: helps me[\s\S]*She listens/)
    assert.doesNotMatch(await page(), /She listens/, 'never to whom it is about')
  })

  it('shows who leads a team each child by name, and no worker by a figure', async () => {
    const long = await aChild(w, { knownAs: 'Zed', teamId: hillTeam, allocatedTo: [ben] })
    await aChild(w, { knownAs: 'Abel', teamId: hillTeam, allocatedTo: [gus] })
    await sql`update waymark.allocation set started_on = '2024-01-05' where child_id = ${long}`.execute(
      w.db,
    )
    const team = main((await w.get(hal, '/people-who-stay')).payload)
    assert.ok(team.indexOf('>Abel<') < team.indexOf('>Zed<'), 'by name')
    assert.match(team, /Ben Worker<\/bdi>, key worker, 34 months/)
    assert.doesNotMatch(team, /<table|\brank|\bbest|worst|average/i)
    assert.doesNotMatch(
      main((await w.get(hal, `/people-who-stay?team=${harbourTeam}`)).payload),
      /\bKit\b/,
    )
    assert.match(main((await w.get(meg, '/people-who-stay')).payload), /Choose a team/)
    assert.equal((await w.get(ada, '/people-who-stay')).statusCode, 403)
  })
})
