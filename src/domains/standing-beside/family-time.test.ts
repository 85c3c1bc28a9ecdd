import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, kit } from '#tests/support/people.ts'
import { main, on } from '#tests/support/systems.ts'
import { world, type World } from '#tests/support/world.ts'

describe('time with family', () => {
  let w: World
  let child: ChildId
  let mum: string

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-25T10:30:00Z'))
    child = await aChild(w, { allocatedTo: [ada], account: kit, knownAs: 'Kit' })
    const { id } = await w.db
      .insertInto('waymark.person_who_matters')
      .values({ child_id: child, name: 'Selam', who_they_are: 'my mum' })
      .returning('id')
      .executeTakeFirstOrThrow()
    mum = id
  })

  it('is planned from the map of people, without a name in the address, and stands in the young person’s calendar', async () => {
    const map = main((await w.get(ada, `/children/${child}/people-map`)).payload)
    const href = /href="([^"]*\/calendar\/add\?person=[^"]+)"/.exec(map)?.[1] ?? ''
    assert.doesNotMatch(href, /Selam/)
    const form = main((await w.get(ada, href)).payload)
    assert.match(form, /value="family"[^>]*checked/)
    assert.match(form, /value="Selam"/)
    const saved = await w.post(ada, `/children/${child}/calendar/add`, {
      kind: 'family',
      ...on('on', '2026-11-29'),
      from: '15:00',
      withWhom: 'Selam',
      place: 'By telephone, at home',
      why: 'To talk with your mum',
      interpreter: 'not_needed',
    })
    assert.equal(saved.statusCode, 303, main(saved.payload))
    assert.match(main((await w.get(kit, '/me/calendar')).payload), /Time with family[\s\S]*Selam/)
    const other = `/children/${child}/calendar/add?person=${child}`
    assert.doesNotMatch(main((await w.get(ada, other)).payload), /value="family"[^>]*checked/)
  })

  it('looks again at what was agreed about seeing somebody when its day comes', async () => {
    const rule = {
      version: '0',
      rule: 'You can call your mum on Sundays.',
      decidedBy: 'The council',
      childAgrees: 'yes',
    }
    const url = `/children/${child}/people-map/${mum}/contact`
    const later = { ...rule, ...on('review', '2027-06-01') }
    assert.equal((await w.post(ada, url, later)).statusCode, 303)
    const day = async (who = ada) => main((await w.get(who, '/my-day')).payload)
    assert.doesNotMatch(await day(), /What was agreed about seeing/)
    await w.post(ada, url, { ...rule, version: '1', ...on('review', '2026-12-01') })
    assert.match(
      await day(),
      /agreed about seeing Selam is looked at again with them, by 1 December/,
    )
    assert.doesNotMatch(await day(ben), /Selam/)
    assert.match(
      main((await w.get(ada, `/children/${child}/people-map`)).payload),
      /Looked at again on 1 December 2026/,
    )
  })
})
