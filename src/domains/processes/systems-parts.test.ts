import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { blamesTheChild, isNoBody } from './barriers.rules.ts'
import { ada, ben, kit } from '#tests/support/people.ts'
import { around, on } from '#tests/support/systems.ts'

describe('legal help in law', () => {
  const a = around()
  before(() => a.open())

  it('says to staff that there is a live asylum claim and no lawyer, until there is one', async () => {
    const alone = /has a live asylum claim and no lawyer/
    assert.doesNotMatch(await a.page('systems'), alone)
    await a.process()
    for (const path of ['systems', 'legal-help', '']) assert.match(await a.page(path), alone, path)
    const none = { version: '0', saidBy: 'child_with_someone', has: 'no', wants: 'no' }
    assert.equal((await a.post('legal-help/asylum', none)).statusCode, 303)
    assert.match(
      await a.page('systems'),
      alone,
      'not wanting one is theirs to say; having none is ours to mend',
    )
    const found = { version: '1', saidBy: 'someone_else', has: 'yes', helper: 'Bola' }
    assert.equal((await a.post('legal-help/asylum', found)).statusCode, 303)
    for (const path of ['systems', 'legal-help', '']) assert.doesNotMatch(await a.page(path), alone)
  })

  it('keeps days in law, owed by somebody who is not the child', async () => {
    const due = {
      area: 'asylum',
      what: 'Appeal',
      ...on('dueOn', '2026-12-09'),
      setBy: 'The tribunal’s rules',
      owedBy: 'Kit',
    }
    const wrong = await a.post('systems/deadlines/add', due)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.payload, /A child never carries a deadline alone/)
    const right = { ...due, owedBy: 'Bola Adeyemi, solicitor' }
    assert.equal((await a.post('systems/deadlines/add', right)).statusCode, 303)
    assert.match(
      await a.page('legal-help'),
      /Bola Adeyemi, solicitor<\/bdi><\/strong> owes[\s\S]*by 9 December 2026/,
    )
  })
})

describe('when age is doubted', () => {
  const a = around()
  const doubt = {
    doubtedBy: 'home_office',
    who: 'An officer at the port',
    ...on('doubtedOn', '2026-05-04'),
    why: 'How he looked',
    outcome: 'open',
    effect: 'They laughed',
  }
  const due = async () =>
    [...(await a.page('systems/due')).matchAll(/<h3[^>]*>([^<]*)/g)].map((m) => m[1])
  before(() => a.open({ bornOn: '2009-04-15' }))

  it('changes nothing that is due to the child while nothing is decided', async () => {
    const before = await due()
    assert.equal((await a.post('systems/age/add', doubt)).statusCode, 303)
    await sql`insert into waymark.date_of_birth_claim (child_id, earliest, latest, precision, source, contested)
      values (${a.child}, '2005-01-01', '2005-12-31', 'year', 'age_assessment', true)`.execute(
      a.w.db,
    )
    const during = await due()
    for (const thing of before) assert.ok(during.includes(thing), thing)
    const page = await a.page('systems/when-doubted')
    assert.match(page, /treated as a child: nothing about their age is finally decided/)
    assert.match(page, /An officer at the port[\s\S]*How he looked[\s\S]*They laughed/)
    assert.match(await a.page('systems/due'), /treated as a child/)
  })

  it('stands in no heading and no title, and is no part of a name', async () => {
    for (const path of ['', 'systems', 'systems/due', 'legal-help', 'births']) {
      const html = (await a.w.get(ada, a.url(path))).payload
      const headings = [
        ...html.matchAll(/<(?:title|h1|h2|h3)[^>]*>([\s\S]*?)<\/(?:title|h1|h2|h3)>/g),
      ]
      for (const [, text] of headings)
        assert.doesNotMatch(text ?? '', /disput|doubt|purported|claim/i, path)
    }
    const name = await a.w.post(ada, a.url('go-by'), {
      knownAs: 'Kit (age disputed)',
      version: '1',
    })
    assert.equal(name.statusCode, 422)
    assert.match(name.payload, /A name says nothing of how old somebody is thought to be/)
    const put =
      sql`update waymark.child set known_as = 'Purported child' where id = ${a.child}`.execute(
        a.w.db,
      )
    await assert.rejects(put, /no_age_label_in_a_name/)
    for (const fine of ['Adultman Khan', 'Clay Minor', 'Aged Oak']) {
      const { rows } = await sql<{
        label: boolean
      }>`select waymark.is_age_label(${fine}) as label`.execute(a.w.db)
      assert.equal(rows[0]?.label, false, fine)
    }
  })

  it('is decided after it began, and one doubt is open at a time', async () => {
    const second = await a.post('systems/age/add', doubt)
    assert.equal(second.statusCode, 422)
    assert.match(second.payload, /Another doubt is still open/)
    const { rows } = await sql<{ id: string }>`select id from waymark.age_doubt`.execute(a.w.db)
    const change = (more: Record<string, string>) =>
      a.post(`systems/age/${rows[0]?.id}`, { ...doubt, version: '1', ...more })
    const early = await change({ outcome: 'as_they_say', ...on('outcomeOn', '2026-05-03') })
    assert.match(early.payload, /must not be before the day of the doubt/)
    assert.match((await change({ outcome: 'over_18' })).payload, /Enter the day it was decided/)
    assert.match(
      (await change(on('doubtedOn', '1889-01-01'))).payload,
      /Check the year of the day of the doubt/,
    )
    const decided = { outcome: 'as_they_say', ...on('outcomeOn', '2026-11-02') }
    assert.equal((await change(decided)).statusCode, 303)
    assert.match(
      await a.page('systems/when-doubted'),
      /They are as old as they say, 2 November 2026/,
    )
  })
})

