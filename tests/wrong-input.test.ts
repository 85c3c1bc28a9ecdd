import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { doorPages, pages } from '../src/pages.ts'
import type { ChildId } from '#kernel/ids.ts'
import { may } from '#platform/access/capability.ts'
import { csrfToken } from '#platform/http/csrf.ts'
import type { Page } from '#platform/http/page.ts'
import { publish, whole } from './support/assessments.ts'
import { aChild } from './support/builders.ts'
import { tokenOn } from './support/form-token.ts'
import {
  ada,
  ann,
  ben,
  cas,
  gus,
  hillTeam,
  ivy,
  kit,
  meg,
  northmere,
  zoe,
  type TestPerson,
} from './support/people.ts'
import { anAudit } from './support/audits.ts'
import { someHomes } from './support/homes.ts'
import { someWorries } from './support/worries.ts'
import { type Published, publishFramework } from './support/said.ts'
import { encode, world, type Fields, type World } from './support/world.ts'

const MARK = '<i data-mark="x">\'&'

/** What no form of ours sends, and a hand or a program may. */
const WRONG: Readonly<Record<string, string>> = {
  nothing: '',
  markup: `"${MARK}</textarea></title>`,
  'a null character': 'a\u0000b',
  'half a character': '%ED%A0%80',
  'a negative number': '-1',
  'a huge number': '99999999999999999999',
  'a fraction': '1.5',
  'no number': 'NaN',
  'the year 0': '0000-00-00',
  'a far year': '275760-09-13',
  'a late year': '9999',
  'the other way round': '\u202e\u0639\u0631\u0628\u064a \u{1F469}\u200D\u{1F467}',
  'a long text': 'é'.repeat(9000),
  'a formula': '=HYPERLINK("http://x.invalid")',
  'a name of every object': '__proto__',
  'another id': randomUUID(),
}

