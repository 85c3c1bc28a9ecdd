import assert from 'node:assert/strict'
import type { ChildId, PersonId } from '#kernel/ids.ts'
import { trustedId } from '#kernel/ids.ts'
import { visitor, type Visitor } from '#domains/people/visitor.fixture.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { ada } from '#tests/support/people.ts'
import type { World } from '#tests/support/world.ts'

/** The code on a worker's page, as it is read out. */
export const codeOn = (html: string): string =>
  /Numbers: <\/span>([\d ]{15})</.exec(html)?.[1] ?? ''

/** A worker shows a code: what stands on their screen. */
export async function shownCode(w: World, child: ChildId, by: TestPerson = ada): Promise<string> {
  const res = await w.post(by, `/children/${child}/sign-in/code`)
  assert.equal(res.statusCode, 200)
  const code = codeOn(res.payload)
  assert.match(code, /^\d{3} \d{3} \d{3} \d{3}$/)
  return code
}

type With = {
  readonly whose?: 'mine' | 'borrowed'
  readonly address?: string
}

/** Somebody at the door with a code. */
export async function withCode(
  w: World,
  code: string,
  { whose = 'mine', address = '192.0.2.1' }: With = {},
): Promise<{ readonly v: Visitor; readonly res: Awaited<ReturnType<Visitor['send']>> }> {
  const v = visitor(w, address)
  await v.get('/in/code')
  return { v, res: await v.send('/in/code', { code, whose }) }
}

/** A young person who came in with a code and has read how to leave. */
export async function comeIn(w: World, child: ChildId, how: With = {}): Promise<Visitor> {
  const { v, res } = await withCode(w, await shownCode(w, child), how)
  assert.equal(res.headers.location, '/me/start')
  await v.follow()
  if (v.page().includes('action="/me/leaving"')) await v.send('/me/leaving')
  await v.follow()
  return v
}

export async function accountOf(w: World, child: ChildId): Promise<PersonId> {
  const { person_id } = await w.db
    .selectFrom('waymark.child')
    .select('person_id')
    .where('id', '=', child)
    .executeTakeFirstOrThrow()
  assert.ok(person_id)
  return trustedId<'person'>(person_id)
}

/** The words and the name to come in that were shown once. */
export function wordsOn(html: string): { readonly name: string; readonly words: string } {
  const [name = '', words = ''] = [...html.matchAll(/translate="no"><strong>([^<]+)</g)].map(
    ([, text = '']) => text,
  )
  return { name, words }
}
