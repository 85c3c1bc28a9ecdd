import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from '#tests/support/examples.ts'
import {
  fieldInWords,
  keptFields,
  mayBeKept,
  nextStep,
  ownPath,
  readableFields,
  type AtTheDoor,
} from './sign-in.rules.ts'

const worker: AtTheDoor = {
  role: 'practitioner',
  demonstration: false,
  mustChange: false,
  hasCode: true,
  passkeys: 0,
  passed: false,
}

describe('the steps of signing in', () => {
  it('asks for the second factor before anything else', () => {
    assert.equal(nextStep({ ...worker, mustChange: true }), 'second-factor')
    assert.equal(nextStep({ ...worker, mustChange: true, passed: true }), 'new-password')
    assert.equal(nextStep({ ...worker, passed: true }), 'in')
    assert.equal(nextStep({ ...worker, hasCode: false, passkeys: 1 }), 'second-factor')
  })

  it('has staff of a real deployment set one up before anything opens', () => {
    assert.equal(nextStep({ ...worker, hasCode: false }), 'set-up')
    assert.equal(nextStep({ ...worker, hasCode: false, mustChange: true }), 'new-password')
  })

  it('asks invented people and young people for their password only', () => {
    assert.equal(nextStep({ ...worker, hasCode: false, demonstration: true }), 'in')
    assert.equal(nextStep({ ...worker, hasCode: false, role: 'young_person' }), 'in')
  })

  it('lets nobody in who has a factor and has not shown it', () => {
    const account = fc.record({
      role: fc.constantFrom('practitioner', 'young_person', 'administrator'),
      demonstration: fc.boolean(),
      mustChange: fc.boolean(),
      hasCode: fc.boolean(),
      passkeys: fc.nat({ max: 3 }),
      passed: fc.boolean(),
    }) as fc.Arbitrary<AtTheDoor>
    fc.assert(
      fc.property(account, (a) => {
        // For a young person a passkey is a way in beside their words, not a second thing to have.
        const hasFactor = a.hasCode || (a.passkeys > 0 && a.role !== 'young_person')
        if (nextStep(a) === 'in') assert.ok(a.passed || !hasFactor)
        if (nextStep(a) === 'in') assert.equal(a.mustChange, false)
      }),
    )
  })
})

describe('going on after signing in', () => {
  it('leads to pages of ours', () => {
    for (const path of ['/', '/home', '/children/abc?tab=names&q=%E1%88%B0']) {
      assert.equal(ownPath(path), path)
    }
  })

  for (const elsewhere of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/a\r\nset-cookie: x',
    '/\t/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'home',
    '',
    '/sign-in?next=/sign-in',
    '/sign-out',
    '/SIGN-IN/second-factor',
  ]) {
    it(`does not lead to ${JSON.stringify(elsewhere)}`, () => {
      assert.equal(ownPath(elsewhere), undefined)
    })
  }

  it('never leaves our own site, whatever is asked for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('/\\.?#@:%aé\t \n')) }),
        (text) => {
          const path = ownPath(text)
          if (path === undefined) return
          assert.equal(new URL(path, 'https://ours.example').host, 'ours.example')
          assert.match(path, /^\/(?!\/)/)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('a kept form', () => {
  const form = {
    words: 'I like the river.\nAnd chips.',
    who: ['worker', 'guardian', ''],
    childId: '00000000-0000-4000-8000-000000000001',
    version: '3',
    empty: '',
    odd: { nested: true },
  }

  it('is sent on whole, and shows what a person typed', () => {
    assert.deepEqual(
      keptFields(form).map((f) => f.name),
      ['words', 'who', 'childId', 'version', 'empty'],
    )
    assert.deepEqual(readableFields(keptFields(form)), [
      { name: 'words', values: ['I like the river.\nAnd chips.'] },
      { name: 'who', values: ['worker', 'guardian'] },
    ])
  })

  it('names its fields in words', () => {
    assert.deepEqual(['lastSeenPlace', 'said_by', 'words'].map(fieldInWords), [
      'Last seen place',
      'Said by',
      'Words',
    ])
  })

  it('never keeps a form about an account', () => {
    assert.equal(mayBeKept('/account/password'), false)
    assert.equal(mayBeKept('/accounts/open'), false)
    assert.equal(mayBeKept('/accountability'), true)
    assert.equal(mayBeKept('/children/x/about'), true)
  })
})
