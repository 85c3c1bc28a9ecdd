import { setTimeout as pause } from 'node:timers/promises'
import { figuresOf, type Measured } from './figures.ts'
import type { Measurable, Visit } from './measure.ts'
import {
  type Fields,
  hiddenFields,
  type Page,
  type SignIn,
  type Visitor,
  visitorFor,
} from './visitor.ts'

/** The people of the first organisation, signed in. */
export type Visitors = {
  readonly practitioner: Visitor
  readonly manager: Visitor
  readonly analyst: Visitor
  readonly youngPerson: Visitor
  /** A practitioner with 25 children, and the manager of a team with 400: at large sizes; else the usual ones. */
  readonly fullWorker: Visitor
  readonly largeTeam: Visitor
}

export async function signInAll(address: string, signIns: readonly SignIn[]): Promise<Visitors> {
  const as = (role: string) => {
    // Not whoever stands there for the size of a day: the one whose children are told in full.
    const userName = `${role.replace('_', '-')}.northmere`
    const person = signIns.find((s) => s.userName === userName)
    if (!person) throw new Error(`Nobody can sign in as ${role}`)
    return visitorFor(address, person)
  }
  const named = (userName: string, otherwise: string) => {
    const person =
      signIns.find((s) => s.userName === userName) ?? signIns.find((s) => s.userName === otherwise)
    if (!person) throw new Error(`Nobody can sign in as ${otherwise}`)
    return visitorFor(address, person)
  }
  return {
    fullWorker: await named('practitioner-25.northmere', 'practitioner.northmere'),
    largeTeam: await named('team-manager-400.northmere', 'team-manager.northmere'),
    practitioner: await as('practitioner'),
    manager: await as('manager'),
    analyst: await as('analyst'),
    youngPerson: await as('young_person'),
  }
}

/** The name of the young person told in full, in their own script. */
const OTHER_SCRIPT = 'ዮናስ ተክለ'

