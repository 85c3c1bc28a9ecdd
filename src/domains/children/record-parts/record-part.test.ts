import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, gus, ivy, meg, sam } from '#tests/support/people.ts'
import { world, type Fields, type World } from '#tests/support/world.ts'

type Case = {
  readonly slug: string
  readonly table: string
  readonly good: Fields
  readonly shown: RegExp
  readonly wrong: Fields
  readonly sentence: RegExp
  readonly kept: RegExp
  readonly changed: Fields
  readonly ends: boolean
}

const CASES: readonly Case[] = [
  {
    slug: 'names',
    table: 'child_name',
    good: { name: 'ተስፋዬ', kind: 'on_documents' },
    shown: /ተስፋዬ[\s\S]*On documents · Ethiopic script/,
    wrong: { name: '', kind: 'on_documents', note: '<b>kept</b>' },
    sentence: /Enter the name, as it is written/,
    kept: /value="&lt;b&gt;kept&lt;\/b&gt;"/,
    changed: { name: 'Tesfaye', kind: 'also_spelled' },
    ends: true,
  },
  {
    slug: 'births',
    table: 'date_of_birth_claim',
    good: {
      day: '',
      month: '',
      year: '2007',
      yearTo: '2009',
      source: 'age_assessment',
      contested: 'yes',
    },
    shown: /between 1 January 2007 and 31 December 2009[\s\S]*An age assessment · Contested/,
    wrong: { day: '31', month: '2', year: '2009', source: 'document' },
    sentence: /Enter a date of birth that is a real date/,
    kept: /name="day" type="text" value="31"/,
    changed: { day: '1', month: '1', year: '1999', source: 'child_says' },
    ends: true,
  },
  {
    slug: 'languages',
    table: 'child_language',
    good: { language: 'Arabic', dialect: 'Sudanese', uses: ['speaks', 'for_feelings'] },
    shown: /Arabic \(Sudanese\)[\s\S]*Speaks it · Prefers it when talking about feelings/,
    wrong: { language: 'Pashto', uses: ['for_feelings', 'never_use'] },
    sentence: /cannot be both the one for feelings and one never to use/,
    kept: /value="Pashto"/,
    changed: { language: 'Arabic', uses: ['speaks', 'never_use'] },
    ends: true,
  },
  {
    slug: 'about-me',
    table: 'about_me',
    good: { topic: 'strengths', words: 'i can  fix\r\nany bike', said_by: 'child' },
    shown: /i can {2}fix\nany bike/,
    wrong: { topic: 'strengths', words: '  ', said_by: 'child', said_by_name: 'Fo' },
    sentence: /Enter the words, as they were said/,
    kept: /value="Fo"/,
    changed: { topic: 'strengths', words: 'Any bike, and phones', said_by: 'child' },
    ends: false,
  },
  {
    slug: 'meanings',
    table: 'own_meaning',
    good: { word: 'home', meaning: 'Where my grandmother is' },
    shown: /Where my grandmother is[\s\S]*What “home” means/,
    wrong: { word: '', meaning: 'Kept words' },
    sentence: /Enter the word/,
    kept: /Kept words/,
    changed: { word: 'home', meaning: 'Where I can lock the door' },
    ends: false,
  },
  {
    slug: 'people',
    table: 'person_who_matters',
    good: {
      name: 'Abba Yared',
      who_they_are: 'like an uncle',
      chosen_by: 'child',
    },
    shown: /Abba Yared[\s\S]*like an uncle/,
    wrong: { name: 'Sol', who_they_are: '', chosen_by: 'someone_else' },
    sentence: /Enter who this person is to them/,
    kept: /value="Sol"/,
    changed: { name: 'Abba Yared', who_they_are: 'from church', chosen_by: 'child' },
    ends: true,
  },
  {
    slug: 'learning',
    table: 'place_of_learning',
    good: {
      kind: 'college',
      name: 'Harbour College',
      'began_on-day': '4',
      'began_on-month': '9',
      'began_on-year': '2024',
      'ended_on-day': '18',
      'ended_on-month': 'July',
      'ended_on-year': '2025',
      ended_why: 'finished',
      said_by: 'child',
    },
    shown:
      /Harbour College[\s\S]*College or sixth form · From 4 September 2024 · until 18 July 2025 · The course or the year was finished/,
    wrong: {
      kind: 'college',
      name: 'Kept College',
      'began_on-day': '31',
      'began_on-month': '2',
      'began_on-year': '2024',
      said_by: 'child',
    },
    sentence: /Enter the day they began there, like 4 9 2025/,
    kept: /value="Kept College"/,
    changed: {
      kind: 'college',
      name: 'Harbour Sixth Form',
      'began_on-day': '4',
      'began_on-month': '9',
      'began_on-year': '2024',
      said_by: 'someone_else',
    },
    ends: true,
  },
  {
    slug: 'numbers',
    table: 'child_identifier',
    good: { kind: 'upn', value: 'A123' },
    shown: /A123[\s\S]*Unique pupil number/,
    wrong: { kind: 'shoe_size', value: 'B-9' },
    sentence: /Choose what kind of number it is/,
    kept: /value="B-9"/,
    changed: { kind: 'other', value: 'A124' },
    ends: false,
  },
]

