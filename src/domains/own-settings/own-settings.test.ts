import assert from 'node:assert/strict'
import { before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { anAudit } from '#tests/support/audits.ts'
import { aCheckIn } from '#tests/support/check-ins.ts'
import { ada, ben, gus, hal, ivy, kit, meg, sys } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'

const NOT_SHARED = /Kit has chosen not to share this/

describe('a young person’s own settings', () => {
  let w: World
  let child: ChildId
  const outcome = 'safe-home'

  before(async () => {
    w = await world()
    await loadProvisionalSet(w.db)
    child = await aChild(w, { account: kit, allocatedTo: [ada, gus] })
    await w.post(kit, '/me/goals/new', { words: 'Goal-of-Kit', outcome: '' })
    await w.post(kit, '/me/own-words/faith', { words: 'Faith-of-Kit', version: '0' })
    await w.post(ada, `/children/${child}/people/add`, {
      name: 'Person-of-Kit',
      who_they_are: 'aunt',
      chosen_by: 'child',
    })
    await w.post(ada, `/children/${child}/meanings/add`, {
      word: 'home',
      meaning: 'Meaning-of-Kit',
    })
    await aCheckIn(w, child, {
      author: kit,
      answers: { [outcome]: { state: 'mostly', words: 'Said-by-Kit' } },
    })
  })

  beforeEach(async () => {
    await sql`update waymark.sharing_choice set choice = 'everyone', people = '{}'`.execute(w.db)
    await sql`update waymark.own_setting set level = 'main', larger_text = false, less_movement = false, colours = 'as_device'`.execute(
      w.db,
    )
    await sql`update waymark.asked_not_about set topics = '{}'`.execute(w.db)
  })

  const at = (page: string) => `/children/${child}${page}`
  const share = (of: string, choice: string, people: readonly string[] = []) =>
    w.post(kit, `/me/settings/sharing/${of}`, { choice, people })
  const EVERYWHERE: Readonly<Record<string, readonly [string, readonly string[]]>> = {
    check_ins: ['Said-by-Kit', ['', '/picture', '/views/new']],
    goals: ['Goal-of-Kit', ['', '/goals']],
    people: ['Person-of-Kit', ['', '/people', '/people-map', '/history']],
    words: ['Faith-of-Kit', ['', '/about-me', '/history']],
  }
  const NOTHING_THERE: Readonly<Record<string, RegExp>> = {
    check_ins: /Nobody has asked Kit|Nothing has been shared/,
    goals: /No goals are written down/,
    people: /They have not named an adult|Nobody has asked yet who matters/,
    words: /Nobody has asked yet what/,
  }
  const TABLES: Readonly<Record<string, readonly string[]>> = {
    check_ins: ['check_in', 'check_in_answer'],
    goals: ['own_goal', 'own_goal_event'],
    people: ['person_who_matters'],
    words: ['about_me', 'own_meaning'],
  }

  for (const [kind, [words, pages]] of Object.entries(EVERYWHERE)) {
    it(`keeps ${kind} back from the next thing a worker opens, and says that it is kept back`, async () => {
      await w.post(kit, '/me/settings/level', { level: 'each_kind' })
      for (const worker of [ada, gus, meg, ivy]) {
        const seen = await Promise.all(pages.map(async (p) => (await w.get(worker, at(p))).payload))
        assert.ok(
          seen.some((page) => page.includes(words)),
          `${worker.name} sees it first`,
        )
      }
      assert.equal((await share(kind, 'nobody')).statusCode, 303)
      for (const worker of [ada, gus, meg, ivy]) {
        for (const page of pages) {
          const { payload, statusCode } = await w.get(worker, at(page))
          if (statusCode === 403) continue
          assert.equal(payload.includes(words), false, `${worker.name} ${page}`)
          if (page !== '/history') assert.match(payload, NOT_SHARED, `${worker.name} ${page}`)
          assert.doesNotMatch(payload, NOTHING_THERE[kind] ?? /^$/)
        }
        for (const table of TABLES[kind] ?? []) {
          const rows = await w.acting(worker, (tx) =>
            sql`select from ${sql.table(`waymark.${table}`)} where child_id = ${child}`.execute(tx),
          )
          assert.equal(rows.rows.length, 0, `${worker.name} reads ${table}`)
        }
      }
      await share(kind, 'everyone')
      const again = await Promise.all(pages.map(async (p) => (await w.get(ada, at(p))).payload))
      assert.ok(
        again.some((page) => page.includes(words)),
        'and gives it back at once',
      )
    })
  }

  it('never counts what is not shared as something nobody asked', async () => {
    await w.post(kit, '/me/own-words/strengths', { words: 'Strong-of-Kit', version: '0' })
    assert.doesNotMatch((await w.get(ada, '/children/not-asked')).payload, new RegExp(child))
    await share('everything', 'nobody')
    assert.doesNotMatch((await w.get(ada, '/children/not-asked')).payload, new RegExp(child))
    assert.doesNotMatch((await w.get(ada, at('/picture'))).payload, /Kit has not said/)
    await w.db
      .updateTable('waymark.child')
      .set({ opened_at: new Date('2026-01-05') })
      .where('id', '=', child)
      .execute()
    assert.doesNotMatch((await w.get(ada, '/nobody-yet')).payload, new RegExp(child))
    assert.doesNotMatch((await w.get(ada, at(''))).payload, /has not chosen an adult/)
    await share('everything', 'everyone')
    assert.match((await w.get(ada, '/nobody-yet')).payload, new RegExp(child))
  })

  it('does not let a worker write into what is kept back, and breaks nothing', async () => {
    await share('everything', 'nobody')
    const posts: readonly (readonly [string, Record<string, string>])[] = [
      ['/goals', { words: 'Another' }],
      ['/people/add', { name: 'X', who_they_are: 'y', chosen_by: 'child' }],
      ['/about-me/add', { topic: 'faith', words: 'x', said_by: 'child' }],
      ['/meanings/add', { word: 'faith', meaning: 'x' }],
    ]
    for (const [page, fields] of posts) {
      const res = await w.post(ada, at(page), fields)
      assert.equal(res.statusCode, 422, page)
      assert.match(res.payload, NOT_SHARED, page)
    }
    const { rows } = await sql<{
      id: string
    }>`select id from waymark.own_goal where child_id = ${child}`.execute(w.db)
    assert.equal((await w.get(ada, at(`/goals/${rows[0]?.id}`))).statusCode, 404)
  })

  it('keeps earlier versions back with what stands now', async () => {
    await w.post(kit, '/me/own-words/faith', { words: 'Faith-of-Kit', version: '1' })
    const history = () =>
      w.acting(ada, (tx) =>
        tx
          .selectFrom('waymark.row_history')
          .select('id')
          .where('child_id', '=', child)
          .where('table_name', '=', 'about_me')
          .execute(),
      )
    assert.ok((await history()).length > 0)
    await share('everything', 'nobody')
    assert.deepEqual(await history(), [])
  })

  it('shares with the people they choose and nobody else, a new one beside them included', async () => {
    await w.post(kit, '/me/settings/level', { level: 'each_person' })
    assert.equal((await share('goals', 'some')).statusCode, 422)
    await share('goals', 'some', [ada.id])
    assert.match((await w.get(ada, at('/goals'))).payload, /Goal-of-Kit/)
    assert.match((await w.get(gus, at('/goals'))).payload, NOT_SHARED)
    await w.db
      .insertInto('waymark.allocation')
      .values({ child_id: child, person_id: ben.id, part: 'other', started_on: '2026-01-05' })
      .execute()
    assert.match((await w.get(ben, at('/goals'))).payload, NOT_SHARED)
    await w.db
      .updateTable('waymark.allocation')
      .set({ ended_on: '2026-11-01' })
      .where('person_id', '=', ben.id)
      .execute()
  })

  it('keeps it back from whoever reaches the record only to audit it', async () => {
    const { rows } = await sql<{ id: string; outcome: string }>`
      select v.id, o.id as outcome from waymark.framework_version v
      join waymark.outcome o on o.framework_version_id = v.id and o.code = ${outcome}`.execute(w.db)
    const [version] = rows
    assert.ok(version)
    const framework = { id: version.id, outcomes: new Map([['apple', version.outcome]]) }
    await anAudit(w, framework, child, { by: meg, auditor: hal, noReflection: 'away' })
    const goals = () =>
      w.acting(hal, (tx) =>
        tx.selectFrom('waymark.own_goal').select('id').where('child_id', '=', child).execute(),
      )
    assert.equal((await goals()).length, 1)
    await share('goals', 'nobody')
    assert.deepEqual(await goals(), [])
    assert.match((await w.get(hal, at('/goals'))).payload, NOT_SHARED)
    await share('goals', 'some', [ada.id])
    const ben2 = await anAudit(w, framework, child, { by: meg, auditor: ben, noReflection: 'away' })
    assert.ok(ben2.audit)
    const asBen = await w.acting(ben, async (tx) => ({
      child: await tx.selectFrom('waymark.child').select('id').where('id', '=', child).execute(),
      goals: await tx
        .selectFrom('waymark.own_goal')
        .select('id')
        .where('child_id', '=', child)
        .execute(),
    }))
    assert.equal(asBen.child.length, 1, 'a practitioner who audits reaches the record')
    assert.deepEqual(asBen.goals, [])
  })

  it('shows them everything of their own, whatever they share', async () => {
    await share('everything', 'nobody')
    const own = [
      ['/me/goals', 'Goal-of-Kit'],
      ['/me/people', 'Person-of-Kit'],
      ['/me/picture', 'Said-by-Kit'],
    ] as const
    for (const [url, words] of own)
      assert.match((await w.get(kit, url)).payload, new RegExp(words), url)
  })

  it('is changed by nobody else, and read by nobody else', async () => {
    await share('everything', 'nobody')
    const read = await w.acting(ada, async (tx) => ({
      sharing: await tx.selectFrom('waymark.sharing_choice').selectAll().execute(),
      setting: await tx.selectFrom('waymark.own_setting').selectAll().execute(),
      before: await tx
        .selectFrom('waymark.row_history')
        .select('id')
        .where('table_name', 'in', ['sharing_choice', 'own_setting'])
        .execute(),
    }))
    assert.deepEqual(read, { sharing: [], setting: [], before: [] })
    for (const worker of [ada, meg, sys]) {
      const changed = await w.acting(worker, (tx) =>
        tx
          .updateTable('waymark.sharing_choice')
          .set({ choice: 'everyone' })
          .where('child_id', '=', child)
          .returning('kind')
          .execute(),
      )
      assert.deepEqual(changed, [], worker.name)
      await assert.rejects(
        w.acting(worker, (tx) =>
          tx
            .insertInto('waymark.asked_not_about')
            .values({ child_id: child, topics: [] })
            .execute(),
        ),
        /row-level security|duplicate/,
      )
    }
  })

  it('changes nothing by a suggestion until they say yes', async () => {
    await share('everything', 'nobody')
    const asked = await w.post(ada, at('/settings'), {
      about: 'goals/with_me',
      why: 'So we plan together',
    })
    assert.equal(asked.statusCode, 303)
    assert.match((await w.get(ada, at('/goals'))).payload, NOT_SHARED)
    const page = (await w.get(kit, '/me/settings')).payload
    assert.match(page, /Ada Worker suggests, about my goals/)
    assert.match(page, /So we plan together/)
    const to = /\/me\/settings\/suggestions\/[0-9a-f-]+/.exec(page)?.[0] ?? ''
    await assert.rejects(
      w.acting(ada, (tx) =>
        tx
          .updateTable('waymark.setting_suggestion')
          .set({ answer: 'yes', answered_at: new Date() })
          .returning('id')
          .executeTakeFirstOrThrow(),
      ),
    )
    await w.post(kit, to, { answer: 'yes' })
    assert.match((await w.get(ada, at('/goals'))).payload, /Goal-of-Kit/)
    assert.match((await w.get(gus, at('/goals'))).payload, NOT_SHARED)
    assert.match((await w.get(ada, at('/settings'))).payload, /Kit said yes/)
  })

  it('takes no for an answer', async () => {
    await w.post(ada, at('/settings'), { about: 'words/nobody', why: 'Think of it' })
    const page = (await w.get(kit, '/me/settings')).payload
    await w.post(kit, /\/me\/settings\/suggestions\/[0-9a-f-]+/.exec(page)?.[0] ?? '', {
      answer: 'no',
    })
    assert.match((await w.get(ada, at('/about-me'))).payload, /Faith-of-Kit/)
    assert.match((await w.get(ada, at('/settings'))).payload, /Kit said: no, thanks/)
  })

  it('asks again when a suggestion makes no sense', async () => {
    for (const fields of [
      {},
      { about: 'goals', why: 'x' },
      { about: 'look/with_me', why: 'x' },
      { about: 'look', why: 'x'.repeat(1001) },
    ]) {
      const res = await w.post(ada, at('/settings'), fields)
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /There is a problem/)
    }
  })

  it('puts a topic away from the next page of a check-in on, and tells those beside them', async () => {
    const begun = await w.post(kit, '/me/check-in', { company: 'alone', language: 'en' })
    const choose = String(begun.headers.location)
    const card = new RegExp(`value="${outcome}"`)
    assert.match((await w.get(kit, choose)).payload, card)
    await w.post(kit, '/me/settings/topics', {
      topics: [`outcome/${outcome}`, 'words/culture', 'words/nothing'],
    })
    const after = (await w.get(kit, choose)).payload
    assert.doesNotMatch(after, card)
    assert.match(after, /Some things are not here, because you put them away/)
    const overview = (await w.get(ada, at(''))).payload
    assert.match(
      overview,
      /does not want to be asked about: Culture|does not want to be asked about: [^.]*[Cc]ulture/,
    )
    assert.match((await w.get(ada, at('/settings'))).payload, /[Cc]ulture/)
  })

  it('looks as they say at once, in every place they are signed in, and in the next', async () => {
    assert.doesNotMatch((await w.get(kit, '/me')).payload, /wm-look/)
    await w.post(kit, '/me/settings/look', { look: ['larger', 'calm'], colours: 'dark' })
    const classes = /<html[^>]*class="govuk-template wm-look-larger wm-look-calm wm-look-dark"/
    assert.match((await w.get(kit, '/me')).payload, classes)
    await w.signIn(kit)
    assert.match((await w.get(kit, '/me/goals')).payload, classes)
    assert.doesNotMatch((await w.get(ada, at(''))).payload, /wm-look/)
    await w.post(kit, '/me/settings/look', { colours: 'as_device' })
    assert.doesNotMatch((await w.get(kit, '/me')).payload, /wm-look/)
  })

  it('says beside each who decides it, and what nobody can switch off', async () => {
    const page = (await w.get(kit, '/me/settings')).payload
    for (const text of [
      /You decide this alone/,
      /What you decide with somebody/,
      /What nobody can switch off/,
      /No birthday|Nobody else can change them/,
    ]) {
      assert.match(page, text)
    }
    assert.match((await w.get(kit, '/me/settings/level')).payload, /No birthday changes this/)
  })

  it('keeps every earlier choice for them to see', async () => {
    await share('everything', 'nobody')
    await share('everything', 'everyone')
    const page = (await w.get(kit, '/me/settings/history')).payload
    assert.match(page, /My goals: Only me/)
    assert.match(page, /My goals: Everyone who may open my page/)
  })

  it('asks again for what it does not know, and changes nothing', async () => {
    for (const [url, fields] of [
      ['/me/settings/level', { level: 'all' }],
      ['/me/settings/sharing/goals', { choice: 'some', people: 'x' }],
      ['/me/settings/sharing/goals', {}],
    ] as const) {
      assert.equal((await w.post(kit, url, fields)).statusCode, 422, url)
    }
    assert.equal((await w.get(kit, '/me/settings/sharing/secrets')).statusCode, 404)
    assert.equal(
      (await w.post(kit, '/me/settings/suggestions/x', { answer: 'yes' })).statusCode,
      404,
    )
    assert.match((await w.get(ada, at('/goals'))).payload, /Goal-of-Kit/)
  })
})
