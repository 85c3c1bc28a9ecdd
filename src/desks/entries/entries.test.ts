import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { loadProvisionalSet } from '#domains/outcomes/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { aCheckIn } from '#tests/support/check-ins.ts'
import { ada, ann, ben, gus, ivy, kit } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

type Line = Readonly<Record<string, string>>

const linesOf = (csv: string): readonly Line[] => parse(csv, { bom: true, columns: true })

describe('a copy of what was shared about one young person', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    await loadProvisionalSet(w.db)
    child = await aChild(w, { knownAs: 'Kit', account: kit, allocatedTo: [ada, gus] })
    await aCheckIn(w, child, {
      at: new Date('2026-01-10T10:00:00Z'),
      author: kit,
      answers: {
        'safe-home': { state: 'mostly', words: '=HYPERLINK("x")\nquiet', importance: 'a_lot' },
        learning: { reason: 'not_now' },
      },
    })
    await sql`
      insert into waymark.check_in_influence (check_in_id, child_id, outcome_id, direction, level, words, words_language, taken_out)
      select a.check_in_id, a.child_id, a.outcome_id, n.direction, n.level, n.words, 'ti', n.taken_out
      from waymark.check_in_answer a
      cross join (values ('helps', 'person', 'ማርታ', false), ('gets_in_the_way', 'law', null, false),
        ('gets_in_the_way', 'service', 'Taken out before sharing', true)) n (direction, level, words, taken_out)
      where a.child_id = ${child} and a.state = 'mostly'`.execute(w.db)
    await aCheckIn(w, child, {
      at: new Date('2026-02-10T10:00:00Z'),
      voice: 'practitioner',
      author: ada,
      answers: { 'safe-home': { state: 'fully', words: 'Saw it' } },
    })
    await aCheckIn(w, child, {
      at: new Date('2026-02-11T10:00:00Z'),
      voice: 'carer',
      author: gus,
      saidBy: 'Marta',
      answers: { 'safe-home': { state: 'a_little' } },
    })
    await aCheckIn(w, child, {
      voice: 'practitioner',
      author: ada,
      status: 'draft',
      answers: { 'safe-home': { state: 'fully', words: 'A draft of Ada’s' } },
    })
    await aCheckIn(w, child, {
      author: kit,
      status: 'draft',
      answers: { peace: { state: 'fully', words: 'A draft of Kit’s' } },
    })
    const takenBack = await aCheckIn(w, child, {
      author: kit,
      at: new Date('2026-03-01T10:00:00Z'),
      answers: { peace: { state: 'fully', words: 'Taken back words' } },
    })
    await sql`update waymark.check_in set status = 'withdrawn', withdrawn_at = now(), withdrawn_reason = 'not_right'
      where id = ${takenBack}`.execute(w.db)
  })

  it('has each entry with the contributors and barriers it names, verbatim, in its language', async () => {
    const res = await w.get(ada, `/children/${child}/picture/entries.csv`)
    assert.equal(res.statusCode, 200)
    assert.match(String(res.headers['content-disposition']), /attachment; filename="entries.csv"/)
    const home = linesOf(res.payload).filter(
      (l) => l['voice'] === 'young_person' && l['outcome_code'] === 'safe-home',
    )
    assert.deepEqual(
      home.map((l) => [l['link'], l['link_level'], l['link_words'], l['link_words_language']]),
      [
        ['helps', 'person', 'ማርታ', 'ti'],
        ['gets_in_the_way', 'law', '', ''],
      ],
    )
    const [first] = home
    assert.equal(first?.['words'], `'=HYPERLINK("x")\nquiet`)
    assert.equal(first?.['state'], 'mostly')
    assert.equal(first?.['importance'], 'a_lot')
    assert.match(first?.['outcome_id'] ?? '', /^[0-9a-f-]{36}$/)
    assert.equal(first?.['outcome'], 'I have a safe home')
    const learning = linesOf(res.payload).find((l) => l['outcome_code'] === 'learning')
    assert.deepEqual(
      [learning?.['state'], learning?.['reason'], learning?.['link']],
      ['', 'not_now', ''],
    )
  })

  it('has the same as data, the words untouched', async () => {
    const res = await w.get(kit, '/me/picture/entries.json')
    assert.match(String(res.headers['content-type']), /^application\/json/)
    const document = JSON.parse(res.payload) as {
      readonly format: string
      readonly entries: readonly {
        readonly voice: string
        readonly words: { readonly text: string } | null
        readonly contributors: readonly unknown[]
        readonly barriers: readonly unknown[]
      }[]
    }
    assert.equal(document.format, 'waymark-entries-1')
    const [home] = document.entries
    assert.equal(home?.words?.text, '=HYPERLINK("x")\nquiet')
    assert.deepEqual(home?.contributors, [
      { level: 'person', words: { text: 'ማርታ', language: 'ti' } },
    ])
    assert.deepEqual(home?.barriers, [{ level: 'law', words: null }])
  })

  it('keeps each voice in rows of its own', async () => {
    const lines = linesOf((await w.get(ada, `/children/${child}/picture/entries.csv`)).payload)
    const home = lines.filter((l) => l['outcome_code'] === 'safe-home')
    assert.deepEqual(
      home.map((l) => [l['voice'], l['said_by'], l['state']]),
      [
        ['young_person', '', 'mostly'],
        ['young_person', '', 'mostly'],
        ['practitioner', 'Ada Worker', 'fully'],
        ['carer', 'Marta', 'a_little'],
      ],
    )
  })

  it('never has a draft, what was taken out, or what was taken back: not for its author either', async () => {
    for (const [person, url] of [
      [ada, `/children/${child}/picture/entries.csv`],
      [ada, `/children/${child}/picture/entries.json`],
      [kit, '/me/picture/entries.csv'],
      [kit, '/me/picture/entries.json'],
    ] as const) {
      const { payload } = await w.get(person, url)
      assert.match(payload, /Saw it/)
      assert.doesNotMatch(payload, /A draft of|Taken back|Taken out/)
    }
  })

  it('is for those who reach the child, is written down, and the young person sees that it was taken', async () => {
    const url = `/children/${child}/picture/entries.csv`
    assert.equal((await w.get(ben, url)).statusCode, 404)
    assert.equal((await w.get(ann, url)).statusCode, 403)
    assert.equal((await w.get(kit, url)).statusCode, 403)
    assert.equal((await w.get(ivy, url)).statusCode, 200)
    const entry = await w.db
      .selectFrom('waymark.audit_entry')
      .select(['action', 'child_id', 'detail'])
      .where('actor_id', '=', ivy.id)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    assert.deepEqual([entry.action, entry.child_id], ['child.copy-entries', child])
    assert.match((await w.get(kit, '/me/who-looked')).payload, /Took a copy of what you said/)
  })

  it('is offered on the picture, to both', async () => {
    const theirs = await w.get(ada, `/children/${child}/picture`)
    assert.match(theirs.payload, new RegExp(`/children/${child}/picture/entries.json`))
    assert.match((await w.get(kit, '/me/picture')).payload, /\/me\/picture\/entries\.csv/)
  })
})
