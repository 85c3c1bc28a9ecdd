import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import { frameworkDocument, liveFrameworks, provisionalSet } from '#domains/outcomes/index.ts'
import { z } from 'zod'
import { ensureKeys } from '#platform/config/keys.ts'
import { ada } from '#tests/support/people.ts'
import { world, type World } from '#tests/support/world.ts'
import { WrongArguments } from './command.ts'
import { frameworkCommand } from './framework.ts'

describe('./waymark framework', () => {
  let w: World
  let folder: string

  before(async () => {
    w = await world()
    folder = await mkdtemp(path.join(tmpdir(), 'waymark-framework-'))
    ensureKeys(folder)
  })
  after(async () => rm(folder, { recursive: true }))

  async function run(...args: string[]) {
    const out: string[] = []
    const err: string[] = []
    const code = await frameworkCommand.run(args, {
      settings: {
        port: 0,
        host: '127.0.0.1',
        data: folder,
        databaseUrl: w.webUrl,
        databaseAdminUrl: undefined,
        origin: undefined,
        proxies: 0,
      },
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      input: new PassThrough(),
      stopped: new AbortController().signal,
    })
    return { code, out: out.join('\n'), err: err.join('\n') }
  }

  async function aFile(name: string, change: Record<string, unknown> = {}): Promise<string> {
    const file = path.join(folder, name)
    const document = { ...frameworkDocument(provisionalSet()), key: 'from-a-file', ...change }
    await writeFile(file, JSON.stringify(document))
    return file
  }

  it('checks a file without changing anything', async () => {
    const good = await run('check', await aFile('good.json'))
    assert.equal(good.code, 0)
    assert.match(good.out, /50 outcomes and 77 indicators under 4 principles/)
    const bad = await run('check', await aFile('bad.json', { owner: '', surprise: 1 }), '--json')
    assert.equal(bad.code, 1)
    assert.deepEqual(JSON.parse(bad.out), {
      ok: false,
      problems: [
        { where: 'owner', text: 'Enter who owns the framework' },
        { where: 'surprise', text: 'Take out “surprise”: a framework has no field of that name' },
      ],
    })
    assert.equal((await run('list')).out, 'No framework has been brought in yet.')
  })

  it('says so when there is no such file, or it is a folder', async () => {
    const gone = await run('check', path.join(folder, 'gone.csv'))
    assert.equal(gone.code, 1)
    assert.match(gone.out, /gone\.csv: There is no such file/)
    assert.match((await run('check', folder)).out, /Name a file, not a folder/)
  })

  it('keeps a file as a draft, publishes it when told to, and again changes nothing', async () => {
    const file = await aFile('set.json', { key: 'kept-set', name: 'A kept set' })
    const draft = await run('import', file, '--organisation', 'northmere')
    assert.equal(draft.code, 0, draft.err)
    assert.match(draft.out, /Kept as a draft\. An administrator publishes it at \/frameworks\//)
    const live = await run('import', file, '--publish', '--organisation', 'NORTHMERE', '--json')
    assert.equal(live.code, 0, live.err)
    assert.equal(JSON.parse(live.out).status, 'live')
    const again = await run('import', file, '--publish', '--organisation', 'NORTHMERE')
    assert.match(again.out, /here already, the same\. Nothing was changed/)
    const seen = await w.acting(ada, (tx) => liveFrameworks(tx))
    assert.equal(seen.filter((f) => f.key === 'kept-set').length, 1)
    const acts = await w.db
      .selectFrom('waymark.audit_entry')
      .select('action')
      .where('action', 'like', 'frameworks.%')
      .where('actor_role', '=', 'system')
      .execute()
    assert.deepEqual(acts.map((a) => a.action).toSorted(), [
      'frameworks.import',
      'frameworks.publish',
    ])
  })

  it('refuses to change a published version', async () => {
    const first = await aFile('one.json', { key: 'fixed-set' })
    assert.equal((await run('import', first, '--publish', '--organisation', 'NORTHMERE')).code, 0)
    const other = await aFile('two.json', { key: 'fixed-set', owner: 'Somebody else' })
    const refused = await run('import', other, '--publish', '--organisation', 'NORTHMERE')
    assert.equal(refused.code, 1)
    assert.match(refused.err, /has been published and never changes/)
  })

  it('lists what there is, and shows it so that it reads back the same', async () => {
    const file = await aFile('shown.json', { key: 'shown-set' })
    await run('import', file, '--publish', '--organisation', 'NORTHMERE')
    const listed = z
      .array(z.object({ key: z.string(), status: z.string() }))
      .parse(JSON.parse((await run('list', '--json')).out))
    assert.equal(listed.find((v) => v.key === 'shown-set')?.status, 'live')
    const shown = await run('show', 'shown-set', '--json')
    assert.deepEqual(JSON.parse(shown.out), JSON.parse(await readFile(file, 'utf8')))
    const words = await run('show', 'shown-set')
    assert.match(words.out, /not the Creating Stable Futures Positive Outcomes Framework/)
    assert.match(words.out, /peace {2}I feel at peace {2}\[outcome\]/)
    const none = await run('show', 'no-such-set')
    assert.equal(none.code, 1)
    assert.match(none.err, /There is no framework no-such-set/)
  })

  it('gives the blank template, which is refused until it is filled in', async () => {
    const csv = await run('template')
    assert.match(csv.out, /How to fill this in/)
    const file = path.join(folder, 'template.xlsx')
    assert.equal((await run('template', '--format', 'xlsx', '--output', file)).code, 0)
    const checked = await run('check', file)
    assert.equal(checked.code, 1)
    assert.match(checked.out, /column value: Enter the name of the framework/)
  })

  it('says what it does not understand', async () => {
    for (const args of [
      [],
      ['burn'],
      ['check'],
      ['list', 'extra', 'words'],
      ['template', '--format', 'pdf'],
      ['template', '--format', 'xlsx'],
      ['import', await aFile('which.json')],
    ]) {
      await assert.rejects(run(...args), WrongArguments, args.join(' '))
    }
  })

  it('says which organisations there are when it does not know the one named', async () => {
    const unknown = run('import', await aFile('x.json'), '--organisation', 'NOWHERE')
    await assert.rejects(
      unknown,
      /There is no organisation with the code NOWHERE. Here are: NORTHMERE, SOUTHMERE/,
    )
  })
})