describe('wrong input', () => {
  let w: World
  let child: ChildId
  let known: Record<string, string>

  before(async () => {
    w = await world()
    child = await aChild(w, { allocatedTo: [ada, gus], account: kit, bornOn: '2010-01-01' })
    const framework = await publishFramework(w)
    known = {
      ...(await arrange(w, child, framework.id)),
      ...(await someWorries(w, child, ada, meg)),
      ...(await someHomes(w, child, ada, meg)),
      ...(await arrangeAssessment(w)),
      ...(await arrangePastEighteen(w, child)),
      ...(await arrangeAudit(w, framework, child)),
    }
  })

  beforeEach(() => w.signIn(ada, ben, gus, meg, ann, zoe, ivy, kit, cas))

  /** Whoever reads for the audit fills in its forms: the allocated worker may not. */
  const reading = (page: Page) =>
    page.url.includes('/case-audits/:auditId') && page.may === 'case-audits.take-part'

  const somebody = (page: Page) =>
    (reading(page) ? ben : undefined) ??
    [ada, meg, kit, zoe, ann, ivy, gus, cas].find(
      (p) => p.role !== 'system' && may(p.role, page.may),
    ) ??
    ada

  const urlOf = (page: Page): string =>
    page.url.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => {
      const part = page.url.split('/')[3] ?? ''
      return known[`${part}.${name}`] ?? known[name] ?? randomUUID()
    })

  /** The fields of a form with what stands in them, as its own page has them. */
  const fieldsOf = async (page: Page): Promise<Readonly<Record<string, string>>> => {
    const { payload } = await w.get(somebody(page), urlOf(page))
    const tags = payload.matchAll(/<(?:input|select|textarea|button)\b[^>]*\bname="([^"]+)"[^>]*>/g)
    const fields: Record<string, string> = {}
    for (const [tag, name = ''] of tags) {
      if (name === '_csrf' || name in fields) continue
      fields[name] = /\bvalue="([^"]+)"/.exec(tag)?.[1] ?? '1'
    }
    return Object.keys(fields).length > 0 ? fields : { version: '1', name: '1', words: '1' }
  }

  const sent = async (page: Page, what: string, fields: Fields): Promise<void> => {
    const send = page.upload ? postParts : postForm
    let res = await send(w, somebody(page), urlOf(page), fields)
    // Some pages sign people out, or pass their device on.
    if (res.statusCode === 401) {
      await w.signIn(somebody(page))
      res = await send(w, somebody(page), urlOf(page), fields)
    }
    assert.ok(res.statusCode < 500, `${what} gave ${res.statusCode}: ${lastFailure(w)}`)
    assert.equal(res.payload.includes(MARK), false, `${what} came back as markup`)
  }

  for (const page of pages.filter((p) => p.method === 'POST')) {
    it(`${page.url} has an answer to it`, async () => {
      const right = await fieldsOf(page)
      const names = Object.keys(right)
      for (const [what, value] of Object.entries(WRONG)) {
        await sent(page, what, Object.fromEntries(names.map((n) => [n, value])))
      }
      await sent(page, 'everything twice', Object.fromEntries(names.map((n) => [n, ['a', 'b']])))
      await sent(page, 'lists in names', Object.fromEntries(names.map((n) => [`${n}[a]`, 'b'])))
      // One thing wrong at a time gets past the checks that the first wrong thing would stop at.
      for (const name of names) {
        const dates = /year|month|day/i.test(name) ? ['a far year', 'the year 0'] : []
        for (const what of ['a null character', 'a huge number', 'markup', ...dates]) {
          await sent(page, `${what} in ${name}`, { ...right, [name]: WRONG[what] ?? '' })
        }
      }
    })
  }

  it('has an answer at the door too', async () => {
    const names = 'userName password code held next secret response newPassword again from'.split(
      ' ',
    )
    const passkey = (challenge: string) =>
      `{"id":"a","rawId":"a","type":"public-key","response":{"clientDataJSON":"${challenge}","authenticatorData":"AA","signature":"AA"}}`
    const values = [
      ...Object.values(WRONG),
      passkey('e30'),
      passkey('eyJjaGFsbGVuZ2UiOiJhIn0'),
      '//elsewhere.example',
    ]
    for (const page of doorPages.filter((p) => p.method === 'POST')) {
      for (const value of values) {
        const typed = Object.fromEntries(names.map((n) => [n, value]))
        const res = await w.app.inject({
          method: 'POST',
          url: page.url,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          payload: encode({ ...typed, _csrf: csrfToken(w.keys.csrf, 'door 127.0.0.1') }),
        })
        assert.ok(res.statusCode < 500, `${page.url} gave ${res.statusCode}: ${lastFailure(w)}`)
        assert.notEqual(res.statusCode, 403, 'it was looked at')
        assert.equal(res.payload.includes(MARK), false, `${page.url} gave back markup`)
        assert.doesNotMatch(res.headers.location ?? '', /elsewhere/)
      }
    }
  })

  for (const page of pages.filter((p) => p.method === 'GET')) {
    it(`${page.url} has an answer to it in its address`, async () => {
      const names = ['q', 'before', 'after', 'page', 'from', 'in', 'word', 'topic', 'year', 'next']
      const more = ['framework', 'part', 'version', 'only', 'show', 'done', 'just', 'voice', 'team']
      for (const [what, value] of Object.entries(WRONG)) {
        const query = encode(Object.fromEntries([...names, ...more].map((n) => [n, value])))
        if (query.length > 14_000) continue
        const res = await w.get(somebody(page), `${urlOf(page)}?${query}`)
        assert.ok(res.statusCode < 500, `${what} gave ${res.statusCode}: ${lastFailure(w)}`)
        // In a PDF the same letters are a text to be read, and no browser takes them for a page.
        const asPage = res.headers['content-type'] !== 'application/pdf'
        assert.equal(asPage && res.payload.includes(MARK), false, `${what} came back as markup`)
      }
    })

    it(`${page.url} has an answer to other ids`, async () => {
      for (const id of ['%00', 'x', '%ED%A0%80', '..%2f..', '%3Ci%3E', 'A'.repeat(150), '-1']) {
        const res = await w.get(somebody(page), page.url.replaceAll(/:[A-Za-z]+/g, id))
        assert.ok(res.statusCode < 500, `${id} gave ${res.statusCode}: ${lastFailure(w)}`)
      }
    })
  }
})

const postForm = (w: World, who: TestPerson, url: string, fields: Fields) =>
  w.post(who, url, fields)

const lastFailure = (w: World): string =>
  JSON.stringify(w.logged.findLast((line) => 'failed' in line))

