import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  assertTouchTargets,
  DESKTOP,
  launchBrowser,
  PHONE,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { aChild } from '#tests/support/builders.ts'
import { patternOf } from '#tests/support/crawl.ts'
import { assertKeyboard } from '#tests/support/keyboard.ts'
import { ada, ben, gus, kit, meg, type TestPerson, zoe } from '#tests/support/people.ts'
import { type Fields, world, type World } from '#tests/support/world.ts'

const days = (name: string, day: string): Fields => {
  const [y = '', m = '', d = ''] = day.split('-')
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y }
}

/** Today, yesterday and next month, in the days that forms ask for. */
const ofDay = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/**
 * Pages that only a state of things opens, so that no walk along the links of the demonstration comes
 * to them: each brought about by the forms that bring it about, and looked at like all the others.
 */
describe('a page that only a state of things opens', () => {
  let w: World
  let browser: TestBrowser
  let origin: string
  let child: ChildId
  let record: string

  before(async () => {
    w = await world()
    origin = await w.app.listen({ port: 0, host: '127.0.0.1' })
    browser = await launchBrowser()
    child = await aChild(w, { allocatedTo: [ada, gus, ben], account: kit, bornOn: '2010-03-27' })
    record = `/children/${child}`
  })

  after(() => browser.close())

  /** Posts a form that must lead on, and gives where to. */
  async function led(who: TestPerson, url: string, fields: Fields): Promise<string> {
    const res = await w.post(who, url, fields)
    assert.equal(res.statusCode, 303, `${url}: ${res.payload.slice(0, 2000)}`)
    return String(res.headers.location)
  }

  const idIn = (html: string, link: RegExp): string => link.exec(html)?.[1] ?? ''

  const states: Readonly<
    Record<string, () => Promise<{ readonly who: TestPerson; readonly url: string }>>
  > = {
    '/children/:childId/clocks/:clock/change': async () => {
      const own = { owed: 'Ring the solicitor', owedBy: 'Ada Worker', why: 'She promised' }
      await led(ada, `${record}/clocks/add`, { ...own, ...days('dueOn', ofDay(20)) })
      return { who: ada, url: `${record}/clocks/${await newestClock()}/change` }
    },
    '/children/:childId/clocks/:clock/resume': async () => {
      const own = { owed: 'Ask the school again', owedBy: 'Ada Worker', why: 'No answer' }
      await led(ada, `${record}/clocks/add`, { ...own, ...days('dueOn', ofDay(20)) })
      const url = `${record}/clocks/${await newestClock()}`
      await led(ada, `${url}/pause`, {
        ...days('on', ofDay(0)),
        why: 'The office is shut',
        version: '1',
      })
      return { who: ada, url: `${url}/resume` }
    },
    '/children/:childId/clocks/:clock/ask-again/:asking': async () => {
      const own = { owed: 'The decision of the office', owedBy: 'The office', why: 'They promised' }
      await led(ada, `${record}/clocks/add`, { ...own, ...days('dueOn', ofDay(20)) })
      const url = `${record}/clocks/${await newestClock()}`
      await led(ada, `${url}/ask-again`, {
        ...days('askedOn', ofDay(0)),
        ofWhom: 'The office',
        how: 'email',
        step: 'again',
      })
      const html = (await w.get(ada, url)).payload
      return { who: ada, url: idIn(html, /href="([^"]+\/ask-again\/[0-9a-f-]+)"/) }
    },
    '/clock-rules/:rule/end': async () => {
      await led(zoe, '/clock-rules/add', {
        about: 'concern.second-look',
        owed: 'A second look at a concern',
        owedBy: 'The duty manager',
        startsWith: 'The concern is recorded',
        counted: 'hours',
        length: '4',
        force: 'good_practice',
        source: 'Northmere practice note 12',
        confidence: 'certain',
        ...days('fromDay', '2026-11-01'),
      })
      const html = (await w.get(zoe, '/clock-rules')).payload
      return { who: zoe, url: idIn(html, /href="(\/clock-rules\/[^"]+\/end)"/) }
    },
    '/children/:childId/concerns/:concern/look': async () => {
      const at = await led(ada, `${record}/concerns/add`, {
        seen: 'A man waits for Kit at the school gate and holds his phone.',
        context: 'After school, three days in a row.',
        ...days('noticed', ofDay(-3)),
        howTold: 'said_nothing_of_it',
        fewChoices: 'He says that he owes the man money for a phone.',
      })
      return { who: gus, url: `${at}/look` }
    },
    '/children/:childId/missed-chances/:chance/end': async () => {
      const at = await led(ada, `${record}/missed-chances/add`, {
        what: 'A teacher saw the bruises and wrote them down as sport.',
        'when-year': '2025',
        body: 'school',
        level: 'attitude',
        wouldHaveHelped: 'Asking him alone, with an interpreter.',
      })
      await led(ada, `${at}/learning/add`, {
        topic: 'curiosity',
        words: 'Ask how it happened.',
        owner: ben.id,
        ...days('dueOn', ofDay(20)),
      })
      const training = idIn((await w.get(ben, at)).payload, /href="([^"]+\/learning\/[0-9a-f-]+)"/)
      await led(ben, training, {
        training: 'Signs, for schools',
        whom: 'All Northmere schools',
        version: '1',
        ...days('trainedOn', ofDay(-1)),
      })
      return { who: meg, url: `${at}/end` }
    },
    '/children/:childId/referral-for-help/:referral/sent': async () => {
      const at = await led(ada, `${record}/referral-for-help/begin`, {})
      const id = at.split('/').at(-1)
      await sql`update waymark.nrm_referral set state = 'in_review', review_asked_by = ${ada.id}, review_asked_at = now()
                where id = ${id}`.execute(w.db)
      await sql`insert into waymark.nrm_review (referral_id, child_id, reviewed_by, reviewed_at, found, of_version)
                values (${id}, ${child}, ${meg.id}, now(), 'ready', 1)`.execute(w.db)
      await sql`update waymark.nrm_referral set state = 'ready' where id = ${id}`.execute(w.db)
      return { who: ada, url: `${at}/sent` }
    },
    '/children/:childId/plans/:plan/send-back': async () => {
      const at = await led(ada, `${record}/plans/add`, {
        kind: 'support',
        chair: meg.id,
        ...days('startsOn', ofDay(-20)),
      })
      const id = at.split('/').at(-1)
      await sql`update waymark.plan set state = 'asked' where id = ${id}`.execute(w.db)
      return { who: meg, url: `${at}/send-back` }
    },
    '/children/:childId/views/write': async () => {
      return { who: ada, url: `${record}/views/write?about=safe-home` }
    },
    '/me/people-i-love/:statement/about/:asks': async () => {
      const statement = randomUUID()
      const own = `/me/people-i-love/${statement}`
      await led(kit, '/me/people-i-love', { statement, who: 'chosen', person: ada.id })
      await led(kit, `${own}/about/contact`, { card: 'yes' })
      return { who: kit, url: `${own}/about/contact` }
    },
    '/me/check-in': async () => ({ who: kit, url: '/me/check-in' }),
  }

  async function newestClock(): Promise<string> {
    const { id } = await w.db
      .selectFrom('waymark.clock')
      .select('id')
      .where('child_id', '=', child)
      .orderBy('changed_at', 'desc')
      .executeTakeFirstOrThrow()
    return id
  }

  for (const [pattern, bring] of Object.entries(states)) {
    it(`${pattern}, on a phone and on a desk`, async () => {
      const { who, url } = await bring()
      assert.equal(patternOf(url), pattern)
      const cookie = w.as(who)['cookie'] ?? ''
      const { page, offences, close } = await browser.open(origin + url, { width: PHONE, cookie })
      assert.equal(new URL(page.url()).pathname, url.split('?')[0])
      await assertAccessible(page)
      await assertNoSidewaysScroll(page)
      if (who === kit) await assertTouchTargets(page)
      await page.setViewportSize({ width: DESKTOP, height: 800 })
      await assertAccessible(page)
      await assertNoSidewaysScroll(page)
      await assertKeyboard(page)
      assert.deepEqual(offences, [])
      await close()
    })
  }
})
