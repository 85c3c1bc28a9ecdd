import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { before, describe, it } from 'node:test'
import type { ChildId } from '#kernel/ids.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, kit } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { TILES } from './tiles.ts'

const SYMBOLS = path.join(import.meta.dirname, '../../platform/views/assets/symbols')

describe('a young person’s home', () => {
  let w: World
  let child: ChildId
  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-25T12:00:00Z'))
    await loadProvisionalSet(w.db)
    child = await aChild(w, { account: kit, knownAs: 'Kit', bornOn: '2009-03-01' })
  })

  const home = async () => {
    const { payload } = await w.get(kit, '/me')
    return payload.slice(payload.indexOf('<main'), payload.indexOf('</main>'))
  }

  it('has a symbol and words for each main choice, all of which open', async () => {
    const page = await home()
    const { payload: sheet } = await w.app.inject({ url: '/assets/home-symbols.svg' })
    const tiles = [
      ...page.matchAll(
        /<a class="wm-tile" href="([^"]+)"><img[^>]*home-symbols\.svg#([^"]+)" alt=""[^>]*><span>([^<]+)/g,
      ),
    ]
    assert.equal(tiles.length, TILES.flatMap((group) => group.tiles).length)
    for (const [, href = '', symbol = '', text = ''] of tiles) {
      assert.ok(existsSync(path.join(SYMBOLS, `${symbol}.svg`)), symbol)
      assert.match(sheet, new RegExp(`<view id="${symbol}"`))
      assert.ok(text.trim().length > 2, href)
      assert.ok([200, 303].includes((await w.get(kit, href)).statusCode), href)
    }
    const symbols = tiles.map(([, , symbol]) => symbol)
    assert.equal(new Set(symbols).size, symbols.length, 'no two choices look the same')
  })

  it('leads to every other page of theirs in one step more', async () => {
    const seen = new Set<string>()
    for (const href of linksOf(await home())) {
      seen.add(href)
      for (const on of linksOf((await w.get(kit, href)).payload)) seen.add(on)
    }
    const before = ['/me/said', '/me/learning', '/me/shared-with', '/me/meanings', '/me/legal-help']
    assert.deepEqual(
      [...before, '/me/settings/level', '/me/calendar/keep', '/me/people/add'].filter(
        (url) => !seen.has(url),
      ),
      [],
    )
  })

  it('says that an appointment changed, and why, until it is over', async () => {
    assert.doesNotMatch(await home(), /New for you/)
    await anAppointment('2026-12-01T15:00:00Z', 'Her office')
    assert.doesNotMatch(await home(), /New for you/)
    await w.db
      .updateTable('waymark.appointment')
      .set({ place: 'The library', explained: 'The office <floods>' })
      .where('child_id', '=', child)
      .execute()
    const changed = await home()
    assert.match(changed, /New for you[\s\S]*A visit: [\s\S]*This has changed/)
    assert.match(changed, /The office &lt;floods&gt;/)
    w.setClock(new Date('2026-12-02T12:00:00Z'))
    assert.doesNotMatch(await home(), /This has changed/, 'what is over is not new')
  })

  it('says that an answer came, and that one did not come by its day, without a number', async () => {
    w.setClock(new Date('2026-12-03T12:00:00Z'))
    const first = await sent()
    assert.doesNotMatch(await home(), /New for you/)
    const at = `/children/${child}/answers/${first}`
    await w.post(ada, at, { do: 'considered', weight: 'decided_it', words: 'It is her room.' })
    await w.post(ada, at, { do: 'decided', decision: 'yes', decidedBy: 'Ada', words: 'A lock.' })
    await w.post(ada, at, { do: 'replied', words: 'The lock comes on Friday.' })
    await sent()
    w.setClock(new Date('2027-01-20T12:00:00Z'))
    const page = await home()
    const news = page.slice(page.indexOf('New for you'), page.indexOf('/me/somebody'))
    assert.match(news, new RegExp(`href="/me/sent/${first}"[\\s\\S]*There is an answer`))
    assert.match(news, /The answer did not come in time/)
    assert.doesNotMatch(news, /\d+ (new|things?|answers?)/)
  })

  /** Shares a check-in, and gives what came of it: a receipt. */
  async function sent(): Promise<string> {
    const begun = await w.post(kit, '/me/check-in', { language: 'en' })
    const id = /check-in\/([0-9a-f-]+)\//.exec(String(begun.headers.location))?.[1] ?? ''
    await w.post(kit, `/me/check-in/${id}/choose`, { matters: 'safe-home' })
    await w.post(kit, `/me/check-in/${id}/about/safe-home`, {
      version: '0',
      state: 'a_little',
      words: 'Loud',
    })
    await w.post(kit, `/me/check-in/${id}/end`, { do: 'share' })
    const { id: receipt } = await w.db
      .selectFrom('waymark.receipt')
      .select('id')
      .where('subject_id', '=', id)
      .executeTakeFirstOrThrow()
    return receipt
  }

  async function anAppointment(startsAt: string, place: string): Promise<void> {
    await w.db
      .insertInto('waymark.appointment')
      .values({
        child_id: child,
        starts_at: startsAt,
        kind: 'visit',
        with_whom: 'Ada Worker',
        with_id: ada.id,
        place,
        why: 'To talk about college',
        interpreter: 'not_needed',
      })
      .execute()
  }

  const linksOf = (html: string) =>
    [...html.matchAll(/href="(\/me[^"#?]*)/g)].map(([, href = '']) => href)
})
