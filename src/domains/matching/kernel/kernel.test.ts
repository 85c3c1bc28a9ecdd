import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { builtKernel, KERNEL } from '../../../../tools/wasm.ts'
import { arenaAgain } from './kernel.ts'

describe('the kernel of matching', () => {
  it('is what its sources make, byte for byte', async () => {
    const built = Buffer.from(await builtKernel())
    assert.ok(built.equals(await readFile(KERNEL)), 'run npm run wasm')
  })
})

describe('a memory that is used again', () => {
  it('is the same, with nothing in it, for the next few records; one that grew large is given up', () => {
    const again = arenaAgain()
    const one = again()
    const at = one.room(1000)
    new Uint8Array(one.memory.buffer, at, 1000).fill(7)
    const two = again()
    assert.equal(two.memory, one.memory)
    assert.equal(two.room(1000), at)
    assert.ok(new Uint8Array(two.memory.buffer, at, 1000).every((byte) => byte === 0))
    two.room(40 << 20)
    assert.notEqual(again().memory, one.memory)
  })
})