describe('health and learning, asked for and got', () => {
  const a = around()
  before(() => a.open())
  const asked = {
    service: 'mental_health',
    what: 'Somebody to talk to',
    ...on('askedOn', '2026-01-10'),
    askedBy: 'child',
  }

  it('counts days and refusals from what happened', async () => {
    assert.equal((await a.post('systems/requests/add', asked)).statusCode, 303)
    const { rows } = await sql<{ id: string }>`select id from waymark.access_request`.execute(
      a.w.db,
    )
    const step = (kind: string, day: string, more: Record<string, string> = {}) =>
      a.post('systems/steps/add', {
        request: rows[0]?.id ?? '',
        kind,
        body: 'CAMHS',
        ...on('onDay', day),
        ...more,
      })
    assert.match(
      (await step('referred', '2026-01-01')).payload,
      /That is before the day it was asked for/,
    )
    assert.match(
      (await step('refused', '2026-02-01')).payload,
      /Enter the reason they gave for refusing/,
    )
    assert.equal(
      (await step('refused', '2026-02-01', { why: 'Waiting for papers' })).statusCode,
      303,
    )
    assert.match(
      await a.page('systems/access'),
      /has been without it for 319 days[\s\S]*Refused 1 time/,
    )
    assert.match((await step('started', '2026-04-20')).payload, /Enter what kind of help it is/)
    assert.equal((await step('started', '2026-04-20', { support: 'EMDR' })).statusCode, 303)
    assert.match(
      await a.page('systems/access'),
      /It took 100 days until it started, on 20 April 2026/,
    )
    const moved = { ...asked, version: '1', ...on('askedOn', '2026-03-01') }
    assert.match(
      (await a.post(`systems/requests/${rows[0]?.id}`, moved)).payload,
      /Something happened to it before that day/,
    )
  })

  it('asks for learning what is in the way and what is done, and keeps both', async () => {
    assert.match(await a.page('systems/access'), /nobody has written what is in the way/)
    const learning = { ...asked, service: 'education', what: 'A place at college' }
    const bare = await a.post('systems/requests/add', learning)
    assert.equal(bare.statusCode, 422)
    assert.match(bare.payload, /Enter what stands in the way[\s\S]*Enter which body is responsible/)
    const blame = {
      ...learning,
      barrier: 'Non-engagement',
      level: 'attitude',
      theme: 'no_place',
      body: 'the young person',
      action: 'x',
      actionBy: 'y',
    }
    const blamed = await a.post('systems/requests/add', blame)
    assert.match(
      blamed.payload,
      /Not engaging is no barrier of a child’s[\s\S]*It is never the child or the family/,
    )
    const right = {
      ...blame,
      barrier: 'The college takes nobody after October',
      level: 'service',
      body: 'Northmere College',
    }
    assert.equal((await a.post('systems/requests/add', right)).statusCode, 303)
    assert.doesNotMatch(await a.page('systems/access'), /nobody has written what is in the way/)
    assert.match(
      await a.page('systems/in-the-way'),
      />A service<[\s\S]*takes nobody after October[\s\S]*Northmere College/,
    )
  })
})

