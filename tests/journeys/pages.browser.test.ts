import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { doorPages, pages } from '../../src/pages.ts'
import { may, ROLES, type Role } from '#platform/access/capability.ts'
import {
  assertAccessible,
  assertNoSidewaysScroll,
  assertTouchTargets,
  DESKTOP,
  launchBrowser,
  PHONE,
  type Opened,
  type TestBrowser,
} from '#tests/support/browser.ts'
import { assertKeyboard } from '#tests/support/keyboard.ts'
import { crawl, madeOf, type Crawled, type Reached } from '#tests/support/crawl.ts'
import { demonstration, type Demonstration } from '#tests/support/demonstration.ts'
import { type Middle, useALittle } from '#tests/support/prepared.ts'

/** Pages that nobody comes to by a link alone, and how they do. states.browser.test.ts opens those that a
 * state of things opens and looks at them as this does; other journeys beside this walk the rest. */
const BY_ANOTHER_WAY: Readonly<Record<string, string>> = {
  '/sign-in/second-factor': 'in the middle of signing in',
  '/sign-in/new-password': 'in the middle of signing in',
  '/sign-in/set-up': 'in the middle of signing in',
  '/account/recovery-codes': 'after adding a second factor',
  '/account/authenticator/remove': 'with an authenticator',
  '/account/passkeys/:passkeyId/remove': 'with a passkey',
  '/me/signed-out': 'after being signed out everywhere by a worker',
  '/in/pin': 'on a device that opens with a PIN',
  '/leave': 'the way out, which ends the session that looks around',
  '/me/check-in': 'with no check-in begun',
  '/me/device': 'by the worker on a young person’s own phone',
  '/me/give-back': 'on a device that was handed over',
  '/me/say/:statement/part/:part/file': 'as a picture or a recording within a page',
  '/me/taking-part/gallery/:work/file': 'as a picture or a recording within a page',
  '/gallery/:work/file': 'as a picture or a recording within a page',
  '/shown/:work/file': 'as a picture or a recording within a page',
  '/children/:childId/said/:statement/part/:part/file': 'as a picture or a recording within a page',
  '/me/aloud/:recording': 'as a recording within a page',
  '/in/aloud/:recording': 'as a recording within a page',
  '/languages/:language/recordings/:recording': 'as a recording within a page',
  '/me/people/:around/photo/file': 'as a photo within a page',
  '/account/reach/photo/file': 'as a photo within a page',
  '/children/:childId/people-map/:around/photo': 'as a photo within a page',
  '/children/:childId/missing/ready/photo/file': 'as a photo within a page',
  '/children/:childId/views/write': 'by choosing who is speaking, in a form',
  '/children/:childId/clocks/:clock/change': 'with a clock of one’s own',
  '/children/:childId/clocks/:clock/resume': 'with a clock that is paused',
  '/clock-rules/:rule/end': 'with a rule of the organisation’s own',
  '/me/not-right/kept/:file':
    'as a picture or a recording within a form that has something else wrong',
  '/me/not-right/:complaint/file': 'as a picture or a recording within a page',
  '/independent/complaints/:complaint/file': 'as a picture or a recording within a page',
  '/children/:childId/clocks/:clock/ask-again/:asking': 'where somebody asked once more',
  '/between/messages/:messageId': 'as a file, while a message waits to be carried by hand',
  '/children/:childId/concerns/:concern/look': 'with a worry that nobody has thought about yet',
  '/children/:childId/missed-chances/:chance/end': 'once what was learnt has reached a training',
  '/children/:childId/referral-for-help/:referral/sent':
    'with a referral that a colleague has read',
  '/children/:childId/answers/:receipt/heard/:file': 'as a picture or a recording within a page',
  '/me/sent/:receipt/heard/:file': 'as a picture or a recording within a page',
  '/me/people-i-love/:statement/about/:asks': 'in the middle of telling it',
  '/children/:childId/plans/:plan/send-back': 'with a plan that waits for who reads it',
  '/returns/:runId/refused': 'after choosing the files of a return',
  '/frameworks/:version/preview': 'after choosing the file of a framework',
}

