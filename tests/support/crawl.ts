import { doorPages, pages } from '../../src/pages.ts'

/** A page as a person reaches it: the address, and the pattern in the list of pages it answers to. */
export type Reached = {
  readonly url: string
  readonly pattern: string
  readonly html: string
}

const PER_PATTERN = 2

const patterns = [...pages, ...doorPages]
  .filter((page) => page.method === 'GET')
  .map((page) => ({
    pattern: page.url,
    asked: new RegExp(`^${page.url.replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`),
  }))
  // The plainest first: /children/find is not the child called find.
  .toSorted((a, b) => a.pattern.split(':').length - b.pattern.split(':').length)

/** Which page of the list answers to an address; undefined for none. */
export function patternOf(url: string): string | undefined {
  const [address = '/'] = url.split(/[?#]/)
  return patterns.find(({ asked }) => asked.test(address))?.pattern
}

/** What answers a page: the app itself in a test, a running server in a measurement. */
export type Asked = {
  readonly inject: (asked: {
    readonly url: string
    readonly headers: { readonly cookie: string }
  }) => PromiseLike<{
    readonly statusCode: number
    readonly headers: { readonly location?: unknown; readonly 'content-type'?: unknown }
    readonly payload: string
  }>
}

export type Crawled = {
  readonly reached: readonly Reached[]
  /** Every kind of page that answered, with a page, a file to keep or the way to another. */
  readonly answered: ReadonlySet<string>
  /** Links that lead nowhere: where they are, where they point, and what was answered. */
  readonly broken: readonly string[]
}

/**
 * Follows every link from the first page, as somebody signed in with that cookie would, twice at
 * most to each kind of page. Files to keep are asked for and not read.
 */
export async function crawl(app: Asked, cookie: string, from: readonly string[]): Promise<Crawled> {
  const queue: Link[] = from.map((url) => ({ url, on: 'the start' }))
  const seen = new Set<string>()
  const times = new Map<string, number>()
  const reached: Reached[] = []
  const broken: string[] = []
  const answered = new Set<string>()
  for (let link = queue.shift(); link; link = queue.shift()) {
    const { url, on } = link
    const pattern = patternOf(url) ?? url
    const before = times.get(pattern) ?? 0
    if (seen.has(url) || before >= PER_PATTERN) continue
    seen.add(url)
    const { statusCode, location, html } = await ask(app, url, cookie)
    if (statusCode < 400) answered.add(pattern)
    else broken.push(`${on} → ${url}: ${statusCode}`)
    if (location) queue.push({ url: location, on: url })
    if (statusCode === 200) times.set(pattern, before + 1)
    if (html === undefined) continue
    reached.push({ url, pattern, html })
    queue.push(...linksOf(html, url).map((to) => ({ url: to, on: url })))
  }
  return { reached, answered, broken }
}

type Link = { readonly url: string; readonly on: string }

type Answered = {
  readonly statusCode: number
  readonly location: string | undefined
  /** The page, when it is one and was given. */
  readonly html: string | undefined
}

async function ask(app: Asked, url: string, cookie: string): Promise<Answered> {
  const { statusCode, headers, payload } = await app.inject({ url, headers: { cookie } })
  const page = statusCode === 200 && String(headers['content-type']).startsWith('text/html')
  const location = typeof headers.location === 'string' ? headers.location : undefined
  return { statusCode, location, html: page ? payload : undefined }
}

/**
 * What a page is made of, without what it says: each kind of element, with its classes and the names
 * of its fields. Two pages made of the same things need looking at once.
 */
export function madeOf(html: string): ReadonlySet<string> {
  const tags = html.matchAll(/<([a-z][a-z0-9]*)\b([^>]*)>/g)
  return new Set(
    [...tags].map(([, tag = '', rest = '']) => {
      const given = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(rest)?.[1] ?? ''
      return [tag, given('class'), given('name'), given('role')].join(' ').trim()
    }),
  )
}

function linksOf(html: string, at: string): readonly string[] {
  return (
    [...html.matchAll(/<a\s[^>]*href="([^"#]+)/g)]
      .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), `http://here${at}`))
      // The way out ends the session that looks around; journeys walk it.
      .filter((url) => url.host === 'here' && url.pathname !== '/leave')
      .map((url) => url.pathname + url.search)
  )
}
