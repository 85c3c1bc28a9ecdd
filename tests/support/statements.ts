import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { TestPerson } from './people.ts'
import { postParts } from './multipart.ts'
import type { World } from './world.ts'

type Part = string | { readonly cards: readonly string[] } | { readonly [medium: string]: Buffer }

/** Says something through the pages, as a young person would, and gives its id; a draft unless `to` is said. */
export async function saySomething(
  w: World,
  who: TestPerson,
  parts: readonly Part[],
  to?: 'everyone_beside_me' | 'trusted' | readonly TestPerson[],
): Promise<{ readonly id: string; readonly parts: readonly string[] }> {
  const id = randomUUID()
  const begun = await w.post(who, '/me/say', { statement: id, way: 'words' })
  assert.equal(begun.headers.location, `/me/say/${id}/make/words`)
  const made: string[] = []
  for (const part of parts) made.push(await make(w, who, id, part))
  if (to !== undefined) {
    const chosen =
      typeof to === 'string' ? { who: to } : { who: 'chosen', person: to.map((p) => p.id) }
    const sent = await w.post(who, `/me/say/${id}/send`, { ...chosen, with: 'alone', do: 'send' })
    assert.equal(sent.headers.location, `/me/say/${id}?just=sent`, sent.payload)
  }
  return { id, parts: made }
}

async function make(w: World, who: TestPerson, id: string, made: Part): Promise<string> {
  const part = randomUUID()
  const at = `/me/say/${id}`
  const res =
    typeof made === 'string'
      ? await w.post(who, `${at}/make/words`, { part, version: '0', words: made })
      : 'cards' in made
        ? await w.post(who, `${at}/make/cards`, {
            part,
            version: '0',
            card: made.cards as readonly string[],
          })
        : await postParts(w, who, `${at}/make/${Object.keys(made)[0]}`, {
            part,
            file: Object.values(made)[0] ?? Buffer.alloc(0),
          })
  assert.equal(res.statusCode, 303, res.payload)
  assert.equal(res.headers.location, at)
  return part
}
