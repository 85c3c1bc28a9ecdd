import { csvFile } from '#kernel/csv.ts'
import type { Entry } from '#domains/outcomes/index.ts'

/*
 * Everything one young person shared, and how others see it, as a file. Codes as the database keeps
 * them, words verbatim. Each voice is an entry of its own; nothing is summed up, averaged or merged.
 */

const HEAD = [
  'record',
  'entry',
  'check_in',
  'shared_at',
  'outcome_id',
  'outcome_code',
  'outcome',
  'framework',
  'framework_version',
  'voice',
  'said_by',
  'state',
  'reason',
  'importance',
  'since_last',
  'words',
  'words_language',
  'who_should_know',
  'who_should_know_words',
  'link',
  'link_level',
  'link_words',
  'link_words_language',
]

const NO_LINK = ['', '', '', '']

/** A line for each contributor and barrier named, and one for an entry that names none. */
export function entriesCsv(record: string, entries: readonly Entry[]): string {
  const lines = entries.flatMap((entry) => {
    const about = aboutEntry(record, entry)
    if (entry.links.length === 0) return [[...about, ...NO_LINK]]
    return entry.links.map((l) => [...about, l.direction, l.level, l.words ?? '', languageOf(l)])
  })
  return csvFile([HEAD, ...lines])
}

const languageOf = (link: Entry['links'][number]) => (link.words === null ? '' : link.language)

function aboutEntry(record: string, e: Entry): readonly string[] {
  return [
    record,
    e.id,
    e.checkInId,
    e.sharedAt.toISOString(),
    e.outcomeId,
    e.outcomeCode,
    e.outcomeTitle,
    e.framework,
    e.frameworkVersion,
    e.voice,
    e.by ?? '',
    e.state ?? '',
    e.reason ?? '',
    e.importance,
    e.sinceLast,
    e.words ?? '',
    e.words === null ? '' : e.wordsLanguage,
    e.whoShouldKnow,
    e.whoShouldKnowWords ?? '',
  ]
}

export const ENTRIES_FORMAT = 'waymark-entries-1'

/** The same, each entry with its contributors and barriers inside it. */
export function entriesJson(record: string, entries: readonly Entry[], madeAt: Date): string {
  const document = {
    format: ENTRIES_FORMAT,
    made_at: madeAt.toISOString(),
    record,
    entries: entries.map((e) => ({
      id: e.id,
      check_in: e.checkInId,
      shared_at: e.sharedAt.toISOString(),
      outcome: {
        id: e.outcomeId,
        code: e.outcomeCode,
        title: e.outcomeTitle,
        framework: e.framework,
        version: e.frameworkVersion,
      },
      voice: e.voice,
      said_by: e.by,
      state: e.state,
      reason: e.reason,
      importance: e.importance,
      since_last: e.sinceLast,
      words: said(e.words, e.wordsLanguage),
      who_should_know: { code: e.whoShouldKnow, words: e.whoShouldKnowWords },
      contributors: linksOf(e, 'helps'),
      barriers: linksOf(e, 'gets_in_the_way'),
    })),
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

const said = (text: string | null, language: string) => (text === null ? null : { text, language })

const linksOf = (entry: Entry, direction: Entry['links'][number]['direction']) =>
  entry.links
    .filter((link) => link.direction === direction)
    .map(({ level, words, language }) => ({ level, words: said(words, language) }))
