import { z } from 'zod'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { asked, type AtAudit, auditOfPage, childId, NOT_FOUND, REFUSED } from '../audit-of-page.ts'
import { GRADE_WORDS, GRADES, reads, refuseShare } from '../audit.rules.ts'
import { factsOf } from '../facts.queries.ts'
import { type Reading, shareReading as share } from '../reading.queries.ts'
import { ownReading, whyShut } from '../read-record/read-record.page.ts'
import type { StaffForm } from '../staff-form.view.ts'
import { optional } from '../typed.form.ts'

const url = '/children/:childId/case-audits/:auditId/share'
const may = 'case-audits.take-part'

/** The end of a reading: what stands out, a grade if one is wanted, and sharing it. */
export const askShare: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'case-audit.share.ask', childId },
  async answer(visit): Promise<Answer> {
    const at = await auditOfPage(visit)
    if (!at) return NOT_FOUND
    if (!reads(at.part)) return REFUSED
    const mine = await ownReading(visit, at)
    if (!mine || whyShut(at, mine)) return { kind: 'redirect', to: at.here }
    return asked(formOf(at, mine), { standsOut: mine.standsOut, grade: mine.grade })
  },
}

const form = z.object({
  standsOut: optional('What stands out', 5000),
  grade: z
    .union([z.enum(GRADES), z.literal('')], 'Choose a grade, or none')
    .default('')
    .transform((grade) => grade || undefined),
})

export const shareReading: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'case-audit.share', childId },
  async answer(visit): Promise<Answer> {
    const at = await auditOfPage(visit)
    if (!at) return NOT_FOUND
    if (!reads(at.part)) return REFUSED
    const mine = await ownReading(visit, at)
    if (!mine) return { kind: 'redirect', to: at.here }
    const again = (problems: readonly Problem[]) =>
      asked(formOf(at, mine), typedIn(visit.form), problems)
    const shut = whyShut(at, mine)
    if (shut) return again([{ field: 'standsOut', text: shut }])
    const read = form.safeParse(visit.form)
    if (!read.success) return again(problemsOf(read.error))
    const { standsOut, grade } = read.data
    const refusal = refuseShare(at.round.items, new Set(mine.answers.keys()), standsOut)
    if (refusal) return again([{ field: 'standsOut', text: REFUSALS[refusal] }])
    const facts = await factsOf(visit.tx, at.child.id, at.round)
    const said = { standsOut: standsOut ?? '', grade, facts }
    if (await share(visit.tx, mine.id, versionOf(visit.form), said)) {
      return { kind: 'redirect', to: at.here }
    }
    return again([{ field: 'standsOut', text: FASTER }])
  },
}

const FASTER = 'Your reading was saved somewhere else meanwhile. Look at it again, then share it'

const REFUSALS = {
  'not-answered':
    'Answer everything first, or choose why it cannot be said. What is missing is listed on this page',
  'nothing-stands-out': 'Enter what stands out',
} as const

function formOf(at: AtAudit, mine: Reading): StaffForm {
  const missing = at.round.items.filter((i) => !mine.answers.has(i.key))
  return {
    title: 'Share your reading',
    knownAs: at.child.knownAs,
    back: { text: 'Back to the audit', href: at.here },
    lead: [
      ...(missing.length > 0
        ? [`Not answered yet: ${missing.map((i) => i.title).join('; ')}.`]
        : []),
      'Once shared it stays as it is. The practitioner, and whoever oversees the audit, can read it.',
    ],
    fields: [
      {
        kind: 'long',
        name: 'standsOut',
        label: 'What stands out',
        hint: 'What was done well for this child, and what they were owed and did not get.',
      },
      {
        kind: 'one-of',
        name: 'grade',
        label: 'A grade (optional)',
        hint: 'It stands apart from the text. Nobody adds grades up, or compares workers or teams by them.',
        choices: [
          { value: '', text: 'No grade' },
          ...GRADES.map((value) => ({ value, text: GRADE_WORDS[value] })),
        ],
      },
    ],
    button: 'Share it',
    version: mine.version,
  }
}
