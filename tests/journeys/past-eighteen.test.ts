import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { dayAged } from '#domains/processes/index.ts'
import { calendarDay } from '#kernel/calendar-day.ts'
import { type Demonstration, demonstration } from '../support/demonstration.ts'

const DAY = 24 * 60 * 60 * 1000
const MOST_PAGES = 300
/** Two days pass as well, and what nobody answered by its day is passed on: whose turn it is changes, and nothing else. */
const PASSED_ON = /^.+ owes an answer since .+$/

type Walk = {
  /** Every page that answered, with what it said. */
  readonly pages: ReadonlyMap<string, string>
  /** Words and names that somebody put there, wherever they stand. */
  readonly words: ReadonlySet<string>
}

/** What people wrote, as pages mark it: of whatever language, or a name. */
function writtenIn(html: string): readonly string[] {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
  const found = [
    ...main.matchAll(
      /<(bdi|p|span|strong|li|q|blockquote)\b[^>]*(?:dir="auto"|lang="[^"]+")[^>]*>([^<]+)</g,
    ),
  ]
  const names = [...main.matchAll(/<bdi>([^<]+)</g)].map(([, text = '']) => text)
  return [...found.map(([, , text = '']) => text), ...names]
    .map((text) => text.trim())
    .filter(Boolean)
}

describe('a birthday', () => {
  let shown: Demonstration
  let now = new Date('2026-11-21T12:00:00Z')
  let child = ''
  let born = ''

  before(async () => {
    shown = await demonstration(40, () => now)
    // The one who is told in full: of whom there is something of everything.
    const { rows } = await sql<{ child: string; born: string }>`
      select w.child_id as child, (select max(b.latest)::text from waymark.date_of_birth_claim b where b.child_id = w.child_id and b.ended_at is null) as born
      from waymark.own_watch w limit 1`.execute(shown.db)
    child = rows[0]?.child ?? ''
    born = rows[0]?.born ?? ''
    assert.ok(child && born)
  })
  after(async () => {
    await shown?.close()
  })

  const cookieOf = async (who: 'young_person' | 'practitioner') => shown.signIn(who)

  /** Follows every link from the start that stays with this child. */
  async function walk(cookie: string, start: string, within: RegExp): Promise<Walk> {
    const pages = new Map<string, string>()
    const words = new Set<string>()
    const queue = [start]
    const seen = new Set(queue)
    for (
      let url = queue.shift();
      url !== undefined && pages.size < MOST_PAGES;
      url = queue.shift()
    ) {
      const res = await shown.app.inject({ url, headers: { cookie } })
      if (res.statusCode !== 200) continue
      if (!String(res.headers['content-type']).startsWith('text/html')) continue
      pages.set(url, res.payload)
      for (const text of writtenIn(res.payload)) words.add(text)
      for (const [, href = ''] of res.payload.matchAll(/<a\s[^>]*href="([^"#]+)/g)) {
        const { pathname } = new URL(href.replaceAll('&amp;', '&'), `http://here${url}`)
        if (!within.test(pathname) || seen.has(pathname)) continue
        seen.add(pathname)
        queue.push(pathname)
      }
    }
    return { pages, words }
  }

  const both = async () => ({
    worker: await walk(
      await cookieOf('practitioner'),
      `/children/${child}`,
      new RegExp(`^/children/${child}(/|$)`),
    ),
    theirs: await walk(await cookieOf('young_person'), '/me', /^\/me(\/|$)/),
  })

  /** The day before a birthday and the day after: every page and every word, for the worker and for the young person. */
  async function crossed(years: number): Promise<void> {
    const day = calendarDay(born)
    assert.ok(day)
    const birthday = new Date(`${dayAged(day, years * 12)}T12:00:00Z`).getTime()
    now = new Date(birthday - DAY)
    const before = await both()
    now = new Date(birthday + DAY)
    const then = await both()
    for (const who of ['worker', 'theirs'] as const) {
      assert.ok(before[who].pages.size > 30, `${who}: ${before[who].pages.size} pages`)
      const cookie = await cookieOf(who === 'worker' ? 'practitioner' : 'young_person')
      for (const url of before[who].pages.keys()) {
        if (then[who].pages.has(url)) continue
        const res = await shown.app.inject({ url, headers: { cookie } })
        assert.equal(res.statusCode, 200, `${url} at ${years}`)
      }
      const lost = [...before[who].words].filter(
        (text) => !then[who].words.has(text) && !PASSED_ON.test(text),
      )
      assert.deepEqual(lost, [], `${who} at ${years}`)
    }
  }

  it('of eighteen hides and closes nothing, for the worker and for the young person', () =>
    crossed(18))
  it('of twenty-one hides and closes nothing, for the worker and for the young person', () =>
    crossed(21))
  it('of twenty-five hides and closes nothing, for the worker and for the young person', () =>
    crossed(25))

  it('has no part in any rule of who may read what', async () => {
    const { rows } = await sql<{ name: string }>`
      select tablename || '.' || policyname as name from pg_policies
      where schemaname = 'waymark' and tablename <> 'date_of_birth_claim'
        and coalesce(qual, '') || coalesce(with_check, '') ~ 'date_of_birth|latest|earliest|age[(]'`.execute(
      shown.db,
    )
    assert.deepEqual(rows, [])
  })
})
