import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { visitor } from '#domains/people/visitor.fixture.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, ben, gus, hal, meg, mia, zoe } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { accountOf, codeOn, comeIn, shownCode, withCode } from './young.ts'

const NOT_RIGHT = /That code does not work/

describe('a code to come in with', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  const audited = (action: string, child: string) =>
    w.db
      .selectFrom('waymark.audit_entry')
      .selectAll()
      .where('action', '=', action)
      .where('child_id', '=', child)
      .execute()

  it('is shown by whoever stands beside them, and lets in somebody without email, phone or account', async () => {
    const child = await aChild(w, { knownAs: 'Sol' })
    const code = await shownCode(w, child)
    const { v, res } = await withCode(w, code)
    assert.equal(res.statusCode, 303)
    assert.match((await v.follow()).payload, /You can leave these pages at any time/)
    await v.send('/me/leaving')
    assert.match((await v.follow()).payload, /How do you want to come back\?/)
    assert.match((await v.get('/me')).payload, /Sol/)
    const [entry] = await audited('child.give-code', child)
    assert.equal(entry?.actor_id, ada.id)
    assert.ok(!JSON.stringify(entry).includes(code.replaceAll(' ', '')))
  })

  it('is kept only under a key, and stands in no log', async () => {
    const child = await aChild(w, {})
    const code = (await shownCode(w, child)).replaceAll(' ', '')
    await withCode(w, code)
    const rows = await w.db.selectFrom('waymark.way_in_code').selectAll().execute()
    const tries = await w.db.selectFrom('waymark.sign_in_attempt').selectAll().execute()
    const entries = await w.db.selectFrom('waymark.audit_entry').selectAll().execute()
    assert.ok(!JSON.stringify([rows, tries, entries, w.logged]).includes(code))
  })

  it('is in the fragment of the square’s address, which no browser sends', async () => {
    const child = await aChild(w, { knownAs: 'Sol' })
    const { payload } = await w.post(ada, `/children/${child}/sign-in/code`)
    assert.match(payload, /http:\/\/localhost\/in\/code</)
    assert.match(payload, /<svg[\s\S]*<path d="M/)
    assert.doesNotMatch(payload, /\/in\/code[#?/]\d/)
    assert.doesNotMatch(/<title>[\s\S]*?<\/title>/.exec(payload)?.[0] ?? '', /Sol|\d{3}/)
  })

  it('works once', async () => {
    const child = await aChild(w, {})
    const code = await shownCode(w, child)
    assert.equal((await withCode(w, code)).res.statusCode, 303)
    const again = await withCode(w, code)
    assert.equal(again.res.statusCode, 422)
    assert.match(again.res.payload, NOT_RIGHT)
  })

  it('works once also when it is sent many times at the same moment', async () => {
    const child = await aChild(w, {})
    const code = await shownCode(w, child)
    const tries = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => withCode(w, code, { address: `192.0.2.${n + 10}` })),
    )
    assert.equal(tries.filter(({ res }) => res.statusCode === 303).length, 1)
    const open = await w.db
      .selectFrom('waymark.session')
      .select('id')
      .where('person_id', '=', await accountOf(w, child))
      .execute()
    assert.equal(open.length, 1)
  })

  it('ends when a new one is given, when it is taken back, and after twenty minutes', async () => {
    const child = await aChild(w, {})
    const first = await shownCode(w, child)
    const second = await shownCode(w, child)
    assert.match((await withCode(w, first)).res.payload, NOT_RIGHT)
    await w.post(ada, `/children/${child}/sign-in/code/end`)
    assert.match((await withCode(w, second)).res.payload, NOT_RIGHT)
    assert.match((await w.get(ada, `/children/${child}/sign-in/code`)).payload, /was taken back/)
    const third = await shownCode(w, child)
    await sql`update waymark.way_in_code set given_at = given_at - interval '20 minutes',
      ends_at = ends_at - interval '20 minutes'`.execute(w.db)
    assert.match((await withCode(w, third)).res.payload, NOT_RIGHT)
    assert.match((await w.get(ada, `/children/${child}/sign-in/code`)).payload, /not used in time/)
  })

  it('is spent by pressing the button, and not by opening its address', async () => {
    const child = await aChild(w, {})
    const code = await shownCode(w, child)
    for (const url of ['/in/code', `/in/code?code=${code.replaceAll(' ', '')}`]) {
      assert.equal((await w.app.inject({ url })).statusCode, 200)
    }
    assert.equal((await withCode(w, code)).res.statusCode, 303)
  })

  it('is not spent when the other question was forgotten, and what was typed stays', async () => {
    const child = await aChild(w, {})
    const code = await shownCode(w, child)
    const v = visitor(w)
    await v.get('/in/code')
    const asked = await v.send('/in/code', { code })
    assert.equal(asked.statusCode, 422)
    assert.match(asked.payload, /Say whose device this is/)
    assert.match(asked.payload, new RegExp(`value="${code}"`))
    assert.equal((await v.send('/in/code', { code, whose: 'mine' })).statusCode, 303)
  })

  it('lets nobody in once whoever gave it stands beside the young person no longer', async () => {
    const child = await aChild(w, { allocatedTo: [ada, gus] })
    const code = await shownCode(w, child, gus)
    await w.db
      .updateTable('waymark.allocation')
      .set({ ended_on: '2026-01-06' })
      .where('child_id', '=', child)
      .where('person_id', '=', gus.id)
      .execute()
    const late = await withCode(w, code)
    assert.equal(late.res.statusCode, 422)
    assert.match(late.res.payload, NOT_RIGHT)
    assert.equal((await withCode(w, await shownCode(w, child))).res.statusCode, 303)
  })

  it('of one young person opens nothing of another’s', async () => {
    const [one, two] = [await aChild(w, { knownAs: 'Uno' }), await aChild(w, { knownAs: 'Dua' })]
    const v = await comeIn(w, one)
    const other = await comeIn(w, two)
    assert.match((await v.get('/me')).payload, /Uno/)
    assert.match((await other.get('/me')).payload, /Dua/)
  })

  it('is given by nobody who does not reach the child, and by no administrator', async () => {
    const child = await aChild(w, {})
    for (const path of ['', '/end']) {
      const url = `/children/${child}/sign-in/code${path}`
      for (const [person, status] of [
        [ben, 404],
        [mia, 404],
        [hal, 404],
        [ann, 403],
        [zoe, 403],
      ] as const) {
        assert.equal((await w.post(person, url)).statusCode, status, `${person.name} ${url}`)
      }
    }
    assert.equal((await w.post(meg, `/children/${child}/sign-in/code`)).statusCode, 200)
  })

  it('is refused by the database itself, whatever a page may do', async () => {
    const child = await aChild(w, {})
    await comeIn(w, child)
    const account = await accountOf(w, child)
    for (const person of [ben, zoe]) {
      await assert.rejects(
        w.acting(person, (tx) =>
          sql`select waymark.give_code(${account}, '\\x00', now(), now())`.execute(tx),
        ),
        /not theirs to manage/,
      )
    }
  })

  it('tells who looks at the page what became of the last one, and never the code', async () => {
    const child = await aChild(w, {})
    const url = `/children/${child}/sign-in/code`
    assert.doesNotMatch((await w.get(ada, url)).payload, /The last code/)
    const code = await shownCode(w, child)
    const open = (await w.get(meg, url)).payload
    assert.match(open, /A code that Ada Worker gave is open until \d\d:\d\d/)
    assert.ok(!open.includes(code) && codeOn(open) === '')
    await withCode(w, code)
    assert.match((await w.get(ada, url)).payload, /given by you, was used at/)
  })
})

