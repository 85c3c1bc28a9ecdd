import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import sharp from 'sharp'
import { aPhotograph, EICAR } from '#tests/support/media.ts'
import { cleanPicture, hiddenIn, MOST_PIXELS } from '#platform/files/picture.ts'

describe('a picture, before it is kept,', () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    it(`loses everything that is hidden in it, and lies the right way up (${format})`, async () => {
      const taken = await aPhotograph(format)
      assert.deepEqual(await hiddenIn(taken), ['exif', 'icc', 'xmp', 'orientation'])
      const clean = await cleanPicture(taken)
      assert.ok(typeof clean === 'object')
      assert.deepEqual([clean.width, clean.height], [40, 60], 'it was taken on its side')
      assert.deepEqual(await hiddenIn(clean.bytes), [])
      for (const text of [
        'PhoneMaker',
        'Kit',
        'Marsh Lane',
        'GPS',
        'adobe',
        'ICC_PROFILE',
        'iCCP',
      ]) {
        assert.equal(clean.bytes.includes(text), false, text)
      }
    })
  }

  it('loses what was hung on behind it, and comments inside it', async () => {
    const plain = await sharp({
      create: { width: 8, height: 8, channels: 3, background: '#123456' },
    })
      .jpeg()
      .toBuffer()
    const comment = Buffer.from('\u00ff\u00fe\u0000\u000bby my bed', 'latin1')
    const polyglot = Buffer.concat([
      plain.subarray(0, 2),
      comment,
      plain.subarray(2),
      Buffer.from(`<script>x</script>${EICAR}`),
    ])
    const clean = await cleanPicture(polyglot)
    assert.ok(typeof clean === 'object')
    for (const text of ['by my bed', '<script>', 'EICAR']) {
      assert.equal(clean.bytes.includes(text), false, text)
    }
  })

  it('is made no larger than a screen needs', async () => {
    const large = await sharp({
      create: { width: 5000, height: 3000, channels: 3, background: '#fff' },
    })
      .jpeg()
      .toBuffer()
    const clean = await cleanPicture(large)
    assert.ok(typeof clean === 'object')
    assert.deepEqual([clean.width, clean.height], [2400, 1440])
  })

  it('is known by what is in it: nothing else is opened, and no SVG, ever', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect/></svg>'
    const gif = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })
      .gif()
      .toBuffer()
    const tiff = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })
      .tiff()
      .toBuffer()
    const others = [
      Buffer.from(svg),
      Buffer.from(`<?xml version="1.0"?>${svg}`),
      gif,
      tiff,
      Buffer.from('%PDF-1.7\n'),
      Buffer.from('words'),
      Buffer.alloc(0),
      Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    ]
    for (const bytes of others) {
      assert.equal(await cleanPicture(bytes), 'not-a-picture', bytes.toString('latin1', 0, 20))
    }
  })

  it('is refused when it would fill the memory, without being opened', async () => {
    const side = Math.ceil(Math.sqrt(MOST_PIXELS)) + 3000
    const bomb = await sharp({
      create: { width: side, height: side, channels: 3, background: '#fff' },
    })
      .png()
      .toBuffer()
    assert.ok(bomb.length < 2_000_000, 'it is small on the way')
    const before = process.memoryUsage().rss
    assert.equal(await cleanPicture(bomb), 'too-many-pixels')
    assert.ok(process.memoryUsage().rss - before < 50_000_000)
  })

  it('is refused when half of it is missing', async () => {
    const whole = await sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        background: '#fff',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer()
    assert.equal(await cleanPicture(whole.subarray(0, whole.length / 2)), 'damaged')
  })
})
