import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aFilm, aPhotograph, aRecording, EICAR, type SoundKind } from '#tests/support/media.ts'
import { besideSound, cleanSound, MOST_SECONDS } from '#platform/files/sound.ts'

const KINDS: Readonly<Record<SoundKind, string>> = {
  webm: 'audio/webm',
  mp4: 'audio/mp4',
  ogg: 'audio/ogg',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
}

describe('a recording, before it is kept,', () => {
  for (const [kind, mediaType] of Object.entries(KINDS)) {
    it(`loses everything that was written beside the sound (${kind})`, async () => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of KINDS
      const recorded = await aRecording(kind as SoundKind)
      assert.ok((await besideSound(recorded)).length >= 3)
      const clean = await cleanSound(recorded)
      assert.ok(typeof clean === 'object', JSON.stringify(clean))
      assert.equal(clean.mediaType, mediaType)
      assert.ok(Math.abs(clean.seconds - 1) < 0.1)
      assert.deepEqual(await besideSound(clean.bytes), [])
      for (const text of ['Marsh Lane', 'Phone of Kit', 'GPS', '2026-05']) {
        assert.equal(clean.bytes.includes(text), false, text)
      }
      const again = await cleanSound(clean.bytes)
      assert.ok(typeof again === 'object', 'what comes out can be read')
    })
  }

  it('loses what was hung on behind it', async () => {
    const clean = await cleanSound(Buffer.concat([await aRecording('wav'), Buffer.from(EICAR)]))
    assert.ok(typeof clean === 'object')
    assert.equal(clean.bytes.includes('EICAR'), false)
  })

  it('is known by what is in it', async () => {
    assert.equal(await cleanSound(Buffer.alloc(0)), 'not-a-sound')
    assert.equal(await cleanSound(Buffer.from('RIFF words WAVE')), 'not-a-sound')
    assert.equal(await cleanSound(await aPhotograph()), 'not-a-sound')
    assert.equal(
      await cleanSound(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
      'not-a-sound',
    )
    assert.equal(await cleanSound(await aFilm()), 'a-film')
  })

  it('is refused when it is longer than can be kept', async () => {
    const hour = await aRecording('webm', { seconds: 3600 })
    assert.equal(await cleanSound(hour), 'too-long')
    const most = await cleanSound(await aRecording('webm', { seconds: MOST_SECONDS - 1 }))
    assert.ok(typeof most === 'object')
  })

  it('keeps what can be heard of one that was cut off, or says that it is damaged', async () => {
    const whole = await aRecording('webm', { seconds: 10 })
    const cut = await cleanSound(whole.subarray(0, Math.floor(whole.length * 0.6)))
    assert.ok(typeof cut === 'object' ? cut.seconds < 10 : cut === 'damaged', JSON.stringify(cut))
    const noIndex = await aRecording('mp4', { seconds: 5 })
    const lost = await cleanSound(noIndex.subarray(0, 300))
    assert.ok(lost === 'damaged' || lost === 'not-a-sound', JSON.stringify(lost))
  })
})
