import assert from 'node:assert/strict'
import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, it } from 'node:test'
import { addFileKey, ensureKeys, readKeys } from './keys.ts'
import { readSettings } from './settings.ts'

describe('the settings', () => {
  const problems = (env: Record<string, string>): readonly string[] => {
    const read = readSettings(env)
    return 'problems' in read ? read.problems : []
  }

  it('have a default for everything', () => {
    const read = readSettings({})
    assert.ok('settings' in read)
    assert.equal(read.settings.port, 3000)
    assert.equal(path.basename(read.settings.data), '.data')
  })

  it('say what to put right', () => {
    assert.match(problems({ PORT: 'abc' }).join(), /PORT must be a whole number/)
    assert.match(problems({ PORT: '70000' }).join(), /PORT must be a whole number/)
    assert.match(
      problems({ DATABASE_URL: 'mysql://x' }).join(),
      /DATABASE_URL must begin with postgres/,
    )
    assert.match(problems({ WAYMARK_CLAMD: 'clamd' }).join(), /WAYMARK_CLAMD must be where/)
    assert.match(problems({ WAYMARK_ORIGIN: 'here' }).join(), /WAYMARK_ORIGIN must be an address/)
    assert.match(
      problems({ WAYMARK_LEAVE_TO: 'http://a.example' }).join(),
      /must be an https address/,
    )
    assert.match(problems({ WAYMARK_OWN_NAME: 'a'.repeat(31) }).join(), /30 characters or fewer/)
  })

  it('know half a way out from a whole one', () => {
    const half = /are set together, or neither is/
    assert.match(problems({ WAYMARK_SMTP_URL: 'smtp://localhost:25' }).join(), half)
    assert.match(problems({ WAYMARK_MAIL_FROM: 'post@example.org' }).join(), half)
    assert.match(problems({ WAYMARK_SMTP_URL: 'localhost' }).join(), /must begin with smtp/)
    const whole = { WAYMARK_SMTP_URL: 'smtp://localhost:25', WAYMARK_MAIL_FROM: 'post@example.org' }
    assert.deepEqual(problems(whole), [])
    assert.match(problems({ WAYMARK_NOTIFY_KEY: 'short' }).join(), /ends in two long ids/)
  })

  it('take an empty variable for one that is not set', () => {
    assert.deepEqual(problems({ PORT: '', DATABASE_URL: '' }), [])
  })
})

describe('the keys', () => {
  it('are made once, closed to others, and the same ever after', () => {
    const data = path.join(mkdtempSync(path.join(tmpdir(), 'waymark-keys-')), 'data')
    const made = ensureKeys(data)
    assert.deepEqual(ensureKeys(data), made)
    assert.equal(statSync(path.join(data, 'keys.json')).mode & 0o077, 0)
    assert.notDeepEqual(made.csrf, made.audit)
  })

  it('have a new one for files when one is asked for, and keep the earlier ones', () => {
    const data = path.join(mkdtempSync(path.join(tmpdir(), 'waymark-keys-')), 'data')
    const before = ensureKeys(data)
    const id = addFileKey(data)
    const after = readKeys(data)
    assert.equal(before.files.current, 'first')
    assert.equal(after.files.current, id)
    assert.deepEqual(after.files.all.get('first'), before.files.all.get('first'))
    assert.notDeepEqual(after.files.all.get(id), after.files.all.get('first'))
    assert.deepEqual({ ...after, files: undefined }, { ...before, files: undefined })
    assert.equal(statSync(path.join(data, 'keys.json')).mode & 0o077, 0)
  })

  it('are never made up when they are missing or damaged', () => {
    const data = mkdtempSync(path.join(tmpdir(), 'waymark-keys-'))
    assert.throws(() => readKeys(data), /There are no keys/)
    writeFileSync(path.join(data, 'keys.json'), '{"master": "short"}')
    assert.throws(() => ensureKeys(data), /is damaged. Restore it from your backup/)
  })
})
