import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import {
  answerByFile,
  askByFile,
  encodeByFile,
  type Identity,
  type KeptQuestion,
  openComparedRuns,
  openFolder,
  openPostOffice,
  readAsked,
  readMessage,
  SUITE,
  takeIntoFile,
  writtenCard,
} from '#domains/between-councils/index.ts'
import { fieldKeys, generatePairs, readPeopleFile } from '#domains/matching/index.ts'
import { termsByFile } from '../src/domains/between-councils/by-file/by-file.ts'
import { readAnswer } from '../src/domains/between-councils/protocol/bodies.form.ts'
import { agreementOf } from '../src/domains/between-councils/protocol/identity.rules.ts'
import { opened } from '../src/domains/between-councils/protocol/message.rules.ts'
import { runKeyOf } from '../src/domains/between-councils/protocol/terms.rules.ts'
import { drawnFrom, someone } from './support/sent-encodings.ts'

const [north, south] = [someone('council', 'North'), someone('council', 'South')]
const matcher = someone('matcher', 'A matcher')
const now = new Date()

/** Every way in which bytes as long as a key may lie in a file: raw, in figures, in base64 at each of its three places. */
function formsOf(key: Uint8Array): readonly Buffer[] {
  const bytes = Buffer.from(key)
  const hex = bytes.toString('hex')
  const shifted = [0, 1, 2].map((n) => {
    const text = Buffer.concat([Buffer.alloc(n), bytes, Buffer.alloc(3)]).toString('base64')
    // Only figures in which nothing but the key is.
    return text.slice(Math.ceil((n * 8) / 6), Math.floor(((n + bytes.length) * 8) / 6))
  })
  const texts = [hex, hex.toUpperCase(), ...shifted].flatMap((t) => [
    t,
    t.replaceAll('+', '-').replaceAll('/', '_'),
  ])
  return [bytes, ...texts.map((text) => Buffer.from(text))]
}

async function holding(folder: string, key: Uint8Array): Promise<readonly string[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((f) =>
    f.isFile(),
  )
  assert.ok(files.length > 3)
  const found: string[] = []
  for (const { parentPath, name } of files) {
    const bytes = await readFile(path.join(parentPath, name))
    if (formsOf(key).some((form) => bytes.includes(form))) found.push(name)
  }
  return found
}

describe('the folder of a matcher', () => {
  let folder = ''
  let secrets: readonly Uint8Array[] = []
  let encodings: readonly string[] = []

  /** A question that both leads accepted, and every secret of it. */
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waymark-no-key-'))
    const others = (partner: Identity) => ({ partner: partner.card, matcher: matcher.card })
    const asked = askByFile(north, others(south), {
      purpose: 'known_elsewhere',
      why: 'Children move between us',
      lead: 'Meg',
      now,
    })
    const question = readAsked(south, others(north), JSON.stringify(asked.messages[0]))
    const answered = answerByFile(south, others(north), question, { lead: 'Sam', now })
    const text = JSON.stringify(answered.messages[0])
    const ours = takeIntoFile(north, asked.kept, { text, now }).kept
    const runKey = keyOf(ours)
    secrets = [
      Buffer.from(ours.key ?? '', 'hex'),
      Buffer.from(answered.kept.key ?? '', 'hex'),
      runKey,
      ...fieldKeys(runKey, 8, {
        info: new TextEncoder().encode(`waymark between councils: ${SUITE.name}`),
      }),
    ]
    const { left, right } = generatePairs({ pairs: 80, seed: 5 })
    const people = (file: string) =>
      [...readPeopleFile(Buffer.from(file), 'invented')].map((p) => p.record)
    const steps = [
      await encodeByFile(north, ours, people(left), now),
      await encodeByFile(south, answered.kept, people(right), now),
    ]
    encodings = steps.map((step) => JSON.stringify(step.messages[0]))
    await writeFile(
      path.join(folder, 'm.key'),
      JSON.stringify({
        kind: 'matcher',
        name: 'A matcher',
        secret: drawnFrom('A matcher').toString('hex'),
      }),
    )
    await mkdir(path.join(folder, 'cards'))
    for (const { card } of [north, south])
      await writeFile(path.join(folder, 'cards', `${card.name}.json`), writtenCard(card))
  })
  after(async () => rm(folder, { recursive: true, force: true }))

  function keyOf(kept: KeptQuestion): Buffer {
    const said = readAnswer(Buffer.from(kept.answer ?? '', 'base64'))
    assert.ok(said.decision === 'accepted' && kept.key)
    const mine = agreementOf(Buffer.from(kept.key, 'hex')).secret
    return runKeyOf(mine, Buffer.from(said.key, 'base64'), termsByFile(kept))
  }

  it('holds no key of a run, in any form, while its encodings are there and after', async () => {
    const said: string[] = []
    const server = openPostOffice({
      identity: matcher,
      cards: [north.card, south.card],
      folder: await openFolder(path.join(folder, 'post')),
      compared: await openComparedRuns(path.join(folder, 'm.key.compared')),
      clock: () => now,
      workers: 0,
      say: (line) => said.push(line),
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    const at = server.address()
    const url = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/messages`
    try {
      for (const [n, body] of encodings.entries()) {
        assert.equal((await fetch(url, { method: 'POST', body })).status, 202)
        assert.equal(said.length, n, 'compared when both are there')
        for (const secret of secrets) assert.deepEqual(await holding(folder, secret), [])
      }
    } finally {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
    assert.match(said.join(''), /^compared a run/)
  })

  it('is sent none either, within what is sealed to it', () => {
    for (const [n, from] of [north, south].entries()) {
      const body = opened(matcher, from.card, readMessage(encodings[n] ?? ''))
      for (const secret of secrets)
        assert.equal(
          formsOf(secret).some((form) => body.includes(form)),
          false,
        )
    }
  })

  it('would be seen to hold one, raw, in figures or within base64', async () => {
    const key = secrets[2] ?? new Uint8Array()
    const forms = [
      Buffer.from(key),
      Buffer.from(key).toString('hex').toUpperCase(),
      ...[1, 2, 3].map((n) => Buffer.concat([Buffer.alloc(n, 65), key]).toString('base64')),
      Buffer.from(key).toString('base64url'),
    ]
    for (const form of forms) {
      await writeFile(path.join(folder, 'planted'), form)
      assert.deepEqual(await holding(folder, key), ['planted'])
    }
    await rm(path.join(folder, 'planted'))
    // Its own key is there, and is no key of a run.
    assert.deepEqual(await holding(folder, drawnFrom('A matcher')), ['m.key'])
  })
})
