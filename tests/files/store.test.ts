import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { randomBytes } from 'node:crypto'
import { aChild } from '#tests/support/builders.ts'
import { aPhotograph } from '#tests/support/media.ts'
import { ada, kit, sys } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { FileKeys } from '#platform/files/sealing.ts'
import { fileStore, newFileId, sealKeysAnew } from '#platform/files/store.ts'

describe('the store of files', () => {
  let w: World
  let child: ChildId
  const now = new Date()

  before(async () => {
    w = await world()
    child = await aChild(w, { account: kit, allocatedTo: [ada] })
  })

  it('gives a file back whole to whoever made it, and to nobody who merely reaches the child', async () => {
    const store = fileStore(w.keys.files, undefined)
    const id = newFileId()
    const file = { id, child, as: 'picture', bytes: await aPhotograph() } as const
    const kept = await w.acting(kit, (tx) => store.keep(tx, file, now))
    assert.deepEqual(kept, { id, scan: 'not_scanned' })
    const own = await w.acting(kit, async (tx) => {
      const open = await store.open(tx, id, now)
      return open && open.read(0, open.bytes - 1)
    })
    assert.equal(own?.toString('latin1', 6, 10) === 'JFIF' || own?.[0] === 0xff, true)
    assert.equal(await w.acting(ada, (tx) => store.open(tx, id, now)), undefined)
  })

  it('opens after its keys were sealed anew, which only the installation does', async () => {
    const id = newFileId()
    const file = { id, child, as: 'picture', bytes: await aPhotograph('png') } as const
    const store = fileStore(w.keys.files, undefined)
    await w.acting(kit, (tx) => store.keep(tx, file, now))
    const later: FileKeys = {
      current: 'k2',
      all: new Map([...w.keys.files.all, ['k2', randomBytes(32)]]),
    }
    await assert.rejects(
      w.acting(kit, (tx) => sealKeysAnew(tx, later)),
      /only the installation/,
    )
    assert.ok((await w.acting(sys, (tx) => sealKeysAnew(tx, later))) >= 1)
    assert.equal(await w.acting(sys, (tx) => sealKeysAnew(tx, later)), 0)
    const read = await w.acting(kit, async (tx) => {
      const open = await fileStore(later, undefined).open(tx, id, now)
      return open?.read(0, 3)
    })
    assert.equal(read?.toString('latin1'), '\u0089PNG')
    await assert.rejects(
      w.acting(kit, (tx) => store.open(tx, id, now)),
      /not in keys.json/,
    )
    await assert.rejects(
      w.acting(sys, (tx) =>
        fileStore(later, undefined)
          .open(tx, id, now)
          .then((f) => f?.read(0, 3)),
      ),
      /A piece of a file is missing/,
    )
  })
})
