import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { asActor } from '#platform/db/unit-of-work.ts'
import { fix, ownRecord, versionOn } from '#tests/support/own-record.ts'
import { ada, ben, gus, ivy, joy, kit, meg } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

type OwnRecord = Awaited<ReturnType<typeof ownRecord>>

describe('putting right what is written about me', () => {
  let w: World
  let child: OwnRecord['child']
  let birth: OwnRecord['birth']
  let name: OwnRecord['name']
  let rowOf: OwnRecord['rowOf']
  let record: OwnRecord['record']
  let corrections: OwnRecord['corrections']
  let say: OwnRecord['say']
  let answererOf: OwnRecord['answererOf']

  before(async () => {
    w = await world()
    ;({ child, birth, name, rowOf, record, corrections, say, answererOf } = await ownRecord(w))
  })

  const decide = (id: string, fields: Record<string, string>) =>
    w.post(ada, `/children/${child}/corrections/${id}`, fields)
  const BOTH = { outcome: 'both_kept', why: 'We do not know who is right.', reply: 'Both stay.' }

  it('keeps what I say beside the line as it was, in my words, with a person and a day', async () => {
    const id = await say('Wrong')
    const note = (await corrections()).find((c) => c.id === id)
    assert.ok(note)
    assert.deepEqual([note.wish, note.right_words, note.line_id], ['wrong', 'ሚያዝያ 2009', birth])
    assert.match(note.it_said ?? '', /1 January 2007/)
    const mine = await record()
    assert.match(mine, /You said on 26 November 2026 that this is wrong/)
    assert.match(mine, /(Ada|Ben) Worker answers you by 3 December 2026/)
    assert.equal((await rowOf('date_of_birth_claim')).version, 1)
  })

  it('is read by staff wherever they read the line: their page, the list, and when it is taken off', async () => {
    for (const at of ['', '/births']) {
      const { payload } = await w.get(ada, `/children/${child}${at}`)
      assert.match(payload, /They say that this is wrong/)
      assert.match(payload, /ሚያዝያ 2009/)
    }
    assert.match(
      (await w.get(ivy, `/children/${child}/births`)).payload,
      /They say that this is wrong/,
    )
    assert.match((await w.get(ada, '/answers')).payload, /What they say about their record/)
  })

  it('asks again when nothing is written, keeps what was typed, and knows no other line', async () => {
    const at = fix('date_of_birth_claim', birth)
    const empty = await w.post(kit, at, { version: '1', wrong: ' ', right: 'Kept <b>' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.payload, /Write what is wrong[\s\S]*Kept &lt;b&gt;/)
    const long = await w.post(kit, at, { version: '1', wrong: 'x'.repeat(5001) })
    assert.match(long.payload, /5,000 letters or fewer/)
    for (const wrong of [fix('date_of_birth_claim', name), fix('nothing', 'x'), fix('other', 'x')])
      assert.equal((await w.get(kit, wrong)).statusCode, 404)
    assert.equal((await w.get(joy, at)).statusCode, 404)
  })

  it('shows what it says now when the line changed while I wrote, and loses nothing', async () => {
    const at = fix('child_name', name)
    const late = await w.post(kit, at, { version: '9', wrong: 'Not my name' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /Nothing was lost[\s\S]*Not my name/)
  })

  it('is decided with reasons by whoever answers, and answered in the same act', async () => {
    const id = await say('Nobody asked me')
    const receipt = await w.db
      .selectFrom('waymark.receipt')
      .select(['id', 'answerer_id'])
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow()
    const [who, other] = receipt.answerer_id === ada.id ? [ada, ben] : [ben, ada]
    const at = `/children/${child}/corrections/${id}`
    assert.equal((await w.post(other, at, BOTH)).statusCode, 409)
    assert.match((await w.post(who, at, { ...BOTH, why: '' })).payload, /Write why/)
    assert.match((await w.post(who, at, { ...BOTH, outcome: 'shown' })).payload, /Choose what was/)
    const steps = await w.post(who, `/children/${child}/answers/${receipt.id}`, {
      do: 'considered',
      weight: 'decided_it',
      words: 'x',
    })
    assert.equal(steps.statusCode, 409)
    assert.equal((await w.post(who, at, BOTH)).statusCode, 303)
    const mine = await record()
    assert.match(
      mine,
      /Both stay: what was written, and your words[\s\S]*We do not know who is right/,
    )
    const sent = (await w.get(kit, `/me/sent/${receipt.id}`)).payload
    assert.match(sent, /Both stay\.[\s\S]*This answers me/)
    assert.match((await w.get(ada, `/children/${child}/births`)).payload, /Both are kept/)
    assert.equal((await w.post(who, at, BOTH)).statusCode, 409)
  })

  it('is called corrected only when the record has changed; the note and what it said stay', async () => {
    const id = await say('The day is wrong')
    const corrected = { ...BOTH, outcome: 'corrected' }
    const who = await answererOf(id)
    const early = await w.post(who, `/children/${child}/corrections/${id}`, corrected)
    assert.match(early.payload, /The record still says the same/)
    await w.post(ada, `/children/${child}/births/${birth}`, {
      month: '4',
      year: '2009',
      source: 'child_says',
      version: '1',
    })
    const done = await w.post(who, `/children/${child}/corrections/${id}`, corrected)
    assert.equal(done.statusCode, 303)
    const staff = (await w.get(ada, `/children/${child}/births`)).payload
    assert.match(
      staff,
      /April 2009[\s\S]*They say that this is wrong[\s\S]*It said then: <bdi>1 January 2007/,
    )
    const history = (await w.get(ada, `/children/${child}/history`)).payload
    assert.match(history, /2007/)
    await w.post(ada, `/children/${child}/births/${birth}/end`, { version: '2' })
    const after = (await w.get(ada, `/children/${child}/births`)).payload
    assert.match(after, /lines that were taken off[\s\S]*1 January 2007/)
  })

  it('asks for a note, which a worker lets me read as it stands; a note that changes is looked at again', async () => {
    const at = `/me/record/note/child_name/${name}`
    const sent = await w.post(kit, at, { version: versionOn((await w.get(kit, at)).payload) })
    assert.equal(sent.statusCode, 303)
    const id = (await corrections()).find((c) => c.wish === 'read_note')?.id ?? ''
    const who = await answererOf(id)
    const page = await w.get(who, `/children/${child}/corrections/${id}`)
    assert.match(page.payload, /cousin Omar[\s\S]*They may read the note/)
    const shown = { outcome: 'shown', why: 'It is yours to read.', reply: 'You can read it now.' }
    assert.equal((await w.post(who, `/children/${child}/corrections/${id}`, shown)).statusCode, 303)
    assert.match(await record(), /cousin Omar/)
    await w.post(ada, `/children/${child}/names/${name}`, {
      name: 'Christopher',
      kind: 'on_documents',
      note: 'On the paper of his cousin Ali',
      version: '1',
    })
    assert.doesNotMatch(await record(), /cousin/)
    const notes = (await w.get(ada, `/children/${child}/notes`)).payload
    assert.match(notes, /cousin Ali[\s\S]*Let them read it/)
    const stale = await w.post(ada, `/children/${child}/notes`, { line: name, version: '1' })
    assert.equal(stale.statusCode, 422)
    assert.equal(
      (await w.post(ada, `/children/${child}/notes`, { line: name, version: '2' })).statusCode,
      303,
    )
    assert.match(await record(), /cousin Ali/)
  })

  it('takes what is missing too, and staff read it on the child’s page', async () => {
    const at = fix('other', 'missing')
    assert.equal((await w.post(kit, at, { right: '' })).statusCode, 422)
    assert.equal((await w.post(kit, at, { right: 'I have a sister' })).statusCode, 303)
    assert.match(
      (await w.get(ada, `/children/${child}`)).payload,
      /it is missing[\s\S]*I have a sister/,
    )
  })

  it('stays for ever: the database changes no note, and takes none from anybody but its writer', async () => {
    const [note] = await corrections()
    assert.ok(note)
    for (const person of [kit, ada, meg]) {
      await assert.rejects(
        asActor(w.db, person.id, (tx) =>
          tx
            .updateTable('waymark.correction')
            .set({ wrong: 'x' })
            .where('id', '=', note.id)
            .execute(),
        ),
        /permission denied/,
      )
    }
    const asked = (by: string) => ({
      child_id: child,
      wish: 'wrong',
      about: 'other',
      it_said: 'a',
      wrong: 'b',
      written_by: by,
    })
    await assert.rejects(
      asActor(w.db, ada.id, (tx) =>
        tx.insertInto('waymark.correction').values(asked(ada.id)).execute(),
      ),
      /row-level security/,
    )
    await assert.rejects(
      asActor(w.db, kit.id, (tx) =>
        tx
          .insertInto('waymark.correction')
          .values({ ...asked(kit.id), about: 'child_name', line_id: birth, line_version: 1 })
          .execute(),
      ),
      /stands_on_a_line|the line is not there/,
    )
  })

  it('tells nobody a line that I do not share with them, by the note beside it either', async () => {
    const person = await w.db
      .insertInto('waymark.person_who_matters')
      .values({ child_id: child, name: 'Secret Selam', who_they_are: 'mum', changed_by: ada.id })
      .returning('id')
      .executeTakeFirstOrThrow()
    const at = fix('person_who_matters', person.id)
    const read = versionOn((await w.get(kit, at)).payload)
    assert.equal((await w.post(kit, at, { version: read, wrong: 'Not mum' })).statusCode, 303)
    assert.match(
      (await w.get(ada, `/children/${child}`)).payload,
      /It said then: <bdi>Secret Selam/,
    )
    await w.db
      .insertInto('waymark.sharing_choice')
      .values({
        child_id: child,
        kind: 'people',
        choice: 'nobody',
        changed_by: kit.id,
        private_to: kit.id,
      })
      .execute()
    assert.doesNotMatch((await w.get(ada, `/children/${child}`)).payload, /Secret Selam|Not mum/)
    assert.match(await record(), /Secret Selam[\s\S]*Not mum/)
  })

  it('is decided and answered by nobody else: the database refuses', async () => {
    const id = await w.db
      .selectFrom('waymark.correction')
      .select('id')
      .where('child_id', '=', child)
      .where('wish', '=', 'missing')
      .executeTakeFirstOrThrow()
    const who = await answererOf(id.id)
    const decision = (by: string) => ({
      child_id: child,
      correction_id: id.id,
      outcome: 'not_changed',
      why: 'x',
      decided_by: by,
    })
    for (const person of [who.id === ada.id ? ben : ada, kit, meg, gus]) {
      await assert.rejects(
        asActor(w.db, person.id, (tx) =>
          tx.insertInto('waymark.correction_decision').values(decision(person.id)).execute(),
        ),
        /row-level security|may not read/,
      )
    }
    const receipt = await w.db
      .selectFrom('waymark.receipt')
      .select('id')
      .where('subject_id', '=', id.id)
      .executeTakeFirstOrThrow()
    const step = (kind: string, more: object) => ({
      receipt_id: receipt.id,
      child_id: child,
      kind,
      at: new Date('2026-11-26T10:00:00Z'),
      words: 'x',
      by_id: who.id,
      ...more,
    })
    await assert.rejects(
      asActor(w.db, who.id, async (tx) => {
        const add = (kind: string, more: object = {}) =>
          tx.insertInto('waymark.ledger_step').values(step(kind, more)).execute()
        await add('considered', { weight: 'counted_some' })
        await add('decided', { decision: 'no', decided_by: 'x' })
        await add('replied')
      }),
      /decide about the correction first/,
    )
  })

  it('tells me in plain words who read and decided', async () => {
    assert.match((await w.get(kit, '/me/who-looked')).payload, /Read what you said is wrong/)
    assert.equal((await decide('00000000-0000-4000-8000-000000000000', BOTH)).statusCode, 404)
  })
})
