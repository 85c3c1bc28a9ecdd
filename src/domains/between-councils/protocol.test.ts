import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { generatePairs, readPeopleFile } from '#domains/matching/index.ts'
import { decoysFrom } from './encode/decoys.ts'
import { encodeAll, openEncoder, SUITE } from './encode/encoder.rules.ts'
import { pairsOf } from './match/bands.rules.ts'
import { type Encodings, encodingsBody, Refused } from './match/check-encodings.rules.ts'
import { matched, taken } from './match/matcher.ts'
import { readBands, readCard, readMessage, writtenCard } from './protocol/bodies.form.ts'
import { agreementOf, identityOf } from './protocol/identity.rules.ts'
import { callOf, isCallFrom, messageOf, NotTaken, opened } from './protocol/message.rules.ts'
import { runKeyOf, termsOf } from './protocol/terms.rules.ts'

const now = new Date('2026-11-21T10:00:00Z')
const council = (name: string) => identityOf(randomBytes(32), { kind: 'council', name })
const [north, south] = [council('North'), council('South')]
const matcher = identityOf(randomBytes(32), { kind: 'matcher', name: 'Matcher' })
const run = randomUUID()

const records = (file: string) =>
  [...readPeopleFile(Buffer.from(file), 'invented')].map((p) => p.record)

