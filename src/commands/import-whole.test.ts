import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, it } from 'node:test'
import { ensureKeys } from '#platform/config/keys.ts'
import { importing } from '#tests/support/import-command.ts'
import { world } from '#tests/support/world.ts'
import { sharedData } from '#tests/support/shared-data.ts'

const shared = sharedData('ssda903', 'fake_data')
describe('the published invented return of 2,675 children', { skip: !existsSync(shared) }, () => {
  it('is taken in whole, and again changes nothing', async (t) => {
    const w = await world()
    const folder = await mkdtemp(path.join(tmpdir(), 'waymark-import-'))
    ensureKeys(folder)
    const { counted } = importing(w, folder)
    const run = async () => {
      const from = performance.now()
      const counts = await counted(shared, '--organisation', 'NORTHMERE', '--commit')
      t.diagnostic(`${Math.round(performance.now() - from)} ms`)
      return counts
    }
    const first = await run()
    assert.deepEqual([first.children, first.opened], [2675, 2675])
    const second = await run()
    assert.deepEqual([second.opened, second.changed, second.unchanged], [0, 0, 2675])
    await rm(folder, { recursive: true })
  })
})
