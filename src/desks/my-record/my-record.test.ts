import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { ownRecord, versionOn } from '#tests/support/own-record.ts'
import { ada, kit, meg } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { someWorries } from '#tests/support/worries.ts'

type OwnRecord = Awaited<ReturnType<typeof ownRecord>>

describe('what is written about me', () => {
  let w: World
  let child: OwnRecord['child']
  let name: OwnRecord['name']
  let record: OwnRecord['record']

  before(async () => {
    w = await world()
    ;({ child, name, record } = await ownRecord(w))
  })

  it('says each line in plain words, who wrote it and when, and nothing is left unsaid', async () => {
    const payload = await record()
    assert.match(payload, /1 January 2007[\s\S]*An office chose this day/)
    assert.match(payload, /Written by Ada Worker on \d+ \w+ \d{4}/)
    assert.match(payload, /Christopher[\s\S]*On papers/)
    assert.match(payload, /Ada Worker[\s\S]*Key worker[\s\S]*Since 5 January 2026/)
    assert.match(payload, /What is not shown here/)
    assert.match(payload, /href="\/me\/who-looked"/)
    assert.match((await w.get(kit, '/me')).payload, /href="\/me\/record"/)
  })

  it('leads to what is written for me to read, says what is not here, and shows nothing of a worry', async () => {
    await someWorries(w, child, ada, meg)
    const page = await record()
    assert.match(page, /href="\/me\/happening"/)
    assert.match(page, /href="\/me\/legal-help"/)
    assert.match(page, /what workers wrote to keep you safe[\s\S]*You can ask for all of it/)
    for (const written of ['A car', 'At night', 'Made to work', 'An aunt', 'Nobody asked']) {
      assert.equal(page.includes(written), false, written)
    }
  })

  it('says what was asked for, what is due and asked of me, and what is said of me for forms, with who wrote it', async () => {
    const claim = { kind: 'nationality', value: 'Eritrean', source: 'child_says' }
    assert.equal((await w.post(ada, `/children/${child}/claims/add`, claim)).statusCode, 303)
    await w.post(ada, `/children/${child}/systems/requests/add`, {
      service: 'mental_health',
      what: 'Trauma therapy at the clinic',
      askedBy: 'child',
      'askedOn-day': '1',
      'askedOn-month': '9',
      'askedOn-year': '2026',
    })
    const barrier = {
      barrier: 'The clinic is full until summer',
      level: 'service',
      theme: 'waiting',
      body: 'A clinic',
      'seenOn-day': '2',
      'seenOn-month': '9',
      'seenOn-year': '2026',
    }
    await w.post(ada, `/children/${child}/systems/barriers/add`, {
      ...barrier,
      childWords: 'They always say next month',
    })
    // In no heading, and on no page but its own.
    for (const url of ['', '/names', '/births']) {
      assert.doesNotMatch((await w.get(ada, `/children/${child}${url}`)).payload, /Eritrean/, url)
    }
    const page = await record()
    assert.match(
      page,
      /What forms ask about me[\s\S]*Eritrean[\s\S]*Your nationality[\s\S]*You said so/,
    )
    assert.match(
      page,
      /Somebody to talk to[\s\S]*Asked for, for you[\s\S]*It has not begun yet[\s\S]*Written by Ada Worker/,
    )
    assert.match(page, /They always say next month[\s\S]*What is in the way/)
    // What staff wrote of it is not read out on a phone.
    assert.doesNotMatch(page, /full until summer|Trauma/)
    const fix = /href="(\/me\/record\/fix\/child_claim\/[^"]+)"/.exec(page)?.[1] ?? ''
    assert.equal((await w.get(kit, fix)).statusCode, 200)
    const form = await w.get(kit, fix)
    const sent = await w.post(kit, fix, {
      version: versionOn(form.payload),
      wrong: 'I am from Tigray',
      right: '',
    })
    assert.equal(sent.statusCode, 303, sent.payload.slice(0, 300))
    assert.match((await w.get(ada, `/children/${child}/claims`)).payload, /Eritrean/)
  })

  it('does not show a worker’s note at once, says that there is one, and how to ask', async () => {
    const payload = await record()
    assert.doesNotMatch(payload, /cousin Omar/)
    assert.match(payload, /A worker wrote a note here/)
    assert.match(payload, new RegExp(`href="/me/record/note/child_name/${name}"`))
  })
})
