import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { tokenOn } from '#tests/support/form-token.ts'
import { ada, ann, ivy, kit, meg, type TestPerson, zoe } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { frameworkDocument } from '../framework-document.form.ts'
import { frameworkFile } from '../framework-write.ts'
import { loadProvisionalSet } from '../framework.queries.ts'
import type { Framework } from '../framework.rules.ts'
import { provisionalSet } from '../provisional-set.ts'

let keys = 0

/** A small framework of the test's own. */
function aFramework(given: Partial<Framework> = {}): Framework {
  keys += 1
  const set = provisionalSet()
  const codes = new Set(['peace', 'feel-safe', 'hope'])
  const outcomes = set.outcomes.filter((o) => codes.has(o.code)).map((o) => ({ ...o, links: [] }))
  return { ...set, key: `import-${keys}`, name: `Set <b>${keys}</b>`, outcomes, ...given }
}

const sealOf = (payload: string) => /name="seal" value="([^"]+)"/.exec(payload)?.[1] ?? ''

describe('importing a framework', () => {
  let w: World

  before(async () => {
    w = await world()
  })

  /** Chooses a file in the form, as a browser sends it. */
  async function upload(person: TestPerson, name: string, bytes: Buffer | undefined) {
    const form = await w.get(person, '/frameworks/import')
    const token = tokenOn(form.payload)
    const body = new FormData()
    body.set('_csrf', token)
    body.set('file', new Blob(bytes ? [new Uint8Array(bytes)] : []), bytes ? name : '')
    const request = new Request('http://localhost/', { method: 'POST', body })
    return w.app.inject({
      method: 'POST',
      url: '/frameworks/import',
      headers: { ...w.as(person), 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    })
  }

  async function draft(framework: Framework): Promise<string> {
    const { name, body } = frameworkFile(framework, 'json')
    const res = await upload(zoe, name, body)
    assert.equal(res.statusCode, 303, res.payload)
    return String(res.headers.location)
  }

  async function publish(framework: Framework, others?: 'keep' | 'retire') {
    const preview = await draft(framework)
    const seal = sealOf((await w.get(zoe, preview)).payload)
    const res = await w.post(zoe, preview.replace(/preview$/, 'publish'), {
      seal,
      ...(others ? { others } : {}),
    })
    return { preview, res }
  }

  it('takes JSON, CSV and Excel alike, and shows what is in it before anything is in use', async () => {
    for (const format of ['json', 'csv', 'xlsx'] as const) {
      const framework = aFramework()
      const { name, body } = frameworkFile(framework, format)
      const res = await upload(zoe, name, body)
      assert.equal(res.statusCode, 303, res.payload)
      const preview = await w.get(zoe, String(res.headers.location))
      assert.equal(preview.statusCode, 200)
      assert.match(preview.payload, /Everything in it is new/)
      assert.match(preview.payload, /I feel at peace/)
      assert.match(preview.payload, /Set &lt;b&gt;/)
      assert.match(preview.payload, /not the Creating Stable Futures Positive Outcomes Framework/)
    }
  })

  it('asks again in plain words when no file was chosen, or one that is no framework', async () => {
    const none = await upload(zoe, '', undefined)
    assert.equal(none.statusCode, 422)
    assert.match(none.payload, /Choose a framework file/)
    const other = await upload(zoe, 'x.csv', Buffer.from('a,b\n1,2'))
    assert.equal(other.statusCode, 422)
    assert.match(other.payload, /Put the column names in the first row/)
    assert.match(other.payload, /Nothing of this file was kept/)
  })

  it('says the row and column of what is wrong, and keeps nothing', async () => {
    const framework = aFramework()
    const csv = frameworkFile(framework, 'csv')
      .body.toString()
      .replace(',outcome,positive', ',goal,positive')
    const res = await upload(zoe, 'broken <i>.csv', Buffer.from(csv))
    assert.equal(res.statusCode, 422)
    assert.match(res.payload, /Row \d+, column level/)
    assert.match(res.payload, /Choose the level: outcome, experience or output/)
    assert.match(res.payload, /broken &lt;i&gt;\.csv/)
    const { rows } = await held(framework.key)
    assert.equal(rows, 0)
  })

  const held = async (key: string) => {
    const rows = await w.db
      .selectFrom('waymark.framework')
      .where('key', '=', key)
      .select('id')
      .execute()
    return { rows: rows.length }
  }

  it('warns of a definition worded by what is lacking before it is published', async () => {
    const framework = aFramework()
    const [first, ...rest] = framework.outcomes
    assert.ok(first)
    const wording = { en: { title: { text: 'Reduced risk of harm', state: 'draft' } } } as const
    const preview = await draft({ ...framework, outcomes: [{ ...first, wording }, ...rest] })
    const { payload } = await w.get(zoe, preview)
    assert.match(payload, /Worded by what is lacking \(“Reduced”\)/)
    assert.match(payload, /Publish version 1\.1/)
  })

  it('puts a version in use when it is published, and everybody can read it', async () => {
    const framework = aFramework()
    const { preview, res } = await publish(framework)
    assert.equal(res.statusCode, 303)
    const page = String(res.headers.location)
    for (const person of [ada, meg, ann, ivy, kit]) {
      const read = await w.get(person, page)
      assert.equal(read.statusCode, 200, person.name)
      assert.match(read.payload, /I feel at peace/)
    }
    assert.equal((await w.get(zoe, preview)).statusCode, 404)
    const acts = await w.db
      .selectFrom('waymark.audit_entry')
      .select('action')
      .where('actor_id', '=', zoe.id)
      .where('outcome', '=', 'done')
      .execute()
    assert.ok(acts.some((a) => a.action === 'frameworks.publish'))
  })

  it('shows what a new version adds, drops and changes, and retires the old one only when told to', async () => {
    const framework = aFramework()
    const { res } = await publish(framework)
    const old = String(res.headers.location)
    const [one, two] = framework.outcomes
    assert.ok(one && two)
    const words = { text: 'I am at rest', state: 'draft' } as const
    const next = {
      ...framework,
      version: '2.0',
      owner: 'Somebody else',
      outcomes: [
        { ...one, wording: { ...one.wording, en: { ...one.wording['en'], title: words } } },
        two,
        { ...two, code: 'brand-new', indicators: [] },
      ],
    }
    const preview = await draft(next)
    const { payload } = await w.get(zoe, preview)
    assert.match(payload, /New outcomes[\s\S]*brand-new/)
    assert.match(payload, /Outcomes no longer in it/)
    assert.match(payload, /I am at rest[\s\S]*title in English/)
    assert.match(payload, /Owner: from “The Waymark project” to “Somebody else”/)
    const unsaid = await w.post(zoe, preview.replace(/preview$/, 'publish'), {
      seal: sealOf(payload),
    })
    assert.equal(unsaid.statusCode, 422)
    assert.match(unsaid.payload, /Choose what happens to the versions in use now/)
    const done = await publish(next, 'retire')
    assert.equal(done.res.statusCode, 303, done.res.payload)
    const retired = await w.get(ada, old)
    assert.match(retired.payload, /No longer in use; answers given under it can still be read/)
    assert.match(retired.payload, /I feel (safe|at peace)/)
  })

  it('keeps the old version in use beside the new one when told to', async () => {
    const framework = aFramework()
    const { res } = await publish(framework)
    await publish({ ...framework, version: '2.0' }, 'keep')
    const first = await w.get(ada, String(res.headers.location))
    assert.match(first.payload, /In use since/)
  })

  it('refuses to change a published version, and takes the same file again without a word', async () => {
    const framework = aFramework()
    const { res } = await publish(framework)
    const same = frameworkFile(framework, 'csv')
    assert.equal((await upload(zoe, same.name, same.body)).headers.location, res.headers.location)
    const changed = frameworkFile({ ...framework, owner: 'Somebody else' }, 'json')
    const refused = await upload(zoe, changed.name, changed.body)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.payload, /Give the framework a new version/)
  })

  it('publishes a draft only as it was read: another file in between shows the draft as it is now', async () => {
    const framework = aFramework()
    const preview = await draft(framework)
    const seal = sealOf((await w.get(zoe, preview)).payload)
    await draft({ ...framework, owner: 'Changed meanwhile' })
    const res = await w.post(zoe, preview.replace(/preview$/, 'publish'), { seal })
    assert.equal(res.statusCode, 409)
    assert.match(res.payload, /another file replaced it while you were reading/)
    assert.match(res.payload, /Changed meanwhile/)
  })

  it('sets a draft aside, and brings it back when it is imported again', async () => {
    const framework = aFramework()
    const preview = await draft(framework)
    await w.post(zoe, preview.replace(/preview$/, 'set-aside'))
    assert.equal((await w.get(zoe, preview)).statusCode, 404)
    assert.equal((await w.get(ada, preview.replace(/\/preview$/, ''))).statusCode, 404)
    assert.equal(await draft(framework), preview)
    assert.equal((await w.get(zoe, preview)).statusCode, 200)
  })

  it('takes a version out of use after asking', async () => {
    const { res } = await publish(aFramework())
    const page = String(res.headers.location)
    const asked = await w.get(zoe, `${page}/retire`)
    assert.match(asked.payload, /Everything said under it stays/)
    assert.equal((await w.post(zoe, `${page}/retire`)).statusCode, 303)
    assert.match((await w.get(zoe, page)).payload, /No longer in use/)
  })

  it('gives the blank template in three formats', async () => {
    for (const format of ['csv', 'json', 'xlsx']) {
      const res = await w.get(zoe, `/frameworks/template/${format}`)
      assert.equal(res.statusCode, 200)
      assert.match(String(res.headers['content-disposition']), new RegExp(`\\.${format}"$`))
    }
    assert.equal((await w.get(zoe, '/frameworks/template/exe')).statusCode, 404)
  })

  it('is for administrators', async () => {
    const preview = await draft(aFramework())
    for (const person of [ada, meg, ann, ivy, kit]) {
      assert.equal((await w.get(person, '/frameworks/import')).statusCode, 403, person.name)
      const publishing = await w.post(person, preview.replace(/preview$/, 'publish'))
      assert.equal(publishing.statusCode, 403, person.name)
    }
    assert.equal((await w.get(ivy, preview)).statusCode, 200)
    assert.doesNotMatch((await w.get(ivy, preview)).payload, /<button[^>]*>\s*Publish/)
  })
})

