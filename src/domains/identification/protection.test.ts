import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { clocksOf } from '#domains/clocks/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, ivy, meg, northmere } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { aConcern, days, DECIDED, looked } from './identification.fixture.ts'
import { OFFERS } from './protection.rules.ts'

const NOW = new Date('2026-11-21T10:30:00Z')
const STEP = { state: 'asked', who: 'Duty team', ...days('askedOn', '2026-11-20') }

describe('protection first', () => {
  let w: World
  let child: ChildId
  const page = async (who = ada, of = child) =>
    (await w.get(who, `/children/${of}/concerns`)).payload
  const link = (html: string, pattern: RegExp) => pattern.exec(html)?.[1] ?? 'not there'

  before(async () => {
    w = await world()
    w.setClock(NOW)
    child = await aChild(w, { allocatedTo: [ada, ben], bornOn: '2010-03-27' })
  })

  it('starts before a concern is decided and with no referral at all', async () => {
    for (const kind of ['strategy_discussion', 'guardian_or_key_worker', 'safe_place']) {
      const at = `/children/${child}/protection/${kind}/add`
      assert.match((await w.get(ada, at)).payload, /waits for none/)
      assert.equal((await w.post(ada, at, STEP)).statusCode, 303)
    }
    const { rows } =
      await sql`select from waymark.linked_referral where child_id = ${child}`.execute(w.db)
    assert.equal(rows.length, 0)
    const html = await page()
    assert.equal(html.match(/asked for 20 November 2026/g)?.length, 3)
    assert.equal((await w.get(ada, `/children/${child}/protection/nothing/add`)).statusCode, 404)
    assert.equal((await w.get(ada, `/children/${child}/protection/__proto__/add`)).statusCode, 404)
  })

  it('has a sentence for days that contradict each other, and keeps what was typed', async () => {
    const at = link(await page(), /href="(\/children\/[^"]+\/protection\/step\/[^"]+)"/)
    const say = async (fields: object) => {
      const res = await w.post(ada, at, {
        ...STEP,
        version: '1',
        words: 'A room at Ayesha’s',
        ...fields,
      })
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /A room at Ayesha’s/)
      return res.payload
    }
    assert.match(await say({ state: 'in_place' }), /Enter the day since which it is in place/)
    const early = { state: 'in_place', ...days('inPlaceOn', '2026-11-01') }
    assert.match(await say(early), /cannot have been in place before it was asked for/)
    assert.match(await say({ state: 'refused' }), /Enter why it was refused/)
    assert.match(await say(days('askedOn', '2026-12-01')), /must be today or earlier/)
    const right = { ...STEP, state: 'in_place', version: '1', ...days('inPlaceOn', '2026-11-21') }
    assert.equal((await w.post(ada, at, right)).statusCode, 303)
    const late = await w.post(ben, at, { ...right, who: 'Somebody else' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /Nothing was lost[\s\S]*Somebody else/)
  })

  it('prepares three letters together, each with its own state, when it is decided to refer', async () => {
    const at = await aConcern(w, ada, child)
    await looked(w, at, { by: ada, finds: 'suspect' }, { by: ben, finds: 'suspect' })
    await w.post(ada, `${at}/decide`, DECIDED)
    assert.equal((await page()).match(/: being prepared/g)?.length, 3)
    for (let n = 0; n < 12; n += 1) await w.post(ada, `/children/${child}/referrals`)
    const { rows } =
      await sql`select from waymark.linked_referral where child_id = ${child}`.execute(w.db)
    assert.equal(rows.length, 3, 'pressing again begins none twice')
    const one = await referral('local_authority')
    const sent = {
      state: 'sent',
      toBody: 'Northmere MASH',
      version: '1',
      ...days('sentOn', '2026-11-21'),
    }
    assert.equal((await w.post(ada, one, sent)).statusCode, 303)
    const html = await page()
    assert.equal(html.match(/: being prepared/g)?.length, 2)
    assert.match(html, /children’s services: sent/)
    const answered = { ...sent, state: 'refused', ...days('answeredOn', '2026-11-01') }
    const wrong = await w.post(ada, one, { ...answered, version: '2' })
    assert.match(wrong.payload, /The answer cannot come before the referral was sent/)
  })

  const referral = async (kind: string) => {
    const { rows } = await sql<{ id: string }>`
      select id from waymark.linked_referral where child_id = ${child} and kind = ${kind}`.execute(
      w.db,
    )
    return `/children/${child}/referrals/${rows[0]?.id}`
  }

  it('shows from the first worry on what is owed, by whom, and stops when it is in place', async () => {
    const fresh = await aChild(w, { allocatedTo: [ada, ben] })
    const running = async () =>
      (await w.acting(ada, (tx) => clocksOf(tx, fresh)))
        .map((c) => c.rule ?? '')
        .toSorted((a, b) => a.localeCompare(b))
    const at = await aConcern(w, ada, fresh)
    const owed = ['guardian.referral', 'safe-place.found', 'strategy.discussion']
    assert.deepEqual(await running(), owed, 'with no referral')
    await w.post(ada, `${at}/look`, { finds: 'suspect', reasoning: 'He is watched.' })
    assert.deepEqual(await running(), ['concern.second-look', ...owed])
    await w.post(ben, `${at}/second-look`, { finds: 'suspect', reasoning: 'I think so too.' })
    const placed = { ...STEP, state: 'in_place', ...days('inPlaceOn', '2026-11-20') }
    await w.post(ada, `/children/${fresh}/protection/safe_place/add`, placed)
    assert.deepEqual(await running(), ['guardian.referral', 'strategy.discussion'])
    await aConcern(w, ben, fresh)
    assert.deepEqual(await running(), ['guardian.referral', 'strategy.discussion'])
  })

  it('says to whom each goes in each nation', async () => {
    const other = await aChild(w, { allocatedTo: [ada] })
    await sql`insert into waymark.complaint_nation (organisation_id, nation, from_day, set_by)
              values (${northmere}, 'scotland', '2026-01-01', ${meg.id})`.execute(w.db)
    await w.post(ada, `/children/${other}/referrals`)
    assert.match(await page(ada, other), /Guardianship Scotland/)
  })

  it('says when its organisation is not a first responder, and who is', async () => {
    assert.match(await page(), /Nobody has said yet whether Northmere Council/)
    assert.match(await page(), /The duty to notify is for adults/)
    assert.equal((await w.post(ada, '/first-responder', {})).statusCode, 403)
    const bare = await w.post(meg, '/first-responder', { isOne: 'no' })
    assert.match(bare.payload, /Enter who refers for this organisation/)
    const not = { isOne: 'no', goesTo: 'Southmere children’s services', how: '01632 960000' }
    assert.equal((await w.post(meg, '/first-responder', not)).statusCode, 303)
    const told =
      /is not a first responder and cannot refer itself. Ask Southmere children’s services to refer \(01632 960000\)/
    assert.match(await page(), told)
    assert.match((await w.get(ada, await referral('nrm'))).payload, told)
    const one = { isOne: 'yes', listedAs: 'Northmere Borough Council' }
    assert.equal((await w.post(meg, '/first-responder', one)).statusCode, 303)
    assert.match(await page(), /is a first responder \(listed as Northmere Borough Council\)/)
    assert.match((await w.get(ivy, '/first-responder')).payload, /is a first responder/)
  })

  it('offers the same after a negative answer as before, and goes on with every step', async () => {
    const offers = (html: string) =>
      /What is offered to every child[\s\S]*?<ul[^>]*>([\s\S]*?)<\/ul>/.exec(html)?.[1]
    const steps = (html: string) => html.match(/asked for 20 November 2026[^)]*/g)
    const before = await page()
    assert.ok(OFFERS.every((o) => before.includes(o)))
    const refused = {
      state: 'refused',
      toBody: 'Single Competent Authority',
      because: 'Negative reasonable grounds',
      version: '1',
      ...days('sentOn', '2026-11-20'),
      ...days('answeredOn', '2026-11-21'),
    }
    assert.equal((await w.post(ada, await referral('nrm'), refused)).statusCode, 303)
    const after = await page()
    assert.match(after, /National Referral Mechanism: refused/)
    assert.equal(offers(after), offers(before))
    assert.deepEqual(steps(after), steps(before))
    assert.match(after, /A negative decision of the National Referral Mechanism changes none of it/)
    const at = `/children/${child}/protection/safe_place/add`
    assert.equal((await w.post(ada, at, STEP)).statusCode, 303)
  })

  it('has no table or rule of protection that knows of a decision of the NRM', async () => {
    const { rows } = await sql<{ name: string }>`
      select c.conname as name from pg_constraint c
       where c.conrelid = 'waymark.protection_step'::regclass and c.contype = 'f'
         and c.confrelid not in ('waymark.child'::regclass)`.execute(w.db)
    assert.deepEqual(rows, [])
  })

  it('keeps consulates out until a manager has signed how the child stays protected', async () => {
    const ask = {
      withKind: 'consulate',
      withWhom: 'A consul',
      country: 'Elsewhere',
      why: 'A passport',
      noView: 'not_asked_yet',
      childAgrees: 'not_asked',
    }
    const res = await w.post(ada, `/children/${child}/cross-border/add`, ask)
    const at = String(res.headers.location)
    const id = at.split('/').at(-1)
    const make = { cameOfIt: 'They rang', version: '1', ...days('on', '2026-11-21') }
    const post = async (who: typeof ada, fields: Readonly<Record<string, unknown>>) =>
      w.post(who, at, fields as Record<string, string>)
    assert.match((await post(ada, make)).payload, /Enter what they think, word for word/)
    await post(ada, {
      words: 'Only if they do not know where I live',
      language: 'English',
      agrees: 'yes',
      version: '1',
    })
    assert.match(
      (await w.get(ada, at)).payload,
      /A manager has not signed yet. Do not make this contact/,
    )
    assert.match(
      (await post(ada, { ...make, version: '2' })).payload,
      /A manager has to sign first/,
    )
    const forced = sql`update waymark.cross_border_contact set state = 'made', made_on = '2026-11-21' where id = ${id}`
    await assert.rejects(forced.execute(w.db), /consulate_only_when_signed/)
    const own = sql`update waymark.cross_border_contact set signed_by = ${ada.id}, signed_at = now(), protects = 'x', state = 'agreed' where id = ${id}`
    await assert.rejects(own.execute(w.db), /signed_by_somebody_else|a manager signs/)
    const sign = { agreed: 'yes', protects: 'By post, without an address.', version: '2' }
    assert.equal((await post(meg, sign)).statusCode, 303)
    assert.equal((await post(ada, { ...make, version: '3' })).statusCode, 303)
    assert.match((await w.get(ivy, at)).payload, /Signed by Meg Manager[\s\S]*They rang/)
  })

  it('is barred with a consulate by the database itself, whatever is written past the pages', async () => {
    const columns = {
      with_kind: 'consulate',
      state: 'made',
      made_on: '2026-11-21',
      came_of_it: 'x',
    }
    const whole = {
      ...columns,
      child_view: 'Yes, by post',
      child_view_language: 'English',
      child_agrees: 'yes',
      protects: 'By post',
      signed_by: meg.id,
      signed_at: '2026-11-21T09:00:00Z',
    }
    const insert = (row: Readonly<Record<string, string | null>>) => {
      const all = {
        child_id: child,
        with_whom: 'A consul',
        country: 'Elsewhere',
        why: 'A passport',
        asked_by: ada.id,
        ...row,
      }
      return sql`insert into waymark.cross_border_contact (${sql.join(Object.keys(all).map((c) => sql.ref(c)))})
        values (${sql.join(Object.values(all))})`.execute(w.db)
    }
    const without = (...names: readonly string[]) =>
      Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name)))
    await assert.rejects(
      insert(without('protects', 'signed_by', 'signed_at')),
      /consulate_only_when_signed/,
    )
    await assert.rejects(
      insert({
        ...without('child_view', 'child_view_language'),
        no_view_because: 'not_safe_to_ask',
      }),
      /consulate_with_the_childs_view/,
    )
    for (const agrees of ['no', 'not_asked', null]) {
      await assert.rejects(insert({ ...whole, child_agrees: agrees }), /consulate_only_as_agreed/)
    }
    await assert.rejects(insert({ ...whole, asked_by: meg.id }), /signed_by_somebody_else/)
    await assert.rejects(insert({ ...whole, signed_by: ben.id }), /a manager signs/)
    await assert.rejects(
      insert({
        ...without('protects', 'signed_by', 'signed_at'),
        with_kind: 'family',
        child_agrees: 'no',
      }),
      /against_their_wish_only_when_signed/,
    )
    await insert(whole)
  })

  it('ends no review of a missed chance without something learnt that reached a training', async () => {
    const chance = {
      what: 'A teacher saw the bruises and wrote them down as sport.',
      'when-year': '2025',
      body: 'school',
      level: 'attitude',
      wouldHaveHelped: 'Asking him alone, with an interpreter.',
    }
    const at = String(
      (await w.post(ada, `/children/${child}/missed-chances/add`, chance)).headers.location,
    )
    assert.doesNotMatch(
      (await w.get(ada, `/children/${child}/missed-chances/add`)).payload,
      /value="child"/,
    )
    const end = { words: 'Every school hears it.', version: '1' }
    assert.match((await w.post(meg, `${at}/end`, end)).payload, /Write down first what is learnt/)
    assert.equal((await w.post(ada, `${at}/end`, end)).statusCode, 403)
    const learnt = {
      topic: 'curiosity',
      words: 'Ask how it happened.',
      owner: ben.id,
      ...days('dueOn', '2026-12-20'),
    }
    const late = await w.post(ada, `${at}/learning/add`, {
      ...learnt,
      ...days('dueOn', '2026-01-01'),
    })
    assert.match(late.payload, /Enter a day that is today or later/)
    await w.post(ada, `${at}/learning/add`, learnt)
    assert.match((await w.post(meg, `${at}/end`, end)).payload, /has not reached a training yet/)
    const id = at.split('/').at(-1)
    const forced = sql`update waymark.missed_chance set ended_at = now(), ended_by = ${meg.id}, ended_words = 'x' where id = ${id}`
    await assert.rejects(forced.execute(w.db), /reached a training/)
    const training = link((await w.get(ben, at)).payload, /href="([^"]+\/learning\/[0-9a-f-]+)"/)
    const taught = {
      training: 'Signs, for schools',
      whom: 'All Northmere schools',
      version: '1',
      ...days('trainedOn', '2026-11-20'),
    }
    assert.equal((await w.post(ben, training, taught)).statusCode, 303)
    assert.equal((await w.post(meg, `${at}/end`, end)).statusCode, 303)
    assert.match(
      (await w.get(ivy, at)).payload,
      /Taught:[\s\S]*Signs, for schools, 20 November 2026[\s\S]*Ended by/,
    )
    assert.match((await w.post(ada, `${at}/learning/add`, learnt)).payload, /This review has ended/)
  })
})