/** The main pages, each as the person who uses it most. */
export async function visitsFor(v: Visitors): Promise<readonly Visit[]> {
  const mine = await v.practitioner.get('/children')
  const child = await childNamed(v.practitioner, mine, 'Yoni Tekle')
  const opened = await v.practitioner.get(child)
  const picture = linkIn(opened, /^\/children\/[0-9a-f-]{36}\/(?:picture|over-time|outcomes)[^"]*/)
  await v.analyst.submit(await v.analyst.get('/area'), {}, '/area/pictures')
  const answering = await beginCheckIn(v.youngPerson)
  return [
    read('my children', v.practitioner, '/children'),
    read('all the organisation’s children', v.manager, '/children'),
    read('the day of a worker with 25 children', v.fullWorker, '/my-day'),
    read('whom a worker with 25 children stands beside', v.fullWorker, '/caseload'),
    read('the day of a team with 400 children', v.largeTeam, '/team-day'),
    read('the day of a whole organisation’s teams', v.manager, '/team-day'),
    read('what waits for an answer', v.practitioner, '/answers'),
    await search('find a common name', v.manager, { name: 'Mohammed' }),
    await search('find a rare name', v.manager, { name: 'Wolstenholme' }),
    await search('find in another script', v.manager, { name: OTHER_SCRIPT }),
    await search('find a name, as a worker', v.practitioner, { name: 'Yonas' }),
    read('a child’s page', v.practitioner, child),
    read('what happened around a child, by day', v.practitioner, `${child}/chronology`),
    read('plans of a child', v.practitioner, `${child}/plans`),
    await lookUp('opening a record: who it may be', v.manager, { knownAs: 'Mohammed Ahmed' }),
    ...(picture === undefined ? [] : [read('the picture over time', v.practitioner, picture)]),
    read('an outcome of a check-in', v.youngPerson, answering[0] ?? '/me'),
    read('a young person’s home', v.youngPerson, '/me'),
    read('the area', v.analyst, '/area'),
  ]
}

function read(name: string, visitor: Visitor, url: string): Visit {
  return { name, url, headers: visitor.headers, expects: 200 }
}

async function search(name: string, visitor: Visitor, fields: Fields): Promise<Visit> {
  const url = '/children/find'
  const page = await visitor.get(url)
  const body = bodyOf(page, fields, url)
  const headers = { ...visitor.headers, 'content-type': 'application/x-www-form-urlencoded' }
  return { name, url, headers, bodies: [body], expects: 200 }
}

async function lookUp(name: string, visitor: Visitor, fields: Fields): Promise<Visit> {
  const url = '/children/new'
  const page = await visitor.get(url)
  const body = bodyOf(page, fields, url)
  const headers = { ...visitor.headers, 'content-type': 'application/x-www-form-urlencoded' }
  return { name, url, headers, bodies: [body], expects: 200 }
}

function bodyOf(page: Page, fields: Fields, action: string): string {
  const body = new URLSearchParams()
  for (const [name, value] of hiddenFields(page.text, action)) body.append(name, value)
  for (const [name, value] of Object.entries(fields)) body.set(name, [value].flat().join(','))
  return body.toString()
}

async function childNamed(visitor: Visitor, list: Page, name: string): Promise<string> {
  const links = [
    ...list.text.matchAll(/<a[^>]*href="(\/children\/[0-9a-f-]{36})"[^>]*>([\s\S]*?)<\/a>/g),
  ]
  const found = links.find(([, , inside]) => inside?.includes(name))
  if (!found?.[1]) throw new Error(`The list at ${list.url} does not show ${name}`)
  const page = await visitor.get(found[1])
  if (page.status !== 200) throw new Error(`A child’s page answered ${page.status}`)
  return found[1]
}

function linkIn(page: Page, pattern: RegExp): string | undefined {
  const links = [...page.text.matchAll(/href="([^"]+)"/g)].map(([, url]) => url ?? '')
  return links.find((url) => pattern.test(url))
}

const DRAFT_LENGTH = '/me/check-in/'.length + 36

/** Begins a check-in, or goes on with the one begun, and chooses every outcome there is; the addresses of its pages. */
export async function beginCheckIn(youngPerson: Visitor): Promise<readonly string[]> {
  const before = await youngPerson.get('/me/check-in')
  const begun = linkIn(before, /^\/me\/check-in\/[0-9a-f-]{36}/)?.slice(0, DRAFT_LENGTH)
  const choosing = begun
    ? await youngPerson.get(`${begun}/choose`)
    : await youngPerson.submit(before, { language: 'en' }, '/me/check-in')
  const cards = [...choosing.text.matchAll(/name="matters" value="([^"]+)"/g)].map(
    ([, code]) => code ?? '',
  )
  const codes = [...new Set(cards)]
  const first = await youngPerson.submit(choosing, { matters: codes })
  const at = /^\/me\/check-in\/[0-9a-f-]{36}/.exec(first.url)?.[0]
  if (at === undefined || codes.length === 0) {
    throw new Error(`The check-in could not be begun: ${choosing.status} at ${choosing.url}`)
  }
  return codes.map((code) => `${at}/about/${code}`)
}

/**
 * Answers outcomes of one check-in from so many lanes at once, each lane its own outcome, opening
 * the page before each answer as a young person would. Only the answers count.
 */
export async function measureWrites(
  server: Measurable,
  youngPerson: Visitor,
  lanes: number,
  seconds: number,
): Promise<Measured> {
  const pages = await beginCheckIn(youngPerson)
  const times: number[] = []
  let wrong = 0
  server.served()
  const began = performance.now()
  const until = began + seconds * 1000
  const lane = async (url: string) => {
    for (let n = 0; performance.now() < until && wrong < MOST_WRONG; n++) {
      // A connection that breaks is an answer that never came.
      const status = await answerOnce(server.address, youngPerson, url, n, (ms) =>
        times.push(ms),
      ).catch(() => 0)
      if (status !== 303) wrong += 1
    }
  }
  await Promise.all(pages.slice(0, lanes).map(lane))
  const took = (performance.now() - began) / 1000
  await pause(100)
  const writes = server
    .served()
    .filter((s) => s.method === 'POST' && s.page.endsWith('/about/:code'))
  return {
    name: 'a check-in answer written',
    connections: lanes,
    asVisited: figuresOf(times, took),
    atServer: figuresOf(
      writes.map((s) => s.ms),
      took,
    ),
    processor: 0,
    bytes: 0,
    wrong,
  }
}

/** With so many wrong answers there is nothing left to measure. */
const MOST_WRONG = 100

async function answerOnce(
  address: string,
  youngPerson: Visitor,
  url: string,
  n: number,
  took: (ms: number) => void,
): Promise<number> {
  const page = await youngPerson.get(url)
  const state = n % 2 === 0 ? 'mostly' : 'a_little'
  const words = `The ${n + 1}th time I say it.`
  const body = bodyOf(page, { state, words, helps: 'service', 'helps-service': 'The bus' }, '')
  const began = performance.now()
  const sent = await fetch(`${address}${url}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...youngPerson.headers, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  })
  await sent.arrayBuffer()
  took(performance.now() - began)
  return sent.status
}
