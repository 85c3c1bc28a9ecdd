import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'

const ROOT = path.join(import.meta.dirname, '..', '..')
const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')

describe('what the browser runs', () => {
  it('is checked by the compiler, as the rest is', () => {
    for (const project of ['tsconfig.json', 'worker/tsconfig.json']) {
      const file = path.join(import.meta.dirname, project)
      const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', file], {
        encoding: 'utf8',
      })
      assert.equal(status, 0, stdout)
    }
  })

  it('asks govuk-frontend only for parts that it has', () => {
    const entry = readFileSync(
      path.join(ROOT, 'src/platform/views/assets/waymark.browser.js'),
      'utf8',
    )
    const has = readFileSync(
      path.join(ROOT, 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js'),
      'utf8',
    )
    const named = /import \{([^}]*)\}/.exec(entry)?.[1]?.match(/\w+/g) ?? []
    assert.ok(named.length > 5)
    const given = /export\{([^}]*)\}/.exec(has)?.[1] ?? ''
    assert.deepEqual(
      named.filter((part) => !new RegExp(`\\b${part}\\b`).test(given)),
      [],
    )
  })
})