describe('what stands in the way', () => {
  const a = around()
  before(() => a.open())

  it('is never the child: not in the form, not in the database, by the same rule in both', async () => {
    const texts = [
      'Non-engagement',
      'child disengaged',
      'He refuses to engage',
      'hard to reach',
      'Lack of engagement',
      'DNA - did not attend',
      'The clinic closes at three',
      'CAMHS says he does not engage, and has written to nobody about an interpreter or another day in spite of three letters',
      'The child',
      'young person',
      'Home Office',
      'himself',
      'Mum',
      'A court',
      'their family',
    ]
    for (const text of texts) {
      const { rows } = await sql<{ blames: boolean; none: boolean }>`
        select waymark.blames_the_child(${text}) as blames, waymark.is_no_body(${text}) as none`.execute(
        a.w.db,
      )
      assert.equal(blamesTheChild(text), rows[0]?.blames, text)
      assert.equal(isNoBody(text, 'Nobody of that name'), rows[0]?.none, text)
    }
    assert.equal(blamesTheChild('Non-engagement'), true)
    assert.equal(blamesTheChild('The clinic closes at three'), false)
    const put = (what: string, body: string) =>
      a.w.acting(ada, (tx) =>
        sql`insert into waymark.barrier (child_id, level, theme, body, what, seen_on)
            values (${a.child}, 'service', 'other', ${body}, ${what}, '2026-11-01')`.execute(tx),
      )
    await assert.rejects(put('Child non-engagement', 'The clinic'), /barrier_is_not_the_child/)
    await assert.rejects(put('x', 'The young person'), /barrier_is_not_the_child/)
    const unknown = a.w.acting(ada, (tx) =>
      sql`insert into waymark.barrier (child_id, level, theme, body, what, seen_on)
          values (${a.child}, 'child', 'other', 'x', 'y', '2026-11-01')`.execute(tx),
    )
    await assert.rejects(unknown, /barrier_level_check/)
  })

  it('names a level, a body, and what may be done with it; the last is not asked unless somebody asked', async () => {
    const none = await a.post('systems/barriers/add', { barrier: 'No interpreter' })
    assert.match(none.payload, /Choose where it is: the law, a system, a service or an attitude/)
    const whole = {
      barrier: 'No interpreter',
      level: 'service',
      theme: 'interpreting',
      body: 'The clinic',
      ...on('seenOn', '2026-11-01'),
    }
    const his = await a.post('systems/barriers/add', { ...whole, body: 'Kit' })
    assert.match(his.payload, /It is never the child or the family/)
    assert.equal((await a.post('systems/barriers/add', whole)).statusCode, 303)
    assert.match(
      await a.page('systems/in-the-way'),
      /Nobody has asked them: it stays in their record/,
    )
    assert.equal((await a.w.get(ben, a.url('systems/in-the-way'))).statusCode, 404)
  })
})

describe('what is due', () => {
  const a = around()
  const due = async (nation: string) => a.page(`systems/due?nation=${nation}`)
  before(() => a.open({ bornOn: '2010-01-20' }))

  it('does not depend on any decision about trafficking', async () => {
    const before = await due('england')
    const id = await a.process({
      kind: 'support',
      system: 'nrm',
      decides: 'The competent authority',
    })
    await sql`update waymark.process set state = 'decided' where id = ${id}`.execute(a.w.db)
    await sql`update waymark.process_wait set ended_on = '2026-11-01', ended_how = 'decision', decision = 'Negative conclusive grounds' where process_id = ${id}`.execute(
      a.w.db,
    )
    assert.equal(await due('england'), before)
    const { rows } = await sql<{ n: string }>`
      select count(*) as n from information_schema.columns where table_name in ('entitlement', 'due_to_child') and column_name ~ 'nrm|decision|process'`.execute(
      a.w.db,
    )
    assert.equal(Number(rows[0]?.n), 0)
  })

  it('is by nation and age, with source and how sure we are, and says what comes on which day', async () => {
    const england = await due('england')
    assert.match(
      england,
      /needs as they grow up|grow up[\s\S]*SI 2010\/959 reg 42 · Read in the law/,
    )
    assert.match(
      england,
      /Later[\s\S]*Staying with their foster carers after 18[\s\S]*From:<\/strong> 20 January 2028/,
    )
    assert.match(await due('scotland'), /Guardianship Scotland/)
    for (const nation of ['wales', 'northern_ireland'])
      assert.match(await due(nation), /Received: 0 of/)
  })

  it('keeps what came of each, money too, and asks why it was refused', async () => {
    const url = 'systems/due/england/bursary_16_19'
    const refused = { state: 'refused', ...on('onDay', '2026-11-02'), version: '0' }
    assert.match((await a.post(url, refused)).payload, /Enter why it was refused/)
    const got = { state: 'received', ...on('onDay', '2026-11-02'), amount: '£1,200', version: '0' }
    assert.equal((await a.post(url, got)).statusCode, 303)
    assert.match(
      await due('england'),
      /Received: 1 of[\s\S]*<strong>Received<\/strong>, 2 November 2026 \(<bdi>£1,200/,
    )
    assert.equal((await a.post(url, got)).statusCode, 409)
    assert.equal((await a.post('systems/due/england/nothing', got)).statusCode, 404)
    assert.equal((await a.post('systems/due/france/guardian', got)).statusCode, 404)
    assert.equal((await a.w.get(kit, a.url('systems/due'))).statusCode, 403)
  })
})