describe('guessing at the door', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  it('gets one answer for a code that is wrong, spent, ended or no code at all', async () => {
    const child = await aChild(w, {})
    const ended = await shownCode(w, child)
    const spent = await shownCode(w, child)
    await withCode(w, spent)
    const said = new Set<string>()
    for (const code of [ended, spent, '482 915 330 271', 'river lamp kite', '1']) {
      const { res } = await withCode(w, code)
      assert.equal(res.statusCode, 422)
      const told = /<div class="govuk-error-summary[\s\S]*?<\/ul>/.exec(res.payload)?.[0] ?? ''
      assert.match(told, NOT_RIGHT)
      said.add(told)
    }
    assert.equal(said.size, 1)
  })

  it('comes to an end for one place, also for a right code, and not for another place', async () => {
    const child = await aChild(w, {})
    const right = await shownCode(w, child)
    const address = '198.51.100.9'
    let waiting = false
    for (let n = 0; n < 60 && !waiting; n++) {
      const code = String(100_000_000_000 + n)
      waiting = (await withCode(w, code, { address })).res.statusCode === 429
    }
    assert.ok(waiting, 'sixty wrong codes from one place were all looked at')
    const refused = await withCode(w, right, { address })
    assert.equal(refused.res.statusCode, 429)
    assert.match(refused.res.payload, /There were too many tries/)
    assert.equal((await withCode(w, right)).res.statusCode, 303)
  })
})