/** The same but for its first letter, whichever that is. */
const changed = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`

describe('a message between councils', () => {
  const message = messageOf(north, {
    kind: 'pair',
    run,
    to: south.card,
    body: Buffer.from('a'),
    now,
  })

  it('opens for whom it is, from whom it says, and for nobody else', () => {
    assert.equal(opened(south, north.card, message).toString(), 'a')
    const wrong = [
      () => opened(matcher, north.card, message),
      () => opened(south, matcher.card, message),
      () => opened(south, north.card, { ...message, run: randomUUID() }),
      () => opened(south, north.card, { ...message, kind: 'ring' as const }),
      () => opened(south, north.card, { ...message, sealed: changed(message.sealed) }),
      () =>
        opened(south, north.card, {
          ...message,
          signature: matcher.card.signing.toString('base64'),
        }),
    ]
    for (const one of wrong) assert.throws(one, NotTaken)
  })

  it('never says what it holds by what it is', () => {
    const long = messageOf(north, {
      kind: 'pair',
      run,
      to: south.card,
      body: Buffer.from('Thu Hang'),
      now,
    })
    // Whole, since three letters alone come about in sealed bytes too.
    const words = JSON.stringify(long)
    for (const plain of ['Thu Hang', Buffer.from('Thu Hang').toString('base64').slice(0, -2)])
      assert.equal(words.includes(plain), false, plain)
    assert.notEqual(
      messageOf(north, { kind: 'pair', run, to: south.card, body: Buffer.from('a'), now }).sealed,
      message.sealed,
    )
  })

  it('is read strictly', () => {
    assert.deepEqual(readMessage(JSON.stringify(message)), message)
    for (const bad of [
      '',
      'null',
      '[]',
      '{}',
      JSON.stringify({ ...message, more: 1 }),
      JSON.stringify({ ...message, version: 2 }),
    ])
      assert.throws(() => readMessage(bad), NotTaken)
  })

  it('goes with a card that says the same again, and a call that is good for minutes', () => {
    assert.deepEqual(readCard(writtenCard(north.card)), north.card)
    assert.equal(readCard('{"card":"council"}'), undefined)
    const call = callOf(north, matcher.card, now)
    const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
    assert.equal(isCallFrom(call, north.card, matcher.card, later(4)), true)
    assert.equal(isCallFrom(call, north.card, matcher.card, later(6)), false)
    assert.equal(isCallFrom(call, south.card, matcher.card, now), false)
    assert.equal(isCallFrom(call, north.card, south.card, now), false)
  })

  it('makes one key of a run for both, and another for every other run', () => {
    const [a, b] = [agreementOf(randomBytes(32)), agreementOf(randomBytes(32))]
    const terms = termsOf(Buffer.from('proposal'), Buffer.from('answer'))
    const key = runKeyOf(a.secret, b.known, terms)
    assert.deepEqual(runKeyOf(b.secret, a.known, terms), key)
    assert.notDeepEqual(
      runKeyOf(a.secret, b.known, termsOf(Buffer.from('other'), Buffer.from('answer'))),
      key,
    )
    // A key that agrees with everybody on zero is no key.
    assert.throws(() => runKeyOf(a.secret, Buffer.alloc(32), terms))
  })
})

const terms = 'a'.repeat(64)
const sent = (
  from: typeof north,
  other: typeof north,
  given: Partial<Encodings>,
  side: 'asks' | 'answers' = 'asks',
) =>
  messageOf(from, {
    kind: 'encodings',
    run,
    to: matcher.card,
    now,
    body: encodingsBody({
      terms,
      side,
      other: other.card.fingerprint,
      suite: SUITE.name,
      rows: SUITE.fewest,
      bytes: rowsOf(SUITE.fewest),
      ...given,
    }),
  })

/** Rows as full as honest ones. */
const rowsOf = (count: number) => {
  const bytes = randomBytes(count * SUITE.bytesEach)
  const others = randomBytes(count * SUITE.bytesEach)
  return Uint8Array.from(bytes, (byte, n) => byte & ((others[n] ?? 0) | 0x11))
}

/** Three bits more of every sixteen that are not set. */
const fuller = (count: number) => {
  const [a, b, c] = [rowsOf(count), randomBytes(count * 128), randomBytes(count * 128)]
  return randomBytes(count * 128).map((byte, n) => byte | ((a[n] ?? 0) & (b[n] ?? 0) & (c[n] ?? 0)))
}

describe('encodings that are not those of children', () => {
  const refusals: readonly (readonly [string, Partial<Encodings>, RegExp])[] = [
    [
      'all ones',
      { bytes: new Uint8Array(64 * 128).fill(255) },
      /64 of 64 rows have so few or so many bits/,
    ],
    ['all zeros', { bytes: new Uint8Array(64 * 128) }, /64 of 64 rows have so few or so many bits/],
    ['too short', { bytes: rowsOf(63) }, /64 rows of 128 bytes are 8192 bytes, and there are 8064/],
    ['too long', { bytes: rowsOf(65) }, /there are 8320/],
    ['of a few only', { rows: 3, bytes: rowsOf(3) }, /fewer than 64 rows/],
    ['of another suite', { suite: 'clk-1' }, /not of the suite clk-2/],
    [
      'the same again and again',
      { bytes: Buffer.concat(Array.from({ length: 64 }, () => rowsOf(1).fill(0b01010101))) },
      /say exactly the same|so few or so many|bits set/,
    ],
    ['more than half full, to be like anything', { bytes: fuller(64) }, /like anything/],
  ]
  for (const [name, given, says] of refusals)
    it(`are refused when they are ${name}, in a sentence about them alone`, () => {
      const wrong = sent(north, south, given)
      assert.throws(
        () => taken(matcher, north.card, wrong),
        (error: Error) => {
          assert.ok(error instanceof Refused)
          assert.match(error.message, says)
          return true
        },
      )
    })

  it('are refused before a row of the other council is looked at, so that no time tells of it', () => {
    const wrong = sent(north, south, { bytes: new Uint8Array(64 * 128) })
    // There is no other council here at all, and the answer is the same.
    assert.throws(() => taken(matcher, north.card, wrong), Refused)
  })

  it('are not compared across runs, terms or councils', async () => {
    const mine = taken(matcher, north.card, sent(north, south, {}))
    const third = council('Third')
    const others = [
      sent(south, north, { terms: 'b'.repeat(64) }, 'answers'),
      sent(south, north, {}, 'asks'),
      sent(south, third, {}, 'answers'),
    ].map((message) => taken(matcher, south.card, message))
    others.push(taken(matcher, third.card, sent(third, north, {}, 'answers')))
    for (const other of others)
      await assert.rejects(matched(matcher, mine, other, { now }), Refused)
  })
})

describe('two councils through a matcher', () => {
  it('find most of hard pairs, and the matcher gives rows and bands and nothing else', async () => {
    const file = generatePairs({ pairs: 400, seed: 31 })
    const key = randomBytes(32)
    const [left, right] = [records(file.left), records(file.right)]
    const ours = await encodeAll(key, left, decoysFrom(left))
    const theirs = await encodeAll(key, right, decoysFrom(right))
    assert.ok(ours.rows >= left.length - ours.tooLittle + Math.floor(left.length * 0.2))
    const one = taken(
      matcher,
      north.card,
      sent(north, south, { rows: ours.rows, bytes: ours.bytes }),
    )
    const two = taken(
      matcher,
      south.card,
      sent(south, north, { rows: theirs.rows, bytes: theirs.bytes }, 'answers'),
    )
    const [forNorth, forSouth] = await matched(matcher, one, two, { now, workers: 1 })
    const body = opened(north, matcher.card, forNorth)
    const [a, b] = [readBands(body), readBands(opened(south, matcher.card, forSouth))]
    assert.deepEqual(Object.keys(a).toSorted(), ['crowded', 'pairs', 'rows', 'terms'])
    assert.equal(body.length % (16 * 1024), 0)
    const byToken = new Map(b.pairs.map((p) => [p.token, theirs.ids[p.row]]))
    const truth = new Map(
      file.truth
        .trim()
        .split('\n')
        .slice(1)
        .map((l) => l.trim().split(','))
        .map(([l, r]) => [l, r]),
    )
    const strong = a.pairs.filter((p) => p.band !== 'perhaps')
    const named = strong.filter(
      (p) => ours.ids[p.row] !== undefined && byToken.get(p.token) !== undefined,
    )
    const rightly = named.filter((p) => truth.get(ours.ids[p.row] ?? '') === byToken.get(p.token))
    assert.ok(rightly.length / truth.size > 0.6, `found ${rightly.length} of ${truth.size}`)
    assert.ok(rightly.length / named.length > 0.9, `right ${rightly.length} of ${named.length}`)
  })

  it('make of one child a file like any other, in which the same child is never the same twice', async () => {
    const [one] = records(generatePairs({ pairs: 5, seed: 3 }).left)
    assert.ok(one)
    const key = randomBytes(32)
    const made = await encodeAll(key, [one], decoysFrom([one]))
    assert.equal(made.rows, SUITE.fewest)
    assert.equal(made.ids.filter((id) => id !== undefined).length, 1)
    const encoder = openEncoder(key)
    assert.notDeepEqual(encoder.encode(one), encoder.encode(one))
    assert.notDeepEqual(
      openEncoder(randomBytes(32), { folds: 1, noise: 0 }).encode(one),
      openEncoder(key, { folds: 1, noise: 0 }).encode(one),
    )
    assert.equal(encoder.encode({ id: 'x', names: ['A'] }), undefined)
  })

  it('hear nothing of a row that is like a crowd', () => {
    const crowd = Array.from({ length: 40 }, (_, right) => ({ left: 0, right, similarity: 0.9 }))
    const { pairs, crowded } = pairsOf([...crowd, { left: 1, right: 41, similarity: 0.65 }])
    assert.deepEqual(pairs, [{ left: 1, right: 41, band: 'alike' }])
    assert.deepEqual(crowded, { left: 1, right: 0 })
  })
})
