import { csrfToken } from '#platform/http/csrf.ts'
import { COOKIE } from '#platform/http/sessions.ts'
import { atTheDoor } from '#platform/db/unit-of-work.ts'
import { createHash } from 'node:crypto'
import type { TestPerson } from './people.ts'
import type { World } from './world.ts'

type Sent = Readonly<Record<string, string | Buffer | readonly Buffer[]>>

/** Sends a form with files in it as a browser does, with the token of whoever sends it. */
export async function postParts(w: World, person: TestPerson, url: string, fields: Sent) {
  const form = new FormData()
  form.set('_csrf', csrfToken(w.keys.csrf, await sessionOf(w, person)))
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(name, value)
    else {
      for (const bytes of Buffer.isBuffer(value) ? [value] : value) {
        form.append(name, new File([new Uint8Array(bytes)], 'C:\\fakepath\\Kit at home.xyz'))
      }
    }
  }
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  return w.app.inject({
    method: 'POST',
    url,
    headers: { ...w.as(person), 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

async function sessionOf(w: World, person: TestPerson): Promise<string> {
  const token = w.as(person)['cookie']?.slice(COOKIE.length + 1) ?? ''
  const row = await atTheDoor(w.web, (door) =>
    door
      .selectFrom('waymark.session')
      .select('id')
      .where('token_hash', '=', createHash('sha256').update(token).digest())
      .executeTakeFirstOrThrow(),
  )
  return row.id
}
