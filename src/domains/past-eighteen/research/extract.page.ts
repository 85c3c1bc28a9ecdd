import { randomBytes } from 'node:crypto'
import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Ask, askedPage } from '#domains/children/index.ts'
import { extractFile } from './extract-file.ts'
import { extractsMade, makeExtract } from './extract.queries.ts'

const url = '/research-extracts'
const may = 'research.extract'

const ASKS: readonly Ask[] = [
  { kind: 'text', name: 'recipient', label: 'Which trusted research environment receives it?' },
  { kind: 'words', name: 'purpose', label: 'For which question, and who approved it?' },
]

/** What was made for research so far, and a form for the next. */
export const seeExtracts: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'research.see' },
  answer: async (visit) => shown(visit, {}, []),
}

/** Made by the database, of those who agree today, under names whose key is thrown away at once. */
export const takeExtract: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'research.extract' },
  async answer(visit): Promise<Answer> {
    const recipient = textOf(visit.form, 'recipient').trim()
    const purpose = textOf(visit.form, 'purpose').trim()
    const problems = extractProblems({ recipient, purpose })
    if (problems.length > 0) return shown(visit, typedIn(visit.form), problems)
    const onDay = londonCalendarDay(visit.now)
    const made = await makeExtract(visit.tx, { key: randomBytes(32), onDay, recipient, purpose })
    if (made === 'too-few') {
      return shown(visit, typedIn(visit.form), [{ field: 'recipient', text: TOO_FEW }])
    }
    visit.note({ extract: made.id, lines: made.rows.length })
    const name = `research-extract-${onDay}.csv`
    return { kind: 'file', name, type: 'text/csv; charset=utf-8', body: extractFile(made.rows) }
  },
}

export const TOO_FEW =
  'Fewer than ten people agree to research now. An extract of so few could point at somebody, so none is made'

/** What is wrong with an order for an extract, in words. */
export function extractProblems(order: {
  readonly recipient: string
  readonly purpose: string
}): readonly Problem[] {
  const problems: Problem[] = []
  const { recipient, purpose } = order
  if (recipient.length < 3 || recipient.length > 200) {
    problems.push({ field: 'recipient', text: 'Enter who receives it, in 3 to 200 characters' })
  }
  if (purpose.length < 10 || purpose.length > 1000) {
    problems.push({
      field: 'purpose',
      text: 'Enter for what, and who approved it, in 10 to 1,000 characters',
    })
  }
  return problems
}

async function shown(
  visit: Visit,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Promise<Answer> {
  const page = {
    ...askedPage({
      title: 'Extracts for research',
      back: '/area/follow-up',
      intro: [
        'An extract holds the answers of those who agree to research on the day it is made, and of nobody else. Whoever took it back is not in the next.',
        'It holds no name, no number, no day of birth, no word of anybody’s. Each person stands under a name made for this extract alone, with a key that is thrown away; in the next they stand under another.',
        'Each young person sees on their own page to whom their answers went.',
      ],
      help: ['past-eighteen'],
      asks: ASKS,
      typed,
      submit: 'Make it and take it out',
      problems,
    }),
    made: (await extractsMade(visit.tx)).map((m) => ({
      title: `Number ${m.number}, ${inWords(m.onDay)}`,
      recipient: m.recipient,
      purpose: m.purpose,
      people: m.people,
    })),
  }
  const status = problems.length > 0 ? 422 : 200
  return {
    kind: 'view',
    status,
    template: 'domains/past-eighteen/research/extract.njk',
    model: { page },
  }
}
