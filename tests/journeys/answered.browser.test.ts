import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import type { ChildId } from '#kernel/ids.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, hal, kit, meg, type TestPerson } from '#tests/support/people.ts'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  assertTouchTargets,
  DESKTOP,
  launchBrowser,
  PHONE,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { world, type World } from '#tests/support/world.ts'

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()

describe('a young person is answered, in a real browser', () => {
  let w: World
  let browser: TestBrowser
  let address: string
  let child: ChildId

  before(async () => {
    w = await world()
    await loadProvisionalSet(w.db)
    child = await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada] })
    await w.post(meg, '/independent/people', { person: hal.id })
    await w.db
      .insertInto('waymark.duty_turn')
      .values({
        organisation_id: ben.organisationId,
        person_id: ben.id,
        phone: '01632 960001',
        from_at: new Date(Date.now() - 60 * 60 * 1000),
        until_at: new Date(Date.now() + 24 * 60 * 60 * 1000),
        written_by: meg.id,
      })
      .execute()
    browser = await launchBrowser()
    address = await w.app.listen({ port: 0, host: '127.0.0.1' })
  })
  after(async () => {
    await browser.close()
  })

  /** Somebody's window; what every page owes its reader is asked on each one that `looked` at. */
  const windowOf = async (person: TestPerson, at: string) => {
    const young = person.role === 'young_person'
    const opened = await browser.open(address + at, {
      width: young ? PHONE : DESKTOP,
      javaScript: true,
      cookie: w.as(person)['cookie'] ?? '',
    })
    const looked = async () => {
      await assertAccessible(opened.page)
      await assertNoSidewaysScroll(opened.page)
      if (young) await assertTouchTargets(opened.page)
    }
    return { ...opened, looked }
  }

  it('sends, gets a person and a day, and says that the answer answers them', async () => {
    const young = await windowOf(kit, '/me/check-in')
    await press(young.page, 'Begin')
    await young.page.check('input[value="safe-home"]')
    await press(young.page, 'Go on')
    await young.page.check('input[value="a_little"]')
    await young.page.click('summary >> text=Say more')
    await young.page.fill('#words', 'There is no lock on my door')
    await press(young.page, 'Save and go on')
    await press(young.page, 'Share it')
    await young.page.click('text=All that I sent')
    assert.match(await young.page.locator('main').innerText(), /Ada Worker answers you by/)
    await young.looked()

    const staff = await windowOf(ada, '/answers')
    await staff.looked()
    await staff.page
      .getByRole('link', { name: /^Answer:? Kit|^Answer/ })
      .last()
      .click()
    assert.match(await staff.page.locator('main').innerText(), /There is no lock on my door/)
    await staff.looked()
    await staff.page.check('input[value="decided_it"]')
    await staff.page.fill('#words', 'It is their room.')
    await press(staff.page, 'Save and go on')
    await staff.page.check('input[name="decision"][value="yes"]')
    await staff.page.fill('#words', 'There will be a lock.')
    await staff.looked()
    await press(staff.page, 'Save and go on')
    await staff.page.fill('#words', 'Your placement gets a lock.')
    await press(staff.page, 'Send the answer')
    assert.match(await staff.page.locator('main').innerText(), /perhaps “home”/)
    await staff.looked()
    await staff.page.fill('#words', 'The lock comes on Friday.')
    await press(staff.page, 'Send the answer')
    assert.match(await staff.page.locator('h1').innerText(), /has an answer to read/)

    await young.page.goto(`${address}/me`)
    await young.looked()
    assert.match(
      await young.page.locator('main').innerText(),
      /New for you[\s\S]*There is an answer/,
    )
    await young.page.click('main a[href^="/me/sent/"]')
    assert.match(await young.page.locator('main').innerText(), /The lock comes on Friday/)
    await young.looked()
    await young.page.getByLabel('This answers me').check()
    await press(young.page, 'Send')
    assert.match(await young.page.locator('main').innerText(), /They can see what you said/)
    await young.looked()
    for (const opened of [young, staff]) {
      // The answer that may be hard to read was shown again, as a form with something to put right.
      assert.deepEqual(
        opened.offences.filter((o) => !o.includes('422')),
        [],
      )
      await opened.close()
    }
  })

  it('says what is not right about the worker, who sees nothing of it, and is answered', async () => {
    const young = await windowOf(kit, '/me/not-right')
    await young.looked()
    await young.page.click('text=Say what is not right')
    await young.page.getByLabel('A person', { exact: true }).check()
    await young.page.fill('#words', 'She laughed at how I pray')
    await young.page.locator('input[name="aboutPersons"]').first().check()
    await young.looked()
    await press(young.page, 'Send it')
    assert.match(await young.page.locator('main').innerText(), /Hal Manager answers you by/)
    const where = new URL(young.page.url()).pathname.split('/').at(-1) ?? ''

    const worker = await windowOf(ada, '/independent')
    assert.doesNotMatch(await worker.page.locator('main').innerText(), /Kit/)
    for (const at of [
      '/answers',
      '/children',
      `/children/${child}`,
      `/children/${child}/history`,
    ]) {
      await worker.page.goto(address + at)
      assert.doesNotMatch(await worker.page.locator('body').innerText(), /laughed/)
    }
    const refused = await worker.page.goto(`${address}/independent/complaints/${where}`)
    assert.equal(refused?.status(), 404)
    await worker.close()

    const independent = await windowOf(hal, '/independent')
    await independent.looked()
    await independent.page.getByRole('link', { name: /Open/ }).first().click()
    await independent.looked()
    await independent.page.getByLabel('They are right').check()
    await independent.page.fill(
      '#words',
      'You are right. I spoke with her. It does not happen again.',
    )
    await press(independent.page, 'Send the answer')
    await independent.close()

    await young.page.reload()
    const said = await young.page.locator('main').innerText()
    assert.match(said, /It does not happen again/)
    assert.match(said, /Local Government and Social Care Ombudsman/)
    await young.looked()
    await young.close()
  })

  it('needs somebody now, and sees that somebody has seen it', async () => {
    const young = await windowOf(kit, '/me/somebody')
    await young.looked()
    await press(young.page, 'I need somebody now')
    assert.match(await young.page.locator('main').innerText(), /Ben Worker has been asked/)
    await young.looked()
    const there = await windowOf(ben, '/duty')
    await there.page.getByRole('link', { name: /Open/ }).first().click()
    await there.looked()
    await press(there.page, 'I have seen it, and am on it')
    await there.close()
    await young.page.getByRole('button', { name: 'See if somebody has seen it' }).click()
    assert.match(await young.page.locator('main').innerText(), /Ben Worker has seen it/)
    await young.looked()
    await young.close()
  })
})
