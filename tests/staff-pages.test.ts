import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { TOPICS } from '../src/domains/guidance/texts/index.rules.ts'
import nrmForm from '../src/domains/identification/nrm/data/nrm-form.json' with { type: 'json' }
import { boxesAt } from '../src/domains/wording/boxes.rules.ts'
import { isSpokenFor } from '../src/domains/wording/boxes/no-advice.rules.ts'
import { pages } from '../src/pages.ts'
import { crawl, patternOf, type Reached } from './support/crawl.ts'
import { type Demonstration, demonstration } from './support/demonstration.ts'

/** The large boxes of every form of a page, with the address the form is sent to. */
function largeBoxes({
  url,
  html,
}: Reached): readonly { readonly at: string; readonly name: string }[] {
  return [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].flatMap(([form]) => {
    const action = /^<form\b[^>]*\baction="([^"]*)"/.exec(form)?.[1]
    const to = (action || url).replaceAll('&amp;', '&')
    const names = [...form.matchAll(/<textarea\b[^>]*\bname="([^"]+)"/g)].map(([, name]) => name)
    return names.map((name = '') => ({ at: addressOf(to), name }))
  })
}

const POSTS = pages
  .filter((page) => page.method === 'POST')
  .map(({ url }) => ({ url, asked: new RegExp(`^${url.replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`) }))
  .toSorted((a, b) => a.url.split(':').length - b.url.split(':').length)

const addressOf = (to: string): string => {
  const [path = ''] = to.split(/[?#]/)
  return POSTS.find(({ asked }) => asked.test(path))?.url ?? patternOf(path) ?? path
}

/** Topics whose part of the product is not here yet, and in which domain it will be. */
const NOT_YET: Readonly<Record<string, readonly string[]>> = {
  missing: ['missing', 'missing-early', 'missing-ready', 'return-conversation'],
}

const helpIn = ({ html }: Reached): readonly string[] =>
  [...html.matchAll(/\bdata-help="([^"]+)"/g)].map(([, code = '']) => code)

/** A crawl looks twice at each kind of page: it begins with those of which the two nearest to hand are not enough. */
async function startsOf({ db }: Demonstration): Promise<readonly string[]> {
  const { rows } = await sql<{ url: string }>`
    select '/children/' || child_id || '/protection/strategy_discussion/add' as url from waymark.concern
    union select '/children/' || child_id || '/referrals/' || id from waymark.linked_referral where kind = 'nrm'
    union select '/children/' || child_id || '/referral-for-help/' || id || '/decisions/add'
      from waymark.nrm_referral where state = 'sent'
    union select '/children/' || child_id || '/referral-for-help/' || id from waymark.nrm_referral where state = 'preparing'`.execute(
    db,
  )
  assert.ok(rows.length > 2)
  return [...rows.map((r) => r.url), '/']
}

describe('what stands on the pages of staff', () => {
  let shown: Demonstration
  const boxes = new Map<string, Set<string>>()
  const help = new Map<string, Set<string>>()
  const add = (to: Map<string, Set<string>>, key: string, one: string) =>
    to.set(key, (to.get(key) ?? new Set()).add(one))

  before(async () => {
    shown = await demonstration(40)
    for (const role of ['practitioner', 'manager'] as const) {
      const { reached } = await crawl(shown.app, await shown.signIn(role), await startsOf(shown))
      for (const page of reached.filter((p) => !/^\/me(\/|$)/.test(p.pattern))) {
        for (const { at, name } of largeBoxes(page)) add(boxes, at, name)
        for (const code of helpIn(page)) add(help, code, page.pattern)
      }
    }
  })

  after(async () => {
    await shown?.close()
  })

  it('is no large box of which nobody said whose words it holds', () => {
    const wrong = [...boxes].flatMap(([at, names]) =>
      [...names].filter((name) => !isSpokenFor(at, name)).map((name) => `${at}: ${name}`),
    )
    assert.deepEqual(wrong, [])
    const expected = [
      '/children/:childId/concerns/add',
      '/children/:childId/situations/add',
      '/children/:childId/protection/:kind/add',
      '/children/:childId/cross-border/add',
      '/children/:childId/missed-chances/add',
      '/children/:childId/referral-for-help/:referral/their-view',
      '/children/:childId/systems/age/add',
      '/children/:childId/systems/barriers/add',
      '/children/:childId/clocks/add',
      '/children/:childId/happening/add',
    ]
    assert.deepEqual(
      expected.filter((at) => !boxes.has(at)),
      [],
    )
  })

  it('is help of every topic whose part of the product is here', () => {
    const src = path.resolve(import.meta.dirname, '../src/domains')
    const later = new Set(
      Object.entries(NOT_YET).flatMap(([domain, codes]) =>
        existsSync(path.join(src, domain, 'pages.ts')) ? [] : codes,
      ),
    )
    const nowhere = TOPICS.map(({ code }) => code).filter(
      (code) => !help.has(code) && !later.has(code),
    )
    assert.deepEqual(nowhere, [])
  })

  it('is help where decisions are made', () => {
    const wanted: readonly (readonly [string, string])[] = [
      ['concern', '/children/:childId/concerns/add'],
      ['second-look', '/children/:childId/concerns/:concern/second-look'],
      ['protection-first', '/children/:childId/protection/:kind/add'],
      ['three-referrals', '/children/:childId/referrals/:referral'],
      ['nrm-narrative', '/children/:childId/referral-for-help/:referral/form/:step'],
      ['conclusive-grounds', '/children/:childId/referral-for-help/:referral/decisions/add'],
      ['age-dispute', '/children/:childId/systems/age/add'],
      ['legal-advice', '/children/:childId/legal-help/:area'],
      ['wording', '/children/:childId/systems/barriers/add'],
      ['barriers', '/children/:childId/systems/in-the-way'],
      ['access', '/children/:childId/systems/access'],
      ['past-eighteen', '/children/:childId/systems/due'],
      ['past-eighteen', '/children/:childId/beside/:allocationId/end'],
    ]
    assert.deepEqual(
      wanted.filter(([code, at]) => help.get(code)?.has(at) !== true),
      [],
    )
  })
})

describe('whose words the boxes of the Home Office’s form hold', () => {
  it('is said of every long answer', () => {
    const step = boxesAt('/children/:childId/referral-for-help/:referral/form/:step')
    assert.ok(step)
    const long = nrmForm.fields.filter((f) => f.type === 'textarea').map((f) => f.name)
    assert.deepEqual(long.toSorted(), step.ours.toSorted())
  })
})
