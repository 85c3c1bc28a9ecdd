import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aChild } from '#tests/support/builders.ts'
import { ada, kit, northmere } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

describe('what the council’s return says, on a child’s page', () => {
  let w: World
  before(async () => {
    w = await world()
  })

  it('stands closed at the foot, in words, and never says how a child came here', async () => {
    const child = await aChild(w, { knownAs: 'Kit' })
    for (const [file, facts] of [
      ['header', '{"SEX":"F","ETHNIC":"BAFR"}'],
      ['uasc', '{"DUC":"2025-01-01"}'],
    ]) {
      await sql`insert into waymark.return_row (child_id, organisation_id, file, natural_key, said_in, facts, as_sent, private_to)
        values (${child}, ${northmere}, ${file}, '', 2024, ${facts}::jsonb, '{}', ${file === 'uasc' ? ada.id : null})`.execute(
        w.db,
      )
    }
    await sql`insert into waymark.care_episode (child_id, organisation_id, began_on, placement, legal_status, said_in)
      values (${child}, ${northmere}, '2023-06-12', 'U4', 'C2', 2024)`.execute(w.db)
    await sql`insert into waymark.missing_period (child_id, organisation_id, began_on, ended_on, kind, said_in)
      values (${child}, ${northmere}, '2024-01-20', '2024-01-23', 'M', 2024)`.execute(w.db)
    const { payload } = await w.get(ada, `/children/${child}`)
    const main = payload.slice(payload.indexOf('<main'), payload.indexOf('</main>'))
    const closed = main.lastIndexOf('<details', main.indexOf('What papers and other systems say'))
    assert.ok(closed > 0)
    assert.doesNotMatch(main.slice(closed, closed + 60), /\bopen\b/)
    const foot = main.slice(closed)
    assert.match(foot, /From the council’s return/)
    assert.match(foot, /year to 31 March 2024: Sex Female, Ethnicity African/)
    assert.match(foot, /From 12 June 2023[\s\S]*foster care[\s\S]*a court’s care order/)
    assert.match(foot, /20 January 2024 to 23 January 2024. Missing/)
    assert.doesNotMatch(main.slice(0, closed), /care order|Missing(?!, and found)|foster/)
    assert.doesNotMatch(main, /\buasc|unaccompanied|asylum/i)
  })

  it('has the young person’s notes beside the very line, and at the head when that line is gone', async () => {
    const child = await aChild(w, { knownAs: 'Kit', account: kit })
    await sql`insert into waymark.return_row (child_id, organisation_id, file, natural_key, said_in, facts, as_sent)
      values (${child}, ${northmere}, 'header', '', 2024, '{"SEX":"F"}'::jsonb, '{}')`.execute(w.db)
    for (const [began, home] of [
      ['2023-06-12', 'U4'],
      ['2024-02-02', 'K2'],
    ]) {
      await sql`insert into waymark.care_episode (child_id, organisation_id, began_on, ended_on, placement, legal_status, said_in)
        values (${child}, ${northmere}, ${began}::date, ${began}::date + 30, ${home}, 'C2', 2024)`.execute(
        w.db,
      )
    }
    const record = (await w.get(kit, '/me/record')).payload
    const [, at = ''] =
      /href="(\/me\/record\/fix\/council\/2024-02-02\.[a-z-]+)"/.exec(record) ?? []
    assert.ok(at, 'the line is theirs to put right')
    const wrong = 'I never lived there.'
    assert.equal((await w.post(kit, at, { version: '', wrong, right: '' })).statusCode, 303)
    const page = async () => (await w.get(ada, `/children/${child}`)).payload
    const foot = async () =>
      (await page()).slice((await page()).indexOf('From the council’s return'))
    const beside = await foot()
    assert.ok(beside.indexOf('I never lived there.') > beside.indexOf('2 February 2024'))
    assert.ok(beside.indexOf('I never lived there.') < beside.indexOf('12 June 2023'))
    assert.match((await w.get(kit, '/me/record')).payload, /I never lived there/)
    await sql`delete from waymark.care_episode where child_id = ${child} and began_on = '2024-02-02'`.execute(
      w.db,
    )
    const after = await foot()
    assert.ok(after.indexOf('I never lived there.') > 0)
    assert.ok(after.indexOf('I never lived there.') < after.indexOf('12 June 2023'))
  })

  it('is not there for a child no return names', async () => {
    const child = await aChild(w, { knownAs: 'Kit' })
    assert.doesNotMatch(
      (await w.get(ada, `/children/${child}`)).payload,
      /From the council’s return/,
    )
  })
})
