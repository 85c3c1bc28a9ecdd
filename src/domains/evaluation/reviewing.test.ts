import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { ann, hal, ivy, meg, zoe } from '#tests/support/people.ts'
import { type Draft, publish, SPRING, whole, write } from '#tests/support/assessments.ts'
import { childrenWhoSaid } from '#tests/support/said.ts'
import { world, type World } from '#tests/support/world.ts'

const BEFORE = new Date('2027-05-31T20:00:00Z')
/** Midnight in London is an hour before midnight of the database in summer. */
const DUE = new Date('2027-05-31T23:30:00Z')

describe('the review after implementation', () => {
  let w: World
  let draft: Draft
  let at: string

  before(async () => {
    w = await world()
    w.setClock(SPRING)
    draft = await whole(w)
    await publish(w, meg, draft.at)
    const { id } = await w.db
      .selectFrom('waymark.assessment_review')
      .select('id')
      .where('assessment_id', '=', draft.id)
      .executeTakeFirstOrThrow()
    at = `${draft.at}/reviews/${id}`
  })

  const expected = async (): Promise<string> => {
    const { payload } = await w.get(ann, at)
    return /name="observed-([0-9a-f-]{36})"/.exec(payload)?.[1] ?? ''
  }

  const written = async () => {
    const impact = await expected()
    return {
      [`observed-${impact}`]: 'otherwise',
      [`seen-${impact}`]: 'They joined another team.',
      asked_children: 'Nine were asked again.',
      unintended: 'Some found it quieter.',
      what_next: 'The way to training is paid for longer.',
      'next_review_on-day': '1',
      'next_review_on-month': '6',
      'next_review_on-year': '2029',
    }
  }

  it('opens by itself on its day in London, for its owner, managers and auditors, and for anybody in the register', async () => {
    w.setClock(BEFORE)
    assert.match((await w.get(ann, '/assessments')).payload, /No review is due today/)
    assert.match((await w.get(ann, at)).payload, /It opens on 1 June 2027/)
    w.setClock(DUE)
    assert.match(
      (await w.get(ann, '/assessments')).payload,
      /You owe this review, due on 1 June 2027/,
    )
    for (const person of [meg, hal, ivy]) {
      assert.match(
        (await w.get(person, '/assessments')).payload,
        /Ann Analyst owes this review, due on 1 June 2027/,
      )
    }
    assert.match((await w.get(ivy, draft.at)).payload, /A review has been due since 1 June 2027/)
    for (const url of ['/rights-assessments', `/rights-assessments/${draft.id}`]) {
      assert.match((await w.app.inject({ url })).payload, /A review has been due since 1 June 2027/)
    }
  })

  it('shows each expected effect of the option that was chosen, and not of those that were not', async () => {
    const { payload } = await w.get(ann, at)
    assert.equal(payload.match(/What became of it\?/g)?.length, 1)
    assert.match(payload, /Article 31: Rest, play and culture/)
    assert.match(payload, /Expected: Harms\. They leave their team\./)
  })

  it('keeps what is written so far, and asks again for half an answer without losing it', async () => {
    const impact = await expected()
    const half = await write(w, ann, at, {
      [`observed-${impact}`]: 'happened',
      [`seen-${impact}`]: ' ',
      unintended: 'Some found it quieter.',
    })
    assert.equal(half.statusCode, 422)
    assert.match(half.payload, /Say what shows that, or why nobody can tell/)
    assert.match(half.payload, /Some found it quieter\./)
    const kept = await write(w, ann, at, { unintended: 'Some found it quieter.' })
    assert.equal(kept.statusCode, 303)
    const wrong = await write(w, ann, at, {
      'next_review_on-day': '1',
      'next_review_on-month': '1',
      'next_review_on-year': '2027',
    })
    assert.match(wrong.payload, /The next review comes after this one/)
  })

  it('shows both texts when two people write in it at once', async () => {
    const { payload } = await w.get(ann, at)
    const seen = /name="seen" value="([^"]*)"/.exec(payload)?.[1] ?? ''
    await write(w, ann, at, await written())
    const impact = await expected()
    const late = await w.post(hal, at, {
      seen,
      [`observed-${impact}`]: 'did_not',
      [`seen-${impact}`]: 'Nobody left.',
      unintended: 'Nothing else.',
    })
    assert.equal(late.statusCode, 409)
    for (const text of [
      'Nothing else.',
      'Some found it quieter.',
      'Nobody left.',
      'They joined another team.',
    ]) {
      assert.ok(late.payload.includes(text), text)
    }
    assert.match((await w.get(ann, at)).payload, /They joined another team\./)
  })

  it('cannot be closed while something is missing, before its day, or by whoever wrote it', async () => {
    const close = (person: typeof meg, completedAt: Date) =>
      w.acting(person, (tx) =>
        sql`update waymark.assessment_review set completed_at = ${completedAt}, completed_by = ${person.id},
          signed_as = 'Head', document = '{}' where assessment_id = ${draft.id} and completed_at is null`.execute(
          tx,
        ),
      )
    const refused = (constraint: string) => (error: unknown) =>
      error instanceof Error && 'constraint' in error && error.constraint === constraint
    await assert.rejects(close(meg, BEFORE), refused('review_not_due'))
    await write(w, ann, at, { ...(await written()), unintended: '' })
    await assert.rejects(close(meg, DUE), refused('review_needs_words'))
    assert.match((await w.get(meg, at)).payload, /Say how children and young people were asked/)
    const noNext = {
      'next_review_on-day': '',
      'next_review_on-month': '',
      'next_review_on-year': '',
    }
    await write(w, ann, at, { ...(await written()), ...noNext })
    await assert.rejects(close(meg, DUE), refused('review_needs_next'))
    assert.match((await w.get(meg, at)).payload, /Give the day of the next review/)
    await write(w, ann, at, await written())
    await assert.rejects(close(ann, DUE), refused('review_needs_another'))
    assert.equal((await w.post(ann, `${at}/complete`, { signed_as: 'Me' })).statusCode, 403)
    for (const act of [
      sql`delete from waymark.assessment_review where assessment_id = ${draft.id}`,
      sql`truncate waymark.assessment_review cascade`,
    ]) {
      await assert.rejects(act.execute(w.db))
    }
    await assert.rejects(
      w.acting(meg, (tx) =>
        sql`update waymark.assessment_review set due_on = '2099-01-01' where assessment_id = ${draft.id}`.execute(
          tx,
        ),
      ),
      /permission denied/,
    )
    assert.match((await w.get(ann, '/assessments')).payload, /You owe this review/)
  })

  it('stands beside the figures released now, which are shown only as they were released', async () => {
    await childrenWhoSaid(
      w,
      draft.framework,
      24,
      { apple: 'mostly' },
      { at: '2027-05-01T12:00:00Z' },
    )
    await childrenWhoSaid(
      w,
      draft.framework,
      13,
      { apple: 'fully' },
      { at: '2027-05-01T12:00:00Z' },
    )
    await childrenWhoSaid(
      w,
      draft.framework,
      2,
      { apple: 'not_at_all' },
      { at: '2027-05-01T12:00:00Z' },
    )
    assert.match((await w.get(ann, at)).payload, /No picture of your area is released for this now/)
    await w.post(ann, '/area/pictures', { year: '2027', framework: draft.framework.id })
    const { payload } = await w.get(ann, at)
    const now = payload.slice(payload.indexOf('Now: the last released picture'))
    assert.match(now, /Mostly<\/th>\s*<td[^>]*>24</)
    assert.match(now, /Not at all<\/th>\s*<td[^>]*>\[c\]</)
    assert.doesNotMatch((await w.get(ivy, at)).payload, /Now: the last released picture/)
    assert.equal((await w.get(zoe, at)).statusCode, 403)
  })

  it('is completed by another manager, published whole, and sets the next', async () => {
    const { payload } = await w.get(meg, at)
    const seen = /name="seen" value="([^"]*)"[^>]*>(?![\s\S]*name="seen")/.exec(payload)?.[1] ?? ''
    const done = await w.post(meg, `${at}/complete`, { seen, signed_as: 'Head of service' })
    assert.equal(done.statusCode, 303, done.payload.slice(-2000))
    const url = at.replace('/assessments/', '/rights-assessments/')
    const shown = await w.app.inject({ url })
    assert.equal(shown.statusCode, 200)
    assert.match(
      shown.payload,
      /<strong>Other than predicted\.<\/strong>.*They joined another team\./,
    )
    assert.match(shown.payload, /Some found it quieter\./)
    assert.match(shown.payload, /At this review, rounded to the nearest 10/)
    assert.match(shown.payload, /Mostly<\/th>\s*<td[^>]*>20</)
    assert.doesNotMatch(shown.payload, /<td[^>]*>(24|13|2)</)
    assert.match(shown.payload, /The next review is on 1 June 2029/)
    assert.match((await w.get(ann, '/assessments')).payload, /No review is due today/)
    w.setClock(new Date('2029-06-01T08:00:00Z'))
    await w.signIn()
    assert.match(
      (await w.get(ann, '/assessments')).payload,
      /You owe this review, due on 1 June 2029/,
    )
    const again = await w.post(ann, at, { seen, unintended: 'Other' })
    assert.equal(again.statusCode, 422)
    assert.match(again.payload, /has been completed and stays as it is/)
    await assert.rejects(
      sql`update waymark.assessment_review set unintended = 'Other' where completed_at is not null`.execute(
        w.db,
      ),
      /stays as it is/,
    )
  })
})
