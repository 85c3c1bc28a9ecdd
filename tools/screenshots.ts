import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DESKTOP, launchBrowser, type TestBrowser } from '#tests/support/browser.ts'
import { crawl } from '#tests/support/crawl.ts'
import { demonstration, type Demonstration } from '#tests/support/demonstration.ts'
import { useALittle } from '#tests/support/prepared.ts'
import type { Role } from '#platform/access/capability.ts'

/** A picture for the README: whose eyes, which page of the list, on what. */
type Shot = {
  readonly name: string
  readonly role: Role | 'anyone'
  readonly pattern: string
  readonly width: number
  readonly height: number
  /** Of the young person's own record, where the page is of a child; otherwise the first one come to. */
  readonly told?: true
  /** Where on the page the picture begins; at its top when not said. */
  readonly from?: string
}

const FOLDER = path.join(import.meta.dirname, '..', 'docs', 'screenshots')
const LARGEST = 120_000
const DESK = { width: DESKTOP, height: 960 }
const HAND = { width: 390, height: 780 }

const SHOTS: readonly Shot[] = [
  { name: 'sign-in', role: 'anyone', pattern: '/sign-in', ...DESK },
  { name: 'my-children', role: 'practitioner', pattern: '/children', ...DESK },
  { name: 'child', role: 'practitioner', pattern: '/children/:childId', told: true, ...DESK },
  { name: 'find', role: 'practitioner', pattern: '/children/find', ...DESK },
  {
    name: 'over-time',
    role: 'practitioner',
    pattern: '/children/:childId/picture',
    told: true,
    from: 'h1',
    ...DESK,
  },
  { name: 'my-page', role: 'young_person', pattern: '/me', ...HAND },
  { name: 'what-matters', role: 'young_person', pattern: '/me/check-in/:checkIn/choose', ...HAND },
  { name: 'check-in', role: 'young_person', pattern: '/me/check-in/:checkIn/about/:code', ...HAND },
  { name: 'area', role: 'analyst', pattern: '/area', from: 'figure', ...DESK },
  { name: 'return', role: 'manager', pattern: '/returns/:runId', ...DESK },
  { name: 'framework', role: 'administrator', pattern: '/frameworks/:version', ...DESK },
  { name: 'accounts', role: 'administrator', pattern: '/accounts', ...DESK },
  { name: 'who-did-what', role: 'auditor', pattern: '/trail', ...DESK },
]

// `node tools/screenshots.ts`: writes docs/screenshots, from a demonstration of its own.
const shown = await demonstration(200)
const browser = await launchBrowser()
mkdirSync(FOLDER, { recursive: true })
try {
  const { ofCheckIn, ofReturn } = await useALittle(shown, browser)
  const starts = ['/', '/help', '/sign-in', ofCheckIn, ofReturn]
  for (const shot of SHOTS) console.log(await take(shown, browser, starts, shot))
} finally {
  await browser.close()
  await shown.close()
}

/** Takes one picture, cutting it shorter until it is small enough to keep. Says what it wrote. */
async function take(
  from: Demonstration,
  eyes: TestBrowser,
  starts: readonly string[],
  shot: Shot,
): Promise<string> {
  const cookie = shot.role === 'anyone' ? '' : await from.signIn(shot.role)
  const { reached } = await crawl(from.app, cookie, starts)
  const first = reached.find(({ pattern }) => pattern === shot.pattern)?.url
  const address = shot.told ? shot.pattern.replace(':childId', await childTold(from)) : first
  if (!address) throw new Error(`${shot.role} does not come to ${shot.pattern}`)
  const { page, close } = await eyes.open(from.origin + address, { ...shot, cookie })
  const place = shot.from
  if (place) await page.evaluate(`document.querySelector('${place}').scrollIntoView()`)
  let { height } = shot
  let bytes = await page.screenshot()
  while (bytes.length > LARGEST && height > 300) {
    height -= 80
    await page.setViewportSize({ width: shot.width, height })
    bytes = await page.screenshot()
  }
  await close()
  writeFileSync(path.join(FOLDER, `${shot.name}.png`), bytes)
  return `${shot.name}.png: ${Math.round(bytes.length / 1000)} kB`
}

/** The child whose story the demonstration tells in full: the young person who has a sign-in. */
async function childTold(from: Demonstration): Promise<string> {
  const { userName } = await from.account('young_person')
  const { id } = await from.db
    .selectFrom('waymark.child')
    .innerJoin('waymark.person', 'waymark.person.id', 'waymark.child.person_id')
    .select('waymark.child.id')
    .where('waymark.person.user_name', '=', userName)
    .executeTakeFirstOrThrow()
  return id
}
