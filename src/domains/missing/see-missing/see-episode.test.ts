import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, ivy, meg } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { moment, reported } from '../missing.fixture.ts'

/** What a report can say, by its box; each in words that nothing else on a page says. */
const SAID = {
  lastSeenPlace: 'By the canal bridge',
  lastSeenBy: 'The baker on the corner',
  wearing: 'A yellow raincoat, odd shoes',
  hasWithThem: 'No phone; left the inhaler behind',
  risk: 'They said that a debt is due on Friday. Never this long before.',
  policeReference: 'NM/4471/26',
}
const LABELS: Readonly<Record<Exclude<keyof typeof SAID, 'risk'>, string>> = {
  lastSeenPlace: 'Last seen',
  lastSeenBy: 'By whom',
  wearing: 'What they wear',
  hasWithThem: 'What they have with them',
  policeReference: 'Police reference',
}
const PLAN = {
  tell: 'Gọi cho dì tôi',
  look: 'Thư viện',
  say: 'Không ai giận',
  pleaseDont: 'Đừng gọi cho chú tôi',
}

const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''

/** What a page says beside a label, as it is read. */
function beside(html: string, label: string): string | undefined {
  const rows = [...html.matchAll(/<dt[^>]*>([^<]*)<\/dt><dd[^>]*>([^<]*)<\/dd>/g)]
  return rows.find(([, said]) => said === label)?.[2]
}

