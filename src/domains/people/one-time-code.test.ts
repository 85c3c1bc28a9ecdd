import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { trustedId } from '#kernel/ids.ts'
import {
  codeAt,
  enrolmentOf,
  newCodeSecret,
  openSecret,
  sealSecret,
  stepOfCode,
} from './one-time-code.ts'

describe('codes of an authenticator app', () => {
  it('are those of RFC 6238 (appendix B, SHA-1, the last six figures)', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    for (const [seconds, code] of [
      [59, '287082'],
      [1111111109, '081804'],
      [1234567890, '005924'],
      [20000000000, '353130'],
    ] as const) {
      assert.equal(codeAt(secret, new Date(seconds * 1000)), code)
    }
  })

  it('are taken half a minute early or late, and no further', () => {
    const secret = newCodeSecret()
    const now = new Date('2026-11-21T12:00:10Z')
    const at = (seconds: number) => codeAt(secret, new Date(now.getTime() + seconds * 1000))
    const step = Math.floor(now.getTime() / 30_000)
    assert.equal(stepOfCode(secret, at(0), now), step)
    assert.equal(stepOfCode(secret, at(-30), now), step - 1)
    assert.equal(stepOfCode(secret, at(30), now), step + 1)
    assert.equal(stepOfCode(secret, at(-90), now), undefined)
    assert.equal(stepOfCode(secret, at(90), now), undefined)
  })

  it('come from a secret sealed for one person under one key', () => {
    const key = randomBytes(32)
    const tess = trustedId<'person'>(randomUUID())
    const secret = newCodeSecret()
    assert.match(secret, /^[A-Z2-7]{32}$/)
    const sealed = sealSecret(key, tess, secret)
    assert.equal(openSecret(key, tess, sealed), secret)
    assert.equal(openSecret(key, trustedId(randomUUID()), sealed), undefined)
    assert.equal(openSecret(randomBytes(32), tess, sealed), undefined)
    assert.equal(
      openSecret(key, tess, `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`),
      undefined,
    )
    assert.equal(openSecret(key, tess, ''), undefined)
  })

  it('are set up by a picture that says our name, theirs and the secret', () => {
    const secret = newCodeSecret()
    const enrolment = enrolmentOf(secret, 'ada.worker')
    assert.match(enrolment.address, /^otpauth:\/\/totp\/Waymark:ada\.worker\?/)
    assert.ok(enrolment.address.includes(`secret=${secret}`))
    assert.equal(enrolment.typed.replaceAll(' ', ''), secret)
    assert.match(enrolment.path, /^(M\d+ \d+h1v1h-1z)+$/)
  })
})
