import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Result, RunOptions } from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'

/** A page in a real browser, and everything it did that it should not have. */
export type Opened = {
  readonly page: Page
  /** Third-party requests, console errors (broken content security policy is one), uncaught errors. */
  readonly offences: readonly string[]
  readonly close: () => Promise<void>
}

export type Looking = {
  readonly width: number
  readonly height?: number
  readonly javaScript?: boolean
  readonly dark?: boolean
  /** A signed-in session's cookie, name=value. */
  readonly cookie?: string
}

/** A browser that hears a tone where a microphone would be, and is allowed to. */
export const WITH_A_MICROPHONE = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
]

export type TestBrowser = {
  readonly open: (address: string, looking: Looking) => Promise<Opened>
  /** How it was started, for a test that needs one of its own. */
  readonly started: { readonly executablePath: string; readonly args: readonly string[] }
  readonly close: () => Promise<void>
}

/** PHONE is the narrowest screen we promise; DESKTOP an ordinary one. In CSS pixels. */
export const PHONE = 320
export const DESKTOP = 1280

const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--font-render-hinting=none',
]

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** One real Chromium for a test file: the one named by CHROMIUM_PATH, an installed one, or npm's. */
export async function launchBrowser(more: readonly string[] = []): Promise<TestBrowser> {
  const executablePath = await chromiumPath()
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: [...FLAGS, ...more],
  })
  return {
    started: { executablePath, args: [...FLAGS, ...more] },
    open: (address, looking) => open(browser, address, looking),
    close: () => browser.close(),
  }
}

