import { randomUUID } from 'node:crypto'
import { readId } from '#kernel/ids.ts'
import { textOf, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { allocationsOf } from '#domains/children/index.ts'
import { stopsOf } from '#domains/contact/index.ts'
import { oneOf, verbatimIn } from '#domains/outcomes/index.ts'
import { getOwnChild, languageOf, ownChild, wordsFor, sayIn } from '#domains/words/index.ts'
import { goUp, receiptsOf } from '../../answering/ledger.queries.ts'
import { openReceipt } from '../../answering/receipts.queries.ts'
import { askToComeBack, saveWish, wishedBy } from '../come-back.queries.ts'
import { MOST_WORDS, OFTEN } from '../come-back.rules.ts'
import { ownComeBackView } from './own-come-back.view.ts'

const url = '/me/come-back'
const may = 'me.open'
const audit = (act: string) => ({ action: `me.come-back.${act}`, childId: ownChild })

/** Talk to somebody again. */
export const seeComeBack: Page = {
  method: 'GET',
  url,
  may,
  audit: audit('see'),
  async answer(visit): Promise<Answer> {
    await goUp(visit.tx, getOwnChild(visit), visit.now)
    return shown(visit, 200, [])
  },
}

/** One press, with words or without. What waits already is not asked twice by an empty press. */
export const askAgain: Page = {
  method: 'POST',
  url,
  may,
  audit: audit('ask'),
  async answer(visit): Promise<Answer> {
    const { tx, now, form } = visit
    const child = getOwnChild(visit)
    const language = await languageOf(visit)
    const words = verbatimIn(form, 'words')
    if (words.length > MOST_WORDS) {
      const { tooLong } = wordsFor(language).words.comeBack
      const text = sayIn({ language }, tooLong, { most: MOST_WORDS })
      return shown(visit, 422, [{ field: 'words', text }])
    }
    const receipts = await receiptsOf(tx, child)
    const waits = receipts.some((r) => r.subject === 'come_back' && r.state === 'waiting')
    if (waits && words === '') return { kind: 'redirect', to: url }
    const id = readId<'come-back'>(textOf(form, 'id')) ?? readId<'come-back'>(randomUUID())
    if (!id) return { kind: 'not-found' }
    const asked = { id, words: words === '' ? undefined : words, language }
    if (!(await askToComeBack(tx, child, asked, now))) return { kind: 'not-found' }
    await openReceipt(tx, { childId: child, subject: 'come_back', subjectId: id, now })
    return { kind: 'redirect', to: url }
  },
}

/** A word now and then: how often, and never again. */
export const chooseOften: Page = {
  method: 'POST',
  url: `${url}/often`,
  may,
  audit: audit('often'),
  async answer(visit): Promise<Answer> {
    const often = oneOf(OFTEN, textOf(visit.form, 'often'))
    if (!often) {
      const { chooseOne } = wordsFor(await languageOf(visit)).words.comeBack
      return shown(visit, 422, [{ field: 'often', text: chooseOne }])
    }
    const wish = { often, version: versionOf(visit.form) }
    const saved = await saveWish(visit.tx, getOwnChild(visit), wish, visit.now)
    return saved ? { kind: 'redirect', to: `${url}?just=saved` } : shown(visit, 409, [])
  },
}

async function shown(
  visit: Visit,
  status: 200 | 409 | 422,
  problems: readonly Problem[],
): Promise<Answer> {
  const { tx, form } = visit
  const child = getOwnChild(visit)
  const page = ownComeBackView({
    language: await languageOf(visit),
    allocations: await allocationsOf(tx, child),
    stopped: (await stopsOf(tx, child)).some((s) => s.voice === 'young_person'),
    receipts: await receiptsOf(tx, child),
    wish: await wishedBy(tx, child),
    id: randomUUID(),
    typed: textOf(form, 'words'),
    saved: status === 200 && textOf(visit.query, 'just') === 'saved',
    changed: status === 409,
    problems,
  })
  const template = 'domains/participation/come-back/own/own-come-back.njk'
  return { kind: 'view', status, template, model: { page } }
}
