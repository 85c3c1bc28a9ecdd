import assert from 'node:assert/strict'
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, describe, it } from 'node:test'
import { commands } from '../src/commands/index.ts'
import { freePort } from './support/free-port.ts'

const waymark = path.resolve(import.meta.dirname, '../waymark')
const folder = mkdtempSync(path.join(tmpdir(), 'waymark-launch-'))
const { DATABASE_URL: _, ...quiet } = process.env

type Ended = { readonly code: number; readonly out: string; readonly err: string }

function call(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: { ...quiet, WAYMARK_DATA: path.join(folder, 'data'), ...env } }
    execFile(waymark, [...args], options, (error, out, err) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err })
    })
  })
}

async function untilReady(port: number, opening: ChildProcess): Promise<void> {
  // As long as it takes on a busy machine; one that has ended never opens.
  while (opening.exitCode === null && opening.signalCode === null) {
    const ready = await fetch(`http://127.0.0.1:${port}/health`).then(
      (r) => r.ok,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('It ended without opening')
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)))

describe('the command line', () => {
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('says what it can do, and how each command is called', async () => {
    const { code, out } = await call(['--help'])
    assert.equal(code, 0)
    for (const command of commands) {
      assert.match(out, new RegExp(`\\b${command.name}\\b`))
      assert.match(command.help, /Usage: \.\/waymark/)
      assert.match(command.help, /Exit codes:/)
      assert.equal((await call([command.name, '--help'])).code, 0)
    }
    for (const name of [
      'serve',
      'migrate',
      'import',
      'framework',
      'demo',
      'audit',
      'doctor',
      'init',
    ]) {
      assert.ok(
        commands.some((c) => c.name === name),
        `${name} is missing`,
      )
    }
  })

  it('says what was wrong with how it was called, with an exit code of its own', async () => {
    assert.equal((await call([])).code, 2)
    const unknown = await call(['dance'])
    assert.equal(unknown.code, 2)
    assert.match(unknown.err, /does not know the command dance/)
    const option = await call(['serve', '--fast'])
    assert.equal(option.code, 2)
    assert.match(option.err, /--fast[\s\S]*serve --help/)
    const port = await call(['serve'], { PORT: 'high' })
    assert.equal(port.code, 2)
    assert.match(port.err, /PORT must be a whole number/)
    assert.equal((await call(['audit', 'burn'])).code, 2)
  })

  it('never makes an installation by mistake', async () => {
    for (const args of [['serve'], ['audit', 'verify'], ['migrate']]) {
      const { code, err } = await call(args, { WAYMARK_DATA: path.join(folder, 'nothing') })
      assert.equal(code, 1)
      assert.match(err, /There is no Waymark in .*npm start for the demonstration/)
    }
  })

  it('opens the demonstration, answers beside it, stops when asked, and opens again after being killed', async () => {
    const port = await freePort()
    const env = { ...quiet, WAYMARK_DATA: path.join(folder, 'data'), PORT: String(port) }
    const open = () =>
      spawn(waymark, ['serve', '--demo'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const first = open()
    let said = ''
    first.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    await untilReady(port, first)
    const signIns = await call(['demo', 'sign-ins', '--json'])
    assert.equal(signIns.code, 0)
    const accounts: unknown = JSON.parse(signIns.out)
    assert.ok(Array.isArray(accounts) && accounts.length >= 7)
    assert.deepEqual(Object.keys(accounts[0] as object).toSorted(), [
      'name',
      'organisation',
      'organisationCode',
      'password',
      'role',
      'userName',
    ])
    assert.equal((await call(['audit', 'verify'])).code, 0)
    const doctor = await call(['doctor', '--json'])
    assert.equal(doctor.code, 0, doctor.out)
    first.kill('SIGTERM')
    assert.equal(await ended(first), 0)
    assert.match(said, new RegExp(`http://localhost:${port}`))
    assert.match(said, /administrator/)

    const second = open()
    await untilReady(port, second)
    second.kill('SIGKILL')
    await ended(second)
    const third = open()
    await untilReady(port, third)
    const real = await call(['serve'], { PORT: '0' })
    assert.equal(real.code, 1)
    assert.match(real.err, /holds the demonstration/)
    third.kill('SIGINT')
    assert.equal(await ended(third), 0)
  })

  it('says so when the port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1')
    await once(holder, 'listening')
    const address = holder.address()
    assert.ok(address && typeof address === 'object')
    const { port } = address
    const { code, err } = await call(['serve', '--demo'], { PORT: String(port) })
    holder.close()
    assert.equal(code, 1)
    assert.match(err, /Port \d+ is taken/)
  })
})
