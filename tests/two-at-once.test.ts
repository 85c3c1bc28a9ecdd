import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from './support/builders.ts'
import {
  ada,
  ben,
  gus,
  hillTeam,
  kit,
  meg,
  northmere,
  zoe,
  type TestPerson,
} from './support/people.ts'
import { publishFramework } from './support/said.ts'
import { world, type Fields, type World } from './support/world.ts'

/** At the very same moment: one is kept, and whoever comes second sees both texts and loses neither. */
describe('two people at once', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    child = await aChild(w, { allocatedTo: [ada, gus], account: kit, knownAs: 'Kit' })
    await publishFramework(w)
  })

  const entry = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const columns = { id: randomUUID(), child_id: child, ...values }
    await sql`insert into ${sql.table(`waymark.${table}`)} (${sql.join(Object.keys(columns).map((c) => sql.ref(c)))})
      values (${sql.join(Object.values(columns))})`.execute(w.db)
    return columns.id
  }

  /** The form as its page gives it, as a browser would send it back. */
  const formAt = async (who: TestPerson, url: string): Promise<Record<string, string>> => {
    const { payload } = await w.get(who, url)
    const form: Record<string, string> = {}
    for (const [tag, name = ''] of payload.matchAll(/<input\b[^>]*\bname="([^"]+)"[^>]*>/g)) {
      if (name === '_csrf' || (/type="(radio|checkbox)"/.test(tag) && !/ checked/.test(tag)))
        continue
      form[name] = /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? ''
    }
    for (const [, name = '', text = ''] of payload.matchAll(
      /<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g,
    )) {
      form[name] = text
    }
    for (const [, name = '', all = ''] of payload.matchAll(
      /<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g,
    )) {
      form[name] = /value="([^"]*)"[^>]*selected/.exec(all)?.[1] ?? ''
    }
    return form
  }

  const MINE = 'Written by one'
  const THEIRS = 'Written by the other'

  const race = async (
    url: string,
    field: string,
    who: readonly [TestPerson, TestPerson],
    more: Fields = {},
  ) => {
    const form = await formAt(who[0], url)
    return Promise.all([
      w.post(who[0], url, { ...form, ...more, [field]: MINE }),
      w.post(who[1], url, { ...form, ...more, [field]: THEIRS }),
    ])
  }

  const keepsBoth = async (
    url: string,
    field: string,
    who: readonly [TestPerson, TestPerson],
    more: Fields = {},
  ): Promise<void> => {
    const answers = await race(url, field, who, more)
    const kept = answers.filter((a) => a.statusCode === 303)
    const second = answers.find((a) => a.statusCode !== 303)
    assert.equal(kept.length, 1, answers.map((a) => a.statusCode).join())
    assert.ok(second)
    assert.ok(second.statusCode === 409 || second.statusCode === 422)
    assert.match(second.payload, new RegExp(MINE))
    assert.match(second.payload, new RegExp(THEIRS))
  }

  const born = { earliest: '2010-01-01', latest: '2010-12-31', precision: 'year', source: 'other' }
  const PARTS = [
    {
      slug: 'about-me',
      table: 'about_me',
      field: 'words',
      row: { topic: 'wishes', words: 'a', said_by: 'child' },
    },
    {
      slug: 'meanings',
      table: 'own_meaning',
      field: 'meaning',
      row: { word: 'home', meaning: 'a' },
    },
    {
      slug: 'people',
      table: 'person_who_matters',
      field: 'name',
      row: { name: 'a', who_they_are: 'aunt' },
    },
    { slug: 'languages', table: 'child_language', field: 'language', row: { language: 'aa' } },
    { slug: 'names', table: 'child_name', field: 'name', row: { name: 'a', kind: 'other' } },
    { slug: 'births', table: 'date_of_birth_claim', field: 'note', row: born },
  ]

  for (const { slug, table, field, row } of PARTS) {
    it(`on ${slug} see both texts`, async () => {
      await keepsBoth(`/children/${child}/${slug}/${await entry(table, row)}`, field, [ada, gus])
    })
  }

  it('on the name they go by see both', async () => {
    await keepsBoth(`/children/${child}/go-by`, 'knownAs', [ada, gus])
  })

  it('on a number see both', async () => {
    const id = await entry('child_identifier', {
      organisation_id: northmere,
      kind: 'other',
      value: 'a',
    })
    await keepsBoth(`/children/${child}/numbers/${id}`, 'value', [ada, gus])
  })

  it('on a goal see both, the young person and the worker alike', async () => {
    for (const [url, who] of [
      ['/me/goals', kit],
      [`/children/${child}/goals`, ada],
    ] as const) {
      const goal = await entry('own_goal', { words: 'To swim' })
      await keepsBoth(`${url}/${goal}`, 'newWords', [who, who], { change: 'changed' })
    }
  })

  it('on an answer, in two tabs, see both', async () => {
    await w.post(kit, '/me/check-in', { language: 'en' })
    const { id } = await w.db.selectFrom('waymark.check_in').select('id').executeTakeFirstOrThrow()
    await w.post(kit, `/me/check-in/${id}/choose`, { matters: ['apple'] })
    await keepsBoth(`/me/check-in/${id}/about/apple`, 'words', [kit, kit], { state: 'mostly' })
  })

  it('on an account, a team and an allocation see both', async () => {
    await keepsBoth(`/accounts/${ben.id}`, 'name', [zoe, zoe])
    await keepsBoth(`/accounts/teams/${hillTeam}`, 'name', [zoe, zoe])
    const id = await entry('allocation', { person_id: ben.id, part: 'other' })
    await keepsBoth(`/children/${child}/beside/${id}/end`, 'why', [meg, meg])
  })
})
