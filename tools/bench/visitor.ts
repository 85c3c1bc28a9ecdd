import { z } from 'zod'
import { waymark } from './server.ts'

const signIn = z.object({
  name: z.string(),
  role: z.string(),
  organisation: z.string(),
  organisationCode: z.string(),
  userName: z.string(),
  password: z.string(),
})
export type SignIn = z.infer<typeof signIn>

/** A signed-in person, as a browser would be: one cookie, forms sent with what was hidden in them. */
export type Visitor = {
  readonly headers: Readonly<Record<string, string>>
  readonly get: (url: string) => Promise<Page>
  /** Fills in the form of a page that goes to `action` (or the page's only form) and sends it. */
  readonly submit: (page: Page, fields: Fields, action?: string) => Promise<Page>
}

export type Page = { readonly url: string; readonly status: number; readonly text: string }
export type Fields = Readonly<Record<string, string | readonly string[]>>

/** The printed sign-ins of the demonstration in that folder. */
export async function signInsOf(data: string): Promise<readonly SignIn[]> {
  return z.array(signIn).parse(JSON.parse(await waymark(['demo', 'sign-ins', '--json'], data)))
}

/** Signs in through the sign-in page, as that person would. Throws when it does not open. */
export async function visitorFor(address: string, person: SignIn): Promise<Visitor> {
  const cookies = new Map<string, string>()
  const send = (url: string, init: RequestInit = {}) => sendTo(address, cookies, url, init)
  const visitor: Visitor = {
    get headers() {
      return { cookie: cookieHeader(cookies) }
    },
    get: (url) => send(url),
    submit: (page, fields, action) => {
      const body = new URLSearchParams()
      for (const [name, value] of hiddenFields(page.text, action)) body.append(name, value)
      for (const [name, value] of Object.entries(fields)) {
        body.delete(name)
        for (const one of [value].flat()) body.append(name, one)
      }
      return send(action ?? page.url, { method: 'POST', body })
    },
  }
  const door = await visitor.get('/sign-in')
  const { userName, password } = person
  const inside = await visitor.submit(door, { userName, password }, '/sign-in')
  if (inside.status !== 200 || inside.url.startsWith('/sign-in')) {
    throw new Error(`${userName} could not sign in: ${inside.status} at ${inside.url}`)
  }
  return visitor
}

async function sendTo(
  address: string,
  cookies: Map<string, string>,
  url: string,
  init: RequestInit,
): Promise<Page> {
  let [at, how] = [url, init]
  for (let hops = 0; hops < 8; hops++) {
    const answer = await fetch(`${address}${at}`, {
      ...how,
      redirect: 'manual',
      headers: { cookie: cookieHeader(cookies) },
    })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const to = answer.headers.get('location')
    if (answer.status < 300 || answer.status > 399 || to === null) {
      return { url: at, status: answer.status, text: await answer.text() }
    }
    await answer.arrayBuffer()
    const next = new URL(to, `${address}${at}`)
    ;[at, how] = [next.pathname + next.search, {}]
  }
  throw new Error(`${url} leads from one page to another without end`)
}

const cookieHeader = (cookies: ReadonlyMap<string, string>): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

/** What is hidden in the form that goes to `action`, or in the first form that is sent by post. */
export function hiddenFields(
  page: string,
  action?: string,
): readonly (readonly [string, string])[] {
  const forms = page.match(/<form[\s\S]*?<\/form>/g) ?? []
  const form =
    forms.find((f) => action !== undefined && f.includes(`action="${action}"`)) ??
    forms.find((f) => /method="post"/i.test(f) && !f.includes('action="/sign-out"')) ??
    ''
  return [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
    attribute(input, 'name'),
    attribute(input, 'value'),
  ])
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}
