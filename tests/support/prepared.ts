import { readdirSync } from 'node:fs'
import path from 'node:path'
import { DESKTOP, type TestBrowser } from './browser.ts'
import type { Demonstration } from './demonstration.ts'

/** Where somebody is who is in the middle of something: no link from the first page leads there. */
export type Middle = {
  readonly ofCheckIn: string
  readonly ofReturn: string
  /** What a young person sent, on the page of whoever got it. */
  readonly ofSaid: string
}

/**
 * Leaves the demonstration as a visitor would after a few minutes: a young person's check-in begun
 * and not shared, a picture of the area made, and a council's return checked and not brought in.
 */
export async function useALittle(shown: Demonstration, browser: TestBrowser): Promise<Middle> {
  await makePicture(shown, browser)
  return {
    ofCheckIn: await beginCheckIn(shown, browser),
    ofReturn: await checkReturn(shown, browser),
    ofSaid: await sentTo(shown),
  }
}

async function sentTo(shown: Demonstration): Promise<string> {
  const { child_id } = await shown.db
    .selectFrom('waymark.statement')
    .select('child_id')
    .where('status', '=', 'sent')
    .executeTakeFirstOrThrow()
  return `/children/${child_id}/said`
}

async function beginCheckIn(shown: Demonstration, browser: TestBrowser): Promise<string> {
  const cookie = await shown.signIn('young_person')
  const { page, close } = await browser.open(`${shown.origin}/me/check-in`, {
    width: DESKTOP,
    cookie,
  })
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('radio', { name: 'A little' }).check()
  await page.getByRole('button', { name: 'Save and go on' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'What I said' }).waitFor()
  const { pathname } = new URL(page.url())
  await close()
  return pathname
}

async function makePicture(shown: Demonstration, browser: TestBrowser): Promise<void> {
  const cookie = await shown.signIn('manager')
  const { page, close } = await browser.open(`${shown.origin}/area`, { width: DESKTOP, cookie })
  await page.getByRole('button', { name: 'Make the picture' }).click()
  await page.locator('figure').first().waitFor()
  await page.goto(`${shown.origin}/area/staying`)
  await page.getByRole('button', { name: 'Make the picture' }).click()
  await page.getByRole('link', { name: 'These figures as a file (CSV)' }).waitFor()
  await close()
}

const RETURN = path.join(import.meta.dirname, '../../src/domains/exchange/ssda903/fixtures/2024')

async function checkReturn(shown: Demonstration, browser: TestBrowser): Promise<string> {
  const cookie = await shown.signIn('manager')
  const { page, close } = await browser.open(`${shown.origin}/returns`, { width: DESKTOP, cookie })
  const files = readdirSync(RETURN).map((file) => path.join(RETURN, file))
  await page.locator('input[type=file]').setInputFiles(files)
  await page.getByRole('button', { name: 'Check the return' }).click()
  await page.waitForURL(/\/returns\/[0-9a-f-]{36}$/)
  const { pathname } = new URL(page.url())
  await close()
  return pathname
}
