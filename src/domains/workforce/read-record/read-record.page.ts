import { z } from 'zod'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer as PageAnswer, Page, Visit } from '#platform/http/page.ts'
import {
  asked,
  type AtAudit,
  auditOfPage,
  childId,
  itemOf,
  NOT_FOUND,
  REFUSED,
} from '../audit-of-page.ts'
import { CODE_WORDS, CODES, type Item, reads } from '../audit.rules.ts'
import {
  type Answer,
  beginReading,
  type Reading,
  readingsOf,
  saveAnswer,
} from '../reading.queries.ts'
import type { StaffForm } from '../staff-form.view.ts'
import { optional } from '../typed.form.ts'

const url = '/children/:childId/case-audits/:auditId/read/:item'
const may = 'case-audits.take-part'

/** One item of a reading: what the record shows of it, and where. */
export const askItem: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'case-audit.read.ask', childId },
  async answer(visit): Promise<PageAnswer> {
    const found = await itemOfPage(visit)
    if (!found) return NOT_FOUND
    const { at, item } = found
    if (!reads(at.part)) return REFUSED
    const mine = await ownReading(visit, at)
    if (!isOpen(at, mine)) return { kind: 'redirect', to: at.here }
    const kept = mine?.answers.get(item.key)
    return asked(formOf(at, item, kept?.version ?? 0), { ...kept })
  },
}

const form = z
  .object({
    code: z.enum(CODES, 'Choose what the record shows, or why you cannot say'),
    shows: optional('What the record shows', 5000),
    quote: optional('The quotation', 5000),
    quotedFrom: optional('Where it stands', 300),
  })
  .refine((f) => f.quote === undefined || f.quotedFrom !== undefined, {
    path: ['quotedFrom'],
    message: 'Enter where in the record the quotation stands',
  })

export const saveItem: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'case-audit.read', childId },
  async answer(visit): Promise<PageAnswer> {
    const found = await itemOfPage(visit)
    if (!found) return NOT_FOUND
    const { at, item } = found
    if (!reads(at.part)) return REFUSED
    const typed = typedIn(visit.form)
    const version = versionOf(visit.form)
    const again = (problems: readonly Problem[]) =>
      asked(formOf(at, item, version), typed, problems)
    const mine = await ownReading(visit, at)
    const shut = whyShut(at, mine)
    if (shut) return again([{ field: 'code', text: shut }])
    const read = form.safeParse(visit.form)
    if (!read.success) return again(problemsOf(read.error))
    const reading = mine?.id ?? (await beginReading(visit.tx, at.audit))
    if (await saveAnswer(visit.tx, at.audit, reading, item, version, read.data)) {
      return { kind: 'redirect', to: nextAfter(at, item) }
    }
    return conflict(visit, at, item)
  },
}

async function conflict(visit: Visit, at: AtAudit, item: Item): Promise<PageAnswer> {
  const now = (await ownReading(visit, at))?.answers.get(item.key)
  const theirs = keptWords(now)
  return asked({ ...formOf(at, item, now?.version ?? 0), theirs }, typedIn(visit.form))
}

async function itemOfPage(visit: Visit): Promise<{ at: AtAudit; item: Item } | undefined> {
  const at = await auditOfPage(visit)
  const item = at && itemOf(at.round, visit.params['item'])
  return at && item ? { at, item } : undefined
}

export const ownReading = async (visit: Visit, at: AtAudit): Promise<Reading | undefined> =>
  (await readingsOf(visit.tx, at.audit)).find((r) => r.auditorId === visit.actor.id)

const isOpen = (at: AtAudit, mine: Reading | undefined): boolean => whyShut(at, mine) === undefined

/** Why nothing can be written now: the sentence to say. */
export function whyShut(at: AtAudit, mine: Reading | undefined): string | undefined {
  if (at.audit.endedAt) return 'This audit has ended. Nothing you wrote before is lost'
  if (!at.audit.reflected)
    return 'The practitioner’s own reflection comes first. Come back when it is shared'
  return mine?.sharedAt ? 'You have shared your reading, and it stays as it was written' : undefined
}

function nextAfter(at: AtAudit, item: Item): string {
  const next = at.round.items[at.round.items.indexOf(item) + 1]
  return next ? `${at.here}/read/${next.key}` : `${at.here}/share`
}

const keptWords = (kept: Answer | undefined): StaffForm['theirs'] => [
  { label: 'What is chosen', text: kept ? CODE_WORDS[kept.code] : 'Nothing' },
  { label: 'What the record shows', text: kept?.shows ?? 'Nothing' },
  { label: 'Quoted', text: kept?.quote ?? 'Nothing' },
  { label: 'From', text: kept?.quotedFrom ?? 'Nothing' },
]

function formOf(at: AtAudit, item: Item, version: number): StaffForm {
  const about = item.outcomeId
    ? 'Does the record show that the child was asked about this, and what they said?'
    : 'What does the record show?'
  return {
    title: 'What the record shows',
    heading: item.title,
    knownAs: at.child.knownAs,
    back: { text: 'Back to the audit', href: at.here },
    lead: [
      'Read the record beside this, in another tab if you can. It is about our work, not about how the child is doing.',
    ],
    fields: [
      {
        kind: 'one-of',
        name: 'code',
        label: about,
        choices: CODES.map((value) => ({ value, text: CODE_WORDS[value] })),
      },
      { kind: 'long', name: 'shows', label: 'What the record shows (optional)' },
      {
        kind: 'long',
        name: 'quote',
        label: 'Words from the record (optional)',
        hint: 'As they stand there. Nothing is corrected.',
      },
      {
        kind: 'line',
        name: 'quotedFrom',
        label: 'Where they stand',
        hint: 'For example: own words, strengths',
      },
    ],
    button: 'Save and go on',
    version,
  }
}
