import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { ann, hal, ivy, meg } from '#tests/support/people.ts'
import { type Draft, publish, SPRING, TWIN, whole, write } from '#tests/support/assessments.ts'
import { world, type World } from '#tests/support/world.ts'

describe('publishing an assessment', () => {
  let w: World

  before(async () => {
    w = await world()
    w.setClock(SPRING)
  })

  const anybody = (url: string) => w.app.inject({ url })

  /** Straight into the database as a manager, with no page between. */
  const force = (draft: Draft, by = meg, revision?: number) =>
    w.acting(by, (tx) =>
      sql`insert into waymark.assessment_published (assessment_id, organisation_id, organisation_name, nation, number, revision, title, review_on, document, signed_as)
        select ${draft.id}, a.organisation_id, '', '', 1, coalesce(${revision ?? null}::int, r.revision), '', '2027-01-01', '{}', 'Head of service'
        from waymark.assessment a join waymark.assessment_revision r on r.of_id = a.id where a.id = ${draft.id}`.execute(
        tx,
      ),
    )

  const lacking = (constraint: string) => (error: unknown) => {
    assert.ok(error instanceof Error && 'constraint' in error)
    assert.equal(error.constraint, constraint)
    return true
  }

  it('is signed off by a manager who did not write it, and is then there for anybody', async () => {
    const { id, at } = await whole(w)
    assert.equal((await anybody(`/rights-assessments/${id}`)).statusCode, 404)
    assert.equal((await w.post(ann, `${at}/ask-for-sign-off`)).statusCode, 303)
    assert.match((await w.get(meg, '/assessments')).payload, /Waiting to be signed off/)
    const res = await publish(w, meg, at)
    assert.equal(res.statusCode, 303, res.payload.slice(-3000))
    const { payload, statusCode } = await anybody(`/rights-assessments/${id}`)
    assert.equal(statusCode, 200)
    assert.match(payload, /Homes further away/)
    assert.match(payload, /Fewer than 5/)
    assert.match(payload, /To be checked/)
    assert.doesNotMatch(payload, /Ann Analyst|Meg Manager/)
    assert.match((await anybody('/rights-assessments')).payload, /Homes further away/)
    const twin = (await anybody(`/rights-assessments/${id}/for-children`)).payload
    assert.match(twin, /You could live further away/)
  })

  it('prints words exactly as they were said, and dissent beside the decision with its answer', async () => {
    const { id, at } = await whole(w)
    await publish(w, meg, at)
    const { payload } = await anybody(`/rights-assessments/${id}`)
    const decision = payload.slice(payload.indexOf('What was decided'))
    assert.match(decision, /Young people who do not agree[\s\S]*Forty miles is {2}another life\./)
    assert.match(decision, /We hear you, and will look again in a year/)
  })

  it('says what a bare draft lacks, and the pages and the database refuse it for the same reasons', async () => {
    const draft = await whole(w)
    const takeOff = (table: string) =>
      sql`update ${sql.table(`waymark.${table}`)} set taken_off_at = now() where assessment_id = ${draft.id}`.execute(
        w.db,
      )
    const restore = (table: string) =>
      sql`update ${sql.table(`waymark.${table}`)} set taken_off_at = null where assessment_id = ${draft.id}`.execute(
        w.db,
      )
    const set = (column: string, value: string | null) =>
      sql`update waymark.assessment set ${sql.ref(column)} = ${value} where id = ${draft.id}`.execute(
        w.db,
      )
    const without: readonly (readonly [
      string,
      RegExp,
      () => Promise<unknown>,
      () => Promise<unknown>,
    ])[] = [
      [
        'publish_needs_monitoring',
        /Make the monitoring plan/,
        () => takeOff('assessment_measure'),
        () => restore('assessment_measure'),
      ],
      [
        'publish_needs_monitoring',
        /Make the monitoring plan/,
        () => set('review_on', null),
        () => set('review_on', '2027-06-01'),
      ],
      [
        'publish_needs_twin',
        /Write the text for children and young people/,
        () => set('twin_next', null),
        () => set('twin_next', TWIN.twin_next),
      ],
      [
        'publish_needs_best_interests',
        /how best interests were weighed/,
        () => set('best_interests', null),
        () => set('best_interests', 'First.'),
      ],
      [
        'publish_needs_children',
        /how children and young people were involved, or why not yet/,
        async () => {
          await takeOff('assessment_words')
          await takeOff('assessment_involvement')
        },
        () => restore('assessment_involvement'),
      ],
      [
        'publish_needs_impacts',
        /what each option would do/,
        () => takeOff('assessment_impact'),
        () => restore('assessment_impact'),
      ],
      [
        'publish_needs_who_is_affected',
        /Say who is affected/,
        () => set('affected', null),
        () => set('affected', 'Them.'),
      ],
      [
        'publish_needs_sections',
        /other sections of this nation/,
        () =>
          sql`update waymark.assessment set section_texts = '{}' where id = ${draft.id}`.execute(
            w.db,
          ),
        async () => undefined,
      ],
    ]
    for (const [constraint, words, take, back] of without) {
      await take()
      assert.match((await w.get(ann, draft.at)).payload, words)
      const asked = await w.post(ann, `${draft.at}/ask-for-sign-off`)
      assert.equal(asked.statusCode, 422, constraint)
      const res = await publish(w, meg, draft.at)
      assert.equal(res.statusCode, 422, constraint)
      assert.match(res.payload, words)
      await assert.rejects(force(draft), lacking(constraint))
      await back()
    }
    assert.equal((await anybody(`/rights-assessments/${draft.id}`)).statusCode, 404)
  })

  it('may say, with a day, why nobody has been asked yet and by when they will be', async () => {
    const draft = await whole(w)
    await sql`update waymark.assessment_words set taken_off_at = now() where assessment_id = ${draft.id}`.execute(
      w.db,
    )
    await sql`update waymark.assessment_involvement set taken_off_at = now() where assessment_id = ${draft.id}`.execute(
      w.db,
    )
    const url = `${draft.at}/write/not-involved`
    const half = await write(w, ann, url, { not_involved_because: 'No interpreter was found.' })
    assert.equal(half.statusCode, 422)
    assert.match(half.payload, /Answer this too: On which day was that decided/)
    assert.match(half.payload, /No interpreter was found\./)
    const reason = {
      not_involved_because: 'No interpreter was found.',
      'not_involved_on-day': '1',
      'not_involved_on-month': 'may',
      'not_involved_on-year': '2026',
      'involve_by-day': '1',
      'involve_by-month': '9',
      'involve_by-year': '2026',
    }
    assert.equal((await write(w, ann, url, reason)).statusCode, 303)
    assert.equal((await publish(w, meg, draft.at)).statusCode, 303)
    const { payload } = await anybody(`/rights-assessments/${draft.id}`)
    assert.match(payload, /On 1 May 2026 this was the reason[\s\S]*by 1 September 2026/)
  })

  it('is not signed off by whoever wrote in it, an analyst, or with another text than was read', async () => {
    const draft = await whole(w, meg)
    const shown = (await w.get(meg, `${draft.at}/sign-off`)).payload
    assert.match(shown, /so another manager signs it off/)
    assert.doesNotMatch(shown, /Sign off and publish/)
    const { revision: now } = await w.db
      .selectFrom('waymark.assessment_revision')
      .select('revision')
      .where('of_id', '=', draft.id)
      .executeTakeFirstOrThrow()
    const signed = { revision: String(now), signed_as: 'Head of service' }
    const own = await w.post(meg, `${draft.at}/sign-off`, signed)
    assert.equal(own.statusCode, 422)
    assert.match(own.payload, /signed off by a manager who did not write in it/)
    await assert.rejects(force(draft), lacking('publish_needs_another'))
    assert.equal((await publish(w, ann, draft.at)).statusCode, 403)
    await assert.rejects(force(draft, ann), lacking('publish_needs_another'))
    await assert.rejects(force(draft, hal, 1), lacking('publish_as_read'))
    const { payload } = await w.get(hal, `${draft.at}/sign-off`)
    const revision = /name="revision" value="(\d+)"/.exec(payload)?.[1] ?? ''
    await write(w, ann, `${draft.at}/write/twin`, { ...TWIN, twin_next: 'Something else.' })
    const late = await w.post(hal, `${draft.at}/sign-off`, { revision, signed_as: 'Head' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /wrote in this assessment while you were reading it/)
    assert.match(late.payload, /Something else\./)
    assert.equal((await publish(w, hal, draft.at)).statusCode, 303)
  })

  it('is handed back with a reason, which the author reads', async () => {
    const { at } = await whole(w)
    await w.post(ann, `${at}/ask-for-sign-off`)
    const bare = await w.post(meg, `${at}/hand-back`, { reason: ' ' })
    assert.equal(bare.statusCode, 422)
    assert.equal(
      (await w.post(meg, `${at}/hand-back`, { reason: 'Ask them again.' })).statusCode,
      303,
    )
    const { payload } = await w.get(ann, at)
    assert.match(payload, /Meg Manager<\/bdi> handed it back/)
    assert.match(payload, /Ask them again\./)
  })

  it('never changes once it is published: a correction is a new version that says what changed and why', async () => {
    const draft = await whole(w)
    await publish(w, meg, draft.at)
    const first = (await anybody(`/rights-assessments/${draft.id}/versions/1`)).payload
    await write(w, ann, `${draft.at}/write/twin`, { ...TWIN, twin_what: 'It is about homes.' })
    const still = (await anybody(`/rights-assessments/${draft.id}/for-children`)).payload
    assert.match(still, /This is about where you live\./)
    assert.match((await w.get(ann, draft.at)).payload, /It has been written in since/)
    const silent = await publish(w, meg, draft.at)
    assert.equal(silent.statusCode, 422)
    assert.match(silent.payload, /Say what changed since the last version/)
    await assert.rejects(force(draft), lacking('publish_says_what_changed'))
    const change = { what_changed: 'The first sentence.', why_changed: 'It was too long.' }
    assert.equal((await publish(w, meg, draft.at, change)).statusCode, 303)
    const now = (await anybody(`/rights-assessments/${draft.id}`)).payload
    assert.match(now, /What changed: The first sentence\.[\s\S]*Why: It was too long\./)
    const then = (await anybody(`/rights-assessments/${draft.id}/versions/1`)).payload
    assert.match(then, /This is an earlier version/)
    assert.equal(bodyOf(then), bodyOf(first))
    for (const change of [
      sql`update waymark.assessment_published set title = 'Other' where assessment_id = ${draft.id}`,
      sql`delete from waymark.assessment_published where assessment_id = ${draft.id}`,
    ]) {
      await assert.rejects(change.execute(w.db), /what was published stays as it is/)
    }
  })

  it('shows words that were taken back to nobody, in earlier versions too', async () => {
    const draft = await whole(w)
    await publish(w, meg, draft.at)
    const list = (await w.get(ann, `${draft.at}/words`)).payload
    const id = /words\/([0-9a-f-]{36})\/take-back/.exec(list)?.[1] ?? ''
    const changed = await w.acting(ann, (tx) =>
      sql`update waymark.assessment_words set words = 'Forty miles is fine.' where id = ${id}`
        .execute(tx)
        .catch((error: unknown) => error),
    )
    assert.match(String(changed), /words that were published stay as they were said/)
    const version = /name="version" value="(\d+)"/.exec(list)?.[1] ?? ''
    const back = await w.post(ann, `${draft.at}/words/${id}/take-back`, { version })
    assert.equal(back.statusCode, 303)
    for (const url of [
      `/rights-assessments/${draft.id}`,
      `/rights-assessments/${draft.id}/versions/1`,
    ]) {
      const { payload } = await anybody(url)
      assert.doesNotMatch(payload, /another life/)
      assert.match(payload, /Words that stood here were taken back by who said them/)
    }
    assert.doesNotMatch((await w.get(ann, `${draft.at}/words`)).payload, /another life/)
  })

  it('moves a promised review to an earlier day, never to a later one', async () => {
    const draft = await whole(w)
    await publish(w, meg, draft.at)
    const plan = (year: string) => ({
      'takes_effect_on-day': '1',
      'takes_effect_on-month': '6',
      'takes_effect_on-year': '2026',
      'review_on-day': '1',
      'review_on-month': '3',
      'review_on-year': year,
    })
    const change = { what_changed: 'The day of the review.', why_changed: 'It was asked for.' }
    await write(w, ann, `${draft.at}/write/plan`, plan('2028'))
    const later = await publish(w, meg, draft.at, change)
    assert.equal(later.statusCode, 422)
    assert.match(later.payload, /comes on its day or before it/)
    await write(w, ann, `${draft.at}/write/plan`, plan('2027'))
    assert.equal((await publish(w, meg, draft.at, change)).statusCode, 303)
    assert.match((await anybody(`/rights-assessments/${draft.id}`)).payload, /1 March 2027/)
  })

  it('gives the door what was published and nothing else', async () => {
    const draft = await whole(w)
    for (const url of ['', '/for-children', '/versions/1', '/versions/x', `/reviews/${draft.id}`]) {
      assert.equal((await anybody(`/rights-assessments/${draft.id}${url}`)).statusCode, 404, url)
    }
    await publish(w, meg, draft.at)
    await write(w, ann, `${draft.at}/write/about`, {
      ...(await typedAbout(w, draft)),
      proposal: 'Secret until it is signed off.',
    })
    for (const url of ['/rights-assessments', `/rights-assessments/${draft.id}`]) {
      assert.doesNotMatch((await anybody(url)).payload, /Secret until/)
    }
    await w.web.transaction().execute(async (tx) => {
      await sql`select set_config('role', 'waymark_door', true)`.execute(tx)
      for (const table of ['assessment', 'assessment_impact', 'assessment_involvement']) {
        await sql`savepoint looking`.execute(tx)
        await assert.rejects(
          sql`select * from ${sql.table(`waymark.${table}`)}`.execute(tx),
          /permission denied/,
        )
        await sql`rollback to savepoint looking`.execute(tx)
      }
    })
    assert.doesNotMatch((await w.get(ivy, `${draft.at}/words`)).payload, /Take these words back/)
  })
})

/** What stands in the middle of a published page. */
const bodyOf = (html: string): string =>
  html.slice(html.indexOf('Stage 1'), html.indexOf('The template'))

async function typedAbout(w: World, draft: Draft): Promise<Record<string, string>> {
  const { payload } = await w.get(ann, `${draft.at}/write/about`)
  const inputs = [...payload.matchAll(/<input[^>]* name="([a-z_-]+)"[^>]* value="([^"]*)"/g)]
  const fields = Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]))
  return { ...fields, affected: 'Young people.', owner_id: ann.id }
}