/** As a browser sends a form that takes files, with one file in it whose name is wrong too. */
async function postParts(w: World, who: TestPerson, url: string, fields: Fields) {
  const form = new FormData()
  const { payload } = await w.get(who, url)
  form.set('_csrf', tokenOn(payload))
  for (const [name, value] of new URLSearchParams(encode(fields))) {
    if (name !== 'file' && name !== 'files') form.append(name, value)
    else form.append(name, new File([value], `${MARK}.csv`))
  }
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  return w.app.inject({
    method: 'POST',
    url,
    headers: { ...w.as(who), 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

/** One of each thing that an address can name, for the child and around them. */
async function arrange(w: World, child: ChildId, framework: string) {
  const ids = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const id = randomUUID()
    const columns = { id, ...values }
    await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(columns).map((c) => sql.ref(c)))})
      values (${sql.join(Object.values(columns))})`.execute(w.db)
    return id
  }
  const entry = (table: string, values: Record<string, unknown>) =>
    ids(`waymark.${table}`, { child_id: child, ...values })
  const born = { earliest: '2010-01-01', latest: '2010-12-31', precision: 'year', source: 'other' }
  const number = { organisation_id: northmere, kind: 'other', value: '1' }
  const person = { name: 'Noor', who_they_are: 'An aunt' }
  const process = {
    kind: 'home',
    state: 'going_on',
    what_it_is: 'A flat',
    where_it_is: 'On a list',
    decides: 'The council',
    last_change_on: '2026-01-01',
  }
  const appointment = {
    starts_at: new Date(Date.now() + 1e9),
    kind: 'visit',
    with_whom: 'Ada',
    place: 'Home',
    why: 'To talk',
    interpreter: 'not_needed',
  }
  const statement = await entry('statement', { author_id: kit.id })
  const words = { statement_id: statement, medium: 'words', words: 'Hello', private_to: kit.id }
  const owed = { owed: 'A letter', owed_by: 'A body', own_due_on: '2026-02-01' }
  const clock = await entry('clock', { ...owed, nation: 'england', started_at: '2026-01-05' })
  const asked = { clock_id: clock, asked_on: '2026-01-09', of_whom: 'A body' }
  const draft = { framework_version_id: framework, voice: 'young_person', author_id: kit.id }
  const coming = await entry('appointment', appointment)
  const allocationId = await entry('allocation', { person_id: ben.id, part: 'advocate' })
  await entry('handover', {
    allocation_id: allocationId,
    goodbye: 'met',
    goodbye_on: '2026-01-05',
    next: 'nobody_needed',
    told_on: '2026-01-05',
  })
  const carer = await entry('carer', {
    person_id: cas.id,
    name: 'Cas Carer',
    who_they_are: 'my uncle',
    decides: 'young_person',
    agreed_on: '2026-01-05',
    agreed_how: 'At home',
    invited_by: ada.id,
  })
  const item = await entry('carer_item', {
    carer_id: carer,
    appointment_id: coming,
    agreed_on: '2026-01-05',
  })
  const step = { part: 'guardian', kind: 'asked', on_day: '2026-01-05', written_by: ada.id }
  return {
    childId: child,
    version: framework,
    'clocks.clock': clock,
    'clocks.asking': await entry('asked_again', { ...asked, how: 'phone', step: 'again' }),
    'claims.entryId': await entry('child_claim', {
      kind: 'gender',
      value: 'A girl',
      source: 'child_says',
    }),
    personId: ben.id,
    teamId: hillTeam,
    format: 'csv',
    code: 'apple',
    allocationId,
    carer,
    'carers.item': item,
    'items.item': item,
    'beside.step': await entry('standing_step', step),
    around: await entry('person_who_matters', person),
    process: await entry('process', process),
    appointment: coming,
    area: 'papers',
    language: 'ar',
    goal: await entry('own_goal', { words: 'To swim' }),
    checkIn: await entry('check_in', draft),
    statement,
    medium: 'words',
    use: 'report',
    part: await entry('statement_part', words),
    beside: randomUUID(),
    'about-me.entryId': await entry('about_me', { topic: 'wishes', words: 'a', said_by: 'child' }),
    'meanings.entryId': await entry('own_meaning', { word: 'home', meaning: 'a' }),
    'people.entryId': await entry('person_who_matters', person),
    'languages.entryId': await entry('child_language', { language: 'Welsh' }),
    'names.entryId': await entry('child_name', { name: 'Kit', kind: 'other' }),
    'births.entryId': await entry('date_of_birth_claim', born),
    'numbers.entryId': await entry('child_identifier', number),
  }
}

/** Somebody who goes on after eighteen, help that could end, and a point at which the child agreed to be asked. */
async function arrangePastEighteen(w: World, child: ChildId): Promise<Record<string, string>> {
  const [adult, end, point] = [randomUUID(), randomUUID(), randomUUID()]
  await sql`insert into waymark.adult_person (id, child_id, name, service, part, takes_over, named_on)
    values (${adult}, ${child}, 'Rosa', 'A team', 'other', 'College', '2026-01-01')`.execute(w.db)
  await sql`insert into waymark.turning_eighteen (child_id, eligible_on) values (${child}, '2026-01-01')`.execute(
    w.db,
  )
  await sql`insert into waymark.help_that_ends (id, child_id, help, reasoning, goes_on, owner_name, by_on)
    values (${end}, ${child}, 'home', 'a', 'a', 'Ada', '2026-01-01')`.execute(w.db)
  await sql`insert into waymark.own_watch (child_id, often, asks, agreed_by) values (${child}, 'week', 'a', 'child')`.execute(
    w.db,
  )
  await sql`insert into waymark.follow_up (child_id, entry_on, agreed_by) values (${child}, '2026-01-01', 'child')`.execute(
    w.db,
  )
  await sql`insert into waymark.consent_step (child_id, step, given, said_by, written_by) values (${child}, 'asked', true, 'child', ${kit.id})`.execute(
    w.db,
  )
  await sql`insert into waymark.follow_up_point (id, child_id, months, due_on) values (${point}, ${child}, 0, '2026-01-01')`.execute(
    w.db,
  )
  const { rows } = await sql<{
    id: string
  }>`select id from waymark.service_question limit 1`.execute(w.db)
  return { adult, end, point, question: rows[0]?.id ?? '' }
}

/** A published assessment with one row of each kind and a review to come, by where it stands in an address. */
async function arrangeAssessment(w: World): Promise<Record<string, string>> {
  const { id, at } = await whole(w)
  await publish(w, meg, at)
  const one = async (table: string): Promise<string> => {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(`waymark.${table}`)} where assessment_id = ${id} limit 1`.execute(
      w.db,
    )
    return rows[0]?.id ?? ''
  }
  return {
    assessmentId: id,
    'write.part': 'about',
    'groups.entryId': await one('assessment_group'),
    'options.entryId': await one('assessment_option'),
    'evidence.entryId': await one('assessment_evidence'),
    'impacts.entryId': await one('assessment_impact'),
    'involvement.entryId': await one('assessment_involvement'),
    'words.entryId': await one('assessment_words'),
    'measures.entryId': await one('assessment_measure'),
    reviewId: await one('assessment_review'),
  }
}

