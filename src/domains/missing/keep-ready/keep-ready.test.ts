import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { aChild } from '#tests/support/builders.ts'
import { ada, ben, gus, hal, ivy, meg, sam, type TestPerson } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { reported } from '../missing.fixture.ts'
import { PARTS_IN_ORDER, READY_PARTS, type ReadyPart } from '../ready.rules.ts'

/** What is written of each part, each in words that nothing else on a page says; some not in English. */
const WRITTEN: Readonly<Record<ReadyPart, string>> = {
  looks: 'Tall, a scar on the left hand',
  photo: 'In the blue folder at the home; the manager gives it',
  friends: 'Arben from the boxing club',
  places: 'مقهى عند المحطة',
  phone: '07700 900 321, locked with a pattern',
  online: 'kestrel_09 on two games',
  money: 'A prepaid card, ten pounds',
  travels: 'By night bus, never by train',
  medical: 'Cannot have penicillin',
  helps: 'Speak slowly and sit down first',
}
const WITH = { withChild: 'read_to_them', withCarer: 'no_carer' }

const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''

/** What a page says beside a label, as it is read. */
function beside(html: string, label: string): string | undefined {
  const rows = [...html.matchAll(/<dt[^>]*>([^<]*)<\/dt><dd[^>]*>([^<]*)<\/dd>/g)]
  return rows.find(([, said]) => said === label)?.[2]
}

describe('each part of what is kept ready', () => {
  let w: World
  let child: ChildId
  let at: string
  let search: string
  const page = async (who: TestPerson, url = at) => main((await w.get(who, url)).payload)

  before(async () => {
    w = await world()
    w.setClock(new Date('2026-11-21T10:30:00Z'))
    child = await aChild(w, { allocatedTo: [ada, ben, gus] })
    at = `/children/${child}/missing`
    const full = { ...WRITTEN, ...WITH, version: '0' }
    assert.equal((await w.post(ada, `${at}/ready`, full)).statusCode, 303)
    search = await reported(w, ada, child)
  })

  it('has words here for each part there is', () => {
    assert.deepEqual(Object.keys(WRITTEN).toSorted(), [...PARTS_IN_ORDER].toSorted())
    assert.deepEqual(Object.keys(READY_PARTS).toSorted(), [...PARTS_IN_ORDER].toSorted())
  })

  for (const part of PARTS_IN_ORDER) {
    const { label } = READY_PARTS[part]
    it(`is read back beside its name on the child’s page and the search, and stands in its box: ${part}`, async () => {
      for (const who of [ada, ben, gus, meg]) {
        for (const url of [at, search]) {
          assert.equal(beside(await page(who, url), label), WRITTEN[part], `${who.name} ${url}`)
        }
      }
      const form = await page(ben, `${at}/ready`)
      const box = new RegExp(`name="${part}"[^>]*(value="${WRITTEN[part]}"|>${WRITTEN[part]}<)`)
      assert.match(form, box)
      for (const who of [ivy, hal]) {
        assert.ok(!(await w.get(who, at)).payload.includes(WRITTEN[part]), who.name)
      }
    })

    it(`is enough by itself, and what is too long keeps the rest: ${part}`, async () => {
      const one = await aChild(w, { allocatedTo: gus })
      const here = `/children/${one}/missing`
      const long = 'x'.repeat(READY_PARTS[part].most + 1)
      const refused = await w.post(gus, `${here}/ready`, {
        ...WRITTEN,
        ...WITH,
        [part]: long,
        version: '0',
      })
      assert.equal(refused.statusCode, 422)
      assert.match(refused.payload, /characters or fewer/)
      for (const other of PARTS_IN_ORDER) {
        if (other !== part) assert.ok(refused.payload.includes(WRITTEN[other]), other)
      }
      const alone = { [part]: WRITTEN[part], ...WITH, version: '0' }
      assert.equal((await w.post(gus, `${here}/ready`, alone)).statusCode, 303)
      const html = await page(gus, here)
      assert.equal(beside(html, label), WRITTEN[part])
      for (const other of PARTS_IN_ORDER) {
        if (other !== part) assert.equal(beside(html, READY_PARTS[other].label), undefined, other)
      }
    })
  }

  it('says with whom it was written and when it was looked at last', async () => {
    const html = await page(ben)
    assert.equal(beside(html, 'Written with them'), 'I wrote it and read it to them')
    assert.equal(beside(html, 'Written with their carer'), 'There is no carer')
    assert.equal(beside(html, 'Looked at last'), '21 November 2026')
  })

  it('is not written by whoever does not stand beside them', async () => {
    const change = { looks: 'Somebody else', ...WITH, version: '1' }
    assert.equal((await w.post(ivy, `${at}/ready`, change)).statusCode, 403)
    assert.equal((await w.post(hal, `${at}/ready`, change)).statusCode, 404)
    assert.equal(beside(await page(ada), READY_PARTS.looks.label), WRITTEN.looks)
  })

  it('moves with them, every part, to who stands beside them next, who changes one and loses none', async () => {
    await sql`update waymark.allocation set ended_on = '2026-11-21' where child_id = ${child}`.execute(
      w.db,
    )
    w.setClock(new Date('2026-11-24T10:30:00Z'))
    await sql`insert into waymark.allocation (child_id, person_id, part, started_on) values (${child}, ${sam.id}, 'key_worker', '2026-11-23')`.execute(
      w.db,
    )
    for (const who of [ada, ben, gus]) {
      assert.equal((await w.get(who, at)).statusCode, 404, who.name)
      assert.equal((await w.get(who, search)).statusCode, 404, who.name)
    }
    for (const part of PARTS_IN_ORDER) {
      for (const url of [at, search]) {
        assert.equal(beside(await page(sam, url), READY_PARTS[part].label), WRITTEN[part], part)
      }
    }
    const changed = { ...WRITTEN, places: 'The library', ...WITH, version: '1' }
    assert.equal((await w.post(sam, `${at}/ready`, changed)).statusCode, 303)
    const html = await page(sam)
    for (const part of PARTS_IN_ORDER) {
      const now = part === 'places' ? 'The library' : WRITTEN[part]
      assert.equal(beside(html, READY_PARTS[part].label), now, part)
    }
  })
})
