import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, kit, meg, type TestPerson } from '#tests/support/people.ts'
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

describe('rights, help and what is written about me, in a real browser at 320 pixels', () => {
  let w: World
  let browser: TestBrowser
  let address: string
  let child: ChildId

  before(async () => {
    w = await world()
    child = await aChild(w, {
      knownAs: 'Kit',
      account: kit,
      allocatedTo: [ada],
      bornOn: '2010-04-02',
    })
    browser = await launchBrowser()
    address = await w.app.listen({ port: 0, host: '127.0.0.1' })
  })
  after(async () => {
    await browser.close()
  })

  const windowOf = async (person: TestPerson, at: string, javaScript = true) => {
    const young = person.role === 'young_person'
    const opened = await browser.open(address + at, {
      width: young ? PHONE : DESKTOP,
      javaScript,
      cookie: w.as(person)['cookie'] ?? '',
    })
    const looked = async () => {
      await assertAccessible(opened.page)
      await assertNoSidewaysScroll(opened.page)
      if (young) await assertTouchTargets(opened.page)
    }
    const text = () => opened.page.locator('main').innerText()
    return { ...opened, looked, text }
  }

  it('from my page to what I can ask for, choosing what fits, without JavaScript', async () => {
    const young = await windowOf(kit, '/me', false)
    await young.page.click('text=My rights >> nth=-1')
    assert.match(await young.text(), /An interpreter, and to say no to one/)
    assert.doesNotMatch(await young.text(), /Moving to another home/)
    await young.looked()
    await young.page.getByLabel('I may have to move').check()
    await young.page.getByRole('button', { name: 'Show these' }).click()
    assert.match(await young.text(), /Moving to another home[\s\S]*Whom to ask/)
    await young.page.click('text=Show everything')
    assert.match(await young.text(), /Only in Northern Ireland/)
    await young.looked()
    await young.page.click('text=Whom I can call')
    assert.match(await young.text(), /999[\s\S]*Childline[\s\S]*What a call leaves behind/)
    await young.looked()
  })

  it('from a line of my record to a person, a day, a decision and an answer; my words stay beside it', async () => {
    const young = await windowOf(kit, '/me/record')
    await young.looked()
    await young.page.getByRole('link', { name: /This is wrong.*2 April 2010/ }).click()
    await young.page.waitForURL(/\/me\/record\/fix\//)
    await young.page.locator('main h1').waitFor()
    await young.looked()
    await young.page.getByRole('button', { name: 'Send' }).click()
    assert.match(await young.text(), /Write what is wrong/)
    await young.page.fill('#wrong', 'It was the other April')
    await young.page.fill('#right', '2009')
    await young.page.getByRole('button', { name: 'Send' }).click()
    assert.match(await young.text(), /Ada Worker answers you by/)

    const staff = await windowOf(ada, `/children/${child}`)
    await staff.page.getByText('What they say of this record').click()
    await staff.page.getByRole('link', { name: /When they were born: it is wrong/ }).click()
    await staff.page.getByRole('heading', { name: 'What is wrong, in their words' }).waitFor()
    await staff.looked()
    assert.match(await staff.text(), /It was the other April/)
    await staff.page.getByLabel('Both are kept').check()
    await staff.page.fill('#why', 'Two papers say two years.')
    await staff.page.fill('#reply', 'Both years stand there now. Yours is beside ours.')
    await staff.page.getByRole('button', { name: 'Decide, and send the answer' }).click()
    assert.match(await staff.text(), /What was decided[\s\S]*Two papers say two years/)
    await staff.page.goto(`${address}/children/${child}/births`)
    assert.match(await staff.text(), /They say that this is wrong[\s\S]*It was the other April/)
    await staff.looked()

    await young.page.goto(`${address}/me/record`)
    assert.match(await young.text(), /Both stay: what was written, and your words/)
    await young.looked()
    await young.page.click('text=Read the answer >> nth=0')
    assert.match(await young.text(), /Yours is beside ours/)
  })

  it('a manager looks whether a number holds, and keeps a place of their own', async () => {
    const manager = await windowOf(meg, '/rights')
    await manager.looked()
    await manager.page.click('text=Places they can call')
    await manager.looked()
    await manager.page.getByRole('link', { name: 'Childline' }).click()
    await manager.page.fill('#how', 'Called it today')
    await manager.looked()
    await manager.page.getByRole('button', { name: 'It still holds' }).click()
    assert.match(await manager.text(), /Childline[\s\S]*?Owner: Meg Manager/)
    await manager.page.getByRole('button', { name: 'Add a place' }).click()
    await manager.looked()
    await manager.page.getByRole('button', { name: 'Save' }).click()
    assert.match(await manager.text(), /Enter the name/)
    await manager.looked()
  })
})
