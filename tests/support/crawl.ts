import type { FastifyInstance } from 'fastify'
import { doorPages, pages } from '../../src/pages.ts'

/** A page as a person reaches it: the address, and the pattern in the list of pages it answers to. */
export type Reached = { readonly url: string; readonly pattern: string }

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

export type Crawled = {
  readonly reached: readonly Reached[]
  /** Links that lead nowhere: where they are, where they point, and what was answered. */
  readonly broken: readonly string[]
}

/**
 * Follows every link from the first page, as somebody signed in with that cookie would, twice at
 * most to each kind of page. Files to keep are asked for and not read.
 */
export async function crawl(
  app: FastifyInstance,
  cookie: string,
  from: readonly string[],
): Promise<Crawled> {
  const queue: { url: string; on: string }[] = from.map((url) => ({ url, on: 'the start' }))
  const seen = new Set<string>()
  const times = new Map<string, number>()
  const reached: Reached[] = []
  const broken: string[] = []
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { url, on } = next
    const pattern = patternOf(url) ?? url
    const before = times.get(pattern) ?? 0
    if (seen.has(url) || before >= PER_PATTERN) continue
    seen.add(url)
    const answer = await app.inject({ url, headers: { cookie } })
    if (answer.statusCode >= 400) broken.push(`${on} → ${url}: ${answer.statusCode}`)
    const location = answer.headers.location
    if (location) queue.push({ url: location, on: url })
    if (answer.statusCode !== 200) continue
    times.set(pattern, before + 1)
    if (!String(answer.headers['content-type']).startsWith('text/html')) continue
    reached.push({ url, pattern })
    for (const link of linksOf(answer.payload, url)) queue.push({ url: link, on: url })
  }
  return { reached, broken }
}

function linksOf(html: string, at: string): readonly string[] {
  return [...html.matchAll(/<a\s[^>]*href="([^"#]+)/g)]
    .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), `http://here${at}`))
    .filter((url) => url.host === 'here')
    .map((url) => url.pathname + url.search)
}
