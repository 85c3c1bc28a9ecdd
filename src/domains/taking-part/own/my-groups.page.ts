import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { oneOf, verbatimIn } from '#domains/outcomes/index.ts'
import {
  frameIn,
  getOwnChild,
  languageOf,
  ownChild,
  wordsFor,
  sayIn,
} from '#domains/words/index.ts'
import {
  groupsFor,
  ownQuotes,
  type Quote,
  quotesOfMyGroups,
  sayToQuote,
} from '../groups.queries.ts'
import type { QuoteSaid } from '../groups.queries.ts'
import { LEVELS, MOST_NAME, MOST_QUOTE } from '../taking-part.rules.ts'
import { myGroupLine } from './my-groups.view.ts'

const url = '/me/taking-part/groups'
const may = 'me.open'
const audit = { action: 'me.taking-part', childId: ownChild }

/** Groups I was in: what we talked about, what came of it, and what stands there as my words. */
export const seeMyGroups: Page = {
  method: 'GET',
  url,
  may,
  audit,
  answer: (visit) => shown(visit, 200, []),
}

/** I say who may read my words, change them, say no, or stop it. */
export const sayToMyQuote: Page = {
  method: 'POST',
  url,
  may,
  audit,
  async answer(visit): Promise<Answer> {
    const { tx, now, form } = visit
    const quotes = await ownQuotes(tx, getOwnChild(visit))
    const quote = quotes.find((q) => q.id === textOf(form, 'quote'))
    if (!quote) return { kind: 'not-found' }
    const read = await readSaid(visit, quote)
    if ('problems' in read) return shown(visit, 422, read.problems)
    if (await sayToQuote(tx, quote, versionOf(form), read.said, now)) {
      return { kind: 'redirect', to: `${url}#quote-${quote.id}` }
    }
    const { words: w } = wordsFor(await languageOf(visit))
    return shown(visit, 409, [{ field: `words-${quote.id}`, text: w.takingPart.changed }])
  },
}

type Read = { readonly said: QuoteSaid } | { readonly problems: readonly Problem[] }

async function readSaid(visit: Visit, quote: Quote): Promise<Read> {
  const { form } = visit
  const doing = oneOf(['no', 'stop'] as const, textOf(form, 'do'))
  if (doing === 'no') return { said: { state: 'no' } }
  if (doing === 'stop') return { said: { state: 'withdrawn' } }
  const language = await languageOf(visit)
  const w = wordsFor(language).words.takingPart
  const level = oneOf(LEVELS, textOf(form, 'level'))
  const words = verbatimIn(form, 'words')
  const name = textOf(form, 'name').trim()
  const problems: Problem[] = []
  const tooLong = (field: string, text: string, most: number) => {
    if (text.length > most) problems.push({ field, text: sayIn({ language }, w.tooLong, { most }) })
  }
  if (words === '') problems.push({ field: `words-${quote.id}`, text: w.enterWords })
  tooLong(`words-${quote.id}`, words, MOST_QUOTE)
  if (!level) problems.push({ field: `level-${quote.id}`, text: w.chooseWho })
  tooLong(`name-${quote.id}`, name, MOST_NAME)
  if (!level || problems.length > 0) return { problems }
  const shownName = name === '' ? undefined : name
  return { said: { state: 'yes', level, words, shownName, language } }
}

async function shown(visit: Visit, status: number, problems: readonly Problem[]): Promise<Answer> {
  const { tx } = visit
  const frame = frameIn(await languageOf(visit), false, (w) => w.takingPart.groups)
  const groups = await groupsFor(tx)
  const own = await ownQuotes(tx, getOwnChild(visit))
  const read = await quotesOfMyGroups(tx)
  const typed = status === 409 ? {} : typedIn(visit.form)
  const lines = groups.map((group) => myGroupLine(frame, group, read, own, typed))
  return {
    kind: 'view',
    status,
    template: 'domains/taking-part/own/my-groups.njk',
    model: { page: { ...frame, groups: lines, errors: errorsOf(problems) } },
  }
}
