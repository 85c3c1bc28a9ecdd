import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { builtKernel, KERNEL } from '../../../../tools/wasm.ts'

describe('the kernel of matching', () => {
  it('is what its sources make, byte for byte', async () => {
    const built = Buffer.from(await builtKernel())
    assert.ok(built.equals(await readFile(KERNEL)), 'run npm run wasm')
  })
})
