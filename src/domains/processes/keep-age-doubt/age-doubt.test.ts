import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { ada } from '#tests/support/people.ts'
import { around, on } from '#tests/support/systems.ts'

describe('when age is doubted', () => {
  const a = around()
  const doubt = {
    doubtedBy: 'home_office',
    who: 'An officer at the port',
    ...on('doubtedOn', '2026-05-04'),
    why: 'How he looked',
    outcome: 'open',
    effect: 'They laughed',
  }
  const due = async () =>
    [...(await a.page('systems/due')).matchAll(/<h3[^>]*>([^<]*)/g)].map((m) => m[1])
  before(() => a.open({ bornOn: '2009-04-15' }))

  it('changes nothing that is due to the child while nothing is decided', async () => {
    const before = await due()
    assert.equal((await a.post('systems/age/add', doubt)).statusCode, 303)
    await sql`insert into waymark.date_of_birth_claim (child_id, earliest, latest, precision, source, contested)
      values (${a.child}, '2005-01-01', '2005-12-31', 'year', 'age_assessment', true)`.execute(
      a.w.db,
    )
    const during = await due()
    for (const thing of before) assert.ok(during.includes(thing), thing)
    const page = await a.page('systems/when-doubted')
    assert.match(page, /treated as a child: nothing about their age is finally decided/)
    assert.match(page, /An officer at the port[\s\S]*How he looked[\s\S]*They laughed/)
    assert.match(await a.page('systems/due'), /treated as a child/)
  })

  it('stands in no heading and no title, and is no part of a name', async () => {
    for (const path of ['', 'systems', 'systems/due', 'legal-help', 'births']) {
      const html = (await a.w.get(ada, a.url(path))).payload
      const headings = [
        ...html.matchAll(/<(?:title|h1|h2|h3)[^>]*>([\s\S]*?)<\/(?:title|h1|h2|h3)>/g),
      ]
      for (const [, text] of headings)
        assert.doesNotMatch(text ?? '', /disput|doubt|purported|claim/i, path)
    }
    const name = await a.w.post(ada, a.url('go-by'), {
      knownAs: 'Kit (age disputed)',
      version: '1',
    })
    assert.equal(name.statusCode, 422)
    assert.match(name.payload, /A name says nothing of how old somebody is thought to be/)
    const put =
      sql`update waymark.child set known_as = 'Purported child' where id = ${a.child}`.execute(
        a.w.db,
      )
    await assert.rejects(put, /no_age_label_in_a_name/)
    for (const fine of ['Adultman Khan', 'Clay Minor', 'Aged Oak']) {
      const { rows } = await sql<{
        label: boolean
      }>`select waymark.is_age_label(${fine}) as label`.execute(a.w.db)
      assert.equal(rows[0]?.label, false, fine)
    }
  })

  it('is decided after it began, and one doubt is open at a time', async () => {
    const second = await a.post('systems/age/add', doubt)
    assert.equal(second.statusCode, 422)
    assert.match(second.payload, /Another doubt is still open/)
    const { rows } = await sql<{ id: string }>`select id from waymark.age_doubt`.execute(a.w.db)
    const change = (more: Record<string, string>) =>
      a.post(`systems/age/${rows[0]?.id}`, { ...doubt, version: '1', ...more })
    const early = await change({ outcome: 'as_they_say', ...on('outcomeOn', '2026-05-03') })
    assert.match(early.payload, /must not be before the day of the doubt/)
    assert.match((await change({ outcome: 'over_18' })).payload, /Enter the day it was decided/)
    assert.match(
      (await change(on('doubtedOn', '1889-01-01'))).payload,
      /Check the year of the day of the doubt/,
    )
    const decided = { outcome: 'as_they_say', ...on('outcomeOn', '2026-11-02') }
    assert.equal((await change(decided)).statusCode, 303)
    assert.match(
      await a.page('systems/when-doubted'),
      /They are as old as they say, 2 November 2026/,
    )
  })
})
