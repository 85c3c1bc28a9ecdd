import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import {
  type FileKeys,
  openFileKey,
  openPiece,
  sealFileKey,
  sealPiece,
} from '#platform/files/sealing.ts'

const keysOf = (current: string, all: Readonly<Record<string, Buffer>>): FileKeys => ({
  current,
  all: new Map(Object.entries(all)),
})
const first = randomBytes(32)
const keys = keysOf('first', { first })
const fileKey = randomBytes(32)

describe('a sealed file', () => {
  it('opens with its own key, which opens with the installation’s', () => {
    const { keyId, sealed } = sealFileKey(keys, fileKey, 'file-a')
    assert.equal(keyId, 'first')
    assert.equal(sealed.length, 60)
    assert.deepEqual(openFileKey(keys, keyId, sealed, 'file-a'), fileKey)
    const place = { file: 'file-a', n: 0, of: 2 }
    const piece = sealPiece(fileKey, place, Buffer.from('what was said'))
    assert.equal(piece.includes('said'), false)
    assert.equal(openPiece(fileKey, place, piece).toString(), 'what was said')
  })

  it('lets no key and no piece stand in for another', () => {
    const { sealed } = sealFileKey(keys, fileKey, 'file-a')
    assert.throws(() => openFileKey(keys, 'first', sealed, 'file-b'))
    const piece = sealPiece(fileKey, { file: 'file-a', n: 0, of: 2 }, Buffer.from('one'))
    for (const place of [
      { file: 'file-b', n: 0, of: 2 },
      { file: 'file-a', n: 1, of: 2 },
      { file: 'file-a', n: 0, of: 1 },
    ]) {
      assert.throws(() => openPiece(fileKey, place, piece), JSON.stringify(place))
    }
    piece[17] = (piece[17] ?? 0) ^ 1
    assert.throws(() => openPiece(fileKey, { file: 'file-a', n: 0, of: 2 }, piece))
  })

  it('still opens after a new key was made, and says when a key is missing', () => {
    const { keyId, sealed } = sealFileKey(keys, fileKey, 'file-a')
    const later = keysOf('second', { first, second: randomBytes(32) })
    assert.deepEqual(openFileKey(later, keyId, sealed, 'file-a'), fileKey)
    assert.equal(sealFileKey(later, fileKey, 'file-a').keyId, 'second')
    assert.throws(
      () => openFileKey(keysOf('second', {}), keyId, sealed, 'file-a'),
      /not in keys.json/,
    )
  })
})
