import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  assertTouchTargets,
  launchBrowser,
  PHONE,
  sign,
  type TestBrowser,
  WITH_A_MICROPHONE,
} from '#tests/support/browser.ts'
import { demonstration, type Demonstration } from '#tests/support/demonstration.ts'
import { aPhotograph, aRecording } from '#tests/support/media.ts'

describe('saying something, in a real browser', () => {
  let shown: Demonstration
  let browser: TestBrowser
  let cookie: string

  before(async () => {
    shown = await demonstration(12)
    browser = await launchBrowser(WITH_A_MICROPHONE)
    cookie = await shown.signIn('young_person')
  })
  after(async () => {
    await browser.close()
    await shown.close()
  })

  const good = async (page: Page) => {
    await page.locator('h1').waitFor()
    await assertAccessible(page)
    await assertNoSidewaysScroll(page)
    await assertTouchTargets(page)
  }

  const newest = () =>
    shown.db
      .selectFrom('waymark.statement as s')
      .innerJoin('waymark.statement_part as p', 'p.statement_id', 's.id')
      .leftJoin('waymark.stored_file as f', 'f.id', 'p.file_id')
      .select([
        's.id',
        's.status',
        's.audience',
        'p.medium',
        'f.media_type',
        'f.seconds',
        'f.width',
      ])
      .orderBy('s.started_at', 'desc')
      .orderBy('p.made_at', 'desc')
      .executeTakeFirstOrThrow()

  it('can be spoken and sent without reading a word: by symbols and places alone', async () => {
    const { page, offences, close } = await browser.open(`${shown.origin}/me/say`, {
      width: PHONE,
      cookie,
    })
    await good(page)
    await sign(page, 'microphone').click()
    await page.locator('.wm-record__dot').first().waitFor()
    await good(page)
    await page.locator('.wm-record__dot').first().click()
    await page.locator('.wm-record__square').waitFor()
    await page.waitForTimeout(2500)
    await page.locator('.wm-record__square').click()
    await page.locator('audio').waitFor()
    await good(page)
    await sign(page, 'check-mark-button').click()
    await page.locator('audio[src*="/file"]').waitFor()
    await good(page)
    const playable = await page.evaluate(`(async () => {
      const sound = document.querySelector('audio')
      await sound.play()
      return sound.readyState > 0 && sound.error === null
    })()`)
    assert.ok(playable, 'what was kept can be heard')
    await sign(page, 'incoming-envelope').click()
    await sign(page, 'people-hugging').waitFor()
    await good(page)
    await sign(page, 'people-hugging').click()
    await sign(page, 'incoming-envelope').click()
    await page.locator('[role=status] img[src$="/check-mark-button.svg"]').waitFor()
    await good(page)
    const said = await newest()
    assert.equal(said.status, 'sent')
    assert.equal(said.audience, 'everyone_beside_me')
    assert.equal(said.media_type, 'audio/webm')
    assert.ok(Number(said.seconds) >= 1)
    assert.deepEqual(offences, [])
    await close()
  })

  it('can be drawn and sent with the keyboard alone', async () => {
    const { page, offences, close } = await browser.open(`${shown.origin}/me/say`, {
      width: PHONE,
      cookie,
    })
    const tabTo = async (selector: string) => {
      for (let n = 0; n < 90; n += 1) {
        if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`))
          return
        await page.keyboard.press('Tab')
      }
      assert.fail(`the keyboard does not come to ${selector}`)
    }
    await tabTo('button[value=drawing]')
    await page.keyboard.press('Enter')
    await page.locator('canvas').waitFor()
    await tabTo('canvas')
    await page.keyboard.press('Space')
    assert.equal(await page.locator('[data-draw-state]').innerText(), 'The pen is down')
    for (let n = 0; n < 12; n += 1) await page.keyboard.press('ArrowRight')
    for (let n = 0; n < 8; n += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    assert.equal(await page.locator('[data-draw-state]').innerText(), 'The pen is up')
    await tabTo('[data-draw-colour="#2456b8"]')
    await page.keyboard.press('Enter')
    await tabTo('[data-draw-shape=house]')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await tabTo('[data-draw-undo]')
    await page.keyboard.press('Enter')
    await good(page)
    await tabTo('button[type=submit].govuk-button:has(img[src$="check-mark-button.svg"])')
    await page.keyboard.press('Enter')
    await page.locator('.wm-said__picture').waitFor()
    const inked = await page.evaluate<Record<string, number>>(`(async () => {
      const img = document.querySelector('.wm-said__picture')
      await img.decode()
      const canvas = document.createElement('canvas')
      canvas.width = img.naturalWidth
      canvas.height = img.naturalHeight
      const brush = canvas.getContext('2d')
      brush.drawImage(img, 0, 0)
      const { data } = brush.getImageData(0, 0, canvas.width, canvas.height)
      let black = 0, blue = 0
      for (let n = 0; n < data.length; n += 4) {
        if (data[n] < 60 && data[n + 2] < 60) black += 1
        if (data[n] < 80 && data[n + 2] > 150) blue += 1
      }
      return { black, blue }
    })()`)
    assert.deepEqual(
      Object.entries(inked).filter(([, n]) => n < 500),
      [],
      'the line and the house are on the sheet',
    )
    await tabTo('a[href$="/send"]')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Who gets it?' }).waitFor()
    await tabTo('input[name=who]')
    await page.keyboard.press('Space')
    await tabTo('button[value=send]')
    await page.keyboard.press('Enter')
    await page.getByText('It is sent.').waitFor()
    const said = await newest()
    assert.deepEqual([said.status, said.medium, said.media_type], ['sent', 'drawing', 'image/png'])
    assert.deepEqual(offences, [])
    await close()
  })

  it('has a way for each without JavaScript', async () => {
    const { page, close } = await browser.open(`${shown.origin}/me/say`, {
      width: PHONE,
      cookie,
      javaScript: false,
    })
    await page.getByRole('button', { name: 'Photo' }).click()
    const keep = () => page.getByRole('button', { name: 'Keep it and look at it' }).click()
    const file = (name: string, mimeType: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
    await file('IMG_0001.HEIC', 'image/heic', Buffer.from('not one'))
    await keep()
    await page.getByText('That is not a picture we can keep').first().waitFor()
    await good(page)
    await file('a.jpg', 'image/jpeg', await aPhotograph())
    await keep()
    await page.locator('.wm-said__picture').waitFor()
    await page.getByRole('link', { name: 'Speak' }).click()
    await good(page)
    await file('Memo.m4a', 'audio/mp4', await aRecording('mp4'))
    await keep()
    await page.locator('audio').waitFor()
    await page.getByRole('link', { name: 'Draw' }).click()
    await file('drawing.png', 'image/png', await aPhotograph('png'))
    await keep()
    await page.locator('.wm-said__picture').nth(1).waitFor()
    await page.getByRole('link', { name: 'Cards' }).click()
    await good(page)
    await page.getByText('Worried').click()
    await keep()
    await page.locator('.wm-said__card').waitFor()
    await page.getByRole('link', { name: 'Write' }).click()
    await page.getByLabel('What you want to say').fill('And this')
    await keep()
    await page.getByText('And this').waitFor()
    await good(page)
    await page.getByRole('button', { name: 'Choose who gets it' }).click()
    await page.getByRole('checkbox').first().check({ force: true })
    await page.getByRole('button', { name: 'Send it' }).click()
    await page.getByText('It is sent.').waitFor()
    await good(page)
    const said = await newest()
    assert.deepEqual([said.status, said.audience], ['sent', 'chosen'])
    await close()
  })
})