async function open(browser: Browser, address: string, looking: Looking): Promise<Opened> {
  const origin = new URL(address).origin
  const context = await browser.newContext({
    viewport: { width: looking.width, height: looking.height ?? 800 },
    javaScriptEnabled: looking.javaScript ?? true,
    colorScheme: looking.dark ? 'dark' : 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  if (looking.cookie) {
    const [name = '', value = ''] = looking.cookie.split('=')
    await context.addCookies([{ name, value, url: origin }])
  }
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  if (looking.javaScript === false) scriptless.add(page)
  const offences: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) offences.push(`asked for ${url}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error') offences.push(`said in the console: ${message.text()}`)
  })
  page.on('pageerror', (error) => offences.push(`threw: ${error.message}`))
  await page.goto(address, { waitUntil: 'load' })
  return { page, offences, close: () => context.close() }
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails, readably, when axe finds anything against WCAG 2.2 AA or its good practice on the page as it stands. */
export async function assertAccessible(page: Page, where = page.url()): Promise<void> {
  const found = await axe(page)
  const lines = found.map(
    (v) => `${v.id} (${v.impact}): ${v.help}\n${v.nodes.map((n) => `    ${n.html}`).join('\n')}`,
  )
  assert.equal(lines.length, 0, `${where} breaks:\n  ${lines.join('\n  ')}`)
}

/** Pages whose scripts are turned off. axe is a script, so it looks at their twin. */
const scriptless = new WeakSet<Page>()

async function axe(page: Page): Promise<readonly Result[]> {
  if (!scriptless.has(page)) return runAxe(page)
  const twin = await twinOf(page)
  const found = await runAxe(twin)
  await twin.context().close()
  return found
}

/** The same page as it stands, without its scripts, where scripts may run. */
async function twinOf(page: Page): Promise<Page> {
  const html = (await page.content()).replaceAll(/<script[\s\S]*?<\/script>/g, '')
  const viewport = page.viewportSize()
  const context = await page.context().browser()?.newContext({ viewport })
  if (!context) throw new Error('The browser is gone')
  const twin = await context.newPage()
  await twin.route(page.url(), (route) => route.fulfill({ body: html, contentType: 'text/html' }))
  await twin.goto(page.url(), { waitUntil: 'load' })
  return twin
}

/** axe is brought once to each document, and only what it finds wrong comes back: the rest is many pages of text. */
async function runAxe(page: Page): Promise<readonly Result[]> {
  if (!(await page.evaluate<boolean>(`typeof axe === 'object'`))) {
    await page.evaluate(await axeSource())
  }
  const options: RunOptions = {
    runOnly: { type: 'tag', values: TAGS },
    resultTypes: ['violations'],
  }
  return page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then((r) => r.violations)`)
}

/** Fails when the page is wider than the window: a reader would have to scroll sideways for each line. */
export async function assertNoSidewaysScroll(page: Page, where = page.url()): Promise<void> {
  // A page that is just being left has no document to measure.
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('load')
  const wide = await page.evaluate<readonly string[]>(`(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    return [...document.querySelectorAll('body *')]
      .filter((e) => e.getBoundingClientRect().right > room + 1 && !e.closest('.wm-scroll'))
      .map((e) => e.tagName.toLowerCase() + '.' + e.className + ' is ' + Math.round(e.getBoundingClientRect().right) + ' wide')
      .slice(0, 5)
      .concat('the page is ' + document.documentElement.scrollWidth + ' wide in ' + room)
  })()`)
  assert.deepEqual(wide, [], `${where} scrolls sideways`)
}

/** Fails when something to press is smaller than a thumb needs; links within a sentence are exempt, as in WCAG 2.5.8. */
export async function assertTouchTargets(
  page: Page,
  least = 44,
  where = page.url(),
): Promise<void> {
  const small = await page.evaluate<readonly string[]>(`(() => {
    const inSentence = (e) => e.tagName === 'A' && e.closest('p') && e.closest('p').textContent.trim() !== e.textContent.trim()
    const target = (e) => {
      const label = e.id && document.querySelector('label[for="' + CSS.escape(e.id) + '"]')
      const boxes = [e, label].filter(Boolean).map((n) => n.getBoundingClientRect())
      return { width: Math.max(...boxes.map((b) => b.width)), height: Math.max(...boxes.map((b) => b.height)) }
    }
    return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
      .filter((e) => e.checkVisibility() && !e.matches('.govuk-skip-link') && !e.closest('.govuk-error-summary') && !inSentence(e))
      .map((e) => ({ e, box: target(e) }))
      .filter(({ box }) => box.width < ${least} - 0.5 || box.height < ${least} - 0.5)
      .map(({ e, box }) => e.tagName.toLowerCase() + ' "' + (e.textContent || e.name || '').trim().slice(0, 40) + '" is ' + Math.round(box.width) + ' by ' + Math.round(box.height))
  })()`)
  assert.deepEqual(small, [], `${where} has something too small to press`)
}

let source: Promise<string> | undefined

function axeSource(): Promise<string> {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  return source
}

async function chromiumPath(): Promise<string> {
  const named = process.env['CHROMIUM_PATH']
  if (named) return named
  return INSTALLED.find((file) => existsSync(file)) ?? unpackOnce()
}

/**
 * npm's Chromium unpacks into the temporary folder: here into one of this user's own, since what
 * another user unpacked there cannot be run. One process does it while the others wait.
 */
async function unpackOnce(): Promise<string> {
  const own = path.join(tmpdir(), `waymark-chromium-${userInfo().uid}`)
  await mkdir(own, { recursive: true, mode: 0o700 })
  const lock = path.join(own, 'unpacking')
  while (!(await taken(lock))) {
    const age = await stat(lock).then(
      (s) => Date.now() - s.mtimeMs,
      () => 0,
    )
    if (age > 60_000) await rm(lock, { recursive: true, force: true })
    await pause(100)
  }
  const { TMPDIR } = process.env
  try {
    process.env['TMPDIR'] = own
    const { default: packed } = await import('@sparticuz/chromium')
    return await packed.executablePath()
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = TMPDIR
    await rm(lock, { recursive: true, force: true })
  }
}

/** True when the lock is now ours; false while another process has it. */
async function taken(lock: string): Promise<boolean> {
  try {
    await mkdir(lock)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** The thing to press that carries this symbol: a picture of its own, or a place on the sheet of the home page. */
export const sign = (page: Page, symbol: string) =>
  page
    .locator('main :is(button, a, label)')
    .filter({ has: page.locator(`img:is([src$="/${symbol}.svg"], [src$="#${symbol}"])`) })
    .first()
