import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from '#platform/http/page.ts'
import { pages } from '../../pages.ts'
import { BOXES, boxesAt } from './boxes.rules.ts'
import { NO_ADVICE, isSpokenFor, whyNoAdvice } from './boxes/no-advice.rules.ts'

/** A young person’s own pages are theirs: nothing on them is ever advised on. */
const ofStaff = (address: string): boolean => !/^\/me(\/|$)/.test(address)

/** Forms about one child, whoever of staff fills them in. */
const aboutAChild = (page: Pick<Page, 'method' | 'url'>): boolean =>
  page.method === 'POST' && ofStaff(page.url) && page.url.includes(':childId')

describe('whose words the boxes of staff forms hold', () => {
  const posts = new Set(pages.filter((p) => p.method === 'POST').map((p) => p.url))

  it('is said of every form about a child, or why nothing is advised on there', () => {
    const forms = pages.filter(aboutAChild).map((page) => page.url)
    assert.ok(forms.length > 100, 'the forms were found')
    assert.deepEqual(
      forms.filter((at) => !boxesAt(at) && whyNoAdvice(at) === undefined),
      [],
    )
  })

  it('is said once, of forms that there are', () => {
    const twice = BOXES.filter(({ at }, n) => BOXES.findIndex((b) => b.at === at) !== n)
    assert.deepEqual(twice, [])
    assert.deepEqual(
      BOXES.filter(({ at }) => !posts.has(at) || whyNoAdvice(at) !== undefined).map((b) => b.at),
      [],
    )
    const unknown = Object.keys(NO_ADVICE).filter((at) => {
      const begins = at.endsWith('*') ? at.slice(0, -1) : undefined
      return begins === undefined ? !posts.has(at) : ![...posts].some((p) => p.startsWith(begins))
    })
    assert.deepEqual(unknown, [])
  })

  it('would see a form, and a box, that nobody spoke for', () => {
    const made = { method: 'POST', url: '/children/:childId/made-up/add' } as const
    assert.ok(aboutAChild(made))
    assert.equal(whyNoAdvice(made.url), undefined)
    assert.equal(isSpokenFor(made.url, 'words'), false)
    assert.equal(isSpokenFor('/children/:childId/concerns/add', 'anotherBox'), false)
    assert.ok(isSpokenFor('/children/:childId/concerns/add', 'seen'))
    assert.ok(isSpokenFor('/children/:childId/clocks/start', 'rule'))
  })

  it('never takes the young person’s words for ours', () => {
    const theirs = /^(child|their|own)[A-Z]|^childWords|^childView|^effect$/
    for (const { at, ours } of BOXES) {
      assert.deepEqual(
        ours.filter((name) => theirs.test(name)),
        [],
        at,
      )
    }
  })
})
