import { textOf, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { frameIn, getOwnChild, languageOf, ownChild } from '#domains/words/index.ts'
import { AREA_CODES, isLegalGap, type LegalArea, type LegalHelp } from '../happening.rules.ts'
import { keepLegalHelp, legalHelpOf } from '../legal-help.queries.ts'
import { readLegalHelp, typedLegalHelp, type TypedLegalHelp } from './say-legal-help.form.ts'

const may = 'me.open'

/** My legal help, by area of law. */
export const seeLegalHelp: Page = {
  method: 'GET',
  url: '/me/legal-help',
  may,
  audit: { action: 'me.legal-help.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const frame = frameIn(await languageOf(visit), false, (w) => w.legal.title)
    const w = frame.w.legal
    const kept = await legalHelpOf(visit.tx, getOwnChild(visit))
    const page = {
      ...frame,
      areas: AREA_CODES.map((area) => {
        const help = kept.get(area)
        return {
          area,
          title: w.areas[area],
          about: w.about[area],
          lines: help ? linesOf(help, w) : [w.notSaid],
          helper: help?.helper,
          words: help?.words,
          language: help?.language,
          seen: help && isLegalGap(help) ? w.seen : undefined,
        }
      }),
    }
    return {
      kind: 'view',
      template: 'domains/processes/say-legal-help/legal-help.njk',
      model: { page },
    }
  },
}

function linesOf(help: LegalHelp, w: ReturnType<typeof frameIn>['w']['legal']): readonly string[] {
  const has = { yes: w.haveIt, no: w.haveNone, not_known: w.has.not_known }[help.has]
  const wants = { yes: w.iWant, no: w.wantsNone, not_said: undefined }[help.wants]
  const good = help.howGood === 'not_said' ? undefined : w.good[help.howGood]
  return [has, help.has === 'yes' ? undefined : wants, good].filter((line) => line !== undefined)
}

/** One area: do I have a legal helper, do I want one, is it good for me. */
export const askLegalHelp: Page = {
  method: 'GET',
  url: '/me/legal-help/:area',
  may,
  audit: { action: 'me.legal-help.ask', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const area = areaOf(visit)
    if (!area) return { kind: 'not-found' }
    const kept = (await legalHelpOf(visit.tx, getOwnChild(visit))).get(area)
    return shown(visit, area, kept, undefined, [])
  },
}

export const sayLegalHelp: Page = {
  method: 'POST',
  url: '/me/legal-help/:area',
  may,
  audit: { action: 'me.legal-help.say', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const area = areaOf(visit)
    if (!area) return { kind: 'not-found' }
    const child = getOwnChild(visit)
    const language = await languageOf(visit)
    const read = readLegalHelp(visit.form, language)
    const typed = typedLegalHelp(visit.form)
    const kept = async () => (await legalHelpOf(visit.tx, child)).get(area)
    if ('problems' in read) return shown(visit, area, await kept(), typed, read.problems)
    const said = { ...read.value, area, language, saidBy: 'child', saidAt: visit.now } as const
    if (await keepLegalHelp(visit.tx, child, said, versionOf(visit.form))) {
      return { kind: 'redirect', to: '/me/legal-help' }
    }
    return shown(visit, area, await kept(), typed, [], true)
  },
}

const areaOf = (visit: Visit): LegalArea | undefined =>
  AREA_CODES.find((area) => area === textOf(visit.params, 'area'))

const asTyped = (kept: LegalHelp | undefined): TypedLegalHelp =>
  kept
    ? {
        has: kept.has,
        wants: kept.wants,
        good: kept.howGood,
        helper: kept.helper ?? '',
        words: kept.words ?? '',
      }
    : { has: '', wants: '', good: '', helper: '', words: '' }

async function shown(
  visit: Visit,
  area: LegalArea,
  kept: LegalHelp | undefined,
  typed: TypedLegalHelp | undefined,
  problems: readonly Problem[],
  changed = false,
): Promise<Answer> {
  const frame = frameIn(await languageOf(visit), false, (w) => w.legal.title)
  const w = frame.w.legal
  const values = typed ?? asTyped(kept)
  const choices = (words: Readonly<Record<string, string>>, value: string) =>
    Object.entries(words).map(([code, text]) => ({ value: code, text, chosen: code === value }))
  const page = {
    ...frame,
    errors: errorsOf(problems),
    heading: w.areas[area],
    about: w.about[area],
    has: choices(w.has, values.has),
    wants: choices(w.wants, values.wants),
    good: choices(w.good, values.good),
    values,
    version: kept?.version ?? 0,
    changed,
  }
  return {
    kind: 'view',
    status: changed ? 409 : problems.length > 0 ? 422 : 200,
    template: 'domains/processes/say-legal-help/say-legal-help.njk',
    model: { page },
  }
}
