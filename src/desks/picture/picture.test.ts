import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { aCheckIn } from '#tests/support/check-ins.ts'
import { ada, ann, ben, ivy, joy, kit, southmere } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

describe('the picture of one young person over time', () => {
  let w: World
  before(async () => {
    w = await world()
    await loadProvisionalSet(w.db)
  })

  it('says who was not asked, rather than drawing nothing', async () => {
    const child = await aChild(w, { knownAs: 'Noor' })
    assert.match(
      (await w.get(ada, `/children/${child}/picture`)).payload,
      /Nobody has asked Noor yet/,
    )
    await w.post(ada, `/children/${child}/check-in/not-held`, {
      reason: 'offered_declined',
      day: '3',
      month: '3',
      year: '2026',
    })
    const asked = /Noor was asked and chose not to say/
    assert.match((await w.get(ada, `/children/${child}/picture`)).payload, asked)
    assert.match((await w.get(ada, `/children/${child}`)).payload, asked)
  })

  it('draws what matters most first, gaps open, other voices never on the line, and all of it as a table', async () => {
    const child = await aChild(w, { knownAs: 'Kit', account: kit })
    await aCheckIn(w, child, {
      at: new Date('2026-01-10T10:00:00Z'),
      answers: {
        'safe-home': { state: 'mostly', words: 'Quiet <now>', importance: 'a_lot' },
        learning: { state: 'fully', helps: { person: 'Ms Ito' } },
      },
    })
    await aCheckIn(w, child, {
      at: new Date('2026-03-10T10:00:00Z'),
      answers: {
        'safe-home': { reason: 'not_now', importance: 'a_lot' },
        learning: { state: 'changes_a_lot' },
      },
    })
    await aCheckIn(w, child, {
      at: new Date('2026-03-12T10:00:00Z'),
      voice: 'practitioner',
      author: ada,
      answers: { 'safe-home': { state: 'fully', words: 'Saw it' } },
    })
    await aCheckIn(w, child, {
      at: new Date('2026-03-13T10:00:00Z'),
      voice: 'practitioner',
      author: ada,
      status: 'draft',
      answers: { 'safe-home': { state: 'a_little', words: 'Not for reading' } },
    })
    const { payload } = await w.get(ada, `/children/${child}/picture`)
    const home = payload.indexOf('id="over-time-safe-home"')
    const learning = payload.indexOf('id="over-time-learning"')
    assert.ok(home > 0 && learning > home, 'what matters a lot comes first')
    const drawing = payload.slice(payload.indexOf('<svg', home), payload.indexOf('</svg>', home))
    assert.equal(drawing.match(/<circle/g)?.length, 2, 'one step and one gap, and no other voice')
    assert.match(drawing, /stroke-dasharray="3 3"/)
    assert.match(payload, /Without an answer: 2: Not now/)
    assert.match(payload, /Quiet &lt;now&gt;/)
    assert.match(payload, /A worker’s view: Ada Worker/)
    assert.match(payload, /Saw it/)
    assert.doesNotMatch(payload, /Not for reading/)
    assert.match(payload, /A person: Ms Ito/)
    assert.match(payload, /Ada Worker began to stand beside them/)
    assert.equal(payload.match(/<table/g)?.length, 2, 'a table for each chart')
    assert.doesNotMatch(payload, / style=/)
    const turned = await w.get(ada, `/children/${child}/picture?by=principle`)
    assert.match(turned.payload, /id="over-time-p\d+-safe-home"/)

    const mine = await w.get(kit, '/me/picture')
    assert.equal(mine.statusCode, 200)
    assert.match(mine.payload, /There is no right way for it to go/)
    const arabic = await w.get(kit, '/me/picture?in=ar')
    assert.match(arabic.payload, /<svg[^>]* direction="rtl"/)
    assert.match(arabic.payload, /غالبًا/)
  })

  it('is not there for those out of reach', async () => {
    const child = await aChild(w)
    assert.equal((await w.get(ben, `/children/${child}/picture`)).statusCode, 404)
    assert.equal((await w.get(ann, `/children/${child}/picture`)).statusCode, 403)
    assert.equal((await w.get(ivy, `/children/${child}/picture`)).statusCode, 200)
  })

  it('has what the young person says is wrong beside somebody else’s entry, and beside what happened', async () => {
    const account = joy
    const child = await aChild(w, { account, organisationId: southmere, allocatedTo: [ada] })
    const answers = { 'safe-home': { state: 'fully' as const, words: 'Saw it' } }
    await aCheckIn(w, child, { at: new Date('2026-03-10T10:00:00Z'), answers })
    await aCheckIn(w, child, {
      at: new Date('2026-03-12T10:00:00Z'),
      voice: 'practitioner',
      author: ada,
      answers,
    })
    await sql`insert into waymark.care_episode (child_id, organisation_id, began_on, placement, legal_status, said_in)
      values (${child}, ${ada.organisationId}, '2026-02-02', 'U4', 'C2', 2026)`.execute(w.db)
    const record = (await w.get(account, '/me/record')).payload
    for (const [about, wrong] of [
      ['view', 'I did not say that.'],
      ['council', 'That was in March.'],
    ] as const) {
      const [, at = ''] = new RegExp(`href="(/me/record/fix/${about}/[^"]+)"`).exec(record) ?? []
      assert.equal((await w.post(account, at, { version: '', wrong, right: '' })).statusCode, 303)
    }
    const page = (await w.get(ada, `/children/${child}/picture`)).payload
    const around = page.slice(page.indexOf('What happened around them'), page.indexOf('wm-sheet'))
    assert.match(around, /That was in March\./)
    const others = page.slice(page.indexOf('How others see it'))
    assert.match(others, /I did not say that\./)
    assert.match(others, /They say that this is wrong/)
  })
})
