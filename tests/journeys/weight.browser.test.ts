import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { aPhotograph } from '#tests/support/media.ts'
import { postParts } from '#tests/support/multipart.ts'
import { ada, gus, kit } from '#tests/support/people.ts'
import { launchBrowser, PHONE, type TestBrowser } from '#tests/support/browser.ts'
import { world, type World } from '#tests/support/world.ts'

/** Bytes over the wire: what a young person's data pays for. */
const FIRST = 60 * 1024
const LATER = 15 * 1024

/** One language of each script the pages are in. */
const SCRIPTS = ['en', 'cy', 'vi', 'ar', 'fa', 'ti', 'am']

describe('what a young person’s pages weigh', () => {
  let w: World
  let browser: TestBrowser
  let address: string

  before(async () => {
    w = await world()
    await loadProvisionalSet(w.db)
    browser = await launchBrowser()
    address = await w.app.listen({ port: 0, host: '127.0.0.1' })
    await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada, gus] })
    // With the photos of those beside them, which come with the page where they are near what is seen.
    for (const worker of [ada, gus]) {
      const sent = await postParts(w, worker, '/account/reach/photo', { file: await aPhotograph() })
      assert.equal(sent.statusCode, 303)
    }
  })
  after(async () => {
    await browser.close()
  })

  for (const language of SCRIPTS) {
    it(`${language}: the first page is small, and later ones smaller`, async () => {
      const { page, close } = await browser.open(`${address}/health`, {
        width: PHONE,
        cookie: w.as(kit)['cookie'] ?? '',
      })
      const wire = await page.context().newCDPSession(page)
      const sent: string[] = []
      const asked = new Map<string, string>()
      let bytes = 0
      wire.on('Network.requestWillBeSent', (e) => asked.set(e.requestId, e.request.url))
      wire.on('Network.loadingFinished', (e) => {
        bytes += e.encodedDataLength
        sent.push(`${e.encodedDataLength} ${asked.get(e.requestId)}`)
      })
      await wire.send('Network.enable')
      const weigh = async (url: string): Promise<number> => {
        bytes = 0
        sent.length = 0
        await page.goto(address + url, { waitUntil: 'networkidle' })
        return bytes
      }
      const first = await weigh(`/me?in=${language}`)
      assert.ok(first <= FIRST, `${first} bytes: ${sent.join(', ')}`)
      assert.ok(sent.length >= 4, 'the style, the script and a font came too')
      for (const url of ['/me/check-in', '/me/goals', '/me/own-words']) {
        const later = await weigh(`${url}?in=${language}`)
        assert.ok(later <= LATER, `${url}: ${later} bytes: ${sent.join(', ')}`)
      }
      await close()
    })
  }
})
