/** A framework document from outside, read into a framework or its problems. Pure. */
import { z } from 'zod'
import {
  type Framework,
  LEVELS,
  NATIONS,
  POLARITIES,
  WORDING_PARTS,
  WORDING_STATES,
  type WordsInOneLanguage,
} from './framework.rules.ts'
import { crossProblems } from './framework-links.rules.ts'
import { code, key, line, listOf, oneOf, prose, yesOrNo } from './framework-text.form.ts'
import { isLanguageTag } from '#kernel/languages.ts'

/** The mark every document carries, so that no other JSON is taken for one. */
export const DOCUMENT_FORMAT = 'waymark-framework-1'

/** What is wrong, and where: path steps into the document, and a sentence saying what to do. */
export type DocumentProblem = {
  readonly path: readonly (string | number)[]
  readonly text: string
}

export type ReadFramework =
  | { readonly ok: true; readonly framework: Framework }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] }

const words = z.preprocess(
  (given) => (typeof given === 'string' ? { text: given } : given),
  z.strictObject(
    {
      text: prose('the words'),
      state: oneOf('how far the words have come', WORDING_STATES).default('draft'),
    },
    'Give the words as text, or as “text” and “state”',
  ),
)

const oneLanguage: z.ZodType<WordsInOneLanguage> = z.partialRecord(
  z.enum(WORDING_PARTS, 'Give title, explanation or practice'),
  words,
  'Give title, explanation or practice for the language',
)

const MOST_LANGUAGES = 60

const wording = z
  .record(z.string(), z.unknown(), 'Give the wording by language, such as “en”')
  .refine(
    (given) => Object.keys(given).length <= MOST_LANGUAGES,
    `Give ${MOST_LANGUAGES} languages or fewer`,
  )
  .pipe(
    z.record(
      z.string().refine(isLanguageTag, 'Name the language by its tag, such as en, cy or ckb'),
      oneLanguage,
    ),
  )
  .transform((given) =>
    Object.fromEntries(Object.entries(given).filter(([, parts]) => Object.keys(parts).length > 0)),
  )

const anchors = listOf(
  'sources',
  z.strictObject({
    source: code('the code of the source'),
    where: line('where or how the source says it').or(z.literal('')).default(''),
  }),
  20,
).default([])

const level = oneOf('the level', LEVELS)
const polarity = oneOf('the polarity', POLARITIES).default('positive')
const whoDefined = line('who defined it').optional()

const indicator = z.strictObject({
  code: code('the code of the indicator'),
  level,
  polarity,
  definedBy: whoDefined,
  sources: anchors,
  wording,
})

const outcome = z.strictObject({
  code: code('the code of the outcome'),
  principles: listOf(
    'principles',
    code('the code of the principle'),
    20,
    'Put the outcome under at least one principle',
  ),
  level,
  polarity,
  definedBy: whoDefined,
  sources: anchors,
  childOnly: yesOrNo('can only the young person say how this is').default(false),
  links: listOf('links', code('the code of the linked outcome'), 30).default([]),
  wording,
  indicators: listOf('indicators', indicator, 100).default([]),
})

const principle = z.strictObject({
  code: code('the code of the principle'),
  articles: listOf(
    'articles',
    z
      .int('Give the number of the article')
      .min(1, 'Articles of the Convention run from 1 to 54')
      .max(54, 'Articles of the Convention run from 1 to 54'),
    20,
  ).default([]),
  wording,
})

const age = (what: string) =>
  z
    .int(`Enter ${what} in whole years`)
    .min(0, `Enter ${what} in whole years`)
    .max(120, `Enter ${what} as 120 or less`)

const population = z.strictObject(
  {
    for: oneOf('who it was made for', ['child', 'adult']),
    ageFrom: age('the youngest age').default(0),
    ageTo: age('the oldest age').nullable().default(null),
    labelledForUnder18: yesOrNo('is it labelled as fit for people under 18').default(false),
  },
  'Say who it was made for: child or adult',
)

const document = z.strictObject(
  {
    format: z.literal(
      DOCUMENT_FORMAT,
      `Set “format” to ${DOCUMENT_FORMAT}: without it this is not taken for a framework`,
    ),
    key: key('the key of the framework'),
    version: code('the version'),
    name: line('the name of the framework'),
    owner: line('who owns the framework'),
    licence: prose('the licence it is used under'),
    attribution: prose('how its makers are credited'),
    notice: prose('the notice').or(z.literal('')).default(''),
    definedBy: line('who defined the outcomes'),
    nation: oneOf('the nation it is for', NATIONS).default('uk'),
    provisional: yesOrNo('is it provisional'),
    language: z
      .string('Enter the language tag of its own language, such as en')
      .refine(isLanguageTag, 'Enter the language tag of its own language, such as en'),
    population,
    sources: listOf(
      'sources',
      z.strictObject({ code: code('the code of the source'), text: line('the source', 600) }),
      100,
    ).default([]),
    principles: listOf('principles', principle, 50, 'Give at least one principle'),
    outcomes: listOf('outcomes', outcome, 500, 'Give at least one outcome'),
  },
  'Give the framework as one object of named fields',
)

/**
 * Reads a framework document (parsed JSON, or rows turned into the same shape).
 * Gives the framework with every default filled in, or every problem found. Shape is checked
 * first; codes that point at each other are checked once the shape is right.
 */
export function readFramework(given: unknown): ReadFramework {
  const read = document.safeParse(given)
  if (!read.success) {
    return { ok: false, problems: read.error.issues.flatMap(problemsOfIssue) }
  }
  const { format: _, ...rest } = read.data
  const framework: Framework = {
    ...rest,
    outcomes: rest.outcomes.map((o) => ({
      ...o,
      definedBy: o.definedBy ?? rest.definedBy,
      indicators: o.indicators.map((i) => ({ ...i, definedBy: i.definedBy ?? rest.definedBy })),
    })),
  }
  const problems = crossProblems(framework)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, framework }
}

/** The framework as a document that reads back the same, its fields in the order people read them. */
export function frameworkDocument(framework: Framework): Record<string, unknown> {
  return {
    format: DOCUMENT_FORMAT,
    key: framework.key,
    version: framework.version,
    name: framework.name,
    owner: framework.owner,
    licence: framework.licence,
    attribution: framework.attribution,
    notice: framework.notice,
    definedBy: framework.definedBy,
    nation: framework.nation,
    provisional: framework.provisional,
    language: framework.language,
    population: framework.population,
    sources: framework.sources,
    principles: framework.principles,
    outcomes: framework.outcomes,
  } satisfies Record<keyof Framework | 'format', unknown>
}

function problemsOfIssue(issue: z.core.$ZodIssue): DocumentProblem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, 20).map((name) => ({
      path: [...path, name],
      text: `Take out “${name.slice(0, 60)}”: a framework has no field of that name`,
    }))
  }
  if (issue.code === 'invalid_key') {
    return [{ path, text: issue.issues[0]?.message ?? issue.message }]
  }
  return [{ path, text: issue.message }]
}
