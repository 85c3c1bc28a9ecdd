import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { aChild } from '#tests/support/builders.ts'
import {
  ada,
  ben,
  harbourTeam,
  hillTeam,
  kit,
  meg,
  mia,
  southTeam,
  sys,
  zoe,
} from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { anAccount, PASSWORD } from '../account.fixture.ts'
import { visitor } from '../visitor.fixture.ts'

const oneTimeOn = (html: string) => /<code>([a-z0-9-]{19})<\/code>/.exec(html)?.[1] ?? ''

describe('managing accounts', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  it('lists the staff of the organisation, and neither young people nor the system', async () => {
    const { payload } = await w.get(zoe, '/accounts')
    for (const person of [ada, ben, meg, zoe]) assert.ok(payload.includes(person.name), person.name)
    for (const person of [kit, sys, mia]) assert.ok(!payload.includes(person.userName), person.name)
    const found = await w.get(zoe, '/accounts?search=ada')
    assert.ok(found.payload.includes(ada.name) && !found.payload.includes(ben.name))
    const none = await w.get(zoe, '/accounts?search=xyzzy%00%27')
    assert.match(none.payload, /No account of your organisation has/)
  })

  it('is for administrators only', async () => {
    for (const person of [ada, meg, kit]) {
      assert.equal((await w.get(person, '/accounts')).statusCode, 403)
    }
  })

  it('opens an account whose password works once', async () => {
    const res = await w.post(zoe, '/accounts/open', {
      name: '  Nia   New ',
      userName: 'Nia.New@northmere.example',
      role: 'practitioner',
      teamId: harbourTeam,
    })
    assert.equal(res.statusCode, 200)
    assert.match(res.payload, /Nia New/)
    const password = oneTimeOn(res.payload)
    const row = await w.db
      .selectFrom('waymark.person')
      .selectAll()
      .where('user_name', '=', 'nia.new@northmere.example')
      .executeTakeFirstOrThrow()
    assert.equal(row.organisation_id, zoe.organisationId)
    assert.equal(row.team_id, harbourTeam)
    assert.equal(row.invented, true, 'in a demonstration everybody is invented')
    const v = visitor(w)
    await v.get('/sign-in')
    await v.send('/sign-in', { userName: 'nia.new@northmere.example', password })
    assert.match((await v.follow()).payload, /Choose your own password/)
    const entry = await w.db
      .selectFrom('waymark.audit_entry')
      .selectAll()
      .where('action', '=', 'accounts.open')
      .where('actor_id', '=', zoe.id)
      .executeTakeFirstOrThrow()
    assert.deepEqual(entry.detail, { account: row.id, role: 'practitioner' })
  })

  it('says what is wrong and keeps what was typed', async () => {
    for (const [typed, said] of [
      [{}, /Enter the person’s name/],
      [{ name: 'A', userName: 'ab' }, /at least 3 characters/],
      [{ name: 'A', userName: 'a b c' }, /letters a to z/],
      [{ name: 'A', userName: 'abc' }, /Choose what the person does/],
      [{ name: 'A', userName: 'abc', role: 'young_person' }, /Choose what the person does/],
      [{ name: 'A', userName: 'abc', role: 'system' }, /Choose what the person does/],
      [
        { name: 'A', userName: 'abc', role: 'manager', teamId: southTeam },
        /Choose a team of your organisation/,
      ],
      [
        { name: 'A', userName: ada.userName.toUpperCase(), role: 'manager', teamId: '' },
        /Somebody has this one already/,
      ],
    ] as const) {
      const res = await w.post(zoe, '/accounts/open', typed)
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, said)
    }
    const kept = await w.post(zoe, '/accounts/open', { name: '<b>Bo</b>', userName: 'x' })
    assert.match(kept.payload, /value="&lt;b&gt;Bo&lt;\/b&gt;"/)
  })

  it('changes role and team, and shows both when two change at once', async () => {
    const tess = await anAccount(w)
    const url = `/accounts/${tess.id}`
    const seen = await w.get(zoe, url)
    assert.match(seen.payload, /name="version" value="1"/)
    const typed = { name: 'Tess Tester', role: 'manager', teamId: hillTeam, version: '1' }
    assert.equal((await w.post(zoe, url, typed)).headers.location, `${url}?done=changed`)
    const late = await w.post(zoe, url, { ...typed, role: 'analyst', teamId: '' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /Nothing was lost/)
    assert.match(late.payload, /<bdi>Manager<\/bdi>[\s\S]*<bdi>Analyst<\/bdi>/)
    assert.match(late.payload, /<bdi>Hill team<\/bdi>[\s\S]*<bdi>No team<\/bdi>/)
    assert.match(late.payload, /name="version" value="2"/)
    const row = await w.db
      .selectFrom('waymark.person')
      .select(['role', 'version'])
      .where('id', '=', tess.id)
      .executeTakeFirstOrThrow()
    assert.deepEqual(row, { role: 'manager', version: 2 })
    const wrong = await w.post(zoe, url, { ...typed, version: 'x' })
    assert.equal(wrong.statusCode, 422)
  })

  it('closes an account at once and opens it again', async () => {
    const tess = await anAccount(w)
    const v = visitor(w)
    await v.get('/sign-in')
    await v.send('/sign-in', { userName: tess.userName, password: PASSWORD })
    assert.equal((await v.get('/account')).statusCode, 200)
    await w.post(zoe, `/accounts/${tess.id}/close`)
    assert.equal((await v.get('/account')).statusCode, 303)
    await v.get('/sign-in')
    const shut = await v.send('/sign-in', { userName: tess.userName, password: PASSWORD })
    assert.equal(shut.statusCode, 422)
    assert.match((await w.get(zoe, `/accounts/${tess.id}`)).payload, /Closed/)
    await w.post(zoe, `/accounts/${tess.id}/reopen`)
    const open = await v.send('/sign-in', { userName: tess.userName, password: PASSWORD })
    assert.equal(open.statusCode, 303)
  })

  it('gives a one-time password and resets a second factor, signing the person out', async () => {
    const tess = await anAccount(w, { withApp: true })
    const given = await w.post(zoe, `/accounts/${tess.id}/password`)
    const password = oneTimeOn(given.payload)
    await w.post(zoe, `/accounts/${tess.id}/second-factor`)
    const v = visitor(w)
    await v.get('/sign-in')
    await v.send('/sign-in', { userName: tess.userName, password })
    assert.match((await v.follow()).payload, /Choose your own password/)
    const page = await w.get(zoe, `/accounts/${tess.id}`)
    assert.match(page.payload, /A one-time password, not changed yet/)
    assert.match(page.payload, /Not set up yet/)
  })

  it('does not reach accounts of others: young people’s, another organisation’s, the system’s', async () => {
    for (const person of [kit, mia, sys]) {
      assert.equal((await w.get(zoe, `/accounts/${person.id}`)).statusCode, 404)
      for (const act of ['password', 'second-factor', 'close', 'reopen']) {
        assert.equal((await w.post(zoe, `/accounts/${person.id}/${act}`)).statusCode, 404)
      }
    }
    assert.equal((await w.get(zoe, '/accounts/not-an-id')).statusCode, 404)
  })

  it('is refused by the database itself, whatever a page might ask', async () => {
    const { givePassword, resetSecondFactor, endSessionsOf } = await import(
      '../accounts.queries.ts'
    )
    for (const [actor, target] of [
      [zoe, kit],
      [zoe, mia],
      [ada, ben],
      [ada, kit],
      [meg, ada],
      [kit, ada],
    ] as const) {
      for (const act of [
        () => w.acting(actor, (tx) => givePassword(tx, target.id, 'x', false)),
        () => w.acting(actor, (tx) => resetSecondFactor(tx, target.id)),
        () => w.acting(actor, (tx) => endSessionsOf(tx, target.id, 'x')),
      ]) {
        await assert.rejects(act, /not theirs to manage/, `${actor.name} and ${target.name}`)
      }
    }
  })

  it('does not let an administrator change what they themselves may do, or lock themselves out', async () => {
    const page = await w.get(zoe, `/accounts/${zoe.id}`)
    assert.match(page.payload, /This is your own account/)
    const version = /name="version" value="(\d+)"/.exec(page.payload)?.[1] ?? ''
    const res = await w.post(zoe, `/accounts/${zoe.id}`, {
      name: zoe.name,
      role: 'manager',
      teamId: '',
      version,
    })
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /Ask another administrator to change your own role/)
    for (const act of ['password', 'second-factor', 'close']) {
      assert.equal((await w.post(zoe, `/accounts/${zoe.id}/${act}`)).statusCode, 422)
    }
    assert.equal((await w.get(zoe, '/accounts')).statusCode, 200)
  })

  it('opens no child’s record, nor a young person’s own way in', async () => {
    const child = await aChild(w, {})
    const { statusCode } = await w.get(zoe, `/children/${child}/sign-in`)
    assert.equal(statusCode, 403)
  })

  it('adds teams and renames them, once', async () => {
    assert.equal((await w.post(zoe, '/accounts/teams', { name: 'Lake team' })).statusCode, 303)
    const twice = await w.post(zoe, '/accounts/teams', { name: ' Lake  team ' })
    assert.equal(twice.statusCode, 422)
    assert.match(twice.payload, /There is a team of this name already/)
    assert.match((await w.post(zoe, '/accounts/teams', { name: '' })).payload, /Enter a name/)
    const { payload } = await w.get(zoe, '/accounts/teams')
    const url =
      /<bdi>Lake team<\/bdi> <a class="govuk-link" href="([^"]+)"/.exec(payload)?.[1] ?? ''
    const rename = (was: string, name: string) => w.post(zoe, url, { was, name })
    assert.equal((await rename('Lake team', 'River team')).statusCode, 303)
    const late = await rename('Lake team', 'Sea team')
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /It is now called <bdi>River team<\/bdi>; you typed <bdi>Sea team/)
    assert.equal((await rename('River team', 'Hill team')).statusCode, 422)
    assert.equal((await rename('River team', 'Sea team')).statusCode, 303)
    const far = await w.get(zoe, `/accounts/teams/${southTeam}`)
    assert.equal(far.statusCode, 404)
  })
})
