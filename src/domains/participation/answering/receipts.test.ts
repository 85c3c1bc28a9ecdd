import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId, PersonId } from '#kernel/ids.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { aCheckIn } from '#tests/support/check-ins.ts'
import { ada, ben, hal, harbourTeam, kit, meg, northmere, sys, zoe } from '#tests/support/people.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { openReceipt, takeReceiptBack } from './receipts.queries.ts'

const sentAt = new Date('2026-03-02T10:00:00Z')
const day = (text: string) => new Date(`${text}T10:00:00Z`)

describe('a receipt', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    await loadProvisionalSet(w.db)
    child = await aChild(w, { account: kit, allocatedTo: [ada, ben] })
  })

  const shared = (of: ChildId) => aCheckIn(w, of, { answers: {}, author: kit, at: sentAt })
  type More = { chosen?: PersonId; notTo?: PersonId[]; keptTo?: PersonId[]; now?: Date }
  const opened = async (more: More = {}, of: ChildId = child) => {
    const subjectId = await shared(of)
    return w.acting(kit, (tx) =>
      openReceipt(tx, { childId: of, subject: 'check_in', subjectId, now: sentAt, ...more }),
    )
  }
  const receipt = (id: string) =>
    w.db.selectFrom('waymark.receipt').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const step = (who: TestPerson, id: string, values: Record<string, unknown>, of = child) =>
    w.acting(who, (tx) =>
      tx
        .insertInto('waymark.ledger_step')
        .values({ receipt_id: id, child_id: of, kind: 'replied', at: sentAt, ...values })
        .execute(),
    )
  const considered = { kind: 'considered', weight: 'counted_much', words: 'It is her room.' }
  const decided = { kind: 'decided', decision: 'yes', decided_by: 'Ada', words: 'A lock.' }
  const replied = { kind: 'replied', words: 'The lock comes on Friday.' }
  const answered = async (id: string) => {
    for (const values of [considered, decided, replied]) await step(ada, id, values)
  }
  const steps = (id: string, kind: string) =>
    w.db
      .selectFrom('waymark.ledger_step')
      .selectAll()
      .where('receipt_id', '=', id)
      .where('kind', '=', kind)
      .execute()
  const goUp = (who: TestPerson, of: ChildId | null, at: Date) =>
    w.acting(who, async (tx) => {
      const { rows } = await sql<{ n: number }>`
        select waymark.receipts_go_up(${of}, ${at}) as n`.execute(tx)
      return rows[0]?.n
    })
  const someone = async (role: 'practitioner' | 'manager') => {
    const id = randomUUID()
    const name = role === 'manager' ? 'Max Manager' : 'Una Worker'
    const row = { id, name, role, user_name: id, organisation_id: northmere, team_id: harbourTeam }
    await w.db.insertInto('waymark.person').values(row).execute()
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an id of our own making
    return { ...ada, id: id as PersonId, name, role, userName: id }
  }

  it('names who leads beside them, and a day a week on', async () => {
    const kept = await receipt((await opened()).id)
    assert.equal(kept.answerer_id, ada.id)
    assert.equal(kept.answer_by, '2026-03-09')
    assert.equal(kept.organisation_id, northmere)
  })

  it('asks whom they chose, when that person stands beside them', async () => {
    assert.equal((await opened({ chosen: ben.id })).answererId, ben.id)
    assert.equal((await opened({ chosen: hal.id })).answererId, ada.id)
  })

  it('never asks a person it must not reach, nor shows it to them', async () => {
    const made = await opened({ chosen: ada.id, notTo: [ada.id] })
    assert.equal(made.answererId, ben.id)
    const seen = await w.acting(ada, (tx) =>
      tx.selectFrom('waymark.receipt').select('id').where('id', '=', made.id).execute(),
    )
    assert.deepEqual(seen, [])
  })

  it('goes to a manager when nobody beside them may answer', async () => {
    const made = await opened({ notTo: [ada.id, ben.id] })
    assert.equal(made.answererId, meg.id)
  })

  it('is for something that was sent, and only for that', async () => {
    const draft = await aCheckIn(w, child, { answers: {}, author: kit, status: 'draft' })
    for (const [subject, id] of [
      ['check_in', draft],
      ['check_in', randomUUID()],
      ['nothing_like_it', randomUUID()],
    ] as const) {
      await assert.rejects(
        w.acting(kit, (tx) =>
          openReceipt(tx, { childId: child, subject, subjectId: id, now: sentAt }),
        ),
        /a receipt is for something that was sent|does not exist/,
      )
    }
  })

  it('cannot be opened with a person or a day of one’s own choosing', async () => {
    const subjectId = await shared(child)
    await w.acting(kit, (tx) =>
      sql`insert into waymark.receipt (child_id, organisation_id, subject, subject_id, sent_at, answerer_id, answerer_why, answer_by, state, state_at)
        values (${child}, ${northmere}, 'check_in', ${subjectId}, ${sentAt}, ${hal.id}, 'chosen', '2030-01-01', 'settled', ${sentAt})`.execute(
        tx,
      ),
    )
    const row = await w.db
      .selectFrom('waymark.receipt')
      .selectAll()
      .where('subject_id', '=', subjectId)
      .executeTakeFirstOrThrow()
    assert.deepEqual([row.answerer_id, row.answer_by, row.state], [ada.id, '2026-03-09', 'waiting'])
  })

  it('cannot be changed by any page, through SQL either', async () => {
    const { id } = await opened()
    for (const who of [ada, meg, kit, sys]) {
      await assert.rejects(
        w.acting(who, (tx) =>
          tx
            .updateTable('waymark.receipt')
            .set({ state: 'settled' })
            .where('id', '=', id)
            .execute(),
        ),
        /permission denied/,
      )
    }
  })

  it('is answered only after it was considered and decided, by the person who was named', async () => {
    const { id } = await opened()
    await assert.rejects(step(ada, id, replied), /after it was considered and decided/)
    await step(ada, id, considered)
    await assert.rejects(step(ada, id, replied), /after it was considered and decided/)
    await step(ada, id, decided)
    await assert.rejects(step(ben, id, replied), /row-level security/)
    await step(ada, id, replied)
    assert.equal((await receipt(id)).state, 'answered')
    await assert.rejects(step(ada, id, replied), /not waiting/)
  })

  it('says of each step what it has to say', async () => {
    const { id } = await opened()
    for (const values of [
      { ...considered, words: null },
      { ...considered, weight: null },
      { ...decided, decided_by: null },
      { ...decided, decision: null },
    ]) {
      await assert.rejects(step(ada, id, values), /violates check constraint/)
    }
  })

  it('is closed by the young person and nobody else: an answer, or their own word', async () => {
    const { id } = await opened()
    await assert.rejects(step(kit, id, { kind: 'said_back', back: 'answers_me' }), /no answer/)
    await assert.rejects(
      step(ada, id, { kind: 'said_back', back: 'no_need' }),
      /row-level security/,
    )
    await answered(id)
    await assert.rejects(
      step(meg, id, { kind: 'said_back', back: 'answers_me' }),
      /row-level security/,
    )
    await step(kit, id, { kind: 'said_back', back: 'answers_me' })
    assert.equal((await receipt(id)).state, 'settled')
    const other = await opened()
    await step(kit, other.id, { kind: 'said_back', back: 'no_need' })
    assert.equal((await receipt(other.id)).state, 'no_need')
  })

  it('opens again when they say not yet, with a new day and the same person', async () => {
    const { id } = await opened()
    await answered(id)
    await step(kit, id, { kind: 'said_back', back: 'not_yet', at: day('2026-03-10') })
    const again = await receipt(id)
    assert.deepEqual(
      [again.state, again.round, again.answer_by, again.answerer_id],
      ['waiting', 2, '2026-03-15', ada.id],
    )
    await step(ada, id, replied)
    assert.equal((await receipt(id)).state, 'answered')
  })

  it('keeps every step as it was', async () => {
    const { id } = await opened()
    await answered(id)
    for (const who of [ada, meg, kit]) {
      await assert.rejects(
        w.acting(who, (tx) =>
          tx
            .updateTable('waymark.ledger_step')
            .set({ words: 'Other words' })
            .where('receipt_id', '=', id)
            .execute(),
        ),
        /permission denied/,
      )
    }
  })

  it('goes up to a manager once when its day has passed, and not before', async () => {
    const mine = await aChild(w, { allocatedTo: [ada] })
    const { id } = await opened()
    await goUp(kit, child, day('2026-03-09'))
    assert.equal((await receipt(id)).answerer_id, ada.id)
    await Promise.all([
      goUp(kit, child, day('2026-03-10')),
      goUp(ada, child, day('2026-03-10')),
      goUp(meg, null, day('2026-03-10')),
    ])
    await goUp(kit, child, day('2026-03-10'))
    const up = await receipt(id)
    assert.deepEqual(
      [up.answerer_id, up.answerer_why, up.answer_by],
      [meg.id, 'went_up', '2026-03-13'],
    )
    assert.equal((await steps(id, 'went_up')).length, 1)
    assert.equal(await goUp(ada, mine, day('2026-03-10')), 0)
  })

  it('cannot be sent up by a page in its own words', async () => {
    const { id } = await opened()
    await assert.rejects(step(ada, id, { kind: 'went_up', to_id: meg.id }), /row-level security/)
  })

  it('is passed on to somebody beside them, and to nobody else', async () => {
    const { id } = await opened()
    await assert.rejects(step(ada, id, { kind: 'passed_on', to_id: hal.id }), /row-level security/)
    await assert.rejects(step(ben, id, { kind: 'passed_on', to_id: ben.id }), /row-level security/)
    await step(ada, id, { kind: 'passed_on', to_id: ben.id })
    assert.equal((await receipt(id)).answerer_id, ben.id)
  })

  it('waits on nobody whose account is closed, who left the child, or who is away', async () => {
    const una = await someone('practitioner')
    const theirs = await aChild(w, { allocatedTo: [una, ada] })
    const account = randomUUID()
    await w.db
      .insertInto('waymark.person')
      .values({
        id: account,
        name: 'Noor',
        role: 'young_person',
        user_name: account,
        organisation_id: northmere,
      })
      .execute()
    await w.db
      .updateTable('waymark.child')
      .set({ person_id: account })
      .where('id', '=', theirs)
      .execute()
    const send = async (chosen: PersonId) => {
      const subjectId = await shared(theirs)
      return w.acting(una, (tx) =>
        openReceipt(tx, { childId: theirs, subject: 'check_in', subjectId, now: sentAt, chosen }),
      )
    }
    const first = await send(una.id)
    assert.equal(first.answererId, una.id)
    await w.acting(una, (tx) =>
      tx
        .insertInto('waymark.person_away')
        .values({ person_id: una.id, from_day: '2026-03-08', until_day: '2026-03-20' })
        .execute(),
    )
    assert.equal((await receipt(first.id)).answerer_id, ada.id)
    const second = await send(una.id)
    await w.acting(zoe, (tx) =>
      tx
        .updateTable('waymark.person')
        .set({ ended_at: new Date() })
        .where('id', '=', una.id)
        .execute(),
    )
    const moved = await receipt(second.id)
    assert.deepEqual([moved.answerer_id, moved.answer_by], [ada.id, second.answerBy])
    assert.equal((await steps(second.id, 'passed_on')).length, 1)
    const left = await sql<{ n: string }>`
      select count(*) as n from waymark.receipt r join waymark.person p on p.id = r.answerer_id
       where r.state = 'waiting' and p.ended_at is not null`.execute(w.db)
    assert.equal(left.rows[0]?.n, '0')
  })

  it('waits on nobody where there is nobody, says so, and goes to the first who stands beside them', async () => {
    const alone = await aChild(w, { allocatedTo: [] })
    const subjectId = await shared(alone)
    const managers = [meg.id, hal.id]
    const made = await w.acting(meg, (tx) =>
      openReceipt(tx, {
        childId: alone,
        subject: 'check_in',
        subjectId,
        now: sentAt,
        notTo: [hal.id],
      }),
    )
    assert.equal(made.answererId, meg.id)
    const other = await shared(alone)
    const id = randomUUID()
    await sql`insert into waymark.receipt (id, child_id, organisation_id, subject, subject_id, sent_at, answerer_why, answer_by, state_at, not_to)
      values (${id}, ${alone}, ${northmere}, 'check_in', ${other}, ${sentAt}, 'nobody_yet', '2026-03-09', ${sentAt}, ${managers}::uuid[])`.execute(
      w.db,
    )
    assert.equal((await receipt(id)).answerer_id, null)
    await w.db
      .insertInto('waymark.allocation')
      .values({ child_id: alone, person_id: ada.id, part: 'key_worker', started_on: '2026-01-05' })
      .execute()
    assert.equal((await receipt(id)).answerer_id, ada.id)
  })

  it('keeps what becomes of it to those the young person chose', async () => {
    const { id } = await opened({ keptTo: [ada.id], chosen: ada.id })
    await answered(id)
    const read = (who: TestPerson) =>
      w.acting(who, (tx) =>
        tx.selectFrom('waymark.ledger_step').select('kind').where('receipt_id', '=', id).execute(),
      )
    assert.equal((await read(ada)).length, 3)
    assert.equal((await read(kit)).length, 3)
    assert.deepEqual(await read(ben), [])
    assert.deepEqual(await read(meg), [])
  })

  it('counts working days by the bank holidays of the nation, and only in years in which they are known', async () => {
    const due = async (on: string) => {
      const { rows } = await sql<{ d: string }>`
        select waymark.promised_day(${northmere}, ${on}::date, 'answer')::text as d`.execute(w.db)
      return rows[0]?.d
    }
    const promise = { days: 5, counted: 'working_days', source: 'A test', confidence: 'certain' }
    await w.acting(meg, (tx) =>
      tx
        .insertInto('waymark.reply_promise')
        .values({ ...promise, organisation_id: northmere, kind: 'answer', from_day: '2027-01-01' })
        .execute(),
    )
    assert.equal(await due('2026-12-31'), '2027-01-07', 'by the promise that held that day')
    // Good Friday and Easter Monday are bank holidays of the nation.
    assert.equal(await due('2027-03-25'), '2027-04-05')
    await w.acting(meg, (tx) =>
      tx
        .insertInto('waymark.bank_holiday')
        .values({ organisation_id: northmere, on_day: '2027-04-01', name: 'Closed' })
        .execute(),
    )
    assert.equal(await due('2027-03-25'), '2027-04-06', 'a day on which we are closed besides')
    // Nobody knows the bank holidays of that year yet: every day counts, which is never later.
    assert.equal(await due('2191-03-25'), '2191-03-30')
  })

  it('closes when they take back what they sent', async () => {
    const subjectId = await shared(child)
    await w.acting(kit, (tx) =>
      openReceipt(tx, { childId: child, subject: 'check_in', subjectId, now: sentAt }),
    )
    await w.acting(kit, (tx) => takeReceiptBack(tx, 'check_in', subjectId, sentAt))
    const row = await w.db
      .selectFrom('waymark.receipt')
      .select('state')
      .where('subject_id', '=', subjectId)
      .executeTakeFirstOrThrow()
    assert.equal(row.state, 'taken_back')
  })
})
