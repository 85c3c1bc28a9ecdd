import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { tokenOn } from '#tests/support/form-token.ts'
import { ada, ann, hal, ivy, meg, mia, zoe } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { zipOf } from '../ssda903/zip-for-tests.ts'

const fixtures = path.join(import.meta.dirname, '../ssda903/fixtures')

async function filesOf(year: string): Promise<File[]> {
  const names = await readdir(path.join(fixtures, year))
  return Promise.all(
    names.map(async (name) => new File([await readFile(path.join(fixtures, year, name))], name)),
  )
}

describe('bringing a return in, in the browser', () => {
  let w: World
  before(async () => {
    w = await world()
  })

  async function send(person: typeof meg, files: readonly File[], year = '') {
    const { payload } = await w.get(person, '/returns')
    const token = tokenOn(payload)
    const form = new FormData()
    form.set('_csrf', token)
    form.set('year', year)
    for (const file of files) form.append('files', file)
    const request = new Request('http://localhost/returns', { method: 'POST', body: form })
    return w.app.inject({
      method: 'POST',
      url: '/returns',
      headers: { ...w.as(person), 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    })
  }
  const count = async (table: string) => {
    const { rows } = await sql<{
      n: string
    }>`select count(*) as n from ${sql.table(table)}`.execute(w.db)
    return Number(rows[0]?.n)
  }

  it('shows what it would do, row by row, before anything is written', async () => {
    const sent = await send(meg, await filesOf('2024'))
    assert.equal(sent.statusCode, 303)
    const at = String(sent.headers.location)
    const seen = await w.get(meg, at)
    assert.equal(seen.statusCode, 200)
    assert.match(seen.payload, /Records to open \(12\)/)
    assert.match(seen.payload, /Nothing has been written yet/)
    assert.match(seen.payload, /WM1001[\s\S]*date of birth 14 February 2008/)
    assert.doesNotMatch(seen.payload, /\buasc|unaccompanied/i)
    assert.equal(await count('waymark.child'), 0)
    assert.equal(await count('waymark.import_row'), 72)
  })

  it('is bound to the person who sent it until it is brought in', async () => {
    const at = String((await send(meg, await filesOf('2024'))).headers.location)
    assert.equal((await w.get(mia, at)).statusCode, 404)
    assert.equal((await w.get(hal, at)).statusCode, 404)
    assert.equal((await w.post(mia, `${at}/commit`)).statusCode, 404)
    for (const person of [ada, ann, zoe, ivy]) {
      assert.equal((await w.get(person, at)).statusCode, 403)
    }
    assert.equal(await count('waymark.child'), 0)
    assert.equal(await count('waymark.import_run'), 1)
  })

  it('is put away without a trace of the rows', async () => {
    const at = String((await send(meg, await filesOf('2024'))).headers.location)
    assert.equal((await w.post(meg, `${at}/discard`)).headers.location, '/returns')
    assert.equal((await w.get(meg, at)).statusCode, 404)
    assert.equal(await count('waymark.import_row'), 0)
  })

  it('writes all of it when asked, once, with who was opened in the audit', async () => {
    const files = await filesOf('2024')
    const zip = zipOf(
      await Promise.all(
        files.map(async (f) => ({ name: f.name, body: Buffer.from(await f.arrayBuffer()) })),
      ),
    )
    const at = String(
      (await send(meg, [new File([new Uint8Array(zip)], 'return.zip')])).headers.location,
    )
    const answers = await Promise.all([1, 2, 3].map(() => w.post(meg, `${at}/commit`)))
    assert.deepEqual(
      answers.map((a) => a.headers.location),
      [at, at, at],
    )
    assert.equal(await count('waymark.child'), 12)
    assert.equal(await count('waymark.import_row'), 0)
    const { payload } = await w.get(meg, at)
    assert.match(payload, /The return was brought in/)
    assert.match(payload, /Records opened \(12\)/)
    assert.match(payload, /href="\/children\/[0-9a-f-]{36}">WM1001/)
    const acts = await w.db
      .selectFrom('waymark.audit_entry')
      .select('shown')
      .where('action', '=', 'return.import')
      .where('outcome', '=', 'done')
      .orderBy('id')
      .execute()
    assert.deepEqual(
      acts.map((a) => a.shown.length).toSorted((a, b) => b - a),
      [12, 0, 0],
    )
    assert.match((await w.get(meg, '/returns')).payload, /12 opened, 0 changed, 0 rows refused/)
  })

  it('says when exactly this return was brought in before, and that nothing is left to do', async () => {
    const at = String((await send(meg, await filesOf('2024'))).headers.location)
    const { payload } = await w.get(meg, `${at}?show=unchanged`)
    assert.match(payload, /Exactly this return was brought in on/)
    assert.match(payload, /There is nothing to write/)
    assert.match(payload, /The record already says all of this/)
  })

  it('shows next year’s changes, and gives refused rows back as a file', async () => {
    const files = (await filesOf('2025')).filter((f) => f.name !== 'reviews.csv')
    const reviews = new File(
      [
        'CHILD,DOB,REVIEW,REVIEW_CODE\nWM1001,14/02/2008,15/09/2024,PN1\n=WM9,14/02/2008,15/09/2024,PN1\n',
      ],
      'Reviews 2025.csv',
    )
    const at = String((await send(meg, [...files, reviews])).headers.location)
    const changed = await w.get(meg, `${at}?show=changed`)
    assert.match(changed.payload, /date of birth 17 March 2010 beside 17 May 2010/)
    assert.match(
      (await w.get(meg, `${at}?show=refused`)).payload,
      /child =WM9 is not in the header/,
    )
    const file = await w.get(meg, `${at}/refused`)
    assert.match(String(file.headers['content-disposition']), /refused-rows-2025.csv/)
    assert.match(file.payload, /"Reviews 2025.csv","3","'=WM9"/)
  })

  it('says in one sentence what is wrong, keeps what was typed, and leaves nothing behind', async () => {
    const held = await count('waymark.import_run')
    const none = await send(meg, [], '2024')
    assert.equal(none.statusCode, 422)
    assert.match(none.payload, /Choose the files of the return/)
    assert.match(none.payload, /value="2024"/)
    assert.match(
      (await send(meg, await filesOf('2024'), 'soon')).payload,
      /Enter the collection year/,
    )
    const broken = await send(meg, [new File(['CHILD,SEX\nWM1,1\n'], 'header.csv')])
    assert.equal(broken.statusCode, 422)
    assert.match(broken.payload, /header.csv has no column DOB, ETHNIC, UPN/)
    assert.equal(await count('waymark.import_run'), held)
  })

  it('is not for the manager of one team, who would not see all the children', async () => {
    assert.match((await w.get(hal, '/returns')).payload, /Ask a manager of your whole organisation/)
    assert.equal((await w.post(hal, '/returns', { year: '' })).statusCode, 403)
  })

  it('asks nobody to guess at an address', async () => {
    for (const url of [
      '/returns/nothing',
      '/returns/00000000-0000-4000-8000-00000000ffff/refused',
    ]) {
      assert.equal((await w.get(meg, url)).statusCode, 404)
    }
  })
})
