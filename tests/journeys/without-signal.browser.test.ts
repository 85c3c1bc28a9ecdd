import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { ChildId } from '#kernel/ids.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, joy, kit, sam, southmere } from '#tests/support/people.ts'
import {
  assertAccessible,
  assertTouchTargets,
  launchBrowser,
  PHONE,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { type Cable, cableTo } from '#tests/support/cut.ts'
import {
  ready,
  signedOutEverywhere,
  takenApart,
  untilBrought,
  untilForgotten,
  untilSent,
} from '#tests/support/phone.ts'
import { world, type World } from '#tests/support/world.ts'

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()

describe('a young person’s own phone, when the signal goes', () => {
  let w: World
  let browser: TestBrowser
  let cable: Cable
  let child: ChildId

  before(async () => {
    w = await world()
    await loadProvisionalSet(w.db)
    browser = await launchBrowser()
    const address = await w.app.listen({ port: 0, host: '127.0.0.1' })
    cable = await cableTo(Number(new URL(address).port))
    child = await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada] })
    await aChild(w, { knownAs: 'Joy', account: joy, organisationId: southmere, allocatedTo: [sam] })
  })
  beforeEach(() => cable.plug())
  after(async () => {
    await browser.close()
    await cable.close()
  })

  const phone = async (who = kit) => {
    await w.signIn(who)
    const opened = await browser.open(`${cable.address}/me`, {
      width: PHONE,
      cookie: w.as(who)['cookie'] ?? '',
    })
    await ready(opened.page)
    return opened
  }

  const saidBy = () =>
    w.db
      .selectFrom('waymark.check_in_answer as a')
      .innerJoin('waymark.outcome as o', 'o.id', 'a.outcome_id')
      .select(['o.code', 'a.words', 'a.state'])
      .where('a.child_id', '=', child)
      .orderBy('o.position')
      .execute()

  it('keeps each step of a check-in from the moment the plug is pulled, and sends all of it when it is back', async () => {
    const { page, close } = await phone()
    await page.click('text=Say how things are')
    await press(page, 'Begin')
    for (const code of ['safe-home', 'learning', 'believed']) {
      await page.check(`input[value="${code}"]`)
    }
    await press(page, 'Go on')
    const first = page.url()
    // The pages that come next are on the phone before the signal goes.
    const { pathname } = new URL(first)
    for (const next of ['about/learning', 'about/believed', 'end'])
      await untilBrought(page, pathname.replace('about/safe-home', next))

    cable.pull()
    await page.check('input[value="mostly"]')
    await page.click('text=Say more, if you want to')
    await page.fill('textarea[name=words]', 'Said with no signal: ቤት')
    await press(page, 'Save and go on')
    assert.notEqual(page.url(), first, 'it goes on to the next page')
    await page.getByText('kept on this phone', { exact: false }).first().waitFor()
    await page.check('input[value="a_little"]')
    await press(page, 'Save and go on')
    await press(page, 'Skip')
    assert.match(page.url(), /\/end$/)
    await press(page, 'Share it')
    await page.getByText('There is no signal. What you wrote is kept').waitFor()
    assert.deepEqual(await saidBy(), [], 'nothing reached the server')

    cable.plug()
    await page.click('text=My page')
    await untilSent(page)
    const said = await saidBy()
    assert.deepEqual(
      said.map((s) => s.state),
      ['mostly', 'a_little', null],
    )
    assert.equal(said[0]?.words, 'Said with no signal: ቤት')
    const { status } = await w.db
      .selectFrom('waymark.check_in')
      .select('status')
      .where('child_id', '=', child)
      .executeTakeFirstOrThrow()
    assert.equal(status, 'shared')
    await close()
  })

  const STEPS = ['begin', 'choose', 'answer', 'answer again', 'share'] as const

  for (const step of STEPS) {
    it(`loses nothing when the plug is pulled just before: ${step}`, async () => {
      const { page, close } = await phone()
      const words = `Pulled before ${step}`
      const act: Record<(typeof STEPS)[number], () => Promise<void>> = {
        begin: () => press(page, 'Begin'),
        choose: async () => {
          for (const code of ['safe-home', 'learning']) await page.check(`input[value="${code}"]`)
          await press(page, 'Go on')
        },
        answer: async () => {
          await page.check('input[value="fully"]')
          await page.click('text=Say more, if you want to')
          await page.fill('textarea[name=words]', words)
          await press(page, 'Save and go on')
        },
        'answer again': async () => press(page, 'Not now'),
        share: () => press(page, 'Share it'),
      }
      await page.click('text=Say how things are')
      for (const one of STEPS) {
        await page.waitForLoadState('networkidle')
        if (one === step) cable.pull()
        await act[one]()
        if (one !== step) continue
        cable.plug()
        await page.goto(`${cable.address}/me`)
        await untilSent(page)
        const place = await placeAfter(step)
        if (place) await page.goto(`${cable.address}${place}`)
      }
      const said = await w.db
        .selectFrom('waymark.check_in_answer as a')
        .innerJoin('waymark.check_in as c', 'c.id', 'a.check_in_id')
        .select(['c.status', 'a.state', 'a.reason'])
        .where('a.words', '=', words)
        .execute()
      assert.deepEqual(said, [{ status: 'shared', state: 'fully', reason: null }])
      await close()
    })
  }

  /** Where a young person goes on once what they did without signal has arrived. */
  async function placeAfter(step: string): Promise<string | undefined> {
    const { id } = await w.db
      .selectFrom('waymark.check_in')
      .select('id')
      .where('child_id', '=', child)
      .orderBy('started_at', 'desc')
      .executeTakeFirstOrThrow()
    const after: Readonly<Record<string, string>> = {
      begin: 'choose',
      choose: 'about/safe-home',
      answer: 'about/learning',
      'answer again': 'end',
    }
    const next = after[step]
    return next && `/me/check-in/${id}/${next}`
  }

  it('adds nothing twice when the answer is lost on its way back', async () => {
    const { page, close } = await phone()
    await page.goto(`${cable.address}/me/goals/new`)
    await page.fill('[name=words]', 'Heard, and the phone never knew')
    const before = w.logged.length
    const pressing = press(page, 'Save').catch(() => undefined)
    while (!w.logged.slice(before).some((l) => l['method'] === 'POST')) {
      await pause(1)
    }
    cable.pull()
    await pressing
    cable.plug()
    await page.goto(`${cable.address}/me`)
    await untilSent(page)
    const goals = await w.db
      .selectFrom('waymark.own_goal')
      .select('id')
      .where('words', '=', 'Heard, and the phone never knew')
      .execute()
    assert.equal(goals.length, 1)
    await close()
  })

  it('says what it could not send as it is, and loses none of it', async () => {
    const { page, close } = await phone()
    await page.goto(`${cable.address}/me/own-words/wishes`)
    await page.waitForLoadState('networkidle')
    cable.pull()
    await page.fill('[name=words]', 'Mine, from the phone')
    await press(page, 'Save')
    cable.plug()
    await w.post(kit, '/me/own-words/wishes', { words: 'Mine, from the library', version: '0' })
    await page.goto(`${cable.address}/me`)
    await page.getByText('could not be sent as it is').waitFor()
    await page.click('text=See what is kept')
    await page.getByText('Mine, from the phone').waitFor()
    await assertAccessible(page)
    await assertTouchTargets(page)
    await press(page, 'Open it and try again')
    await page.getByText('Mine, from the library').waitFor()
    assert.equal(await page.inputValue('[name=words]'), 'Mine, from the phone')
    await page.goto(`${cable.address}/me/kept`)
    await press(page, 'I do not need this any more')
    await page.getByText('Nothing is waiting').waitFor()
    await close()
  })

  it('has nothing that anybody can read after signing out, and sends it once they are back', async () => {
    const { page, close } = await phone()
    await page.goto(`${cable.address}/me/goals/new`)
    await page.waitForLoadState('networkidle')
    cable.pull()
    await page.fill('[name=words]', 'Nobody else reads this')
    await press(page, 'Save')
    await page.getByText('kept on this phone', { exact: false }).first().waitFor()
    cable.plug()
    await signedOutEverywhere(w, kit)
    await page.goto(`${cable.address}/sign-in`)
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor()
    await untilForgotten(page)
    const left = await takenApart(page)
    const seen = JSON.parse(left)
    assert.equal(seen.letters, 1)
    assert.equal(seen.pages, 0)
    assert.equal(seen.keys, 0)
    assert.doesNotMatch(left, /Nobody else reads this/)
    assert.ok(seen.urls.every((u: string) => u.includes('/assets/')))
    assert.deepEqual(seen.local, {})

    cable.pull()
    await page.goto(`${cable.address}/me`)
    await page.getByText('this page is not on this phone').waitFor()
    assert.doesNotMatch(await page.content(), /\bKit\b|Nobody else/)
    cable.plug()

    // Somebody else on the same phone: what waits stays closed, and is not sent in their name.
    await w.signIn(joy)
    await page.context().clearCookies()
    await page.context().addCookies([cookieOf(w.as(joy)['cookie'] ?? '', cable.address)])
    await page.goto(`${cable.address}/me`, { waitUntil: 'networkidle' })
    await page.goto(`${cable.address}/me/kept`, { waitUntil: 'networkidle' })
    await page.getByText('Nothing is waiting').waitFor()

    await w.signIn(kit)
    await page.context().clearCookies()
    await page.context().addCookies([cookieOf(w.as(kit)['cookie'] ?? '', cable.address)])
    await page.goto(`${cable.address}/me`)
    await untilSent(page)
    const goal = await w.db
      .selectFrom('waymark.own_goal')
      .select('child_id')
      .where('words', '=', 'Nobody else reads this')
      .executeTakeFirstOrThrow()
    assert.equal(goal.child_id, child)
    await close()
  })

  it('opens again what was open, and says of anything else that there is no signal', async () => {
    const { page, close } = await phone()
    await page.goto(`${cable.address}/me/goals`, { waitUntil: 'networkidle' })
    cable.pull()
    await page.goto(`${cable.address}/me`)
    assert.match(await page.locator('h1').innerText(), /Kit/)
    await page.goto(`${cable.address}/me/who-looked`)
    await page.getByText('this page is not on this phone').waitFor()
    await close()
  })
})

function cookieOf(text: string, url: string) {
  const [name = '', value = ''] = text.split('=')
  return { name, value, url }
}
