import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, kit, meg } from '#tests/support/people.ts'
import { type Fields, world, type World } from '#tests/support/world.ts'

const days = (name: string, day: string): Fields => {
  const [y = '', m = '', d = ''] = day.split('-')
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y }
}
const WORDS = 'Dua të rri me Besën.'
const SAID = { words: WORDS, language: 'en', saidBy: 'child', ...days('onDay', '2026-11-20') }
const option = (what: string): Fields => ({ what, speaksFor: 'His friends', speaksAgainst: 'Far' })

describe('decisions in a child’s best interests', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-21T10:30:00Z'))
    child = await aChild(w, { allocatedTo: [ada, ben], account: kit })
  })

  const begin = async (question = 'Where will Kit live from January?') =>
    String((await w.post(ada, `/children/${child}/decisions/add`, { question })).headers.location)
  const version = async (at: string) => {
    const rows = await sql<{ version: number }>`
      select version from waymark.best_interests where id = ${at.split('/').at(-1)}`.execute(w.db)
    return String(rows.rows[0]?.version)
  }
  const optionIds = async (at: string) => {
    const { rows } = await sql<{ id: string }>`
      select id from waymark.best_interests_option where decision_id = ${at.split('/').at(-1)} order by changed_at`.execute(
      w.db,
    )
    return rows.map((r) => r.id)
  }
  const weighed = async (at: string, more: Fields = {}): Promise<Fields> => ({
    version: await version(at),
    weight: 'most',
    weightWhy: 'It is his home.',
    chosenOption: (await optionIds(at))[0] ?? '',
    reasons: 'He is near his friends.',
    childStands: 'agrees',
    othersStand: 'nobody',
    ...more,
  })
  const told = async (at: string): Promise<Fields> => ({
    version: await version(at),
    toldWhat: 'That he stays with Besa.',
    toldHow: 'By Ada, in Albanian',
    ...days('toldOn', '2026-11-21'),
  })
  const finish = async (at: string) => w.post(ada, `${at}/finish`, { version: await version(at) })
  /** As the application would, past every page. */
  const forced = (at: string) =>
    w.acting(ada, async (tx) =>
      sql`update waymark.best_interests set completed_at = now(), completed_by = waymark.actor_id()
          where id = ${at.split('/').at(-1)}`.execute(tx),
    )

  it('cannot be finished without its parts, by a page or past it, and says what is missing', async () => {
    const at = await begin()
    const refused = await finish(at)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.payload, /at least two options/)
    assert.match(refused.payload, /why nobody could ask yet, and the day of the next attempt/)
    await assert.rejects(forced(at), /missing: options, view, choice, reasons, dissent, told/)
  })

  it('is finished with all of them, and keeps the child’s words as they said them', async () => {
    const at = await begin()
    for (const what of ['With Besa', 'In the house at the sea']) {
      assert.equal((await w.post(ada, `${at}/options/add`, option(what))).statusCode, 303)
    }
    assert.equal((await w.post(ada, `${at}/said`, SAID)).statusCode, 303)
    await assert.rejects(forced(at), /missing: weight, choice/)
    assert.equal((await w.post(ada, `${at}/weigh`, await weighed(at))).statusCode, 303)
    await assert.rejects(forced(at), /missing: told/)
    assert.equal((await w.post(ada, `${at}/told`, await told(at))).statusCode, 303)
    assert.equal((await finish(at)).statusCode, 303)
    const html = (await w.get(meg, at)).payload
    assert.match(html, new RegExp(WORDS))
    assert.match(html, /Finished by <bdi>Ada Worker<\/bdi>/)
    const late = await w.post(ada, `${at}/weigh`, await weighed(at, { reasons: 'Other' }))
    assert.equal(late.statusCode, 422)
    assert.match(late.payload, /finished and stays as it is/)
    const past = w.acting(ada, async (tx) =>
      sql`update waymark.best_interests set reasons = 'Other' where id = ${at.split('/').at(-1)}`.execute(
        tx,
      ),
    )
    await assert.rejects(past, /stays as it is/)
  })

  it('goes without their view only with a dated reason and a next attempt; what is said later stands beside it', async () => {
    const at = await begin('Does Kit move tonight?')
    for (const what of ['Yes', 'No']) await w.post(ada, `${at}/options/add`, option(what))
    const why = {
      because: 'away',
      becauseWords: 'He was not at home.',
      nextWho: 'Ada',
      ...days('onDay', '2026-11-20'),
    }
    const bare = await w.post(ada, `${at}/not-heard`, why)
    assert.equal(bare.statusCode, 422)
    assert.match(bare.payload, /Enter the day of the next attempt/)
    assert.match(bare.payload, /He was not at home/)
    const past = await w.post(ada, `${at}/not-heard`, { ...why, ...days('nextOn', '2026-11-20') })
    assert.match(past.payload, /21 November 2026 or later/)
    const ok = await w.post(ada, `${at}/not-heard`, { ...why, ...days('nextOn', '2030-01-02') })
    assert.equal(ok.statusCode, 303)
    await w.post(
      ada,
      `${at}/weigh`,
      await weighed(at, { weight: '', weightWhy: '', childStands: 'not_known' }),
    )
    const later = { version: await version(at), notToldBecause: 'He is away.' }
    await w.post(ada, `${at}/not-told`, { ...later, ...days('tellNextOn', '2030-01-02') })
    assert.equal((await finish(at)).statusCode, 303)
    assert.equal((await w.post(ada, `${at}/said`, SAID)).statusCode, 303)
    assert.equal((await w.post(ada, `${at}/told`, await told(at))).statusCode, 303)
    assert.match((await w.get(ada, at)).payload, /That he stays with Besa/)
    assert.equal((await w.post(ada, `${at}/told`, await told(at))).statusCode, 422)
  })

  it('asks for the words of whoever disagrees, and keeps them for good', async () => {
    const at = await begin()
    for (const what of ['Yes', 'No']) await w.post(ada, `${at}/options/add`, option(what))
    await w.post(ada, `${at}/said`, SAID)
    await w.post(
      ada,
      `${at}/weigh`,
      await weighed(at, { childStands: 'disagrees', othersStand: 'somebody' }),
    )
    await w.post(ada, `${at}/told`, await told(at))
    await assert.rejects(forced(at), /missing: dissent-of-child, dissent-of-others/)
    await w.post(ada, `${at}/dissent`, { whose: 'child', words: 'Jo!', language: 'en' })
    const unnamed = { whose: 'professional', words: 'It is too far.', language: 'en' }
    assert.match((await w.post(ada, `${at}/dissent`, unnamed)).payload, /Enter who it is/)
    await w.post(ada, `${at}/dissent`, { ...unnamed, who: 'The school nurse' })
    assert.equal((await finish(at)).statusCode, 303)
    const gone = w.acting(ada, async (tx) =>
      sql`update waymark.best_interests_dissent set words = 'x'`.execute(tx),
    )
    await assert.rejects(gone, /permission denied/)
    assert.match((await w.get(ada, at)).payload, /Jo!/)
  })

  it('shows both when two people weigh it up at once, and loses nothing', async () => {
    const at = await begin()
    await w.post(ada, `${at}/options/add`, option('Yes'))
    const before = await version(at)
    await w.post(ada, `${at}/weigh`, await weighed(at, { reasons: 'The first.' }))
    const second = await w.post(
      ben,
      `${at}/weigh`,
      await weighed(at, { version: before, reasons: 'The second.' }),
    )
    assert.equal(second.statusCode, 409)
    assert.match(second.payload, /The first\./)
    assert.match(second.payload, /The second\./)
  })

  it('does not open on the young person’s own account', async () => {
    const { rows } = await w.acting(kit, async (tx) =>
      sql`select id from waymark.best_interests`.execute(tx),
    )
    assert.deepEqual(rows, [])
  })
})
