import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import { anAccount, PASSWORD } from '#domains/people/account.fixture.ts'
import { codeAt } from '#domains/people/one-time-code.ts'
import { makeViews } from '#platform/views/environment.ts'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  DESKTOP,
  launchBrowser,
  PHONE,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { aChild } from '#tests/support/builders.ts'
import { freePort } from '#tests/support/free-port.ts'
import { ada } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { buildApp } from '../../src/app.ts'
import { navigation } from '../../src/navigation.ts'

/** Types a user name and password, as a person does. */
const signIn = async (page: Page, userName: string, password = PASSWORD) => {
  await page.getByLabel('User name').fill(userName)
  await page.getByLabel('Password, or your three words').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForLoadState()
}

describe('signing in, in a real browser', () => {
  let w: World
  let app: FastifyInstance
  let browser: TestBrowser
  let origin: string

  before(async () => {
    w = await world()
    const port = await freePort()
    // Passkeys are bound to the address, so the app must know the port before it listens.
    origin = `http://localhost:${port}`
    app = await buildApp({
      db: w.web,
      views: makeViews(),
      keys: w.keys,
      now: () => new Date(),
      origin,
      proxies: 0,
      demonstration: true,
      log: () => undefined,
      navigation,
    })
    await app.listen({ port, host: '127.0.0.1' })
    browser = await launchBrowser()
  })

  after(async () => {
    await browser.close()
    await app.close()
  })

  it('says in our own words that this browser cannot use a passkey, never in the browser’s', async () => {
    const { page, close } = await browser.open(`${origin}/sign-in`, { width: PHONE })
    const failing = `navigator.credentials.get = () =>
      Promise.reject(new DOMException('Resident credentials are not supported', 'NotSupportedError'))`
    await page.evaluate(failing)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByText('This browser could not use a passkey here').waitFor()
    assert.doesNotMatch(await page.content(), /Resident credentials/)
    await close()
  })

  it('adds a passkey to a device, and comes back with it alone', async () => {
    const tess = await anAccount(w)
    const { page, offences, close } = await browser.open(`${origin}/sign-in?next=/account`, {
      width: DESKTOP,
    })
    const devices = await page.context().newCDPSession(page)
    await devices.send('WebAuthn.enable')
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await signIn(page, tess.userName)
    await page.getByRole('link', { name: 'Add a passkey' }).click()
    await page.getByLabel('Name for this passkey').fill('This computer')
    await page.getByLabel('Your password').fill('a wrong guess')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('That one is not right').waitFor()
    await assertAccessible(page)
    await page.getByLabel('Your password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await page.getByText('Your passkey was added').waitFor()
    await page.getByRole('button', { name: 'Sign out here' }).click()

    await page.goto(`${origin}/sign-in?next=/account`)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.getByRole('heading', { name: 'Your account' }).waitFor()
    assert.match(await page.content(), /This computer.*last used/s)

    await page.getByRole('button', { name: 'Sign out here' }).click()
    await page.goto(`${origin}/sign-in?next=/account`)
    await signIn(page, tess.userName)
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.getByRole('heading', { name: 'Your account' }).waitFor()
    assert.deepEqual(offences, [])
    await close()
  })

  it('sets up a second factor without JavaScript, and keeps what was typed when a session runs out', async () => {
    const tess = await anAccount(w, { demonstration: false })
    const child = await aChild(w, {})
    await w.db
      .insertInto('waymark.allocation')
      .values({ child_id: child, person_id: tess.id, part: 'key_worker' })
      .execute()
    const { page, offences, close } = await browser.open(
      `${origin}/sign-in?next=/children/${child}/meanings/add`,
      { width: PHONE, javaScript: false },
    )
    await signIn(page, tess.userName)
    await page.getByRole('heading', { name: 'Set up your authenticator app' }).waitFor()
    const secret = ((await page.locator('strong > code').textContent()) ?? '').replaceAll(' ', '')
    await page.getByLabel('The six figures the app shows now').fill(codeAt(secret, new Date()))
    await page.getByRole('button', { name: 'Use this app' }).click()
    await page.getByRole('button', { name: 'I have kept them' }).click()

    const words = 'To swim in the sea.\nTo see my brother.'
    await page.locator('[name=word]').first().fill('home')
    await page.locator('textarea').first().fill(words)
    await w.db
      .updateTable('waymark.session')
      .set({ ended_at: new Date().toISOString() })
      .where('person_id', '=', tess.id)
      .execute()
    await page.locator('main form button[type=submit]').first().click()
    await page.getByRole('heading', { name: 'Sign in to carry on' }).waitFor()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await signIn(page, tess.userName)
    await page.getByRole('heading', { name: 'Confirm that it is you' }).waitFor()
    await page
      .getByLabel('Code from your authenticator app')
      .fill(codeAt(secret, new Date(Date.now() + 30_000)))
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'What you typed was kept' }).waitFor()
    assert.match(await page.locator('dl').innerText(), /To swim in the sea\.\nTo see my brother\./)
    await page.getByRole('button', { name: 'Send it on' }).click()
    await page.waitForLoadState()
    const kept = await w.db
      .selectFrom('waymark.own_meaning')
      .select('meaning')
      .where('child_id', '=', child)
      .execute()
    assert.deepEqual(
      kept.map((r) => r.meaning.replaceAll('\r\n', '\n')),
      [words],
    )
    assert.deepEqual(
      offences.filter((o) => !o.includes('401')),
      [],
    )
    await close()
  })

  for (const [how, width] of [
    ['on a phone', PHONE],
    ['on a desk', DESKTOP],
  ] as const) {
    it(`can be used by everybody ${how}`, async () => {
      const staff = await anAccount(w, { role: 'administrator', withApp: true })
      const open = await browser.open(`${origin}/sign-in`, { width })
      const { page } = open
      const look = async () => {
        await assertAccessible(page)
        await assertNoSidewaysScroll(page)
      }
      await look()
      await signIn(page, staff.userName, 'not the password')
      await look()
      await signIn(page, staff.userName)
      await look()
      await page
        .getByLabel('Code from your authenticator app')
        .fill(codeAt(staff.secret ?? '', new Date()))
      await page.getByRole('button', { name: 'Continue' }).click()
      for (const url of [
        '/account',
        '/account/password',
        '/account/authenticator',
        '/account/authenticator/remove',
        '/account/passkeys/add',
        '/account/recovery-codes',
        '/accounts',
        '/accounts/open',
        '/accounts/teams',
      ]) {
        await page.goto(origin + url)
        await look()
      }
      await page.goto(`${origin}/accounts`)
      await page.getByRole('link', { name: 'Ada Worker' }).click()
      await look()
      await page.getByRole('button', { name: 'Give a one-time password' }).click()
      await look()
      const given = (await page.locator('main dd > code').textContent()) ?? ''
      await page.context().clearCookies()
      await page.goto(`${origin}/sign-in`)
      await signIn(page, ada.userName, given)
      await page.getByRole('heading', { name: 'Choose your own password' }).waitFor()
      await look()
      await page.context().clearCookies()
      const fresh = await anAccount(w, { demonstration: false })
      await page.goto(`${origin}/sign-in`)
      await signIn(page, fresh.userName)
      await page.getByRole('heading', { name: 'Set up your authenticator app' }).waitFor()
      await look()
      const secret = ((await page.locator('strong > code').textContent()) ?? '').replaceAll(' ', '')
      await page.getByLabel('The six figures the app shows now').fill(codeAt(secret, new Date()))
      await page.getByRole('button', { name: 'Use this app' }).click()
      await page.getByRole('button', { name: 'I have kept them' }).waitFor()
      await look()
      assert.deepEqual(
        open.offences.filter((o) => !/42[29]/.test(o)),
        [],
      )
      await open.close()
    })
  }
})
