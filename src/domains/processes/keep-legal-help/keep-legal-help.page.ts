import { z } from 'zod'
import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonDay } from '#kernel/london-time.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  type Ask,
  askedAnswer,
  askedPage,
  type Child,
  childIdOf,
  maybe,
  typedFrom,
} from '#domains/children/index.ts'
import { childOf } from '../child-of-page.ts'
import {
  AREA_CODES,
  HAS,
  HOW_GOOD,
  isLegalGap,
  LEGAL_AREAS,
  type LegalArea,
  type LegalHelp,
  WANTS,
} from '../happening.rules.ts'
import { entryPages } from '../entries/entry-pages.ts'
import { followLegalHelp } from '../follow-clocks.ts'
import { DEADLINE } from '../keep-deadline/keep-deadline.form.ts'
import { keepLegalHelp, legalHelpOf } from '../legal-help.queries.ts'
import { asylumWithoutLawyer, deadlinesOf, type LegalDeadline } from '../parts.queries.ts'

const may = 'children.write'

/** Legal help by area, as the young person says and as far as we know. */
export const seeChildLegalHelp: Page = {
  method: 'GET',
  url: '/children/:childId/legal-help',
  may: 'children.read',
  audit: { action: 'legal-help.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const kept = await legalHelpOf(visit.tx, child.id)
    const page = {
      title: 'Legal help',
      child: { id: child.id, knownAs: child.knownAs },
      mayWrite: mayDo(visit.actor.role, may),
      noLawyer: await asylumWithoutLawyer(visit.tx, child.id),
      deadlines: (await deadlinesOf(visit.tx, child.id)).map(deadlineLine),
      areas: AREA_CODES.map((area) => ({
        area,
        title: LEGAL_AREAS[area],
        help: inWordsOf(kept.get(area)),
      })),
    }
    return {
      kind: 'view',
      template: 'domains/processes/keep-legal-help/legal-help.njk',
      model: { page },
    }
  },
}

export const deadlinePages: readonly Page[] = entryPages(DEADLINE)

const deadlineLine = (d: LegalDeadline) => ({
  ...d,
  areaName: LEGAL_AREAS[d.area],
  due: inWords(d.dueOn),
  met: d.metOn && inWords(d.metOn),
})

const SAID_BY = {
  child: 'The young person says',
  child_with_someone: 'The young person said, and somebody wrote it down',
  someone_else: 'Written by somebody else; nobody has asked the young person',
} as const

const inWordsOf = (help: LegalHelp | undefined) =>
  help && {
    ...help,
    hasText: HAS[help.has],
    wantsText: WANTS[help.wants],
    goodText: HOW_GOOD[help.howGood],
    byText: SAID_BY[help.saidBy],
    day: londonDay(help.saidAt),
    gap: isLegalGap(help),
  }

const WHO = {
  child_with_someone: 'The young person, and I write it down',
  someone_else: 'Somebody else. Nobody has asked the young person',
} as const

const ASKS: readonly Ask[] = [
  { kind: 'choice', name: 'saidBy', label: 'Who says this?', choices: WHO },
  { kind: 'choice', name: 'has', label: 'Do they have legal help in this area?', choices: HAS },
  { kind: 'text', name: 'helper', label: 'Who is it? (optional)' },
  { kind: 'choice', name: 'wants', label: 'Do they want it?', choices: WANTS },
  {
    kind: 'choice',
    name: 'howGood',
    label: 'Is it good for them, as they say?',
    choices: HOW_GOOD,
  },
  { kind: 'words', name: 'words', label: 'In their own words (optional)' },
]

const form = z
  .object({
    saidBy: z.enum(['child_with_someone', 'someone_else'], 'Choose who says this'),
    has: z.enum(['yes', 'no', 'not_known'], 'Choose whether they have legal help'),
    helper: maybe('Who it is', 200),
    wants: z.enum(['yes', 'no', 'not_said']).catch('not_said'),
    howGood: z.enum(['good', 'in_part', 'not_good', 'not_said']).catch('not_said'),
    words: maybe('Their words', 2000),
  })
  .refine(
    (f) =>
      f.saidBy !== 'someone_else' ||
      (f.wants === 'not_said' && f.howGood === 'not_said' && f.words === undefined),
    {
      path: ['saidBy'],
      message: 'What they want and whether it is good is only for the young person to say',
    },
  )

const url = '/children/:childId/legal-help/:area'

export const askChildLegalHelp: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'legal-help.ask', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const area = areaOf(visit)
    if (!area) return { kind: 'not-found' }
    const kept = (await legalHelpOf(visit.tx, child.id)).get(area)
    return shown(child, area, kept, kept ? typedOf(kept) : {}, [])
  },
}

export const writeChildLegalHelp: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'legal-help.write', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const area = areaOf(visit)
    if (!area) return { kind: 'not-found' }
    const typed = typedIn(visit.form)
    const read = form.safeParse(visit.form)
    const kept = async () => (await legalHelpOf(visit.tx, child.id)).get(area)
    if (!read.success) return shown(child, area, await kept(), typed, problemsOf(read.error))
    const help = { ...read.data, area, language: 'en', saidAt: visit.now }
    if (await keepLegalHelp(visit.tx, child.id, help, versionOf(visit.form))) {
      await followLegalHelp(visit.tx, child.id, area, londonCalendarDay(visit.now))
      return { kind: 'redirect', to: `/children/${child.id}/legal-help` }
    }
    return shown(child, area, await kept(), typed, [], true)
  },
}

const typedOf = (kept: LegalHelp) =>
  typedFrom({
    has: kept.has,
    helper: kept.helper,
    wants: kept.wants,
    howGood: kept.howGood,
    words: kept.words,
  })

const areaOf = (visit: Visit): LegalArea | undefined =>
  AREA_CODES.find((area) => area === visit.params['area'])

function shown(
  child: Child,
  area: LegalArea,
  kept: LegalHelp | undefined,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  changed = false,
): Answer {
  const page = askedPage({
    title: `Legal help: ${LEGAL_AREAS[area]}`,
    help: ['legal-advice'],
    child,
    back: `/children/${child.id}/legal-help`,
    intro: kept?.saidBy === 'child' ? [THEIRS] : [],
    asks: ASKS,
    typed,
    version: kept?.version ?? 0,
    problems,
    meanwhile:
      changed && kept
        ? {
            by: undefined,
            lines: [
              { label: 'They have it:', text: HAS[kept.has] },
              { label: 'They want it:', text: WANTS[kept.wants] },
            ],
          }
        : undefined,
  })
  return askedAnswer(page)
}

const THEIRS =
  'The young person wrote this themselves. Change it only with what they have told you since; what they wrote stays in the history.'
