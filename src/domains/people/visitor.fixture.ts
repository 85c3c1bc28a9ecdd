import assert from 'node:assert/strict'
import { COOKIE } from '#platform/http/sessions.ts'
import { tokenOn } from '#tests/support/form-token.ts'
import { encode, type World } from '#tests/support/world.ts'

type Answered = Awaited<ReturnType<World['app']['inject']>>
type Fields = Readonly<Record<string, string | readonly string[]>>

/** Somebody with a browser that runs no script: it keeps cookies, and sends forms with all they hold. */
export type Visitor = {
  readonly get: (url: string) => Promise<Answered>
  /** Sends the form of the last page that posts to this address, with what is typed into it. */
  readonly send: (action: string, typed?: Fields) => Promise<Answered>
  /** Follows redirects from the last answer to a page. */
  readonly follow: () => Promise<Answered>
  readonly cookie: () => string | undefined
  readonly setCookie: (token: string) => void
  /** Every cookie the browser keeps, by name. */
  readonly jar: Map<string, string>
  readonly page: () => string
}

export function visitor(w: World, address = '192.0.2.1'): Visitor {
  const jar = new Map<string, string>()
  let last: Answered | undefined
  const keep = (answer: Answered): Answered => {
    for (const set of answer.cookies) {
      if (set.value) jar.set(set.name, set.value)
      else jar.delete(set.name)
    }
    last = answer
    return answer
  }
  const headers = () =>
    jar.size > 0 ? { cookie: [...jar].map(([n, v]) => `${n}=${v}`).join('; ') } : {}
  const get = async (url: string) =>
    keep(await w.app.inject({ url, headers: headers(), remoteAddress: address }))
  return {
    get,
    send: async (action, typed = {}) => {
      const payload = encode({ ...hiddenFields(last?.payload ?? '', action), ...typed })
      return keep(
        await w.app.inject({
          method: 'POST',
          url: action,
          remoteAddress: address,
          headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
          payload,
        }),
      )
    },
    follow: async () => {
      let answer = last
      while (answer?.statusCode === 303) answer = await get(String(answer.headers.location))
      assert.ok(answer)
      return answer
    },
    cookie: () => jar.get(COOKIE),
    setCookie: (token) => {
      jar.set(COOKIE, token)
    },
    jar,
    page: () => last?.payload ?? '',
  }
}

/** The hidden fields of the form that posts there. Fails when the page has no such form. */
export function hiddenFields(html: string, action: string): Record<string, string[]> {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? []
  const posting = forms.filter((f) => /^<form[^>]*method="post"/.test(f))
  // A form without an address posts to the page it stands on.
  const form =
    forms.find((f) => attribute(f, 'action') === action) ??
    posting.find((f) => attribute(f, 'action') === undefined)
  assert.ok(form, `the page has a form that posts to ${action}`)
  const fields: Record<string, string[]> = {}
  for (const input of form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []) {
    const name = attribute(input, 'name') ?? ''
    fields[name] = [...(fields[name] ?? []), attribute(input, 'value') ?? '']
  }
  return fields
}

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]
  return found
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Asks as the browser's script does: with the form's own token. Gives what a script reads. */
export async function askedByScript(
  w: World,
  v: Visitor,
  url: string,
  typed: Record<string, string> = {},
): Promise<string> {
  const res = await w.app.inject({
    method: 'POST',
    url,
    remoteAddress: '192.0.2.1',
    headers: {
      ...(v.cookie() ? { cookie: `sid=${v.cookie()}` } : {}),
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: encode({ _csrf: tokenOn(v.page()), ...typed }),
  })
  assert.equal(res.statusCode, 200)
  assert.match(String(res.headers['content-type']), /application\/json/)
  return res.payload
}
