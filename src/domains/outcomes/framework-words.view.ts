/** Words for the parts of a framework, the same on every page that shows one. Pure. */
import { londonDay } from '#kernel/london-time.ts'
import type { ListedVersion, VersionStatus } from './framework-kept.rules.ts'
import type { Framework, Level, Nation, Population, WordingState } from './framework.rules.ts'

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  outcome: 'Outcome: how life is for the young person',
  experience: 'Experience: how people and services treat them',
  output: 'Output: what a service did',
}

export const STATE_NAMES: Readonly<Record<WordingState, string>> = {
  draft: 'draft',
  translated: 'translated',
  reviewed: 'reviewed',
  young_person_reviewed: 'reviewed by young people',
}

const NATION_NAMES: Readonly<Record<Nation, string>> = {
  uk: 'The United Kingdom',
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
}

export const nationName = (nation: Nation): string => NATION_NAMES[nation]

/** “Children and young people, ages 8 to 25”. */
export function populationText(population: Population): string {
  const { ageFrom, ageTo } = population
  const ages = ageTo === null ? `age ${ageFrom} and over` : `ages ${ageFrom} to ${ageTo}`
  if (population.for === 'child') return `Children and young people, ${ages}`
  return population.labelledForUnder18
    ? `Adults, ${ages}; labelled as fit for people under 18`
    : `Adults, ${ages}; not used with anybody who may be under 18`
}

/** “In use since 21 November 2026”. */
export function statusText(version: {
  readonly status: VersionStatus
  readonly publishedAt: Date | undefined
}): string {
  const { status, publishedAt } = version
  if (status === 'draft') return 'Draft, not in use'
  if (status === 'live') return publishedAt ? `In use since ${londonDay(publishedAt)}` : 'In use'
  return publishedAt
    ? 'No longer in use; answers given under it can still be read'
    : 'Set aside before it was published'
}

/** Whether a list of versions should call one provisional or made for adults, in a word. */
export function labelsOf(
  version: Pick<ListedVersion, 'provisional' | 'population'>,
): readonly string[] {
  return [
    ...(version.provisional ? ['Provisional'] : []),
    ...(version.population === 'adult' ? ['Made for adults'] : []),
  ]
}

/** “27 outcomes · 23 experiences”: levels are counted apart. */
export function levelCounts(items: readonly { readonly level: Level }[]): string {
  const names = { outcome: 'outcome', experience: 'experience', output: 'output' } as const
  const levels = ['outcome', 'experience', 'output'] as const
  return levels
    .map((level) => ({ level, count: items.filter((i) => i.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} ${names[level]}${count === 1 ? '' : 's'}`)
    .join(' · ')
}

/** “Article 3 of the UN Convention on the Rights of the Child”; nothing when no article is named. */
export function articlesText(articles: readonly number[]): string {
  if (articles.length === 0) return ''
  const which = articles.length === 1 ? 'Article' : 'Articles'
  return `${which} ${articles.join(', ')} of the UN Convention on the Rights of the Child`
}

/** How many strings of words there are in each language, and how far they have come. */
export function languageStates(
  framework: Framework,
  language: string,
): readonly { readonly state: string; readonly count: number }[] {
  const counts = new Map<WordingState, number>()
  const wordings = [
    ...framework.principles.map((p) => p.wording),
    ...framework.outcomes.flatMap((o) => [o.wording, ...o.indicators.map((i) => i.wording)]),
  ]
  for (const wording of wordings) {
    for (const words of Object.values(wording[language] ?? {})) {
      counts.set(words.state, (counts.get(words.state) ?? 0) + 1)
    }
  }
  return [...counts].map(([state, count]) => ({ state: STATE_NAMES[state], count }))
}
