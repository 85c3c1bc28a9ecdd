import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { describe, it } from 'node:test'
import { fakeClamd } from '#tests/support/clamd.ts'
import { EICAR } from '#tests/support/media.ts'
import { readScannerAddress, scanBytes } from '#platform/files/scan.ts'

describe('scanning', () => {
  it('knows where a daemon listens', () => {
    assert.deepEqual(readScannerAddress('tcp://127.0.0.1:3310'), { host: '127.0.0.1', port: 3310 })
    assert.deepEqual(readScannerAddress('tcp://[::1]:3310'), { host: '::1', port: 3310 })
    assert.deepEqual(readScannerAddress('unix:/run/clamd.sock'), { path: '/run/clamd.sock' })
    assert.deepEqual(readScannerAddress('unix:///run/clamd.sock'), { path: '/run/clamd.sock' })
    for (const wrong of [
      '',
      'clamd',
      'tcp://here',
      'tcp://here:0',
      'tcp://here:70000',
      'http://a:1',
    ]) {
      assert.equal(readScannerAddress(wrong), undefined, wrong)
    }
  })

  it('sends the whole file, in chunks, and hears the verdict', async () => {
    const daemon = await fakeClamd()
    const large = randomBytes(1_000_000)
    assert.equal(await scanBytes(daemon.address, large), 'clean')
    assert.equal(
      await scanBytes(daemon.address, Buffer.concat([large, Buffer.from(EICAR)])),
      'found',
    )
    assert.equal(daemon.asked(), 2)
    await daemon.close()
  })

  it('takes silence, a closed door and any other answer for no answer', async () => {
    const silent = await fakeClamd({ silent: true })
    assert.equal(await scanBytes(silent.address, Buffer.from('a'), 100), 'no-answer')
    await silent.close()
    assert.equal(await scanBytes(silent.address, Buffer.from('a')), 'no-answer')
    assert.equal(await scanBytes({ path: '/nowhere/clamd.sock' }, Buffer.from('a')), 'no-answer')
    for (const said of ['INSTREAM size limit exceeded. ERROR\0', 'OK', '', 'x'.repeat(5000)]) {
      const odd = createServer((socket) => socket.on('error', () => undefined).end(said))
      await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve))
      const at = odd.address()
      assert.ok(typeof at === 'object' && at)
      const verdict = await scanBytes({ host: '127.0.0.1', port: at.port }, Buffer.from('a'))
      assert.equal(verdict, 'no-answer', said.slice(0, 20))
      odd.close()
    }
  })
})
