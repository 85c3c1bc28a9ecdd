import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { viewEnvironment } from '#platform/views/environment.ts'
import { calendarDay } from '#kernel/calendar-day.ts'
import { ada, kit, meg, mia, northmere, zoe } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { NATIONS, shownFor } from './guidance.rules.ts'
import { isBriefing, speaksOfPropensity } from './texts/arrival.rules.ts'
import { IN_THE_NATIONS } from './texts/nations.rules.ts'
import { topicOf, TOPICS } from './texts/index.rules.ts'

const NOW = new Date('2026-11-26T10:00:00Z')

describe('the texts of help that come with the product', () => {
  it('each say little, where it is from, and by when it is looked at again', () => {
    for (const { code, lines, readOn, reviewOn } of TOPICS) {
      assert.match(code, /^[a-z][a-z-]{1,59}$/)
      for (const { text, source } of lines) {
        assert.ok(text.length <= 420, `${code}: ${text}`)
        assert.ok(source.length > 5, `${code}: ${text}`)
      }
      assert.ok(calendarDay(readOn) && calendarDay(reviewOn) && readOn < reviewOn)
    }
    assert.equal(new Set(TOPICS.map(({ code }) => code)).size, TOPICS.length)
  })

  it('say of what we only know from memory that it needs checking', () => {
    for (const { code, lines } of TOPICS) {
      for (const line of lines.filter(({ source }) => source.includes('background knowledge'))) {
        assert.notEqual(line.confidence, 'certain', code)
      }
    }
  })

  it('of a way of arriving never say what people of a nationality are like', () => {
    const briefings = TOPICS.filter(({ code }) => isBriefing(code))
    assert.equal(briefings.length, 4)
    for (const { lines } of briefings) {
      for (const { text } of lines) assert.equal(speaksOfPropensity(text), false, text)
    }
    for (const said of [
      'Vietnamese children are prone to abscond.',
      'Most are fine. Albanian boys tend to work in cannabis farms.',
      'Nationals of that country are known for false claims: Eritrean people typically say so.',
    ]) {
      assert.equal(speaksOfPropensity(said), true, said)
    }
    for (const said of [
      'Children from Vietnam may have been told that their family pays for them. Ask who pays.',
      'Vietnamese children can ask for an interpreter of their dialect.',
      'A debt tends to grow on the way.',
    ]) {
      assert.equal(speaksOfPropensity(said), false, said)
    }
  })

  it('keep apart what holds in one nation only', () => {
    const topic = topicOf('strategy-discussion')
    assert.ok(topic)
    const [england, scotland] = (['england', 'scotland'] as const).map((nation) =>
      JSON.stringify(shownFor(topic, undefined, nation, '2026-12-01').lines),
    )
    assert.match(england ?? '', /15 working days/)
    assert.doesNotMatch(england ?? '', /28 calendar days/)
    assert.match(scotland ?? '', /28 calendar days/)
    assert.doesNotMatch(scotland ?? '', /15 working days/)
  })

  it('say something in every nation, little, and never England’s regulations of another', () => {
    assert.deepEqual(
      Object.keys(IN_THE_NATIONS).filter((code) => !topicOf(code)),
      [],
    )
    for (const topic of TOPICS) {
      for (const nation of NATIONS) {
        const { lines } = shownFor(topic, undefined, nation, '2026-12-01')
        assert.ok(lines.length > 0 && lines.length <= 6, `${topic.code}, ${nation}`)
        if (nation === 'england') continue
        const english = lines.filter(({ source }) =>
          /\(England\) Regulations|Working Together|^DfE, Children who run away/.test(source),
        )
        assert.deepEqual(english, [], `${topic.code}, ${nation}`)
      }
    }
  })

  it('give Scotland and Wales their own times of visits and reviews, and say where no time was read', () => {
    const shown = (code: string, nation: (typeof NATIONS)[number]) => {
      const topic = topicOf(code)
      assert.ok(topic)
      return JSON.stringify(shownFor(topic, undefined, nation, '2026-12-01').lines)
    }
    assert.match(shown('review', 'scotland'), /within 6 weeks[^"]*within 3 months/)
    assert.match(shown('visits', 'scotland'), /at most 3 months apart/)
    assert.match(shown('visits', 'wales'), /SI 2015\/1818, regulation 31/)
    assert.match(shown('non-punishment', 'northern_ireland'), /section 22\(6\)/)
    assert.match(shown('review', 'northern_ireland'), /was not read[^}]*"confidence":"check"/)
    assert.doesNotMatch(shown('review', 'scotland'), /20 working days/)
  })

  it('are stale after their day, in every nation', () => {
    for (const nation of NATIONS) {
      for (const topic of TOPICS) {
        assert.equal(shownFor(topic, undefined, nation, topic.reviewOn).stale, false)
        assert.equal(shownFor(topic, undefined, nation, '2030-01-01').stale, true)
      }
    }
  })
})

describe('help beside decisions', () => {
  let w: World
  const OWN = {
    text: 'Ring the front door team first.\nThen write.',
    source: 'Northmere procedure 4, 1 May 2026',
    confidence: 'certain',
    owner: zoe.id as string,
    reviewOn: '3 3 2027',
    because: 'Our team moved',
    inUse: 'yes',
    version: '0',
  }
  const write = (fields: Record<string, string>, who = meg) =>
    w.post(who, '/guidance/second-look/write', { ...OWN, ...fields })

  before(async () => {
    w = await world()
    w.setClock(NOW)
  })

  it('is two lines in any page of staff, with its source, its day and how sure it is', async () => {
    const { payload } = await w.get(ada, '/wording')
    assert.match(payload, /<details[^>]*data-help="wording"/)
    assert.match(payload, /Youth Justice Legal Centre/)
    assert.match(payload, /To be looked at again by/)
    const none = viewEnvironment().renderString(
      '{% from "domains/guidance/help.njk" import help %}{{ help({}, "wording") }}',
      {},
    )
    assert.equal(none.trim(), '')
  })

  it('can be read whole by all staff, topic by topic, and by no young person', async () => {
    const { payload } = await w.get(ada, '/guidance')
    for (const { title } of TOPICS) assert.ok(payload.includes(title), title)
    for (const { code } of TOPICS)
      assert.equal((await w.get(ada, `/guidance/${code}`)).statusCode, 200)
    assert.match(
      (await w.get(ada, '/guidance/reconsideration')).payload,
      /Needs checking before you rely on it/,
    )
    assert.equal((await w.get(ada, '/guidance/nothing')).statusCode, 404)
    assert.equal((await w.get(kit, '/guidance')).statusCode, 403)
  })

  it('follows the nation of the organisation', async () => {
    await w.db
      .insertInto('waymark.complaint_nation')
      .values({
        organisation_id: northmere,
        nation: 'scotland',
        from_day: '2026-11-26',
        set_by: meg.id,
      })
      .execute()
    assert.match((await w.get(ada, '/guidance/guardian')).payload, /parental rights/)
    assert.match((await w.get(mia, '/guidance/guardian')).payload, /0800 043 4303/)
  })

  it('says what a service says itself, in every place, with every version kept', async () => {
    assert.equal((await w.get(ada, '/guidance/second-look/write')).statusCode, 403)
    assert.match(
      (await w.get(meg, '/guidance/second-look/write')).payload,
      /Somebody else reads the concern/,
    )
    assert.equal((await write({})).headers.location, '/guidance/second-look')
    const { payload } = await w.get(ada, '/guidance/second-look')
    assert.match(payload, /Ring the front door team first/)
    assert.match(payload, /Owner: <bdi>Zoe Admin/)
    assert.match(payload, /What comes with Waymark[\s\S]*Somebody else reads the concern/)
    assert.match(payload, /Our team moved/)
    assert.doesNotMatch((await w.get(mia, '/guidance/second-look')).payload, /front door/)
    const late = await write({ text: 'Mine' })
    assert.equal(late.statusCode, 409)
    assert.match(late.payload, /Nothing was lost[\s\S]*Ring the front door[\s\S]*Mine/)
    assert.equal((await write({ inUse: 'no', version: '1', because: 'Back' })).statusCode, 303)
    const back = (await w.get(ada, '/guidance/second-look')).payload
    assert.match(back, /Taken back: Waymark’s text stands again/)
    assert.match(back, /Version 2[\s\S]*Version 1/)
    await write({ version: '2' })
  })

  it('tells its owner when it is to be looked at again, and every reader that it is past its day', async () => {
    assert.doesNotMatch((await w.get(zoe, '/guidance')).payload, /To be looked at again<\/h2>/)
    w.setClock(new Date('2027-03-10T10:00:00Z'))
    await w.signIn(ada, zoe)
    const due = (await w.get(zoe, '/guidance')).payload
    assert.match(due, /To be looked at again<\/h2>[\s\S]*second look[\s\S]*since 3 March 2027/)
    assert.match((await w.get(ada, '/guidance/second-look')).payload, /check before you rely on it/)
    assert.doesNotMatch((await w.get(ada, '/guidance')).payload, /To be looked at again<\/h2>/)
    w.setClock(NOW)
    await w.signIn()
  })

  it('says what is wrong in plain words and keeps what was typed', async () => {
    const bad = await write({
      text: '',
      confidence: 'sure',
      owner: ada.id,
      reviewOn: '2026-11-26',
      source: 'x'.repeat(501),
      version: '3',
    })
    assert.equal(bad.statusCode, 422)
    for (const sentence of [
      /Write what it says/,
      /Choose how sure it is/,
      /Choose who looks after it/,
      /Enter a day after today/,
      /Use 500 letters or fewer/,
    ]) {
      assert.match(bad.payload, sentence)
    }
    assert.match(bad.payload, /x{501}/)
  })
})
