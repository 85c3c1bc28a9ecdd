/** What the pages say that show a framework whole. */
import { isStaff, type Role } from '#platform/access/capability.ts'
import { fallbackSentence } from '../framework-labels.rules.ts'
import {
  articlesText,
  LEVEL_NAMES,
  labelsOf,
  languageStates,
  levelCounts,
  nationName,
  populationText,
  STATE_NAMES,
  statusText,
} from '../framework-words.view.ts'
import {
  byPrinciple,
  type Framework,
  type Indicator,
  languagesOf,
  LEVELS,
  type Outcome,
  type SourceAnchor,
  WORDING_PARTS,
  type Wording,
  wordsIn,
} from '../framework.rules.ts'
import type { KeptFramework, ListedVersion } from '../framework-kept.rules.ts'
import { languageDirection, languageName, ownLanguageName } from '#kernel/languages.ts'

/** Words for a reader, with what lang and dir need. */
type Said = { readonly text: string; readonly lang: string; readonly dir: 'ltr' | 'rtl' }

export const TURNS = ['principle', 'level'] as const
export type Turn = (typeof TURNS)[number]

export type Reading = { readonly language: string; readonly turn: Turn; readonly role: Role }

/** The list of frameworks: in use first, then drafts and those no longer in use. */
export function frameworksView(versions: readonly ListedVersion[], role: Role) {
  const rows = versions
    .filter((v) => isStaff(role) || v.status === 'live')
    .map((v) => ({
      name: v.name,
      version: v.version,
      owner: v.owner,
      href: v.status === 'draft' ? `/frameworks/${v.id}/preview` : `/frameworks/${v.id}`,
      status: statusText(v),
      labels: labelsOf(v),
      counts: `${v.outcomes} outcomes, ${v.indicators} indicators`,
    }))
  return {
    title: isStaff(role) ? 'Outcome frameworks' : 'What we can talk about',
    rows,
    mayImport: role === 'administrator',
  }
}

/** One framework: what it is, and every outcome under its principles or by its level. */
export function frameworkView(framework: KeptFramework, reading: Reading) {
  const staff = isStaff(reading.role)
  const languages = languagesOf(framework)
  const language = languages.includes(reading.language) ? reading.language : framework.language
  const address = (given: { language?: string; turn?: string }) =>
    `/frameworks/${framework.id}?language=${given.language ?? language}&by=${given.turn ?? reading.turn}`
  return {
    title: staff ? framework.name : 'What we can talk about',
    id: framework.id,
    name: framework.name,
    version: framework.version,
    notice: framework.notice,
    provisional: framework.provisional,
    status: framework.status,
    mayRetire: reading.role === 'administrator' && framework.status === 'live',
    summary: summaryOf(framework),
    sources: framework.sources,
    languages: languages.map((tag) => ({
      text: ownLanguageName(tag),
      lang: tag,
      dir: languageDirection(tag),
      href: address({ language: tag }),
      current: tag === language,
      states: staff ? `${languageName(tag)}: ${stateCounts(framework, tag)}` : undefined,
    })),
    turns: [
      {
        text: 'By principle',
        href: address({ turn: 'principle' }),
        current: reading.turn === 'principle',
      },
      { text: 'By level', href: address({ turn: 'level' }), current: reading.turn === 'level' },
    ],
    groups: groupsOf(framework, reading.turn, language, staff),
  }
}

export function summaryOf(framework: KeptFramework): readonly { key: string; value: string }[] {
  const rows: readonly (readonly [string, string])[] = [
    ['Version', framework.version],
    ['Status', statusText(framework)],
    ['Owner', framework.owner],
    ['Licence', framework.licence],
    ['Credit', framework.attribution],
    ['Defined by', framework.definedBy],
    ['Made for', populationText(framework.population)],
    ['Nation', nationName(framework.nation)],
    ['In it', levelCounts(framework.outcomes)],
    ['Indicators', levelCounts(framework.outcomes.flatMap((o) => o.indicators)) || 'None'],
  ]
  return rows.map(([key, value]) => ({ key, value }))
}

const stateCounts = (framework: Framework, tag: string) =>
  languageStates(framework, tag)
    .map((s) => `${s.count} ${s.state}`)
    .join(', ')

/** An outcome under two principles is shown under both; to a young person, once. */
function groupsOf(framework: Framework, turn: Turn, language: string, repeat: boolean) {
  const seen = new Set<string>()
  const shown = (o: Outcome) => {
    const first = !seen.has(o.code)
    seen.add(o.code)
    return outcomeOf(framework, o, language, first)
  }
  if (turn === 'level') {
    return LEVELS.map((level) => ({
      heading: { text: LEVEL_NAMES[level], lang: 'en', dir: 'ltr' as const },
      about: undefined,
      detail: '',
      outcomes: framework.outcomes.filter((o) => o.level === level).map(shown),
    })).filter((group) => group.outcomes.length > 0)
  }
  return byPrinciple(framework).map(({ principle, outcomes }) => ({
    heading: said(framework, principle.wording, 'title', language),
    about: said(framework, principle.wording, 'explanation', language),
    detail: articlesText(principle.articles),
    outcomes: outcomes.filter((o) => repeat || !seen.has(o.code)).map(shown),
  }))
}

function outcomeOf(framework: Framework, o: Outcome, language: string, first: boolean) {
  const title = said(framework, o.wording, 'title', language)
  const linked = framework.outcomes.filter((other) => o.links.includes(other.code))
  return {
    code: o.code,
    anchor: first ? `outcome-${o.code}` : undefined,
    title,
    explanation: said(framework, o.wording, 'explanation', language),
    fallback: title?.lang === language ? undefined : fallbackSentence(language, framework.language),
    practice: said(framework, o.wording, 'practice', framework.language),
    level: LEVEL_NAMES[o.level],
    negative: o.polarity === 'negative',
    childOnly: o.childOnly,
    definedBy: o.definedBy === framework.definedBy ? undefined : o.definedBy,
    links: linked.map((other) => ({
      href: `#outcome-${other.code}`,
      ...said(framework, other.wording, 'title', language),
    })),
    sources: o.sources.map((a) => sourceText(framework, a)),
    indicators: o.indicators.map((i) => indicatorOf(framework, i, language)),
    wordings: wordingsOf(framework, o.wording),
  }
}

function indicatorOf(framework: Framework, i: Indicator, language: string) {
  return {
    code: i.code,
    title: said(framework, i.wording, 'title', language),
    level: LEVEL_NAMES[i.level].split(':')[0] ?? i.level,
  }
}

function said(
  framework: Pick<Framework, 'language'>,
  wording: Wording,
  part: (typeof WORDING_PARTS)[number],
  language: string,
): Said | undefined {
  const found = wordsIn(wording, part, language, framework.language)
  return found && { text: found.text, lang: found.language, dir: languageDirection(found.language) }
}

function sourceText(framework: Framework, anchor: SourceAnchor): string {
  const source = framework.sources.find((s) => s.code === anchor.source)
  const name = source ? source.text : anchor.source
  return anchor.where === '' ? name : `${name}: ${anchor.where}`
}

/** Every language an outcome has words in, for the table of languages. */
function wordingsOf(framework: Framework, wording: Wording) {
  return languagesOf(framework)
    .filter((tag) => wording[tag])
    .map((tag) => ({
      language: languageName(tag),
      lang: tag,
      dir: languageDirection(tag),
      parts: WORDING_PARTS.flatMap((part) => {
        const words = wording[tag]?.[part]
        return words ? [{ part, text: words.text, state: STATE_NAMES[words.state] }] : []
      }),
    }))
}