/** An audit of another of the child's organisation, begun, with a finding and an action, for its forms. */
async function arrangeAudit(w: World, framework: Published, child: ChildId) {
  const [findingId, actionId, actNowId] = [randomUUID(), randomUUID(), randomUUID()]
  await sql`update waymark.allocation set ended_on = current_date where child_id = ${child} and person_id = ${ben.id}`.execute(
    w.db,
  )
  const a = await anAudit(w, framework, child, {
    by: meg,
    practitioner: ada,
    auditor: ben,
    noReflection: 'away',
  })
  await sql`insert into waymark.case_audit_reading (audit_id, child_id, auditor_id) values (${a.audit}, ${child}, ${ben.id})`.execute(
    w.db,
  )
  await sql`insert into waymark.case_audit_finding (id, audit_id, child_id, question, words, found_by)
    values (${findingId}, ${a.audit}, ${child}, 'believed', 'a', ${ben.id})`.execute(w.db)
  await sql`insert into waymark.case_audit_action (id, finding_id, child_id, kind, words, owner_id, due_on)
    values (${actionId}, ${findingId}, ${child}, 'learning', 'a', ${ada.id}, '2099-01-01')`.execute(
    w.db,
  )
  await sql`insert into waymark.case_audit_act_now (id, audit_id, child_id, raised_by, for_person, act_by)
    values (${actNowId}, ${a.audit}, ${child}, ${ben.id}, ${meg.id}, '2099-01-01')`.execute(w.db)
  return { roundId: a.round, auditId: a.audit, item: 'believed', findingId, actionId, actNowId }
}
