import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, kit } from '#tests/support/people.ts'
import { world, type Fields, type World } from '#tests/support/world.ts'
import { aPlace, dayIn, moveOf } from './home.fixture.ts'

const LOOKED: Fields = {
  ...dayIn('onDay', '2026-11-16'),
  seenAlone: 'yes',
  noViewWhy: '',
  viewWords: 'I want a table.',
  viewLanguage: 'en',
  viewSaidBy: 'child',
  own_room: 'yes',
  lock: 'yes',
  phone: 'yes',
  wash: 'yes',
  visitors: 'yes',
  access: 'not_for_them',
  adults: 'yes',
  night: 'on_call',
  found: 'right',
  why: 'They chose it.',
}

describe('the home of somebody who left care', () => {
  let w: World
  let child: ChildId
  const clocks = async () => {
    const { rows } = await sql<{ rule: string; state: string; due: string | null }>`
      select rule, state, due_on::text as due from waymark.clock
      where child_id = ${child} and rule not like 'decision.%' order by started_at, rule`.execute(
      w.db,
    )
    return rows.map((r) => `${r.rule} ${r.state} ${r.due}`)
  }
  const home = () => `/children/${child}/home`
  const stays = async () =>
    w.db
      .selectFrom('waymark.home_stay')
      .select(['id', 'version'])
      .where('child_id', '=', child)
      .where('ended_on', 'is', null)
      .executeTakeFirstOrThrow()

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-25T10:00:00Z'))
    child = await aChild(w, { account: kit, allocatedTo: ada, knownAs: 'Kit' })
  })

  it('begins a first review in 28 days and a first visit of the adviser in 7', async () => {
    const place = await aPlace(w, { called: 'The flat' })
    const move = moveOf(place.id, '2026-11-02', { footing: 'care_leaver' })
    assert.equal((await w.post(ada, `${home()}/move`, move)).statusCode, 303)
    assert.deepEqual(await clocks(), [
      'leaving.adviser-visit-first running 2026-11-09',
      'leaving.home-first-review running 2026-11-30',
    ])
    const owed = (await w.get(ada, `/children/${child}/clocks`)).payload
    assert.match(owed, /A first visit in the new home[\s\S]*The personal adviser/)
  })

  it('counts both from another day once the day they moved in is put right', async () => {
    const { id, version } = await stays()
    const right = { version: `${version}`, ...dayIn('beganOn', '2026-11-03') }
    const res = await w.post(ada, `${home()}/${id}/change`, right)
    assert.equal(res.statusCode, 303, res.payload)
    assert.deepEqual(await clocks(), [
      'leaving.adviser-visit-first running 2026-11-10',
      'leaving.home-first-review running 2026-12-01',
    ])
  })

  it('once looked at, is looked at again within three months and visited within two', async () => {
    const { id } = await stays()
    assert.equal((await w.post(ada, `${home()}/${id}/check`, LOOKED)).statusCode, 303)
    assert.deepEqual(await clocks(), [
      'leaving.adviser-visit-first done 2026-11-10',
      'leaving.home-first-review done 2026-12-01',
      'leaving.adviser-visit-next running 2027-01-16',
      'leaving.home-review running 2027-02-16',
    ])
  })

  it('owes nothing more there once they live somewhere else, and nothing elsewhere that no rule asks for', async () => {
    const move = moveOf('not-listed', '2026-11-20', {
      footing: 'other',
      version: `${(await stays()).version}`,
      kind: 'family_or_friends',
      called: 'With a friend',
      endedWhy: 'their_wish',
    })
    const res = await w.post(ada, `${home()}/move`, move)
    assert.equal(res.statusCode, 303, res.payload)
    assert.deepEqual((await clocks()).slice(2), [
      'leaving.adviser-visit-next no_longer_owed 2027-01-16',
      'leaving.home-review no_longer_owed 2027-02-16',
    ])
  })
})
