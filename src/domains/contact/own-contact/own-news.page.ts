import { versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Errors } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  dayIn,
  type Frame,
  frameIn,
  getOwnChild,
  languageOf,
  ownChild,
} from '#domains/words/index.ts'
import { type ContactProblem, QUIET, readWish } from '../contact.form.ts'
import { waysOf } from '../contact.queries.ts'
import { type KeptWay } from '../contact.queries.ts'
import { NOTICE_REASONS } from '../contact.rules.ts'
import { type KeptWish, noticesOf, saveWish, type SentNotice, wishOf } from '../notice.queries.ts'
import { problemIn, type Typed } from './own-contact.view.ts'

const url = '/me/contact/news'
const may = 'me.open'

type Asking = {
  readonly ways: readonly KeptWay[]
  readonly wish: KeptWish | undefined
  readonly sent: readonly SentNotice[]
}

/** Whether I want to be told that something is new. Off, until I switch it on. */
export const seeOwnNews: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.contact.news', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const asking = await askingOf(visit)
    return ask(visit, asking, typedOf(asking.wish), [])
  },
}

export const saveOwnNews: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.contact.news.write', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const asking = await askingOf(visit)
    const read = readWish(visit.form, asking.ways, await languageOf(visit))
    if (!read.ok) return ask(visit, asking, visit.form, read.problems)
    const saved = await saveWish(visit.tx, getOwnChild(visit), read.value, versionOf(visit.form))
    if (saved) return { kind: 'redirect', to: '/me/contact' }
    return ask(visit, await askingOf(visit), visit.form, [], true)
  },
}

async function askingOf(visit: Visit): Promise<Asking> {
  const child = getOwnChild(visit)
  const ways = await waysOf(visit.tx, child)
  return {
    ways: ways.filter((way) => way.channel === 'text' || way.channel === 'email'),
    wish: await wishOf(visit.tx, child),
    sent: await noticesOf(visit.tx, child),
  }
}

function typedOf(wish: KeptWish | undefined): Typed {
  return {
    wanted: wish?.wanted ? 'yes' : 'no',
    way: wish?.wayId,
    reasons: wish?.wanted ? wish.reasons : [...NOTICE_REASONS],
    quiet_from: (wish?.quiet ?? QUIET).from,
    quiet_until: (wish?.quiet ?? QUIET).until,
  }
}

async function ask(
  visit: Visit,
  asking: Asking,
  typed: Typed,
  problems: readonly ContactProblem[],
  changed = false,
): Promise<Answer> {
  const frame = frameIn(await languageOf(visit), false, (w) => w.contact.newsPage.title)
  const page = newsView(frame, asking, typed, problems, changed, visit)
  const status = changed ? 409 : problems.length > 0 ? 422 : 200
  return {
    kind: 'view',
    template: 'domains/contact/own-contact/own-news.njk',
    status,
    model: { page },
  }
}

type NewsView = Frame & {
  readonly errors: Errors
  readonly version: number
  readonly values: Typed
  readonly changed: boolean
  readonly nothingSent: boolean
  readonly ways: readonly {
    readonly value: string
    readonly text: string
    readonly checked: boolean
  }[]
  readonly reasons: readonly {
    readonly value: string
    readonly text: string
    readonly checked: boolean
  }[]
  readonly sent: readonly { readonly day: string; readonly what: string }[]
}

function newsView(
  frame: Frame,
  asking: Asking,
  typed: Typed,
  problems: readonly ContactProblem[],
  changed: boolean,
  visit: Visit,
): NewsView {
  const w = frame.w.contact
  const is = (name: string, code: string) => [typed[name]].flat().includes(code)
  const became: Readonly<Record<string, string>> = w.newsBecame
  return {
    ...frame,
    errors: errorsOf(problems.map((p) => ({ field: p.field, text: problemIn(frame, p) }))),
    version: asking.wish?.version ?? 0,
    values: typed,
    changed,
    nothingSent: !visit.sends.email && !visit.sends.text,
    ways: asking.ways.map((way) => ({
      value: way.id,
      text: `${w.channels[way.channel]}: ${way.address}`,
      checked: is('way', way.id) || asking.ways.length === 1,
    })),
    reasons: NOTICE_REASONS.map((r) => ({
      value: r,
      text: w.newsAbout[r],
      checked: is('reasons', r),
    })),
    sent: asking.sent.map((n) => ({
      day: dayIn(frame.language, n.at),
      what: became[n.status] ?? n.status,
    })),
  }
}
