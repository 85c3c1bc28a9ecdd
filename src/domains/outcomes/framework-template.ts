/** A blank framework to fill in, in each format, with its instructions inside. */
import { headerFor } from './framework-rows.rules.ts'
import { SETTINGS } from './framework-columns.rules.ts'
import { type Rows, writeCsv } from './framework-csv.ts'
import { DOCUMENT_FORMAT } from './framework-document.form.ts'
import { never } from '#kernel/never.ts'
import { writeXlsx } from './framework-xlsx-write.ts'

export const TEMPLATE_FORMATS = ['csv', 'json', 'xlsx'] as const
export type TemplateFormat = (typeof TEMPLATE_FORMATS)[number]

/** What to write in the cells, line by line; kept as rows of kind “note”, which are passed over. */
const INSTRUCTIONS: readonly string[] = [
  'How to fill this in: one row for each thing. Rows that begin with “note” are passed over; leave them or take them out.',
  'framework: write the value beside each code. made_for is child or adult; provisional and labelled_for_under_18 are yes or no; nation is uk, england, wales, scotland or northern_ireland.',
  'key stays the same in every version of one framework. version is new each time. notice is what must be said wherever the framework is shown; it may be empty.',
  'source: a code such as S1, and in “value” what the source is.',
  'principle: a code, the numbers of the articles of the UN Convention on the Rights of the Child, and a title.',
  'outcome: a code that stays the same in later versions, the codes of its principles (one or more, with spaces between), and its level: outcome (how life is), experience (how people and services treat the young person) or output (what a service did).',
  'polarity is positive, neutral or negative. child_only is yes when only the young person can say. links are codes of other outcomes. defined_by is who defined it; empty means the same as the whole framework.',
  'sources of an outcome: one on each line in the cell, as S1: where or how the source says it.',
  'indicator: a code, the code of its outcome in the column “outcome”, its level, and a title. Put it below its outcome.',
  'Words: title.en is the outcome itself, explanation.en is said or asked to the young person, practice.en is for workers. For another language add columns such as title.cy and explanation.cy.',
  'State of the words: title.en.state and so on: draft, translated, reviewed or young_person_reviewed. Empty means draft.',
  'Load only words you are allowed to use: give the owner, the licence and how its makers are credited.',
]

/** Rows to fill in: every setting of the framework, and the four general principles of the Convention. */
const SETTING_START: Readonly<Record<string, string>> = {
  nation: 'uk',
  provisional: 'no',
  language: 'en',
  made_for: 'child',
  age_from: '0',
  labelled_for_under_18: 'no',
}

const PRINCIPLES = [
  ['p2', '2', 'No discrimination'],
  ['p3', '3', 'Best interests first'],
  ['p6', '6', 'Life, survival and development'],
  ['p12', '12', 'Being heard'],
] as const

function blankRows(): Rows {
  const header = headerFor(['en'])
  const row = (cells: Readonly<Record<string, string>>) => header.map((name) => cells[name] ?? '')
  return [
    header,
    ...INSTRUCTIONS.map((value) => row({ row: 'note', value })),
    ...Object.keys(SETTINGS).map((code) =>
      row({ row: 'framework', code, value: SETTING_START[code] ?? '' }),
    ),
    ...PRINCIPLES.map(([code, articles, title]) =>
      row({ row: 'principle', code, articles, 'title.en': title, 'title.en.state': 'draft' }),
    ),
  ]
}

const blankWords = { en: { title: { text: '', state: 'draft' } } }

function blankDocument(): unknown {
  return {
    format: DOCUMENT_FORMAT,
    key: '',
    version: '',
    name: '',
    owner: '',
    licence: '',
    attribution: '',
    notice: '',
    definedBy: '',
    nation: 'uk',
    provisional: false,
    language: 'en',
    population: { for: 'child', ageFrom: 0, ageTo: null, labelledForUnder18: false },
    sources: [{ code: 'S1', text: '' }],
    principles: PRINCIPLES.map(([code, article, title]) => ({
      code,
      articles: [Number(article)],
      wording: { en: { title: { text: title, state: 'draft' } } },
    })),
    outcomes: [
      {
        code: '',
        principles: ['p2'],
        level: 'outcome',
        polarity: 'positive',
        definedBy: '',
        sources: [{ source: 'S1', where: '' }],
        childOnly: false,
        links: [],
        wording: {
          en: { ...blankWords.en, explanation: { text: '', state: 'draft' } },
        },
        indicators: [{ code: '', level: 'outcome', sources: [], wording: blankWords }],
      },
    ],
  }
}

/** The blank template as a file: its name, its type and what is in it. */
export function frameworkTemplate(format: TemplateFormat): {
  readonly name: string
  readonly type: string
  readonly body: Buffer
} {
  switch (format) {
    case 'csv':
      return {
        name: 'framework-template.csv',
        type: 'text/csv; charset=utf-8',
        body: Buffer.from(writeCsv(blankRows())),
      }
    case 'xlsx':
      return {
        name: 'framework-template.xlsx',
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        body: writeXlsx('Framework', blankRows()),
      }
    case 'json':
      return {
        name: 'framework-template.json',
        type: 'application/json; charset=utf-8',
        body: Buffer.from(`${JSON.stringify(blankDocument(), null, 2)}\n`),
      }
    default:
      return never(format)
  }
}
