import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { reportingYear } from '../reporting-year.rules.ts'
import { countRegister } from '../register.queries.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, ben, ivy, meg, mia, northmere, sam, southmere } from '#tests/support/people.ts'
import { publishFramework } from '#tests/support/said.ts'
import { world, type World } from '#tests/support/world.ts'

const NOW = new Date('2026-11-21T10:30:00Z')
const URL = '/area/worries'
const YEAR = reportingYear(2026)

type Story = {
  readonly decisions: readonly (readonly [decision: string, because: string])[]
  readonly met?: string
  readonly background?: string
  readonly form?: string
  readonly suspectedAfter?: number
}

describe('the register of identification, released', () => {
  let w: World

  /** One child and one concern, with all that was thought and decided of it. */
  const one = async (story: Story, organisation = northmere) => {
    const [worker, other] = organisation === northmere ? [ada, ben] : [sam, mia]
    const child = await aChild(w, { organisationId: organisation, allocatedTo: [worker] })
    const id = randomUUID()
    const at = '2026-10-01T09:00:00Z'
    await sql`insert into waymark.concern (id, child_id, seen, context, noticed_earliest, noticed_latest, noticed_precision, no_words_because, no_few_choices_because, recorded_by, recorded_at)
      values (${id}, ${child}, 'x', 'x', '2026-09-25', '2026-09-25', 'day', 'was_not_there', 'not_known', ${worker.id}, ${at})`.execute(
      w.db,
    )
    const days = story.suspectedAfter ?? 6
    for (const [place, who] of [
      ['first', worker],
      ['second', other],
    ] as const) {
      await sql`insert into waymark.concern_look (child_id, concern_id, place, finds, reasoning, looked_by, looked_at)
        values (${child}, ${id}, ${place}, 'suspect', 'x', ${who.id}, '2026-09-25T12:00:00Z'::timestamptz + make_interval(days => ${days}))`.execute(
        w.db,
      )
    }
    for (const [n, [decision, because]] of story.decisions.entries()) {
      await sql`insert into waymark.concern_decision (child_id, concern_id, decision, because, reasoning, decided_on, decided_by, decided_at)
        values (${child}, ${id}, ${decision}, ${because}, 'x', '2026-10-02', ${worker.id}, ${new Date(Date.parse('2026-10-02T09:00:00Z') + n * 60_000)})`.execute(
        w.db,
      )
    }
    if (story.met) {
      await sql`insert into waymark.concern_response (child_id, concern_id, kind, on_day, what, written_by) values (${child}, ${id}, ${story.met}, '2026-10-01', 'x', ${worker.id})`.execute(
        w.db,
      )
    }
    if (story.background) {
      await sql`insert into waymark.child_background (child_id, words, grouped, said_by) values (${child}, 'x', ${story.background}, 'child')`.execute(
        w.db,
      )
    }
    if (story.form) {
      const situation = randomUUID()
      await sql`insert into waymark.exploitation_situation (id, child_id, what, goes_on, place) values (${situation}, ${child}, 'x', 'no', 'uk')`.execute(
        w.db,
      )
      await sql`insert into waymark.situation_form (child_id, situation_id, form_id) select ${child}, ${situation}, id from waymark.exploitation_form where code = ${story.form}`.execute(
        w.db,
      )
    }
    return child
  }
  const many = async (n: number, story: Story, organisation = northmere) => {
    for (let i = 0; i < n; i += 1) await one(story, organisation)
  }
  /** Of those who were first met with criminal law and are Black, what they said of one outcome. */
  const sayHowItIs = async () => {
    const version = await publishFramework(w)
    const outcome = version.outcomes.get('zebra')
    const { rows } = await sql<{ id: string; at: Date }>`
      select c.child_id as id, c.recorded_at as at from waymark.concern c join waymark.child_background b on b.child_id = c.child_id
      where b.grouped = 'black' order by c.child_id`.execute(w.db)
    const say = async (n: number, state: string, daysAfter: number) => {
      const row = rows[n]
      if (!row) throw new Error('There are so many children')
      const at = new Date(row.at.getTime() + daysAfter * 24 * 60 * 60 * 1000)
      const id = randomUUID()
      await sql`insert into waymark.check_in (id, child_id, framework_version_id, voice, status, chosen, started_at, shared_at)
        values (${id}, ${row.id}, ${version.id}, 'young_person', 'shared', array[${outcome}]::uuid[], ${at}, ${at})`.execute(
        w.db,
      )
      await sql`insert into waymark.check_in_answer (check_in_id, child_id, outcome_id, state, private_to)
        values (${id}, ${row.id}, ${outcome}, ${state}, null)`.execute(w.db)
    }
    for (let n = 0; n < 24; n += 1) {
      await say(n, 'fully', -10)
      await say(n, n < 18 ? 'mostly' : 'a_little', 20)
      if (n === 0) await say(n, 'not_at_all', 380)
    }
  }
  const counts = () => w.acting(ann, (tx) => countRegister(tx, YEAR))

  before(async () => {
    w = await world()
    w.setClock(NOW)
  })

  it('counts random histories so that they add up, whatever was decided in which order', async () => {
    const deciding = [
      ['referred', 'suspected'],
      ['not_referred', 'not_enough_known'],
      ['not_referred', 'already_referred'],
      ['in_error', 'wrong_child'],
    ] as const
    let seed = 7
    const next = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return Math.floor((seed / 2147483648) * below)
    }
    let inError = 0
    for (let i = 0; i < 30; i += 1) {
      const decisions = Array.from({ length: next(4) }, () => deciding[next(4)] ?? deciding[0])
      if (decisions.at(-1)?.[0] === 'in_error') inError += 1
      await one({ decisions })
    }
    const c = await counts()
    const { referred, not_referred, pending } = c.states
    assert.equal(referred + not_referred + pending, 30 - inError)
    assert.equal(
      Object.values(c.reasons).reduce((a, b) => a + b, 0),
      not_referred,
    )
    const { rows } = await sql<{ state: string; n: string }>`
      select state, count(*) as n from waymark.concern group by state`.execute(w.db)
    const of = (state: string) => Number(rows.find((r) => r.state === state)?.n ?? 0)
    assert.deepEqual(
      [referred, not_referred, pending],
      [of('referred'), of('not_referred'), of('pending')],
    )
    for (const table of [c.met, c.times]) {
      const all = Object.values(table).flatMap((g) => Object.values<number>(g))
      assert.equal(
        all.reduce((a, b) => a + b, 0),
        30 - inError,
      )
    }
  })

  it('shows who was met first how, by background, with intervals, and hides what is small', async () => {
    const refer = [['referred', 'suspected']] as const
    await many(18, {
      decisions: refer,
      met: 'criminal',
      background: 'black',
      form: 'criminal_drugs',
      suspectedAfter: 40,
    })
    await many(6, { decisions: refer, met: 'safeguarding', background: 'black', form: 'labour' })
    await many(20, { decisions: refer, met: 'safeguarding', background: 'white', form: 'sexual' })
    await many(6, { decisions: refer, met: 'criminal', background: 'white', form: 'sexual' })
    await many(3, { decisions: refer, met: 'criminal', background: 'asian' })
    await many(7, { decisions: refer, met: 'safeguarding', background: 'asian' })
    await many(9, { decisions: refer }, southmere)
    await sayHowItIs()
    assert.match(String((await w.post(ann, URL, { year: '2026' })).headers.location), /made=first/)
    const { payload } = await w.get(ann, URL)
    assert.match(
      payload,
      /Black: first met with criminal law<\/th>\s*<td[^>]*>18 of 24<\/td>\s*<td[^>]*>75%<\/td>\s*<td[^>]*>55% to 88%/,
    )
    assert.match(
      payload,
      /White: first met with criminal law<\/th>\s*<td[^>]*>6 of 26<\/td>\s*<td[^>]*>23%<\/td>\s*<td[^>]*>11% to 42%/,
    )
    assert.match(payload, /Black: after more than 28 days<\/th>\s*<td[^>]*>18 of 24/)
    assert.match(payload, /Asian: first met with criminal law<\/th>\s*<td[^>]*>\[c\]/)
    const figures = await w.db
      .selectFrom('waymark.register_release')
      .select('figures')
      .executeTakeFirstOrThrow()
    const values = Object.values(Object(figures.figures) as Record<string, number | null>)
    assert.ok(values.length > 0)
    assert.ok(values.every((n) => n === null || n === 0 || n >= 5))
  })

  it('flags in words that children of one background are met otherwise, with its interval, and compares no few', async () => {
    const { payload } = await w.get(ann, URL)
    const part = /Whether children of one background[\s\S]*?<table/.exec(payload)?.[0] ?? ''
    assert.match(
      part,
      /Look at this\.<\/strong> Black: 75% were first met with criminal law, and 23% of the others\. That is more than chance alone does: between \d+ and \d+ in 100 more/,
    )
    assert.match(part, /Too few to compare: Asian, Mixed, Another background/)
    assert.match(part, /no reason to look more at anybody/)
    assert.doesNotMatch(part, /nationalit|Asian: \d|\brank|score/i)
  })

  it('stands beside what young people say, not referred like the others, from the first worry on', async () => {
    const { payload } = await w.get(ann, '/area/referred')
    const page = payload.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    assert.match(page, /do not show that the National Referral Mechanism helps or harms/)
    assert.match(page, /Version 1[\s\S]*immortal time[\s\S]*selection[\s\S]*confounding by waits/)
    assert.match(page, /Referred \d+ of \d+ Not referred, with a reason \d+ of \d+/)
    // Of the 24 referred who were asked, 18 said so lately; what was said before the worry or a year after is not in it.
    assert.match(page, /Referred 24 of \d+ 18 of 24 75% 55% to 88%/)
    assert.match(page, /Not referred, with a reason 0 of \d+/)
    assert.equal((await w.get(ada, '/area/referred')).statusCode, 403)
    assert.equal((await w.get(ann, '/area/referred?year=1999')).statusCode, 404)
  })

  it('keeps every version of the plan by which it is read, and none without its limits', async () => {
    const { payload } = await w.get(ann, '/area/referred/plan')
    const value = (name: string) =>
      new RegExp(`name="${name}"[^>]*>([\\s\\S]*?)</textarea>`).exec(payload)?.[1] ?? ''
    assert.match(value('limits'), /Only some live through the wait/)
    const plan = {
      version: /name="version" value="(\d+)"/.exec(payload)?.[1] ?? '',
      question: value('question'),
      who: value('who'),
      measured: value('measured'),
      limits: 'Who moved away is missing.',
      notDone: value('notDone'),
      because: 'We learnt who moves away',
    }
    const without = await w.post(ann, '/area/referred/plan', { ...plan, limits: ' ' })
    assert.equal(without.statusCode, 422)
    assert.match(without.payload, /Enter what the figures cannot show/)
    assert.equal((await w.post(ann, '/area/referred/plan', plan)).statusCode, 303)
    const late = await w.post(meg, '/area/referred/plan', plan)
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /Nothing was lost/)
    const page = (await w.get(meg, '/area/referred')).payload
    assert.match(page, /A newer version stands since/)
    assert.match(page, /Version 2[\s\S]*Who moved away is missing[\s\S]*comes with Waymark/)
    assert.doesNotMatch((await w.get(mia, '/area/referred')).payload, /Who moved away is missing/)
    const change = sql`update waymark.analysis_plan set limits = 'x'`
    await assert.rejects(
      w.acting(ann, (tx) => change.execute(tx)),
      /permission denied/,
    )
  })

  it('names the forms that nobody here ever recorded', async () => {
    const { payload } = await w.get(meg, URL)
    const never =
      /has recorded for this year<\/h2>\s*<ul[^>]*>([\s\S]*?)<\/ul>/.exec(payload)?.[1] ?? ''
    for (const form of ['Domestic servitude', 'Forced marriage', 'Benefit fraud', 'Organ removal'])
      assert.match(never, new RegExp(form))
    assert.doesNotMatch(never, /Child sexual exploitation|carry, hold or sell/)
  })

  it('counts children who were not referred like the others, and their reasons', async () => {
    const { payload } = await w.get(ann, URL)
    assert.match(payload, /Not referred, with a reason<\/th>\s*<td[^>]*>\d+ of \d+/)
    assert.match(payload, /Not decided yet<\/th>\s*<td[^>]*>\d+ of \d+/)
  })

  it('makes no new picture for a few, is another council’s own, and shut to those who may not count', async () => {
    await one({ decisions: [['referred', 'suspected']] })
    assert.match(
      String((await w.post(ann, URL, { year: '2026' })).headers.location),
      /too-few-changed/,
    )
    assert.match((await w.get(mia, URL)).payload, /Nobody has made this picture/)
    assert.equal((await w.get(ada, URL)).statusCode, 403)
    assert.equal((await w.get(ann, `${URL}?year=1999`)).statusCode, 404)
    await assert.rejects(
      w.acting(ivy, (tx) => countRegister(tx, YEAR)),
      /only an analyst or a manager/,
    )
    await assert.rejects(
      w.acting(ann, (tx) => sql`select * from waymark.register_of('2026-04-01')`.execute(tx)),
      /permission denied/,
    )
  })

  it('gives managers the same register for those in their reach, and it adds up', async () => {
    const { payload } = await w.get(meg, '/concerns/register')
    const [, r = '', n = '', p = '', all = ''] =
      /(\d+) and (\d+) and (\d+) make (\d+)/.exec(payload) ?? []
    assert.equal(Number(r) + Number(n) + Number(p), Number(all))
    assert.ok(Number(all) > 50)
  })
})
