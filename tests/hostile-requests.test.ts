import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ChildId } from '#kernel/ids.ts'
import { csrfToken } from '#platform/http/csrf.ts'
import { aChild } from './support/builders.ts'
import { ada, ann, kit, zoe } from './support/people.ts'
import { world, type World } from './support/world.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

describe('requests that no page of ours makes', () => {
  let w: World
  let child: ChildId

  before(async () => {
    w = await world()
    child = await aChild(w, { account: kit })
  })

  const sessionOf = async (person: typeof ada): Promise<string> => {
    const { id } = await w.db
      .selectFrom('waymark.session')
      .select('id')
      .where('person_id', '=', person.id)
      .where('ended_at', 'is', null)
      .executeTakeFirstOrThrow()
    return id
  }

  const lastEntry = async (outcome: string) => {
    const { rows } = await sql<{ child_id: string | null; action: string; actor_id: string }>`
      select child_id, action, actor_id from waymark.audit_entry where outcome = ${outcome}
      order by id desc limit 1`.execute(w.db)
    return rows[0]
  }

  it('find nothing at an address that cannot be read, on a page like any other', async () => {
    for (const url of ['/children/%zz', '/%ff', `/children/${'a'.repeat(300)}`]) {
      const res = await w.get(ada, url)
      assert.equal(res.statusCode, 404, url)
      assert.match(res.payload, /Page not found/)
      assert.match(String(res.headers['content-security-policy']), /default-src 'none'/)
    }
  })

  it('send nothing but forms', async () => {
    const typed = {
      _csrf: csrfToken(w.keys.csrf, await sessionOf(ada)),
      knownAs: { a: 1 },
      version: 1,
    }
    for (const type of ['application/json', 'text/plain', 'text/xml']) {
      const res = await w.app.inject({
        method: 'POST',
        url: `/children/${child}/go-by`,
        headers: { ...w.as(ada), 'content-type': type },
        payload: JSON.stringify(typed),
      })
      assert.equal(res.statusCode, 415, type)
      assert.match(res.payload, /could not read/)
    }
  })

  it('are refused from another site, also by a browser that only says where it was', async () => {
    const payload = `_csrf=${csrfToken(w.keys.csrf, await sessionOf(ada))}`
    const post = (headers: Record<string, string>) =>
      w.app.inject({
        method: 'POST',
        url: '/sign-out',
        headers: { ...w.as(ada), ...FORM, ...headers },
        payload,
      })
    assert.equal((await post({ origin: 'https://elsewhere.example' })).statusCode, 403)
    assert.equal((await post({ origin: 'null' })).statusCode, 403)
    assert.equal((await post({ origin: 'http://localhost:80.elsewhere.example' })).statusCode, 403)
    assert.equal((await post({ origin: 'http://localhost' })).statusCode, 303)
    await w.signIn(ada)
  })

  it('are not read when a stranger, or a role that may not, sends a file', async () => {
    const edge = 'edge'
    const file = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n${'y'.repeat(7_000_000)}\r\n--${edge}--\r\n`
    const headers = {
      'content-type': `multipart/form-data; boundary=${edge}`,
      'transfer-encoding': 'chunked',
    }
    const send = (who: Record<string, string>) =>
      w.app.inject({
        method: 'POST',
        url: '/frameworks/import',
        headers: { ...who, ...headers },
        payload: file,
      })
    assert.equal((await send({})).statusCode, 401)
    assert.equal((await send(w.as(ann))).statusCode, 403)
    assert.equal((await send(w.as(zoe))).statusCode, 413)
  })

  it('leave the child on the entry when a role is refused', async () => {
    assert.equal((await w.get(ann, `/children/${child}`)).statusCode, 403)
    assert.deepEqual(await lastEntry('refused'), {
      child_id: child,
      action: 'children.read',
      actor_id: ann.id,
    })
    const seen = await w.get(kit, '/me/who-looked')
    assert.match(seen.payload, /Ann Analyst/)
  })

  it('leave the child on the entry when the page fails', async () => {
    await sql`revoke select on waymark.own_meaning from waymark_app`.execute(w.db)
    try {
      assert.equal((await w.get(ada, `/children/${child}/meanings`)).statusCode, 500)
    } finally {
      await sql`grant select on waymark.own_meaning to waymark_app`.execute(w.db)
    }
    assert.deepEqual(await lastEntry('failed'), {
      child_id: child,
      action: 'children.meanings.read',
      actor_id: ada.id,
    })
  })
})
