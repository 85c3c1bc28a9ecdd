import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { may, type Role } from '#platform/access/capability.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, ben, hal, ivy, kit, meg, sam, zoe } from '#tests/support/people.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { type Fields, world, type World } from '#tests/support/world.ts'
import { pages } from '../../pages.ts'

const SECRET = 'She laughed at how I pray'

describe('something is not right', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    child = await aChild(w, { account: kit, allocatedTo: [ada, ben] })
    await appoint(hal)
  })

  const appoint = async (person: TestPerson, by: TestPerson = meg) => {
    const res = await w.post(by, '/independent/people', { person: person.id })
    assert.equal(res.statusCode, 303)
  }
  const sent = async (fields: Fields = {}) => {
    const res = await w.post(kit, '/me/not-right/new', {
      about: 'person',
      words: SECRET,
      because: ['faith', 'language'],
      aboutPersons: [ada.id],
      ...fields,
    })
    const id = /not-right\/([0-9a-f-]+)\?/.exec(String(res.headers.location))?.[1]
    assert.ok(id, res.payload.slice(0, 200))
    return id
  }
  const kept = (id: string) =>
    w.db.selectFrom('waymark.complaint').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const work = (person: TestPerson, id: string, fields: Fields) =>
    w.post(person, `/independent/complaints/${id}`, fields)
  const version = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  const back = async (id: string, fields: Fields) => {
    const page = await w.get(kit, `/me/not-right/${id}`)
    return w.post(kit, `/me/not-right/${id}`, { version: version(page.payload), ...fields })
  }
  const answer = { do: 'answered', found: 'right', words: 'You are right. It stops today.' }

  it('says who reads it, who does not, what is promised and who is outside, before anything is asked', async () => {
    const { payload } = await w.get(kit, '/me/not-right')
    assert.match(payload, /These people are independent here: Hal Manager/)
    assert.match(payload, /cannot see it/)
    assert.match(payload, /Nobody may treat you worse/)
    assert.match(payload, /Help at Hand/)
    assert.match(payload, /href="tel:0300061/)
  })

  it('gets a named independent person and a day at once, by the law of the nation', async () => {
    const id = await sent()
    const row = await kept(id)
    assert.equal(row.handler_id, hal.id)
    assert.equal(row.nation, 'england')
    const { payload } = await w.get(kit, `/me/not-right/${id}?just=sent`)
    assert.match(payload, /Hal Manager<\/bdi>|Hal Manager answers you by/)
  })

  it('keeps what was typed when something is missing', async () => {
    const res = await w.post(kit, '/me/not-right/new', { words: 'Half a thought' })
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /Half a thought/)
    assert.match(res.payload, /Choose what it is about/)
  })

  it('is on no page at all for a worker or manager it is about, in no list, search, history or trail', async () => {
    await appoint(ada)
    const id = await sent({ aboutPersons: [ada.id, meg.id] })
    await w.get(hal, `/independent/complaints/${id}`)
    await work(hal, id, { do: 'spoke', words: 'I spoke with the tutor' })
    for (const person of [ada, meg]) {
      for (const page of pages.filter((p) => p.method === 'GET')) {
        if (!may(person.role as Role, page.may)) continue
        const url = page.url
          .replace(/:childId|:child(?=\/|$)/, child)
          .replace(':about', 'answer')
          .replaceAll(/:[A-Za-z]+/g, id)
        const { payload } = await w.get(person, url)
        assert.equal(payload.includes(SECRET), false, `${person.name} at ${page.url}`)
        assert.equal(
          payload.includes(id) && !url.includes(id),
          false,
          `${person.name} at ${page.url}`,
        )
        assert.doesNotMatch(payload, /I spoke with the tutor/)
      }
      await w.signIn(person)
      assert.equal((await w.get(person, `/independent/complaints/${id}`)).statusCode, 404)
      assert.equal((await work(person, id, answer)).statusCode, 404)
    }
  })

  it('is not in the database for them, in any table, however they ask', async () => {
    const id = await sent({ aboutPersons: [ada.id, meg.id] })
    await w.get(hal, `/independent/complaints/${id}`)
    await work(hal, id, answer)
    await back(id, { do: 'back', back: 'not_yet' })
    for (const person of [ada, meg, ben, ivy, zoe, ann, sam]) {
      await w.acting(person, async (tx) => {
        const { rows: tables } = await sql<{ name: string }>`
          select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'waymark' and c.relkind = 'r' and has_table_privilege(c.oid, 'select')`.execute(
          tx,
        )
        assert.ok(tables.length > 30)
        for (const { name } of tables) {
          const { rows } = await sql<{ n: string }>`
            select count(*) as n from ${sql.raw(name)} t where t::text like ${`%${id}%`} or t::text like ${`%${SECRET}%`}`.execute(
            tx,
          )
          assert.equal(rows[0]?.n, '0', `${person.name} finds it in ${name}`)
        }
      })
    }
  })

  it('leaves nothing for those beside the child in who has looked, nor for a manager in the trail', async () => {
    const id = await sent()
    await w.get(hal, `/independent/complaints/${id}`)
    for (const person of [ada, meg]) {
      const rows = await w.acting(person, async (tx) => {
        const looked = await sql<{ action: string }>`
          select action from waymark.who_looked(${child})`.execute(tx)
        return looked.rows.map((r) => r.action)
      })
      assert.deepEqual(
        rows.filter((a) => /complaint|independent|not-right|other/.test(a)),
        [],
        person.name,
      )
    }
    const trail = await w.acting(meg, async (tx) => {
      const { rows } = await sql<{ action: string; child_id: string | null }>`
        select action, child_id from waymark.trail(null, false, 200)`.execute(tx)
      return rows.filter((r) => r.action.startsWith('complaints.') && r.child_id !== null)
    })
    assert.deepEqual(trail, [])
  })

  it('cannot be given to a person it is about or kept from, by the page or through SQL', async () => {
    const id = await sent({ aboutPersons: [ada.id], keptFrom: [meg.id] })
    const page = await w.get(hal, `/independent/complaints/${id}`)
    assert.equal(page.payload.includes(`value="${ada.id}"`), false)
    const given = await work(hal, id, { do: 'given_to', to: ada.id, words: 'You know her' })
    assert.equal(given.statusCode, 422)
    for (const to of [ada.id, meg.id, ben.id]) {
      await assert.rejects(
        w.acting(hal, (tx) =>
          tx
            .insertInto('waymark.complaint_step')
            .values({
              complaint_id: id,
              child_id: child,
              kind: 'given_to',
              at: new Date(),
              to_id: to,
              words: 'Yours',
            })
            .execute(),
        ),
        /nobody is given a complaint about themselves|only an independent person/,
      )
    }
    assert.equal((await kept(id)).handler_id, hal.id)
  })

  it('cannot be changed, closed or written into the past by anybody, through SQL either', async () => {
    const id = await sent()
    for (const person of [hal, meg, kit, ada]) {
      await assert.rejects(
        w.acting(person, (tx) =>
          tx
            .updateTable('waymark.complaint')
            .set({ state: 'settled' })
            .where('id', '=', id)
            .execute(),
        ),
        /permission denied/,
      )
    }
  })

  it('ends only with an answer, and what the young person says of it', async () => {
    const id = await sent()
    assert.equal((await back(id, { do: 'back', back: 'answers_me' })).statusCode, 422)
    const hard = await work(hal, id, {
      ...answer,
      words: 'Your placement was assessed by a panel.',
    })
    assert.equal(hard.statusCode, 422)
    assert.match(hard.payload, /may be hard to read/)
    assert.equal((await work(hal, id, answer)).statusCode, 303)
    assert.equal((await kept(id)).state, 'answered')
    const { payload } = await w.get(kit, `/me/not-right/${id}`)
    assert.match(payload, /You are right\. It stops today\./)
    assert.match(payload, /Local Government and Social Care Ombudsman/)
    assert.equal((await back(id, { do: 'back', back: 'answers_me' })).statusCode, 303)
    assert.equal((await kept(id)).state, 'settled')
  })

  it('goes on to the next stage with its own clock, as far as the law knows one', async () => {
    const id = await sent()
    for (const stage of [1, 2, 3]) {
      assert.equal((await kept(id)).stage, stage)
      await work(hal, id, answer)
      const page = await w.get(kit, `/me/not-right/${id}`)
      assert.equal(/value="take_further"/.test(page.payload), stage < 3)
      await back(id, { do: 'back', back: stage < 3 ? 'take_further' : 'answers_me' })
    }
    assert.equal((await kept(id)).state, 'settled')
  })

  it('may take longer with a reason, and never longer than the law', async () => {
    const id = await sent()
    const far = await work(hal, id, { do: 'longer', due: '1 1 2030', words: 'Busy' })
    assert.equal(far.statusCode, 422)
    const { rows } = await sql<{ day: string }>`
      select (stage_by + 1)::text as day from waymark.complaint where id = ${id}`.execute(w.db)
    const due = rows[0]?.day ?? ''
    const res = await work(hal, id, { do: 'longer', due, words: 'The tutor is away' })
    assert.equal(res.statusCode, 303)
    assert.match((await w.get(kit, `/me/not-right/${id}`)).payload, /needs longer, until/)
  })

  it('asks whether anything is worse since, which whoever wrote it for them does not see', async () => {
    const res = await w.post(ben, `/independent/for/${child}`, {
      forName: 'Ben Worker',
      forAs: 'advocate',
      theyKnow: 'they_asked_me_to',
      about: 'place',
      words: 'The heating is off since Monday',
    })
    assert.equal(res.statusCode, 303)
    const { id } = await w.db
      .selectFrom('waymark.complaint')
      .select('id')
      .where('made_by', '=', ben.id)
      .executeTakeFirstOrThrow()
    const theirs = await w.get(kit, `/me/not-right/${id}`)
    assert.match(theirs.payload, /Said for you by Ben Worker/)
    await work(hal, id, { do: 'worse_asked' })
    await w.post(kit, `/me/not-right/${id}`, {
      do: 'worse',
      worse: 'something',
      words: 'Nobody greets me',
    })
    assert.match((await w.get(hal, `/independent/complaints/${id}`)).payload, /Nobody greets me/)
    const seen = await w.acting(ben, (tx) =>
      tx
        .selectFrom('waymark.complaint_step')
        .select('kind')
        .where('complaint_id', '=', id)
        .execute(),
    )
    assert.deepEqual(
      seen.filter((s) => s.kind === 'worse_said'),
      [],
    )
  })

  it('waits for nobody who left: it goes to another independent person, and to the first who is appointed', async () => {
    await appoint(ben)
    const id = await sent({ aboutPersons: [], keptFrom: [ada.id] })
    const first = (await kept(id)).handler_id
    await w.db
      .updateTable('waymark.reviewer_appointment')
      .set({ until_day: '2026-01-01', from_day: '2026-01-01' })
      .where('person_id', '=', first)
      .execute()
    const now = (await kept(id)).handler_id
    assert.notEqual(now, first)
    await w.db
      .updateTable('waymark.reviewer_appointment')
      .set({ until_day: '2026-01-01', from_day: '2026-01-01' })
      .execute()
    assert.equal((await kept(id)).handler_id, null)
    assert.match((await w.get(meg, '/independent/people')).payload, /nobody independent to go to/)
    assert.match(
      (await w.get(kit, `/me/not-right/${id}`)).payload,
      /Nobody independent has been named/,
    )
    await appoint(hal)
    assert.equal((await kept(id)).handler_id, hal.id)
  })

  it('follows the law of another nation from the day that is said, with its own clocks and people outside', async () => {
    const earlier = await sent()
    assert.equal((await w.post(meg, '/independent/people', { do: 'nation' })).statusCode, 422)
    const said = { do: 'nation', nation: 'scotland' }
    assert.equal((await w.post(meg, '/independent/people', said)).statusCode, 303)
    const later = await sent()
    assert.deepEqual(
      [(await kept(earlier)).nation, (await kept(later)).nation],
      ['england', 'scotland'],
    )
    assert.ok((await kept(later)).stage_by < (await kept(earlier)).stage_by)
    assert.match((await w.get(kit, '/me/not-right')).payload, /Scottish Public Services Ombudsman/)
  })

  it('lets nobody appoint themselves', async () => {
    const res = await w.post(meg, '/independent/people', { person: meg.id })
    assert.equal(res.statusCode, 422)
    await assert.rejects(
      w.acting(meg, (tx) =>
        tx
          .insertInto('waymark.reviewer_appointment')
          .values({
            organisation_id: meg.organisationId,
            person_id: meg.id,
            from_day: '2026-01-01',
          })
          .execute(),
      ),
      /nobody_appoints_themselves/,
    )
  })

  it('is for the organisation a count, hidden while it is small', async () => {
    await sql`update waymark.complaint set made_at = made_at - interval '3 months'`.execute(w.db)
    const { payload } = await w.get(meg, '/independent/counts')
    assert.match(payload, /A person/)
    assert.match(payload, /\[c\]/)
    assert.equal(payload.includes(SECRET), false)
  })
})