describe('every page, as each kind of person comes to it', () => {
  let shown: Demonstration
  let browser: TestBrowser
  let names: readonly string[]
  const crawled = new Map<Role | 'anyone', Crawled>()
  const cookies = new Map<Role, string>()
  const windows = new Map<Role | 'anyone', Opened>()
  const lookedAt = new Map<string, Set<string>>()

  before(async () => {
    shown = await demonstration(60)
    browser = await launchBrowser()
    const children = await shown.db.selectFrom('waymark.child').select('known_as').execute()
    names = children.map((child) => child.known_as).filter((name) => name.length > 3)
    for (const role of ROLES) cookies.set(role, await shown.signIn(role))
    const middle = await useALittle(shown, browser)
    await Promise.all(
      [...cookies].map(async ([role, cookie]) =>
        crawled.set(role, await crawl(shown.app, cookie, startsOf(role, middle))),
      ),
    )
    crawled.set('anyone', await crawl(shown.app, '', ['/', '/help', '/sign-in']))
  })

  after(async () => {
    await browser.close()
    await shown.close()
  })

  for (const who of [...ROLES, 'anyone'] as const) {
    it(`${who}: no link leads to a page that is not there for them`, () => {
      assert.deepEqual(crawled.get(who)?.broken, [])
    })

    it(`${who}: each page has one first heading, and a title and an address that name no child`, () => {
      for (const page of crawled.get(who)?.reached ?? []) assertDiscreet(page)
    })

    it(`${who}: each page made of something new can be used by everybody, on a phone and on a desk`, async (t) => {
      for (const page of crawled.get(who)?.reached ?? []) {
        const first = !lookedAt.has(kindOf(page, who))
        if (isNew(page, who)) await t.test(page.pattern, () => look(page, who, first))
      }
    })
  }

  it('every page can be come to by links by somebody who may open it', () => {
    const reached = new Set([...crawled.values()].flatMap((c) => [...c.answered]))
    const never = [...pages, ...doorPages]
      .filter((page) => page.method === 'GET')
      .map((page) => page.url)
      .filter((url) => !reached.has(url) && !(url in BY_ANOTHER_WAY))
    assert.deepEqual(never, [])
    assert.deepEqual(
      Object.keys(BY_ANOTHER_WAY).filter((url) => reached.has(url)),
      [],
    )
  })

  it('shows each role what the list of capabilities gives it, and nothing else, in the links at the top', async () => {
    for (const role of ROLES) {
      for (const { pattern } of crawled.get(role)?.reached ?? []) {
        const page = pages.find((p) => p.method === 'GET' && p.url === pattern)
        if (page) assert.ok(may(role, page.may), `${role} was shown ${pattern}`)
      }
    }
  })

  it('says what is wrong, and what is safe, on pages that anybody can use', async () => {
    const wrong: readonly (readonly [Role, string, RegExp])[] = [
      ['practitioner', '/nothing-here', /Page not found/],
      ['young_person', '/nothing-here', /What you wrote elsewhere is safe/],
      ['practitioner', '/accounts', /nothing was changed/],
      ['young_person', '/children', /nothing was changed/],
    ]
    for (const [role, url, said] of wrong) {
      const cookie = cookies.get(role) ?? ''
      const { page, close } = await browser.open(shown.origin + url, { width: PHONE, cookie })
      assert.match(await page.locator('main').innerText(), said)
      await assertAccessible(page)
      await assertNoSidewaysScroll(page)
      assert.equal(await page.locator('.wm-young__head').count(), role === 'young_person' ? 1 : 0)
      await close()
    }
  })

  it('keeps what was typed by somebody whose session ran out, and says so', async () => {
    const cookie = await shown.signIn('practitioner')
    const { page, close } = await browser.open(`${shown.origin}/children/find`, {
      width: PHONE,
      cookie,
    })
    await page.getByLabel('Name', { exact: true }).fill('Kit')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByRole('heading', { name: 'Sign in to carry on' }).waitFor()
    await assertAccessible(page)
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor()
    await close()
  })

  it('prints one young person’s picture on one sheet, in every script', async () => {
    const cookie = cookies.get('young_person') ?? ''
    const { page, close } = await browser.open(`${shown.origin}/me/picture`, {
      width: DESKTOP,
      cookie,
    })
    assert.ok((await page.locator('figure').count()) >= 6, 'a picture worth a sheet')
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1')
    assert.equal(sheets.match(/\/Type\s*\/Page[^s]/g)?.length, 1)
    await page.emulateMedia({ media: 'print' })
    const face = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('figure')).fontFamily`,
    )
    assert.match(face, /Noto Sans/)
    await close()
  })

  it('lets the keyboard pass over the links at the top', async () => {
    const { page, close } = await browser.open(`${shown.origin}/help`, { width: DESKTOP })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate('document.activeElement.id'), 'main-content')
    await close()
  })

  function startsOf(role: Role, { ofCheckIn, ofReturn, ofSaid }: Middle): readonly string[] {
    if (role === 'practitioner') return ['/', '/help', ofSaid]
    if (role === 'young_person') return ['/', '/help', ofCheckIn]
    return role === 'manager' ? ['/', '/help', ofReturn] : ['/', '/help']
  }

  /** Whether the page has anything that this kind of page did not have where it was looked at before. */
  function isNew(page: Reached, who: Role | 'anyone'): boolean {
    const key = kindOf(page, who)
    const known = lookedAt.get(key) ?? new Set<string>()
    const parts = madeOf(page.html)
    const unseen = [...parts].some((part) => !known.has(part))
    lookedAt.set(key, new Set([...known, ...parts]))
    return unseen
  }

  function kindOf({ pattern }: Reached, who: Role | 'anyone'): string {
    return `${who === 'young_person' ? 'young' : 'staff'} ${pattern}`
  }

  /** On a phone always; on a desk, axe sees each kind of page once, since what changes there is the layout. */
  async function look(reached: Reached, who: Role | 'anyone', first: boolean): Promise<void> {
    const { page, offences } = await windowOf(who)
    const earlier = offences.length
    await page.setViewportSize({ width: PHONE, height: 800 })
    await page.goto(shown.origin + reached.url, { waitUntil: 'load' })
    await assertAccessible(page)
    await assertNoSidewaysScroll(page)
    if (who === 'young_person') {
      await assertTouchTargets(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await assertAccessible(page)
      await page.emulateMedia({ colorScheme: 'light' })
    }
    await page.setViewportSize({ width: DESKTOP, height: 800 })
    if (first) {
      await assertAccessible(page)
      await assertKeyboard(page)
    }
    await assertNoSidewaysScroll(page)
    assert.deepEqual(offences.slice(earlier), [])
  }

  /** One window for each kind of person, kept open: a browser that has the style sheet asks once. */
  async function windowOf(who: Role | 'anyone'): Promise<Opened> {
    const open = windows.get(who)
    if (open) return open
    const cookie = who === 'anyone' ? undefined : cookies.get(who)
    const opened = await browser.open(`${shown.origin}/help`, {
      width: PHONE,
      ...(cookie ? { cookie } : {}),
    })
    windows.set(who, opened)
    return opened
  }

  /** Where texts are mended, they are shown with the places that names and days are put in. */
  const SHOWS_TEXTS = '/languages/:language'

  function assertDiscreet({ html, url, pattern }: Reached): void {
    assert.equal(html.match(/<h1[\s>]/g)?.length, 1, `${url} has not one first heading`)
    const title = /<title[^>]*>([^<]*)</.exec(html)?.[1] ?? ''
    assert.match(title, /(Waymark|My pages)$/)
    const told = names.filter((name) => title.includes(name) || decodeURI(url).includes(name))
    assert.deepEqual(told, [], `a name in "${title}" or in ${url}`)
    if (pattern === SHOWS_TEXTS) return
    const unfilled = html.replaceAll(/<[^>]*>/g, ' ').match(/\{\w+\}/g) ?? []
    assert.deepEqual(unfilled, [], `a place of a text that nothing fills, in ${url}`)
  }
})
