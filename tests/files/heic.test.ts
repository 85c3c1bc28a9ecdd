import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import sharp from 'sharp'
import { isHeic, unpackHeic } from '#platform/files/heic.ts'
import { cleanPicture, hiddenIn, MOST_PIXELS } from '#platform/files/picture.ts'
import { aPhotograph } from '#tests/support/media.ts'
import { HEIC } from '#tests/support/heic.ts'

describe('a photograph as newer phones keep it', () => {
  it('is known by what is in it, and nothing else is taken for one', async () => {
    assert.equal(isHeic(HEIC), true)
    const general = Buffer.from(HEIC)
    general.write('mif1', 8, 'latin1')
    assert.equal(isHeic(general), true)
    const avif = Buffer.from(HEIC)
    avif.write('avif', 8, 'latin1')
    assert.equal(isHeic(avif), false)
    assert.equal(isHeic(await aPhotograph()), false)
    assert.equal(isHeic(Buffer.from('ftyp')), false)
  })

  it('is made anew as a JPEG that shows the same and carries nothing', async () => {
    assert.ok(HEIC.includes('Kit at home'), 'the photograph of the test carries something to lose')
    const clean = await cleanPicture(HEIC)
    assert.ok(typeof clean === 'object')
    assert.equal(clean.mediaType, 'image/jpeg')
    assert.deepEqual([clean.width, clean.height], [96, 64])
    assert.deepEqual(await hiddenIn(clean.bytes), [])
    assert.ok(!clean.bytes.includes('Kit') && !clean.bytes.includes('Exif'))
    const { data, info } = await sharp(clean.bytes).raw().toBuffer({ resolveWithObject: true })
    const at = (x: number) => [
      ...data.subarray((32 * info.width + x) * info.channels).subarray(0, 3),
    ]
    const [left, right] = [at(20), at(76)]
    assert.ok((left[2] ?? 0) > 150 && (left[0] ?? 255) < 90, `left is blue: ${left.join()}`)
    assert.ok((right[0] ?? 0) > 150 && (right[2] ?? 255) < 90, `right is red: ${right.join()}`)
  })

  it('is refused by its size before it is unpacked, when it is broken, and when it takes too long', async () => {
    assert.equal(await unpackHeic(HEIC, 96 * 64 - 1), 'too-many-pixels')
    assert.equal(await cleanPicture(HEIC.subarray(0, 500)), 'damaged')
    const torn = Buffer.from(HEIC)
    torn.fill(0, 200, 420)
    assert.equal(await cleanPicture(torn), 'damaged')
    assert.equal(await unpackHeic(HEIC, MOST_PIXELS, 1), 'damaged')
    // And the next one is read as if nothing had been.
    assert.equal(typeof (await unpackHeic(HEIC, MOST_PIXELS)), 'object')
  })
})
