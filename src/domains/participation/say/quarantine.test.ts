import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { aChild } from '#tests/support/builders.ts'
import { fakeClamd, type FakeClamd } from '#tests/support/clamd.ts'
import { aPhotograph, aRecording, EICAR } from '#tests/support/media.ts'
import { postParts } from '#tests/support/multipart.ts'
import { ada, kit } from '#tests/support/people.ts'
import { saySomething } from '#tests/support/statements.ts'
import { world, type World } from '#tests/support/world.ts'
import type { ChildId } from '#kernel/ids.ts'

describe('a file that a young person sends, where a scanner is set up,', () => {
  let w: World
  let child: ChildId
  let daemon: FakeClamd

  before(async () => {
    daemon = await fakeClamd()
    w = await world({ scanner: daemon.address })
    child = await aChild(w, { account: kit, allocatedTo: [ada] })
  })
  after(() => daemon.close())

  const scanOf = async (id: string) => {
    const { rows } = await sql<{ scan: string }>`
      select scan from waymark.stored_file where id = ${id}`.execute(w.db)
    return rows[0]?.scan
  }

  it('is scanned as it came, and refused with a clear sentence when something is found', async () => {
    const { id } = await saySomething(w, kit, ['Words that stay'])
    for (const [medium, clean] of [
      ['photo', await aPhotograph()],
      ['voice', await aRecording('wav')],
    ] as const) {
      const part = randomUUID()
      const file = Buffer.concat([clean, Buffer.from(EICAR)])
      const res = await postParts(w, kit, `/me/say/${id}/make/${medium}`, { part, file })
      assert.equal(res.statusCode, 422)
      assert.match(res.payload, /may harm devices, so it was not kept/)
      assert.equal(await scanOf(part), undefined)
    }
    assert.match((await w.get(kit, `/me/say/${id}`)).payload, /Words that stay/)
  })

  it('is kept as scanned when nothing is found', async () => {
    const { id, parts } = await saySomething(w, kit, [{ photo: await aPhotograph() }], [ada])
    assert.equal(await scanOf(parts[0] ?? ''), 'clean')
    const page = (await w.get(ada, `/children/${child}/said/${id}`)).payload
    assert.doesNotMatch(page, /Not scanned/)
  })

  it('is kept apart while the scanner does not answer, and opens to others when it has', async () => {
    await daemon.close()
    const { id, parts } = await saySomething(w, kit, [{ photo: await aPhotograph() }], [ada])
    const part = parts[0] ?? ''
    const file = `/children/${child}/said/${id}/part/${part}/file`
    assert.equal(await scanOf(part), 'waiting')
    assert.equal((await w.get(ada, file)).statusCode, 404)
    const page = (await w.get(ada, `/children/${child}/said/${id}`)).payload
    assert.match(page, /has not been scanned: the scanner did not answer/)
    assert.doesNotMatch(page, /wm-said__picture/)
    assert.equal((await w.get(kit, `/me/say/${id}/part/${part}/file`)).statusCode, 200)
    daemon = await fakeClamd({ port: daemon.address.port })
    assert.equal((await w.get(ada, file)).statusCode, 200)
    assert.equal(await scanOf(part), 'clean')
    assert.match((await w.get(ada, `/children/${child}/said/${id}`)).payload, /wm-said__picture/)
  })
})

describe('a file, where no scanner is set up,', () => {
  it('opens, and says to staff that nobody scanned it', async () => {
    const w = await world()
    const child = await aChild(w, { account: kit, allocatedTo: [ada] })
    const { id, parts } = await saySomething(w, kit, [{ photo: await aPhotograph() }], [ada])
    const at = `/children/${child}/said/${id}`
    assert.match(
      (await w.get(ada, at)).payload,
      /Not scanned for harm to devices: no scanner is set up/,
    )
    assert.equal((await w.get(ada, `${at}/part/${parts[0]}/file`)).statusCode, 200)
  })
})