describe('a part of a child’s record', () => {
  let w: World
  let ages: ChildId

  before(async () => {
    w = await world()
    // Somebody of 27: nothing about a record closes with age.
    ages = await aChild(w, { knownAs: 'Kit', bornOn: '1999-01-02' })
  })

  const onlyEntry = async (table: string, child: ChildId) => {
    const { rows } = await sql<{ id: string; version: number }>`
      select id, version from ${sql.table(`waymark.${table}`)} where child_id = ${child}
      order by changed_at desc limit 1`.execute(w.db)
    assert.ok(rows[0])
    return rows[0]
  }

  for (const c of CASES) {
    it(`${c.slug}: is added, seen, and written in the audit`, async () => {
      const saved = await w.post(ada, `/children/${ages}/${c.slug}/add`, c.good)
      assert.equal(saved.statusCode, 303)
      assert.equal(saved.headers.location, `/children/${ages}/${c.slug}`)
      const list = await w.get(ada, `/children/${ages}/${c.slug}`)
      assert.match(list.payload, c.shown)
      assert.doesNotMatch(/<title>[^<]*/.exec(list.payload)?.[0] ?? '', /Kit/)
      const acts = await w.db
        .selectFrom('waymark.audit_entry')
        .select(['actor_id', 'outcome'])
        .where('action', '=', `children.${c.slug}.add`)
        .where('child_id', '=', ages)
        .execute()
      assert.deepEqual(acts, [{ actor_id: ada.id, outcome: 'done' }])
    })

    it(`${c.slug}: is asked again in plain words, with what was typed kept`, async () => {
      const again = await w.post(ada, `/children/${ages}/${c.slug}/add`, c.wrong)
      assert.equal(again.statusCode, 422)
      assert.match(again.payload, c.sentence)
      assert.match(again.payload, c.kept)
      assert.equal((await w.post(ada, `/children/${ages}/${c.slug}/add`, {})).statusCode, 422)
    })

    it(`${c.slug}: is changed by one and shown with both texts to the other`, async () => {
      const child = await aChild(w, { knownAs: 'Jo' })
      // A number belongs to one record of a council.
      const mine = c.slug === 'numbers' ? { ...c.good, value: 'Z1' } : c.good
      const theirs = c.slug === 'numbers' ? { ...c.changed, value: 'Z2' } : c.changed
      await w.post(ada, `/children/${child}/${c.slug}/add`, mine)
      const entry = await onlyEntry(c.table, child)
      const url = `/children/${child}/${c.slug}/${entry.id}`
      assert.equal((await w.get(ada, url)).statusCode, 200)
      const version = String(entry.version)
      assert.equal((await w.post(meg, url, { ...theirs, version })).statusCode, 303)
      const late = await w.post(ada, url, { ...mine, version })
      assert.equal(late.statusCode, 409)
      assert.match(late.payload, /Nothing was lost[\s\S]*Meg Manager/)
      const now = await onlyEntry(c.table, child)
      assert.equal(now.version, 2)
      assert.match(late.payload, /name="version" value="2"/)
      assert.equal((await w.post(ada, url, { ...mine, version: '2' })).statusCode, 303)
      const history = await w.get(ada, `/children/${child}/history`)
      assert.match(history.payload, /Meg Manager/)
    })

    it(`${c.slug}: is not there for a worker of another child, and not for a reader to change`, async () => {
      const child = await aChild(w, { knownAs: 'Jo' })
      const number = { ...c.good, ...(c.slug === 'numbers' ? { value: 'Y1' } : {}) }
      await w.post(ada, `/children/${child}/${c.slug}/add`, number)
      const entry = await onlyEntry(c.table, child)
      for (const person of [ben, gus, sam]) {
        assert.equal((await w.get(person, `/children/${child}/${c.slug}`)).statusCode, 404)
        assert.equal(
          (await w.post(person, `/children/${child}/${c.slug}/add`, c.good)).statusCode,
          404,
        )
        const url = `/children/${child}/${c.slug}/${entry.id}`
        assert.equal((await w.post(person, url, { ...c.good, version: '1' })).statusCode, 404)
      }
      assert.equal((await w.get(ivy, `/children/${child}/${c.slug}`)).statusCode, 200)
      assert.equal((await w.post(ivy, `/children/${child}/${c.slug}/add`, c.good)).statusCode, 403)
      // An entry of one child is not reached through another.
      const across = `/children/${ages}/${c.slug}/${entry.id}`
      assert.equal((await w.post(ada, across, { ...c.good, version: '1' })).statusCode, 404)
    })

    if (c.ends) {
      it(`${c.slug}: is taken off the record and stays in the history`, async () => {
        const child = await aChild(w, { knownAs: 'Jo' })
        await w.post(ada, `/children/${child}/${c.slug}/add`, c.good)
        const entry = await onlyEntry(c.table, child)
        const url = `/children/${child}/${c.slug}/${entry.id}`
        assert.equal((await w.post(ada, `${url}/end`, { version: '1' })).statusCode, 303)
        assert.doesNotMatch((await w.get(ada, `/children/${child}/${c.slug}`)).payload, c.shown)
        assert.match(
          (await w.get(ada, `/children/${child}/history`)).payload,
          /taken off the record/,
        )
        assert.equal((await w.get(ada, url)).statusCode, 404)
        const late = await w.post(meg, url, { ...c.good, version: '1' })
        assert.equal(late.statusCode, 409)
        assert.match(late.payload, /This entry was taken off the record. Saving puts it back/)
        assert.equal((await w.post(meg, url, { ...c.good, version: '2' })).statusCode, 303)
        assert.match((await w.get(ada, `/children/${child}/${c.slug}`)).payload, c.shown)
      })
    }
  }

  it('shows what differs both ways, and keeps the rest as it was typed', async () => {
    const child = await aChild(w, { knownAs: 'Jo' })
    const typed = { topic: 'wishes', said_by: 'child', said_by_name: 'Fo' }
    await w.post(ada, `/children/${child}/about-me/add`, { ...typed, words: 'First' })
    const entry = await onlyEntry('about_me', child)
    const url = `/children/${child}/about-me/${entry.id}`
    await w.post(meg, url, { ...typed, words: 'What Meg heard', version: '1' })
    const late = await w.post(ada, url, { ...typed, words: 'What Ada heard', version: '1' })
    assert.match(
      late.payload,
      /What the record says now[\s\S]*What Meg heard[\s\S]*What you wrote[\s\S]*What Ada heard/,
    )
    assert.match(late.payload, /name="said_by_name"[^>]*value="Fo"/)
    assert.match(late.payload, /value="wishes" checked/)
    assert.match((await w.get(ada, `/children/${child}/about-me`)).payload, /What Meg heard/)
  })

  it('keeps what another saved when an end comes too late', async () => {
    const child = await aChild(w, { knownAs: 'Jo' })
    await w.post(ada, `/children/${child}/names/add`, { name: 'Erjon', kind: 'on_documents' })
    const entry = await onlyEntry('child_name', child)
    const url = `/children/${child}/names/${entry.id}`
    await w.post(meg, url, { name: 'Erion', kind: 'on_documents', version: '1' })
    const late = await w.post(ada, `${url}/end`, { version: '1' })
    assert.equal(late.statusCode, 409)
    assert.match((await w.get(ada, `/children/${child}/names`)).payload, /Erion/)
  })

  it('refuses a second entry where only one can stand', async () => {
    const child = await aChild(w, { knownAs: 'Jo' })
    const words = { topic: 'wishes', words: 'College', said_by: 'child' }
    await w.post(ada, `/children/${child}/about-me/add`, words)
    const again = await w.post(ada, `/children/${child}/about-me/add`, { ...words, words: 'A dog' })
    assert.equal(again.statusCode, 422)
    assert.match(again.payload, /There are words about this already/)
    assert.match(again.payload, /A dog/)
  })

  it('refuses a number that is another child’s without saying whose', async () => {
    const other = await aChild(w, { allocatedTo: ben })
    await w.post(ben, `/children/${other}/numbers/add`, { kind: 'other', value: 'SAME-1' })
    const child = await aChild(w, { knownAs: 'Jo' })
    const refused = await w.post(ada, `/children/${child}/numbers/add`, {
      kind: 'other',
      value: 'SAME-1',
    })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.payload, /This number cannot be added/)
    assert.doesNotMatch(refused.payload, new RegExp(other))
  })

  it('is found by a new name at once, and no longer by one taken off', async () => {
    const child = await aChild(w, { knownAs: 'Kai' })
    await w.post(ada, `/children/${child}/names/add`, { name: 'Владислав', kind: 'on_documents' })
    const find = async () => (await w.post(ada, '/children/find', { name: 'Vladyslav' })).payload
    assert.match(await find(), new RegExp(`/children/${child}`))
    const entry = await onlyEntry('child_name', child)
    await w.post(ada, `/children/${child}/names/${entry.id}/end`, { version: '1' })
    assert.doesNotMatch(await find(), new RegExp(`/children/${child}`))
  })

  it('leaves whom they trust to the young person: no tick for staff, and what stands stays', async () => {
    const child = await aChild(w)
    const at = `/children/${child}/people`
    const person = { name: 'Abba', who_they_are: 'uncle', chosen_by: 'child' }
    assert.doesNotMatch((await w.get(ada, `${at}/add`)).payload, /trusted_adult/)
    assert.equal(
      (await w.post(ada, `${at}/add`, { ...person, trusted_adult: 'yes' })).statusCode,
      303,
    )
    const kept = () =>
      w.db
        .selectFrom('waymark.person_who_matters')
        .select(['id', 'trusted_adult', 'who_they_are', 'version'])
        .where('child_id', '=', child)
        .executeTakeFirstOrThrow()
    assert.equal((await kept()).trusted_adult, false)
    await assert.rejects(
      w.acting(ada, (tx) =>
        tx
          .updateTable('waymark.person_who_matters')
          .set({ trusted_adult: true })
          .where('child_id', '=', child)
          .execute(),
      ),
      /chosen by the young person/,
    )
    // What was written before only the young person could, with who said it.
    await w.db
      .updateTable('waymark.person_who_matters')
      .set({ trusted_adult: true, chosen_by: 'someone_else' })
      .where('child_id', '=', child)
      .execute()
    assert.match(
      (await w.get(ada, at)).payload,
      /An adult they trust, as somebody else wrote before/,
    )
    const { id, version } = await kept()
    const change = {
      ...person,
      who_they_are: 'from church',
      chosen_by: 'someone_else',
      version: String(version),
    }
    assert.equal((await w.post(ada, `${at}/${id}`, change)).statusCode, 303)
    assert.deepEqual(
      [(await kept()).who_they_are, (await kept()).trusted_adult],
      ['from church', true],
    )
  })
})
