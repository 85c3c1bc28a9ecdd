import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, ben, ivy, kit, meg, sam } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { aConcern, DECIDED, days, looked, WORRY } from './identification.fixture.ts'

const NOW = new Date('2026-11-21T10:30:00Z')

describe('a concern, from what was seen to a decision', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    w.setClock(NOW)
    child = await aChild(w, { allocatedTo: [ada, ben], bornOn: '2010-03-27', account: kit })
    await w.db
      .insertInto('waymark.about_me')
      .values({
        child_id: child,
        topic: 'culture',
        words: 'Family is everything',
        language: 'en',
        said_by: 'child',
      })
      .execute()
  })

  const states = async () => {
    const { rows } = await sql<{ state: string }>`
      select state from waymark.concern where child_id = ${child} order by recorded_at, id`.execute(
      w.db,
    )
    return rows.map((r) => r.state)
  }
  const refused = (text: string, constraint: string) =>
    assert.rejects(
      sql.raw(text).execute(w.db),
      (e: unknown) => e instanceof Error && 'constraint' in e && e.constraint === constraint,
    )

  it('shows the child’s own words beside every question', async () => {
    for (const url of ['', '/add']) {
      const { payload } = await w.get(ada, `/children/${child}/concerns${url}`)
      assert.match(payload, /In their own words[\s\S]*My culture[\s\S]*Family is everything/)
    }
    const { payload } = await w.get(ada, `/children/${child}/concerns/add`)
    assert.match(payload, /Do not ask them to tell what happened/)
    assert.match(payload, /What left them with few choices/)
    assert.match(payload, /Prompts, not a score[\s\S]*First Responder Toolkit/)
  })

  it('asks again in a sentence each, and keeps what was typed', async () => {
    const wrong = { ...WORRY, seen: '', 'noticed-year': '2199', fewChoices: '', howTold: '' }
    const { payload, statusCode } = await w.post(ada, `/children/${child}/concerns/add`, wrong)
    assert.equal(statusCode, 422)
    for (const said of [
      'Enter what you saw or heard',
      'Enter a year in four numbers, from 1980 to 2026',
      'Choose why there are no words of theirs',
      'Enter what left them with few choices, or choose why you cannot',
    ]) {
      assert.ok(payload.includes(said), said)
    }
    assert.ok(payload.includes(WORRY.context))
    const early = { ...WORRY, 'noticed-day': '', 'noticed-month': '', 'noticed-year': '2001' }
    const impossible = await w.post(ada, `/children/${child}/concerns/add`, early)
    assert.match(impossible.payload, /they were not born by then/)
    const tomorrow = { ...WORRY, 'noticed-day': '22' }
    const ahead = await w.post(ada, `/children/${child}/concerns/add`, tomorrow)
    assert.match(ahead.payload, /Enter a date that is today or earlier/)
    assert.deepEqual(await states(), [])
  })

  it('keeps what the child said unchanged, in its language', async () => {
    const words = '  ما بدي أرجع لعنده \n he said "wait"'
    const at = await aConcern(w, ada, child, {
      childWords: words,
      childWordsLanguage: 'Arabic',
      howTold: 'word_for_word',
    })
    const shown = await w.get(ada, at)
    assert.equal(shown.statusCode, 200, JSON.stringify(w.logged.findLast((l) => 'failed' in l)))
    assert.match(shown.payload, /ما بدي أرجع لعنده/)
    const forged = w.acting(ada, (tx) =>
      tx.updateTable('waymark.concern').set({ child_words: 'other' }).execute(),
    )
    await assert.rejects(forged, /permission denied/)
    const none = { ...WORRY, howTold: 'word_for_word' }
    const res = await w.post(ada, `/children/${child}/concerns/add`, none)
    assert.match(res.payload, /Enter their words, or choose below why there are none/)
  })

  it('labels nobody by what was ticked: every prompt there is decides nothing', async () => {
    const { rows } = await sql<{ id: string }>`
      select id from waymark.identification_indicator`.execute(w.db)
    const at = await aConcern(w, ada, child, { indicators: rows.map((r) => r.id) })
    const page = (await w.get(ada, at)).payload
    assert.match(page, /A decision, with its reason: <strong>not yet/)
    assert.doesNotMatch(page, new RegExp(`\\b${rows.length}\\b`))
    assert.deepEqual(new Set(await states()), new Set(['pending']))
    const decided = await w.post(ada, `${at}/decide`, DECIDED)
    assert.equal(decided.statusCode, 422)
    assert.match(decided.payload, /second look by somebody else. One of them is not written down/)
    const id = at.split('/').at(-1)
    await refused(
      `insert into waymark.concern_decision (child_id, concern_id, decision, because, reasoning, decided_on, decided_by)
       values ('${child}', '${id}', 'referred', 'suspected', 'x', '2026-11-21', '${ada.id}')`,
      'decision_rests_on_looks',
    )
  })

  it('has a second look taken by somebody else, and keeps both where they differ', async () => {
    const at = await aConcern(w, ada, child)
    const early = await w.post(ben, `${at}/second-look`, { finds: 'suspect', reasoning: 'x' })
    assert.match(early.payload, /The first thinking is not written down yet/)
    await w.post(ada, `${at}/look`, { finds: 'suspect', reasoning: 'He is afraid of the man.' })
    const own = await w.post(ada, `${at}/second-look`, { finds: 'suspect', reasoning: 'again' })
    assert.match(own.payload, /The second look is taken by somebody else/)
    const id = at.split('/').at(-1)
    await refused(
      `insert into waymark.concern_look (child_id, concern_id, place, finds, reasoning, looked_by)
       values ('${child}', '${id}', 'second', 'suspect', 'x', '${ada.id}')`,
      'second_look_by_somebody_else',
    )
    assert.equal((await w.post(ada, `${at}/ask`, { person: ben.id, version: '1' })).statusCode, 303)
    assert.match((await w.get(ben, '/concerns')).payload, /Asked of you[\s\S]*Take the second look/)
    await w.post(ben, `${at}/second-look`, { finds: 'not_suspect', reasoning: 'It is his uncle.' })
    const page = (await w.get(meg, at)).payload
    assert.match(page, /He is afraid of the man[\s\S]*It is his uncle[\s\S]*The two differ/)
    const silent = await w.post(meg, `${at}/decide`, DECIDED)
    assert.match(silent.payload, /Enter what the decision makes of that/)
    const answered = { ...DECIDED, aboutDisagreement: 'The school knows no uncle.' }
    assert.equal((await w.post(meg, `${at}/decide`, answered)).statusCode, 303)
    assert.match((await w.get(ada, at)).payload, /The school knows no uncle/)
  })

  it('has no decision without a reason, before its concern, or ahead of its day', async () => {
    const at = await aConcern(w, ada, child)
    await looked(w, at, { by: ada, finds: 'suspect' }, { by: ben, finds: 'suspect' })
    const say = async (fields: object) => {
      const res = await w.post(ada, `${at}/decide`, { ...DECIDED, ...fields })
      assert.equal(res.statusCode, 422)
      return res.payload
    }
    assert.match(await say({ reasoning: ' ' }), /Enter the reasons in your own words/)
    assert.match(await say(days('on', '2026-11-01')), /cannot come before what it is about/)
    assert.match(await say(days('on', '2026-11-22')), /must be today or earlier/)
    assert.match(await say({ because: 'wrong_child' }), /does not go with what is decided/)
    const id = at.split('/').at(-1)
    await refused(
      `insert into waymark.concern_decision (child_id, concern_id, decision, because, reasoning, decided_on, decided_by)
       values ('${child}', '${id}', 'not_referred', 'other', 'x', '2026-10-01', '${ada.id}')`,
      'decision_after_concern',
    )
    const not = { ...DECIDED, decision: 'not_referred', because: 'not_enough_known' }
    assert.equal((await w.post(ada, `${at}/decide`, not)).statusCode, 303)
    const stale = await w.post(ben, `${at}/decide`, DECIDED)
    assert.match(stale.payload, /Somebody decided meanwhile/)
    assert.equal((await w.post(ben, `${at}/decide`, { ...DECIDED, version: '2' })).statusCode, 303)
    const page = (await w.get(ada, at)).payload
    assert.match(page, /Decided: refer[\s\S]*Earlier: Decided: do not refer/)
  })

  it('asks the same steps of two people about the same story', async () => {
    const twice = await Promise.all(
      [ada, ben].map(async (who) => {
        const at = await aConcern(w, who, child)
        const { payload } = await w.get(who, at)
        const steps = /<ol[\s\S]*?<\/ol>/.exec(payload)?.[0]
        const forms = await Promise.all(
          ['look', 'response'].map(async (f) => (await w.get(who, `${at}/${f}`)).payload),
        )
        return [steps, ...forms.map((f) => [...f.matchAll(/ name="([a-zA-Z-]+)"/g)].join())]
      }),
    )
    assert.ok(twice[0]?.[0])
    assert.deepEqual(twice[0], twice[1])
  })

  it('writes down how they were met, not before it was noticed', async () => {
    const at = await aConcern(w, ada, child)
    const met = {
      kind: 'criminal',
      what: 'Stopped and searched twice.',
      ...days('on', '2026-11-01'),
    }
    assert.match((await w.post(ada, `${at}/response`, met)).payload, /before the day on which this/)
    const right = { ...met, ...days('on', '2026-11-03') }
    assert.equal((await w.post(ada, `${at}/response`, right)).statusCode, 303)
    assert.match(
      (await w.get(ada, at)).payload,
      /With criminal law[\s\S]*Stopped and searched twice/,
    )
  })

  it('opens for nobody out of reach, for no analyst, and not on the young person’s own account', async () => {
    const at = await aConcern(w, ada, child)
    assert.equal((await w.get(sam, at)).statusCode, 404)
    assert.equal((await w.get(ann, at)).statusCode, 403)
    assert.equal((await w.get(ivy, at)).statusCode, 200)
    assert.equal((await w.post(ivy, `${at}/look`, {})).statusCode, 403)
    const other = await aChild(w, { allocatedTo: [ada] })
    assert.equal((await w.get(ada, at.replace(child, other))).statusCode, 404)
    const own = await w.acting(kit, async (tx) => [
      await tx.selectFrom('waymark.concern').select('id').execute(),
      await tx.selectFrom('waymark.concern_look').select('id').execute(),
      await tx
        .selectFrom('waymark.row_history')
        .select('id')
        .where('table_name', '=', 'concern')
        .execute(),
    ])
    assert.deepEqual(own, [[], [], []])
  })
})
