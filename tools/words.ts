import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { FOLDER, savedTranslation, TRANSLATED } from '../src/domains/words/catalogues.ts'
import { AREAS } from '../src/domains/words/english/index.ts'
import { ENGLISH, pluralForms, progressOf } from '../src/domains/words/words.ts'
import { problemWith, type Text, type TranslatedText } from '../src/domains/words/words.rules.ts'

const USAGE = `npm run words                        how far each language has come
npm run words -- missing TAG         the texts it lacks, as JSON: place to English
npm run words -- take TAG FILE       brings in a JSON file of place to text, as first drafts`

const [act, language = '', file = ''] = process.argv.slice(2)

if (act === undefined) showAll()
else if (act === 'missing' && TRANSLATED.includes(language)) showMissing()
else if (act === 'take' && TRANSLATED.includes(language) && file !== '') take()
else {
  console.error(USAGE)
  process.exitCode = 2
}

function showAll(): void {
  for (const tag of TRANSLATED) {
    const counts = Object.entries(progressOf(tag).counts).filter(([, n]) => n > 0)
    console.log(`${tag}: ${counts.map(([state, n]) => `${n} ${state}`).join(', ')}`)
  }
}

function showMissing(): void {
  const { states } = progressOf(language)
  const missing = [...ENGLISH].filter(([key]) => states.get(key) === 'untranslated')
  console.log(JSON.stringify(Object.fromEntries(missing), null, 1))
}

/** What is already there and still fits its English stays; texts whose English is gone are dropped. */
function take(): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each text is checked below
  const given = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Text>
  const wrong = Object.entries(given).flatMap(([key, text]) => problemOf(key, text))
  for (const line of wrong) console.error(line)
  const kept = { ...savedTranslation(language) }
  for (const [key, text] of Object.entries(given)) {
    const english = ENGLISH.get(key)
    if (english && problemOf(key, text).length === 0) kept[key] = { text, state: 'draft', english }
  }
  for (const [area, firsts] of Object.entries(AREAS)) write(area, firsts, kept)
  if (wrong.length > 0) process.exitCode = 1
}

function problemOf(key: string, text: Text): readonly string[] {
  const english = ENGLISH.get(key)
  if (english === undefined) return [`${key}: there is no such text`]
  const problem = problemWith(english, text, pluralForms(language))
  return problem ? [`${key}: ${JSON.stringify(problem)}`] : []
}

function write(
  area: string,
  firsts: readonly string[],
  kept: Readonly<Record<string, TranslatedText>>,
): void {
  const own = [...ENGLISH.keys()].filter((key) => firsts.includes(key.split('.')[0] ?? ''))
  const texts = own.flatMap((key) => {
    const text = kept[key]
    return text ? [[key, text] as const] : []
  })
  mkdirSync(path.join(FOLDER, language), { recursive: true })
  writeFileSync(
    path.join(FOLDER, language, `${area}.json`),
    `${JSON.stringify(Object.fromEntries(texts), null, 1)}\n`,
  )
}