describe('reading a framework', () => {
  let w: World
  let page = ''

  before(async () => {
    w = await world()
    page = `/frameworks/${await loadProvisionalSet(w.db)}`
  })

  it('is called provisional, and says whose it is not', async () => {
    const list = await w.get(ada, '/frameworks')
    assert.match(list.payload, /Provisional outcome set \(source-derived\)/)
    assert.match(list.payload, /Provisional\s*<\/strong>/)
    const { payload } = await w.get(ada, page)
    assert.match(
      payload,
      /This is not the Creating Stable Futures Positive Outcomes Framework and is not endorsed by its authors/,
    )
    assert.match(payload, /\d+ outcomes · \d+ experiences/)
  })

  it('shows every outcome under each of its principles, with links that lead somewhere', async () => {
    const { payload } = await w.get(ada, page)
    const set = provisionalSet()
    for (const o of set.outcomes) {
      const ids = payload.match(new RegExp(`id="outcome-${o.code}"`, 'g')) ?? []
      assert.equal(ids.length, 1, o.code)
    }
    const headings = payload.match(/<h3/g) ?? []
    assert.equal(headings.length, set.outcomes.flatMap((o) => o.principles).length)
    const links = [...payload.matchAll(/href="#(outcome-[^"]+)"/g)]
    assert.ok(links.length > 0)
    for (const [, target] of links) {
      assert.ok(payload.includes(`id="${target}"`), target)
    }
    assert.match(payload, /Article 12 of the UN Convention/)
  })

  it('can be turned by level and read in another language, right to left where it is written so', async () => {
    const level = await w.get(ada, `${page}?by=level`)
    assert.match(
      level.payload,
      /<h2[^>]*>\s*<span[^>]*>Experience: how people and services treat them/,
    )
    const arabic = await w.get(ada, `${page}?language=ar`)
    assert.match(arabic.payload, /<span lang="ar" dir="rtl">أشعر بالسلام<\/span>/)
    assert.equal((await w.get(ada, `${page}?language=xx&by=nonsense`)).statusCode, 200)
  })

  it('shows a young person the words and nothing about where they come from', async () => {
    for (const url of ['/frameworks', page, `${page}?language=vi`]) {
      const { payload, statusCode } = await w.get(kit, url)
      assert.equal(statusCode, 200)
      assert.doesNotMatch(payload, /traffick|exploit|victim|\bcase\b/i)
    }
    const { payload } = await w.get(kit, page)
    assert.match(payload, /Do you feel at peace\?/)
    assert.equal((await w.get(kit, `${page}/download/json`)).statusCode, 403)
  })

  it('can be taken away as JSON and as CSV that read back the same', async () => {
    const json = await w.get(ann, `${page}/download/json`)
    assert.deepEqual(
      JSON.parse(json.payload),
      JSON.parse(JSON.stringify(frameworkDocument(provisionalSet()))),
    )
    const csv = await w.get(ann, `${page}/download/csv`)
    assert.match(String(csv.headers['content-disposition']), /provisional-source-derived-1\.1\.csv/)
    assert.equal(csv.payload, frameworkFile(provisionalSet(), 'csv').body.toString())
  })

  it('is not there when it is not there', async () => {
    for (const url of [
      '/frameworks/x',
      '/frameworks/00000000-0000-4000-8000-00000000ffff',
      `${page}/download/exe`,
    ]) {
      assert.equal((await w.get(ada, url)).statusCode, 404, url)
    }
  })
})
