import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, beforeEach, describe, it } from 'node:test'
import { doorPages, pages } from '../src/pages.ts'
import { may, ROLES, type Role } from '#platform/access/capability.ts'
import { actInWords } from '#domains/audit/index.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Page } from '#platform/http/page.ts'
import { aChild } from './support/builders.ts'
import {
  ada,
  ann,
  ben,
  cas,
  gus,
  hal,
  ivy,
  joy,
  kit,
  meg,
  mia,
  sam,
  southmere,
  zoe,
  type TestPerson,
} from './support/people.ts'
import { world, type World } from './support/world.ts'

/** Everybody who could knock, at least one for each role, near to the child and far from them. */
const near = [ada, gus, meg, ivy, kit, cas]
const far = [ben, hal, sam, mia, joy, ann, zoe]

const urlOf = (page: Page, child: ChildId): string =>
  page.url.replace(':childId', child).replaceAll(/:[A-Za-z]+/g, () => randomUUID())

const name = (page: Page): string => `${page.method} ${page.url}`
const ofAChild = pages.filter((p) => p.url.includes(':childId'))

describe('who may open what', () => {
  let w: World
  let child: ChildId
  let elsewhere: ChildId

  before(async () => {
    w = await world()
    child = await aChild(w, { allocatedTo: [ada, gus], account: kit })
    elsewhere = await aChild(w, { organisationId: southmere, allocatedTo: [sam], account: joy })
  })

  // Some pages sign people out, or pass their device on: everybody comes to each test signed in.
  beforeEach(async () => {
    await w.signIn()
  })

  const knock = async (person: TestPerson, page: Page, at: ChildId): Promise<number> => {
    const url = urlOf(page, at)
    const res = page.method === 'GET' ? await w.get(person, url) : await w.post(person, url)
    return res.statusCode
  }

  it('knows somebody for every role', () => {
    const roles = new Set<string>([...near, ...far].map((p) => p.role))
    assert.deepEqual(
      ROLES.filter((r) => !roles.has(r)),
      [],
    )
  })

  it('has no two pages at one address', () => {
    const names = [...pages, ...doorPages].map((p) => `${p.method} ${p.url}`)
    assert.deepEqual(
      names.filter((n, at) => names.indexOf(n) !== at),
      [],
    )
  })

  it('audits the child of every page that is about one', () => {
    assert.deepEqual(ofAChild.filter((p) => !p.audit.childId).map(name), [])
  })

  it('calls every act by words in the trail', () => {
    const acts = [...pages, ...doorPages].flatMap((p) =>
      typeof p.audit === 'string' ? [] : [p.audit.action],
    )
    assert.deepEqual(
      acts.filter((action) => actInWords(action) === action),
      [],
    )
  })

  for (const page of pages) {
    it(`${name(page)} is shut to roles without ${page.may}, and to nobody else`, async () => {
      for (const person of [...near, ...far]) {
        const role = person.role as Role
        if (page.method === 'POST') await w.signIn(person)
        const status = await knock(person, page, near.includes(person) ? child : elsewhere)
        if (may(role, page.may)) assert.notEqual(status, 500, `${person.name} broke it`)
        else assert.equal(status, 403, `${person.name} got ${status}`)
      }
    })

    it(`${name(page)} asks a stranger to sign in`, async () => {
      const url = urlOf(page, child)
      const res = await w.app.inject({ method: page.method, url })
      assert.equal(res.statusCode, page.method === 'GET' ? 303 : 401)
      if (page.method === 'GET') assert.match(String(res.headers.location), /^\/(sign-in|in)\b/)
    })
  }

  for (const page of ofAChild) {
    it(`${name(page)} does not exist for a child out of reach`, async () => {
      for (const person of far.filter((p) => may(p.role as Role, page.may))) {
        assert.equal(await knock(person, page, child), 404, person.name)
      }
      for (const person of near.filter((p) => may(p.role as Role, page.may))) {
        assert.equal(await knock(person, page, elsewhere), 404, person.name)
      }
    })

    it(`${name(page)} leaves a trace of who asked, for which child`, async () => {
      const person = [...near].find((p) => may(p.role as Role, page.may))
      if (!person) return
      const count = async () => {
        const { n } = await w.db
          .selectFrom('waymark.audit_entry')
          .select(({ fn }) => fn.countAll<string>().as('n'))
          .where('actor_id', '=', person.id)
          .where('child_id', '=', child)
          .where('action', '=', page.audit.action)
          .executeTakeFirstOrThrow()
        return Number(n)
      }
      const earlier = await count()
      await knock(person, page, child)
      assert.equal(await count(), earlier + 1)
    })
  }

  for (const page of pages.filter((p) => p.method === 'POST')) {
    it(`${name(page)} refuses a form without its token`, async () => {
      const person = [...near, ...far].find((p) => may(p.role as Role, page.may))
      assert.ok(person, 'nobody may post here')
      const res = await w.app.inject({
        method: 'POST',
        url: urlOf(page, child),
        headers: { ...w.as(person), 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'a=b',
      })
      assert.equal(res.statusCode, 403)
    })
  }

  it('refuses a form posted from another site', async () => {
    const page = doorPages.find((p) => p.method === 'POST')
    assert.ok(page)
    const res = await w.app.inject({
      method: 'POST',
      url: page.url,
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    assert.equal(res.statusCode, 403)
  })

  it('sends every page under a strict policy, kept by nobody', async () => {
    const res = await w.get(ada, '/nothing-here')
    const policy = String(res.headers['content-security-policy'])
    assert.match(policy, /default-src 'none'/)
    assert.doesNotMatch(policy, /unsafe|https?:|\*/)
    assert.equal(res.headers['cache-control'], 'no-store')
  })

  it('writes no address of a record, no name and no typed text in its log', async () => {
    await w.get(ada, `/children/${child}?q=Zanzibar`)
    const text = JSON.stringify(w.logged)
    assert.doesNotMatch(text, /Zanzibar/)
    assert.equal(text.includes(child), false)
    assert.match(text, /"page"/)
  })
})
