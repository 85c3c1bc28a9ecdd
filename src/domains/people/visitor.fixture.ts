import assert from 'node:assert/strict'
import { COOKIE } from '#platform/http/sessions.ts'
import { encode, type World } from '#tests/support/world.ts'

type Answered = Awaited<ReturnType<World['app']['inject']>>
type Fields = Readonly<Record<string, string | readonly string[]>>

/** Somebody with a browser that runs no script: it keeps the cookie, and sends forms with all they hold. */
export type Visitor = {
  readonly get: (url: string) => Promise<Answered>
  /** Sends the form of the last page that posts to this address, with what is typed into it. */
  readonly send: (action: string, typed?: Fields) => Promise<Answered>
  /** Follows redirects from the last answer to a page. */
  readonly follow: () => Promise<Answered>
  readonly cookie: () => string | undefined
  readonly setCookie: (token: string) => void
  readonly page: () => string
}

export function visitor(w: World, address = '192.0.2.1'): Visitor {
  let cookie: string | undefined
  let last: Answered | undefined
  const keep = (answer: Answered): Answered => {
    const set = answer.cookies.find((c) => c.name === COOKIE)
    if (set) cookie = set.value || undefined
    last = answer
    return answer
  }
  const headers = () => (cookie ? { cookie: `${COOKIE}=${cookie}` } : {})
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
    cookie: () => cookie,
    setCookie: (token) => {
      cookie = token
    },
    page: () => last?.payload ?? '',
  }
}

/** The hidden fields of the form that posts there. Fails when the page has no such form. */
export function hiddenFields(html: string, action: string): Record<string, string[]> {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? []
  const form = forms.find((f) => attribute(f, 'action') === action)
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
