import { z } from 'zod'
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { typedIn } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { languagesOf } from '#domains/children/index.ts'
import { asked, type AtAudit, auditOfPage, childId, NOT_FOUND, REFUSED } from '../audit-of-page.ts'
import { FEEDBACK, FEEDBACK_WORDS, reads } from '../audit.rules.ts'
import { addFeedback } from '../beside.queries.ts'
import { dayBoxes, type StaffForm } from '../staff-form.view.ts'
import { aDay, optional, withDays } from '../typed.form.ts'

const url = '/children/:childId/case-audits/:auditId/feedback'
const may = 'case-audits.take-part'

/** The call to the child or their carer: whether they were asked, and what they said, word for word. */
export const askFeedback: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'case-audit.feedback.ask', childId },
  async answer(visit): Promise<Answer> {
    const at = await auditOfPage(visit)
    if (!at) return NOT_FOUND
    if (!mayAsk(visit, at)) return REFUSED
    if (at.audit.endedAt) return { kind: 'redirect', to: at.here }
    return shown(visit, at, dayBoxes('on', londonCalendarDay(visit.now)), [])
  },
}

const formFor = (today: string) =>
  z
    .object({
      whose: z.enum(['child', 'carer'], 'Choose who was to be asked'),
      result: z.enum(FEEDBACK, 'Choose what came of it'),
      on: aDay('Enter the day, such as 3 March 2026').refine(
        (day) => day <= today,
        'Enter a day that is today or earlier',
      ),
      words: optional('What they said', 5000),
      language: z.string('Choose the language they spoke').trim().max(35).default('en'),
    })
    .refine((f) => f.words === undefined || f.result === 'spoke', {
      path: ['words'],
      message: 'Words were written down, so choose that they spoke with us',
    })

export const writeFeedback: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'case-audit.feedback', childId },
  async answer(visit): Promise<Answer> {
    const at = await auditOfPage(visit)
    if (!at) return NOT_FOUND
    if (!mayAsk(visit, at)) return REFUSED
    const again = (problems: readonly Problem[]) => shown(visit, at, typedIn(visit.form), problems)
    if (at.audit.endedAt) return again([{ field: 'result', text: 'This audit has ended' }])
    const read = formFor(londonCalendarDay(visit.now)).safeParse(withDays(visit.form, 'on'))
    if (!read.success) return again(problemsOf(read.error))
    const { whose, result, on, words, language } = read.data
    const known = (await languages(visit, at)).some((l) => l.value === language)
    if (!known) return again([{ field: 'language', text: 'Choose the language they spoke' }])
    await addFeedback(visit.tx, at.audit, { whose, result, words, language, day: on })
    visit.note({ result })
    return { kind: 'redirect', to: at.here }
  },
}

const mayAsk = (visit: Visit, at: AtAudit): boolean =>
  reads(at.part) || mayDo(visit.actor.role, 'case-audits.manage')

/** Tags of the languages a child of this demonstration or council most often speaks; another is "und". */
const TAGS: Readonly<Record<string, string>> = {
  English: 'en',
  Welsh: 'cy',
  Albanian: 'sq',
  Vietnamese: 'vi',
  Arabic: 'ar',
  Tigrinya: 'ti',
  Amharic: 'am',
  Pashto: 'ps',
  Dari: 'prs',
  Farsi: 'fa',
  'Kurdish Sorani': 'ckb',
  Oromo: 'om',
  Somali: 'so',
  Romanian: 'ro',
}

async function languages(visit: Visit, at: AtAudit) {
  const spoken = (await languagesOf(visit.tx, at.child.id)).filter((l) => !l.neverUse)
  const own = spoken.flatMap((l) => TAGS[l.language] ?? [])
  const names = new Map(Object.entries(TAGS).map(([name, tag]) => [tag, name]))
  const first = [...new Set(['en', ...own])]
  const rest = [...names.keys()].filter((tag) => !first.includes(tag))
  return [
    ...[...first, ...rest].map((tag) => ({ value: tag, text: names.get(tag) ?? tag })),
    { value: 'und', text: 'Another language' },
  ]
}

async function shown(
  visit: Visit,
  at: AtAudit,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Promise<Answer> {
  const form: StaffForm = {
    title: 'What the child or their carer thinks',
    knownAs: at.child.knownAs,
    back: { text: 'Back to the audit', href: at.here },
    lead: [
      'Ask how it has been for them to work with us. Never ask what happened to them. Choosing not to talk is their right and changes nothing for them.',
    ],
    fields: [
      {
        kind: 'one-of',
        name: 'whose',
        label: 'Who?',
        choices: [
          { value: 'child', text: 'The child or young person' },
          { value: 'carer', text: 'Their carer' },
        ],
      },
      {
        kind: 'one-of',
        name: 'result',
        label: 'What came of it?',
        choices: FEEDBACK.map((value) => ({ value, text: FEEDBACK_WORDS[value] })),
      },
      { kind: 'day', name: 'on', label: 'Which day?' },
      { kind: 'long', name: 'words', label: 'What they said, word for word (optional)' },
      {
        kind: 'pick',
        name: 'language',
        label: 'In which language?',
        choices: await languages(visit, at),
      },
    ],
    button: 'Save',
  }
  return asked(form, typed, problems)
}
