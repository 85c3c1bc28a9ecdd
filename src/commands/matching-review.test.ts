import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { ensureKeys } from '#platform/config/keys.ts'
import { refreshKeys } from '#domains/children/index.ts'
import { aChild } from '#tests/support/builders.ts'
import { meg } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'

const exec = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../..')

describe('./waymark matching review', () => {
  let w: World
  let folder = ''

  before(async () => {
    w = await world()
    folder = await mkdtemp(path.join(tmpdir(), 'waymark-review-'))
    ensureKeys(folder)
    for (const knownAs of ['Zxenab Qorbani', 'Qorbani Zxenab', 'Ioana Ionescu', 'Karwan Aziz']) {
      const bornOn = knownAs.includes('Qorbani') ? '2009-03-12' : '2008-01-30'
      const child = await aChild(w, { knownAs, bornOn })
      await w.acting(meg, (tx) => refreshKeys(tx, child))
    }
  })
  after(async () => rm(folder, { recursive: true }))

  /** As an operator types it: a process of its own against this database. */
  const typed = async (...args: readonly string[]) =>
    exec(process.execPath, ['src/main.ts', 'matching', 'review', ...args], {
      cwd: root,
      env: { PATH: process.env['PATH'], WAYMARK_DATA: folder, DATABASE_URL: w.webUrl },
    })

  it('compares a whole register, says how many pairs it found, and lists them for people', async () => {
    const { stdout, stderr } = await typed('--organisation', 'northmere', '--json')
    const said: unknown = JSON.parse(stdout)
    assert.deepEqual(said, {
      organisation: 'NORTHMERE',
      state: 'done',
      records: 4,
      found: 1,
      crowded: 0,
    })
    assert.match(stderr, /4 records read[\s\S]*Learning[\s\S]*100 % compared/)
    const list = (await w.get(meg, '/same-child')).payload
    assert.match(list, /Zxenab Qorbani and Qorbani Zxenab|Qorbani Zxenab and Zxenab Qorbani/)
    assert.match((await w.get(meg, '/same-child/runs')).payload, /Northmere system/)
    // A name of nobody is in what it prints.
    assert.doesNotMatch(stdout + stderr, /Qorbani|Ionescu|Aziz/)
  })

  it('finds nothing twice, and refuses an organisation that is not here', async () => {
    assert.match((await typed('--organisation', 'NORTHMERE')).stdout, /; 0 pairs were found/)
    await assert.rejects(typed('--organisation', 'NOWHERE'), (error: unknown) => {
      assert.ok(error instanceof Error && 'code' in error && 'stderr' in error)
      assert.equal(error.code, 1)
      assert.match(
        String(error.stderr),
        /no organisation with the code NOWHERE\. Here are: NORTHMERE/,
      )
      return true
    })
  })
})