describe('a search, read back from its page', () => {
  let w: World
  let child: ChildId
  let at: string
  const page = async (who = ben, url = at) => main((await w.get(who, url)).payload)
  const kept = async (slug: string, fields: object) =>
    assert.equal((await w.post(ada, `${at}/${slug}`, { ...fields })).statusCode, 303, slug)

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-21T10:30:00Z'))
    child = await aChild(w, { allocatedTo: [ada, ben], knownAs: 'Wren' })
    const plan = { ...PLAN, talkWith: 'Sam', language: 'vi', version: '0' }
    assert.equal((await w.post(ada, `/children/${child}/missing/plan`, plan)).statusCode, 303)
    at = await reported(w, ada, child, { ...SAID, ...moment('since', '2026-11-21 07:45') })
  })

  it('says since when, and each thing that was reported beside its name, for each who reads it', async () => {
    for (const who of [ada, ben, meg, ivy]) {
      const html = await page(who)
      assert.match(html, /<h1[^>]*>Missing since 21 November 2026 at 7:45am<\/h1>/, who.name)
      for (const [part, label] of Object.entries(LABELS)) {
        assert.equal(beside(html, label), SAID[part as keyof typeof LABELS], `${who.name} ${part}`)
      }
      assert.equal(beside(html, 'Reported by'), ada.name)
      assert.match(
        html,
        new RegExp(`What is feared for them, and why</h3>\\s*<p[^>]*>${SAID.risk}<`),
      )
    }
  })

  it('has each of them in its box again to change, and says what it was changed to', async () => {
    const form = await page(ben, `${at}/change`)
    for (const [name, text] of Object.entries(SAID)) {
      assert.match(form, new RegExp(`name="${name}"[^>]*(value="${text}"|>${text}<)`), name)
    }
    assert.match(form, /name="sinceTime"[^>]*value="07:45"/)
    assert.match(form, /name="since-day"[^>]*value="21"/)
    const change = { ...SAID, kind: 'away', ...moment('since', '2026-11-20 22:10'), version: '1' }
    const said = { ...change, wearing: '', lastSeenBy: 'A bus driver' }
    assert.equal((await w.post(ben, `${at}/change`, said)).statusCode, 303)
    const html = await page(ada)
    assert.match(html, /<h1[^>]*>Away without agreement since 20 November 2026 at 10:10pm<\/h1>/)
    assert.equal(beside(html, 'By whom'), 'A bus driver')
    assert.equal(beside(html, 'What they wear'), undefined, 'taken away, and no empty line')
    assert.equal(beside(html, 'Last seen'), SAID.lastSeenPlace)
  })

  it('has their own plan before everything else that there is to read or do, as the form of a report has', async () => {
    const html = await page()
    const plan = html.indexOf('Their own plan: what comes first')
    const after = ['They were found', 'A look at the search', 'Ready beforehand']
    const later = [...after, 'What was reported', 'Who was told', 'Closing the search']
    for (const heading of later) assert.ok(html.indexOf(heading) > plan && plan > 0, heading)
    const parts = Object.values(PLAN).map((text) => html.indexOf(`lang="vi">${text}<`))
    assert.ok(parts.every((place) => place > plan && place < html.indexOf('They were found')))
    assert.deepEqual(
      parts,
      parts.toSorted((a, b) => a - b),
      'whom to tell first, then where to look',
    )
    const other = await aChild(w, { allocatedTo: ada })
    const theirs = { tell: 'Amina, next door', language: 'en', version: '0' }
    await w.post(ada, `/children/${other}/missing/plan`, theirs)
    const form = await page(ada, `/children/${other}/missing/report`)
    assert.ok(form.indexOf('Amina, next door') > 0)
    assert.ok(form.indexOf('Amina, next door') < form.indexOf('Where were they last seen?'))
  })

  it('says who was told, when, by what name and what they would do, in the order of telling', async () => {
    const told = [
      { whom: 'school', name: 'Ms Pike', said: 'Looks in the register', at: '2026-11-21 10:05' },
      { whom: 'police', name: 'PC 4471', said: 'Comes within the hour', at: '2026-11-21 08:20' },
    ]
    for (const { at: when, ...fields } of told) {
      await kept('told', { ...fields, ...moment('at', when) })
    }
    const html = await page()
    const police =
      /<strong>Police<\/strong> \(<bdi>PC 4471<\/bdi>\), 21 November 2026 at 8:20am<br><span[^>]*>Comes within the hour</
    const school =
      /<strong>School or college<\/strong> \(<bdi>Ms Pike<\/bdi>\), 21 November 2026 at 10:05am<br><span[^>]*>Looks in the register</
    assert.match(html, new RegExp(`${police.source}[\\s\\S]*${school.source}`))
    assert.doesNotMatch(html, /Nobody has written down that the police|Nobody is written down yet/)
  })

  it('says what was done, how they were treated and what would have been better', async () => {
    await kept('response', {
      body: 'police',
      did: 'Asked at the canal',
      treated: 'as_an_offender',
      better: 'To ask what they fear',
      ...moment('at', '2026-11-21 09:30'),
    })
    assert.match(
      await page(),
      /Police<\/strong>, 21 November 2026 at 9:30am: <span[^>]*>Asked at the canal<[\s\S]*?As somebody who did something wrong\. Better would have been: <span[^>]*>To ask what they fear</,
    )
  })

  it('says what each look found and what is done next, and by whom it was', async () => {
    await kept('review', { known: 'Seen at the station', next: 'Ben goes there', police: 'no' })
    assert.match(
      await page(),
      /21 November 2026 at 10:30am, <bdi>Ada Worker<\/bdi>\. Without the police\.[\s\S]*?Known: <span[^>]*>Seen at the station<[\s\S]*?Next: <span[^>]*>Ben goes there</,
    )
  })

  it('has a line for a look that is overdue on the board and the search, which only a look takes away', async () => {
    const board = (who = ben) => page(who, '/missing')
    assert.match(await board(), /the next look is owed by 22 November 2026 at 10:30am/)
    assert.doesNotMatch(await board(), /a look was owed/)
    w.setClock(new Date('2026-11-22T10:29:00Z'))
    assert.doesNotMatch(await board(), /a look was owed/)
    w.setClock(new Date('2026-11-22T10:30:00Z'))
    for (const who of [ada, ben, meg]) {
      assert.match(
        await board(who),
        /Wren[\s\S]*looked at 21 November 2026 at 10:30am, a look was owed by 22 November 2026 at 10:30am/,
        who.name,
      )
    }
    assert.match(await page(), /A look at the search for them[\s\S]*?<p[^>]*>[^<]*22 November 2026/)
    const proposal = { because: 'with_another_authority', reason: 'x', goesOn: '' }
    await kept('close', proposal)
    assert.match(
      await board(),
      /a look was owed[\s\S]*another person answers/,
      'a proposal is no look',
    )
    await kept('review', { known: 'Nothing new', next: 'Ring the aunt', police: 'yes' })
    assert.doesNotMatch(await board(), /a look was owed/)
    assert.match(await board(), /the next look is owed by 23 November 2026 at 10:30am/)
  })

  it('stands on the board before whoever’s look is not owed yet', async () => {
    w.setClock(new Date('2026-11-22T11:00:00Z'))
    await reported(w, ada, await aChild(w, { allocatedTo: ada, knownAs: 'Asa' }))
    w.setClock(new Date('2026-11-23T10:45:00Z'))
    const html = await page(ada, '/missing')
    assert.match(
      html,
      /Wren[\s\S]*a look was owed by 23 November 2026 at 10:30am[\s\S]*Asa[\s\S]*the next look is owed by 23 November 2026 at 11:00am/,
    )
  })
})
