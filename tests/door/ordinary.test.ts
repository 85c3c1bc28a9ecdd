import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { onOwnSide } from '#platform/http/own-side.ts'
import { crawl } from '#tests/support/crawl.ts'
import { demonstration, type Demonstration } from '#tests/support/demonstration.ts'
import { doorPages, pages } from '../../src/pages.ts'

/**
 * What somebody learns who sees only the edges: a tab, a history, a first screen, a log of addresses.
 * Also our own name, by which the product could be looked up, and the names of councils.
 */
const TELLING =
  /waymark|traffick|exploit|victim|surviv|slaver|\bcase|safeguard|abus|police|immigra|asylum|refugee|council|social.?care|social.?work|looked.?after|guardian|missing|referral|child(?!line)|youth|young.?person/i

describe('the edges of the young person’s side', () => {
  let shown: Demonstration

  before(async () => {
    shown = await demonstration(30)
  })

  after(() => shown.close())

  const titleOf = (html: string) => /<title[^>]*>([^<]*)</.exec(html)?.[1] ?? ''

  /** What a page tells a browser to keep or show beside its content: name, icon, manifest, metadata. */
  const edgesOf = (html: string) => {
    const head = /<head>[\s\S]*?<\/head>/.exec(html)?.[0] ?? ''
    const kept = head.match(/<(?:title|meta|link)[^>]*>[^<]*/g) ?? []
    // The style sheet’s name stays in no history and on no screen.
    return kept.filter((tag) => !tag.includes('stylesheet')).join('\n')
  }

  it('would be caught if they told anything', () => {
    for (const told of [
      'Waymark',
      'Your case – My pages',
      '/children/1',
      'Missing',
      'Youth pages',
    ]) {
      assert.match(told, TELLING)
    }
    assert.doesNotMatch('How I come in – My pages', TELLING)
  })

  it('tell nothing in any address that is theirs', () => {
    const own = [...pages, ...doorPages]
      .map((p) => p.url)
      .filter((u) => /^\/(me|in|leave)\b/.test(u))
    assert.ok(own.length > 30)
    assert.deepEqual(
      own.filter((url) => TELLING.test(url.replaceAll(/:[A-Za-z]+/g, ''))),
      [],
    )
  })

  it('tell nothing in title, icon, metadata or headers, on any page they come to by links', async () => {
    const cookie = await shown.signIn('young_person')
    const inside = await crawl(shown.app, cookie, ['/me', '/me/way-in', '/me/leaving', '/in/about'])
    const door = await crawl(shown.app, '', ['/in'])
    // From the door a link leads on to staff's, which has its own face.
    const theirs = [...inside.reached, ...door.reached.filter((p) => onOwnSide(p.url))]
    assert.ok(theirs.length > 15)
    for (const { url, html } of theirs) {
      assert.doesNotMatch(titleOf(html), TELLING, url)
      assert.match(titleOf(html), /My pages$/, url)
      assert.doesNotMatch(edgesOf(html), TELLING, url)
      assert.doesNotMatch(url, /^\/(children|area|trail)/)
    }
    for (const url of ['/me', '/in', '/in/code', '/leave', '/nothing-here']) {
      const { headers } = await shown.app.inject({ url, headers: { cookie } })
      const told = Object.entries(headers)
        .filter(([name]) => name !== 'link')
        .map(([name, value]) => `${name}: ${String(value)}`)
      assert.deepEqual(
        told.filter((line) => TELLING.test(line)),
        [],
      )
    }
  })

  it('tell nothing on pages that say what went wrong', async () => {
    const cookie = await shown.signIn('young_person')
    for (const [method, url] of [
      ['GET', '/me/nothing'],
      ['GET', '/children'],
      ['POST', '/me/goals/new'],
      ['GET', '/in/nothing'],
      ['POST', '/in/code'],
    ] as const) {
      for (const headers of [{ cookie }, {}]) {
        if (!('cookie' in headers) && url === '/children') continue
        const { payload } = await shown.app.inject({ method, url, headers })
        if (payload.startsWith('<!DOCTYPE')) {
          assert.doesNotMatch(titleOf(payload), TELLING, `${method} ${url}`)
          assert.doesNotMatch(edgesOf(payload), TELLING, `${method} ${url}`)
          assert.match(payload, /wm-leave__button/)
        }
      }
    }
  })

  it('tell nothing in what a phone puts on its first screen', async () => {
    const { payload, headers } = await shown.app.inject({ url: '/site.webmanifest' })
    assert.match(String(headers['content-type']), /application\/manifest\+json/)
    assert.doesNotMatch(payload, TELLING)
    assert.match(payload, /"start_url":"\/me"/)
    const icon = path.join(import.meta.dirname, '../../src/platform/views/assets/page.svg')
    assert.doesNotMatch(readFileSync(icon, 'utf8'), TELLING)
  })

  it('are kept by nobody: every answer says so', async () => {
    const cookie = await shown.signIn('young_person')
    for (const url of [
      '/me',
      '/me/way-in',
      '/in',
      '/in/code',
      '/in/about',
      '/leave',
      '/site.webmanifest',
    ]) {
      const { headers } = await shown.app.inject({ url, headers: { cookie } })
      assert.equal(headers['cache-control'], 'no-store', url)
    }
  })
})
