import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { sendingFrom } from '#platform/mail/sending.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ann, joy, kit, southmere } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { sendEverything } from '../../commands/send-notices.ts'
import { EMAIL, NUMBER, OWN_EMAIL, OWN_TEXT, wantsToBeTold } from './contact.fixture.ts'
import { queueNotice } from './notice.queries.ts'
import {
  type PostOffice,
  postOffice,
  type TextOffice,
  textOffice,
} from '#tests/support/post-office.ts'

const NOON = new Date('2026-11-25T12:00:00Z')
const KEY = 'test-11111111-1111-4111-8111-111111111111-22222222-2222-4222-8222-222222222222'
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)

describe('what the product sends', () => {
  let w: World
  let child: ChildId
  let post: PostOffice
  let texts: TextOffice
  let way: string

  before(async () => {
    w = await world()
    post = await postOffice()
    texts = await textOffice()
    child = await aChild(w, { knownAs: 'Yonatan', account: kit })
    w.setClock(NOON)
    way = await wantsToBeTold(w, kit, child, OWN_EMAIL)
  })

  after(async () => {
    await post.close()
    await texts.close()
  })

  beforeEach(async () => {
    w.setClock(NOON)
    post.behave = 'takes'
    post.heard.length = 0
    texts.heard.length = 0
    texts.status = 201
    await sql`update waymark.contact_stop set lifted_at = now() where lifted_at is null`.execute(
      w.db,
    )
    await sql`update waymark.notice set status = 'stopped', settled_at = now() where settled_at is null`.execute(
      w.db,
    )
    await sql`update waymark.contact_safety set state = 'safe', confirmed_at = ${NOON}`.execute(
      w.db,
    )
  })

  const sending = () =>
    sendingFrom({
      smtpUrl: post.url,
      mailFrom: 'post@example.org',
      notifyKey: KEY,
      notifyTemplate: '33333333-3333-4333-8333-333333333333',
      notifyUrl: texts.url,
    })
  const round = (now = NOON, by = sending()) => sendEverything({ db: w.web }, by, () => now)
  const queue = (now = NOON) => w.acting(ada, (tx) => queueNotice(tx, child, 'reply', now))
  const latest = () =>
    w.db
      .selectFrom('waymark.notice')
      .select(['status', 'why', 'tries', 'channel'])
      .where('child_id', '=', child)
      .orderBy('changed_at', 'desc')
      .executeTakeFirstOrThrow()

  it('leaves as a letter that says nothing: these are all its bytes', async () => {
    await queue()
    assert.equal(await round(), 1)
    assert.equal((await latest()).status, 'sent')
    const [letter = ''] = post.letters()
    assert.match(post.heard[0] ?? '', /^EHLO example\.org\r\n/)
    assert.match(post.heard[0] ?? '', new RegExp(`RCPT TO:<${EMAIL}>`))
    const headers = letter.slice(0, letter.indexOf('\r\n\r\n'))
    const names = headers.split('\r\n').map((line) => line.split(':')[0] ?? '')
    assert.deepEqual(
      names.toSorted((a, b) => a.localeCompare(b)),
      [
        'Content-Language',
        'Content-Transfer-Encoding',
        'Content-Type',
        'Date',
        'From',
        'Message-ID',
        'MIME-Version',
        'Subject',
        'To',
      ],
    )
    assert.match(headers, /^From: post@example\.org$/m)
    assert.match(headers, /^To: somebody@example\.org$/m)
    assert.match(headers, /^Subject: You have something new$/m)
    assert.match(headers, /^Message-ID: <[^@]+@example\.org>$/m)
    assert.equal(
      letter.slice(letter.indexOf('\r\n\r\n')).split('\r\n.\r\n')[0]?.trim(),
      'You have something new.',
    )
    const all = post.heard.join('')
    assert.doesNotMatch(
      all,
      /Yonatan|\bKit\b|Waymark|nodemailer|Northmere|\bhttp|localhost|reply|check/i,
    )
    assert.equal(all.includes(child), false)
  })

  it('is in the language they chose for their pages', async () => {
    await sql`insert into waymark.chosen_language (child_id, language) values (${child}, 'cy')
      on conflict (child_id) do update set language = 'cy'`.execute(w.db)
    await queue()
    await round()
    assert.match(post.letters()[0] ?? '', /^Content-Language: cy$/m)
    await sql`update waymark.chosen_language set language = 'en'`.execute(w.db)
  })

  it('leaves once, however many senders there are and however much is new', async () => {
    await queue()
    await queue()
    await w.acting(kit, (tx) => queueNotice(tx, child, 'other', NOON))
    const rounds = await Promise.all([round(), round(), round()])
    assert.deepEqual(rounds.toSorted(), [0, 0, 1])
    assert.equal(post.letters().length, 1)
    assert.equal(await round(later(600)), 0)
  })

  it('is stopped by a stop that came after it was queued', async () => {
    await queue()
    await w.post(kit, '/me/contact/stop')
    assert.deepEqual(await latest(), {
      status: 'stopped',
      why: 'contact_stopped',
      tries: 0,
      channel: null,
    })
    assert.equal(await round(), 0)
    // One that slipped into the queue all the same is stopped at the moment of sending.
    await queue()
    assert.equal(await round(), 0)
    assert.equal((await latest()).why, 'contact_stopped')
    assert.equal(post.heard.length, 0)
  })

  it('is stopped by a stop of a worker’s too, and by a warning of either voice', async () => {
    await queue()
    await w.post(ada, `/children/${child}/contact/stop`)
    await w.post(ada, `/children/${child}/contact/start`)
    assert.equal(await round(), 0, 'what was stopped does not come back')
    await queue()
    await w.post(ada, `/children/${child}/contact/${way}`, {
      state: 'do_not_use',
      said_by: 'young_person',
      version: '0',
    })
    assert.equal(await round(), 0)
    assert.deepEqual(await latest(), {
      status: 'stopped',
      why: 'not_safe',
      tries: 1,
      channel: null,
    })
    await sql`update waymark.contact_safety set state = 'safe' where voice = 'staff'`.execute(w.db)
  })

  it('does not leave when "safe" has grown old between queueing and sending', async () => {
    await sql`update waymark.contact_safety set confirmed_at = ${later(-60 * 24 * 29.9)}`.execute(
      w.db,
    )
    await queue()
    assert.equal(await round(later(60 * 24)), 0)
    assert.equal((await latest()).why, 'not_confirmed')
    assert.equal(post.heard.length, 0)
  })

  it('waits for the end of the quiet hours', async () => {
    const night = new Date('2026-11-25T22:30:00Z')
    await queue(night)
    assert.equal(await round(night), 0)
    assert.deepEqual(await latest(), { status: 'waiting', why: 'not_now', tries: 0, channel: null })
    assert.equal(await round(new Date('2026-11-26T07:59:00Z')), 0)
    assert.equal(await round(new Date('2026-11-26T08:15:00Z')), 1)
  })

  it('is tried again when the service is busy, later each time, and then given up', async () => {
    post.behave = 'busy'
    await queue()
    let now = NOON
    for (const wait of [1, 5, 30, 120]) {
      assert.equal(await round(now), 0)
      assert.equal((await latest()).status, 'waiting')
      assert.equal(await round(new Date(now.getTime() + wait * 59_000)), 0, 'not before its time')
      now = new Date(now.getTime() + wait * 60_000)
    }
    post.behave = 'takes'
    assert.equal(await round(now), 1)
    assert.equal((await latest()).tries, 5)
  })

  it('is never sent again when it may have left', async () => {
    post.behave = 'hangs-up'
    await queue()
    assert.equal(await round(), 0)
    assert.deepEqual(await latest(), {
      status: 'not_known',
      why: 'interrupted',
      tries: 1,
      channel: 'email',
    })
    post.behave = 'takes'
    assert.equal(await round(later(1440)), 0)
    assert.equal(post.letters().length, 1)
  })

  it('is not sent by a second sender when the first died with it in its hand', async () => {
    await queue()
    await sql`update waymark.notice set status = 'leaving' where status = 'waiting'`.execute(w.db)
    assert.equal(await round(later(5)), 0)
    assert.equal(await round(later(11)), 0)
    assert.equal((await latest()).status, 'not_known')
    assert.equal(post.heard.length, 0)
  })

  it('tells staff what failed, and nothing of what it was or where it went', async () => {
    post.behave = 'says-no'
    await queue()
    await round()
    const page = (await w.get(ada, `/children/${child}/contact`)).payload
    assert.match(page, /Could not be sent by e-mail: the service would not take it/)
    assert.equal(page.includes(EMAIL), false)
    const entry = await w.db
      .selectFrom('waymark.audit_entry')
      .select(['actor_role', 'outcome', 'detail'])
      .where('action', '=', 'contact.notice')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    assert.deepEqual(entry, {
      actor_role: 'system',
      outcome: 'failed',
      detail: { notice: 'given_up', channel: 'email' },
    })
  })

  it('is not queued for who has not asked for it', async () => {
    const other = await aChild(w, { organisationId: southmere, account: joy, allocatedTo: [ada] })
    await w.acting(ada, (tx) => queueNotice(tx, other, 'reply', NOON))
    await w.acting(ada, (tx) => queueNotice(tx, child, 'calendar', NOON))
    const rows =
      await sql`select from waymark.notice where child_id = ${other} or reason = 'calendar'`.execute(
        w.db,
      )
    assert.equal(rows.rows.length, 0)
  })

  it('is neither queued nor read by those who do not stand beside them', async () => {
    await w.acting(ann, (tx) => queueNotice(tx, child, 'reply', NOON))
    assert.equal(
      (await sql`select from waymark.notice where status = 'waiting'`.execute(w.db)).rows.length,
      0,
    )
    await queue()
    const read = await w.acting(ann, (tx) => tx.selectFrom('waymark.notice').select('id').execute())
    assert.deepEqual(read, [])
  })

  it('goes nowhere, and staff are told so, where no service is set up', async () => {
    await queue()
    const nothing = sendingFrom(undefined)
    assert.equal(await round(NOON, nothing), 0)
    assert.deepEqual(await latest(), {
      status: 'given_up',
      why: 'nothing_set_up',
      tries: 1,
      channel: 'email',
    })
  })

  it('leaves as a text through Notify, with the one sentence and the number', async () => {
    const id = await wayByText()
    await queue()
    assert.equal(await round(), 1)
    assert.equal(texts.heard[0]?.path, '/v2/notifications/sms')
    assert.deepEqual(JSON.parse(texts.heard[0]?.body ?? ''), {
      phone_number: NUMBER.replaceAll(' ', ''),
      template_id: '33333333-3333-4333-8333-333333333333',
      personalisation: { text: 'You have something new.' },
    })
    texts.status = 503
    await queue()
    assert.equal(await round(), 0)
    assert.equal((await latest()).status, 'waiting')
    texts.status = 500
    assert.equal(await round(later(2)), 0)
    assert.equal((await latest()).status, 'not_known')
    assert.ok(id)
  })

  const wayByText = async () => {
    await w.post(kit, '/me/contact/add', OWN_TEXT)
    const { id } = await w.db
      .selectFrom('waymark.contact_way')
      .select('id')
      .where('child_id', '=', child)
      .where('channel', '=', 'text')
      .executeTakeFirstOrThrow()
    await w.db.updateTable('waymark.notice_wish').set({ way_id: id }).execute()
    return id
  }
})
