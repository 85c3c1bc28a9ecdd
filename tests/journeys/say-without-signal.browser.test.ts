import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { randomBytes } from 'node:crypto'
import { chromium, type Page } from 'playwright-core'
import type { ChildId } from '#kernel/ids.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, kit } from '#tests/support/people.ts'
import {
  assertAccessible,
  assertTouchTargets,
  launchBrowser,
  PHONE,
  type TestBrowser,
  WITH_A_MICROPHONE,
} from '#tests/support/browser.ts'
import { type Cable, cableTo } from '#tests/support/cut.ts'
import {
  ready,
  signedOutEverywhere,
  takenApart,
  tell,
  until,
  untilBrought,
  untilForgotten,
  untilSent,
} from '#tests/support/phone.ts'
import { world, type World } from '#tests/support/world.ts'

type Way = 'words' | 'voice' | 'drawing' | 'cards'

const STEPS = ['begin', 'make', 'look', 'send'] as const
type Step = (typeof STEPS)[number]

describe('saying something, when the signal goes', () => {
  let w: World
  let browser: TestBrowser
  let cable: Cable
  let child: ChildId

  before(async () => {
    w = await world()
    await loadProvisionalSet(w.db)
    browser = await launchBrowser(WITH_A_MICROPHONE)
    const address = await w.app.listen({ port: 0, host: '127.0.0.1' })
    cable = await cableTo(Number(new URL(address).port))
    child = await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada] })
  })
  beforeEach(() => cable.plug())
  after(async () => {
    await browser.close()
    await cable.close()
  })

  const phone = async () => {
    await w.signIn(kit)
    const opened = await browser.open(`${cable.address}/me`, {
      width: PHONE,
      cookie: w.as(kit)['cookie'] ?? '',
    })
    await ready(opened.page)
    // The last of what is brought along.
    await untilBrought(opened.page, '/me/say/new/make/cards')
    await opened.page.waitForLoadState('networkidle')
    return opened
  }

  /** What was said, in the order in which it came to the server. */
  const said = () =>
    w.db
      .selectFrom('waymark.statement as s')
      .leftJoin('waymark.statement_part as p', 'p.statement_id', 's.id')
      .leftJoin('waymark.stored_file as f', 'f.id', 'p.file_id')
      .select(['s.id', 's.status', 's.audience', 'p.medium', 'p.words', 'p.cards', 'f.media_type'])
      .where('s.child_id', '=', child)
      .orderBy('s.started_at')
      .orderBy('p.made_at')
      .execute()

  const since = async (before: readonly { id: string }[]) => {
    const known = new Set(before.map((s) => s.id))
    return (await said()).filter((s) => !known.has(s.id))
  }

  const WAYS: Readonly<Record<Way, string>> = {
    words: 'Write',
    voice: 'Speak',
    drawing: 'Draw',
    cards: 'Cards',
  }

  const fill: Readonly<Record<Way, (page: Page, words: string) => Promise<void>>> = {
    words: (page, words) => page.fill('textarea[name=words]', words),
    voice: async (page) => {
      await page.locator('[data-voice-record]').click()
      await page.waitForTimeout(1500)
      await page.locator('[data-voice-stop]').click()
      await page.locator('audio:visible').waitFor()
    },
    drawing: async (page) => {
      // It is shown when it listens.
      await page.locator('canvas:visible').waitFor()
      await page.locator('canvas').focus()
      await page.keyboard.press('Space')
      for (let n = 0; n < 6; n += 1) await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Space')
    },
    cards: async (page) => {
      for (const card of ['happy', 'worried']) {
        await page.locator(`#card-${card}`).check({ force: true })
      }
    },
  }

  const act = (page: Page, way: Way, words: string): Record<Step, () => Promise<void>> => ({
    begin: () => page.getByRole('button', { name: WAYS[way], exact: true }).click(),
    make: async () => {
      await page.locator('main form').waitFor()
      await fill[way](page, words)
      await page.getByRole('button', { name: 'Keep it and look at it' }).click()
    },
    look: () => page.getByRole('button', { name: 'Choose who gets it' }).click(),
    send: async () => {
      await page.locator('main input[name=who]').first().check({ force: true })
      await page.getByRole('button', { name: 'Send it' }).click()
    },
  })

  const arrived = (way: Way, words: string) => ({
    status: 'sent',
    audience: 'everyone_beside_me',
    medium: way,
    words: way === 'words' ? words : null,
    cards: way === 'cards' ? ['happy', 'worried'] : null,
    media_type: way === 'voice' ? 'audio/webm' : way === 'drawing' ? 'image/png' : null,
  })

  const ways: readonly Way[] = ['words', 'voice', 'drawing', 'cards']
  for (const way of ways) {
    for (const [n, step] of STEPS.entries()) {
      // The cards have nothing the words have not but that several are chosen at once.
      if (way === 'cards' && n > 0) continue
      it(`goes on to the end in ${way}, and is sent once, when the plug is pulled just before: ${step}`, async () => {
        const before = await said()
        const { page, close } = await phone()
        const words = `Pulled before ${step}: ቤት`
        await page.goto(`${cable.address}/me/say`, { waitUntil: 'networkidle' })
        const todo = act(page, way, words)
        for (const one of STEPS) {
          if (one === step) {
            await page.waitForLoadState('networkidle')
            cable.pull()
          }
          await todo[one]()
        }
        await page.getByText('There is no signal. What you wrote is kept').waitFor()
        assert.ok(
          (await since(before)).every((s) => s.status === 'draft'),
          'nothing was sent',
        )

        cable.plug()
        await page.goto(`${cable.address}/me`)
        await untilSent(page)
        const now = await since(before)
        assert.deepEqual(now, [{ id: now[0]?.id, ...arrived(way, words) }])
        await close()
      })
    }
  }

  it('begins from the home page with no signal, in two ways and twice over, and keeps them apart', async () => {
    const before = await said()
    const { page, close } = await phone()
    cable.pull()
    for (const words of ['The first', 'The second']) {
      await page.goto(`${cable.address}/me/say`)
      const todo = act(page, 'words', words)
      await todo.begin()
      await todo.make()
      await page.getByText('What you make here is kept on this phone').waitFor()
      await assertAccessible(page)
      await assertTouchTargets(page)
      await page.getByRole('link', { name: 'Draw', exact: true }).click()
      await act(page, 'drawing', words).make()
      await todo.look()
      await todo.send()
      await page.getByText('There is no signal. What you wrote is kept').waitFor()
    }
    await page.goto(`${cable.address}/me/kept`)
    await page.getByText('The second').waitFor()
    await page.getByText('A drawing').first().waitFor()
    cable.plug()
    await page.goto(`${cable.address}/me`)
    await untilSent(page)
    const now = await since(before)
    assert.deepEqual(
      now.map((s) => [s.status, s.medium, s.words]),
      [
        ['sent', 'words', 'The first'],
        ['sent', 'drawing', null],
        ['sent', 'words', 'The second'],
        ['sent', 'drawing', null],
      ],
    )
    assert.equal(new Set(now.map((s) => s.id)).size, 2)
    await close()
  })

  it('keeps what was made for something sent meanwhile, unsent, in one of its own', async () => {
    const before = await said()
    const { page, close } = await phone()
    cable.pull()
    await page.goto(`${cable.address}/me/say`)
    const todo = act(page, 'words', 'Sent already')
    for (const step of STEPS) {
      await todo[step]()
      if (step === 'make') await page.getByText('kept on this phone').first().waitFor()
    }
    await page.getByText('There is no signal. What you wrote is kept').waitFor()
    await page.goBack()
    await page.goBack()
    await page.getByRole('link', { name: 'Write', exact: true }).click()
    await act(page, 'words', 'Thought of afterwards').make()
    await page.getByText('kept on this phone').first().waitFor()
    cable.plug()
    await page.goto(`${cable.address}/me`)
    await untilSent(page)
    assert.deepEqual(
      (await since(before)).map((s) => [s.status, s.words]),
      [
        ['sent', 'Sent already'],
        ['draft', 'Thought of afterwards'],
      ],
    )
    await close()
  })

  it('keeps a recording of some megabytes, and shows none of it to anybody after signing out', async () => {
    const before = await said()
    const { page, close } = await phone()
    cable.pull()
    await page.goto(`${cable.address}/me/say`)
    await act(page, 'voice', '').begin()
    await page.locator('[data-voice-record]').waitFor()
    // Not a recording: the server says so, and the phone keeps it to be looked at.
    const marked = Buffer.concat([
      Buffer.from('Nobody else hears this'),
      randomBytes(6 * 1024 * 1024),
    ])
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'Nobody.m4a', mimeType: 'audio/mp4', buffer: marked })
    await page.getByRole('button', { name: 'Keep it and look at it' }).click()
    await page.getByText('kept on this phone').first().waitFor()
    cable.plug()
    await signedOutEverywhere(w, kit)
    await page.goto(`${cable.address}/sign-in`)
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor()
    await untilForgotten(page)
    const left = await takenApart(page)
    const seen = JSON.parse(left)
    assert.deepEqual([seen.letters, seen.pages, seen.keys], [2, 0, 0])
    assert.ok(left.length > 6 * 1024 * 1024, 'the recording is there')
    const readable = /Nobody else hears|Nobody\.m4a|audio\/mp4|make\/voice/.exec(left)
    assert.equal(readable?.[0], undefined)
    assert.ok(seen.urls.length > 0)
    assert.ok(seen.urls.every((u: string) => u.includes('/assets/')))
    cable.pull()
    await page.goto(`${cable.address}/me/kept`)
    await page.getByText('this page is not on this phone').waitFor()
    cable.plug()

    await w.signIn(kit)
    const [name = '', value = ''] = (w.as(kit)['cookie'] ?? '').split('=')
    await page.context().addCookies([{ name, value, url: cable.address }])
    await page.goto(`${cable.address}/me`)
    await page.getByText('could not be sent as it is').waitFor()
    assert.deepEqual(
      (await since(before)).map((s) => [s.status, s.medium]),
      [['draft', null]],
    )
    await page.goto(`${cable.address}/me/kept`)
    await page.getByText('Something you spoke').waitFor()
    await page.getByRole('button', { name: 'Open it and try again' }).click()
    await page.locator('#file-error').waitFor()
    await page.goto(`${cable.address}/me/kept`)
    await page.getByRole('button', { name: 'I do not need this any more' }).click()
    await page.getByText('Nothing is waiting').waitFor()
    await close()
  })

  it('does not keep a key that was on its way while they left', async () => {
    const { page, close } = await phone()
    const release = cable.hold()
    const asked = tell(page, 'send')
    await tell(page, 'leave')
    release()
    await asked
    const { keys, pages } = JSON.parse(await takenApart(page))
    assert.deepEqual([keys, pages], [0, 0])
    await close()
  })

  it('asks for no key again, while the server has not heard that they left, for a page that was there before', async () => {
    const { page, close } = await phone()
    await tell(page, 'leave')
    await tell(page, 'send')
    const { keys, pages } = JSON.parse(await takenApart(page))
    assert.deepEqual([keys, pages], [0, 0])
    await page.goto(`${cable.address}/me`)
    await until(async () => JSON.parse(await takenApart(page)).keys === 1)
    await close()
  })

  it('has the number to call, and the places, on the phone before the signal goes', async () => {
    const { page, close } = await phone()
    cable.pull()
    await page.getByRole('link', { name: 'I need somebody now' }).click()
    await page.locator('a[href="tel:999"]').waitFor()
    assert.ok((await page.locator('a[href^="tel:"]').count()) >= 1)
    await page.locator('main form button').first().click()
    await page.getByText('kept on this phone', { exact: false }).first().waitFor()
    await page.locator('a[href="tel:999"]').waitFor()
    await page.goto(`${cable.address}/me/help`)
    await page.locator('a[href^="tel:"]').first().waitFor()
    cable.plug()
    await page.goto(`${cable.address}/me`)
    await untilSent(page)
    await close()
  })

  it('can be put on the first screen of a phone', async () => {
    await w.signIn(kit)
    const { executablePath, args } = browser.started
    // Not in a private window, where nothing can be put there.
    const context = await chromium.launchPersistentContext('', {
      executablePath,
      args: [...args],
      headless: true,
    })
    try {
      const [name = '', value = ''] = (w.as(kit)['cookie'] ?? '').split('=')
      await context.addCookies([{ name, value, url: cable.address }])
      const page = await context.newPage()
      await page.goto(`${cable.address}/me`, { waitUntil: 'networkidle' })
      await ready(page)
      const wire = await context.newCDPSession(page)
      await until(async () => {
        const { installabilityErrors } = await wire.send('Page.getInstallabilityErrors')
        return installabilityErrors.length === 0
      })
      const { errors, data } = await wire.send('Page.getAppManifest')
      assert.deepEqual(errors, [])
      const { display, icons, start_url } = JSON.parse(data ?? '{}')
      assert.deepEqual([display, start_url], ['standalone', '/me'])
      for (const { src, sizes } of icons) {
        const answer = await w.app.inject({ url: src })
        assert.equal(answer.statusCode, 200, src)
        if (!src.endsWith('.png')) continue
        const [width, height] = [
          answer.rawPayload.readUInt32BE(16),
          answer.rawPayload.readUInt32BE(20),
        ]
        assert.equal(`${width}x${height}`, sizes)
      }
      const touch = await page.getAttribute('link[rel=apple-touch-icon]', 'href')
      assert.equal((await w.app.inject({ url: touch ?? '' })).statusCode, 200)
    } finally {
      await context.close()
    }
  })
})
