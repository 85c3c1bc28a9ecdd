import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import path from 'node:path'

const WORDING = path.join(import.meta.dirname, '..', '..', 'src', 'domains', 'wording')

/** Where the browser's copy stands. */
export const ENGINE = path.join(WORDING, 'browser', 'engine.browser.js')

/** In this order, since each knows those before it. */
const SOURCES = ['reading.rules.ts', 'patterns.rules.ts', 'advice.rules.ts']

const HEAD =
  '// Made by `npm run wording` from the rules beside this folder. Change those, not this.\n// @ts-nocheck -- checked where it is written, with its types\n'

/** The rules of advice as the browser runs them: the same text, without its types and without imports. */
export function engineForBrowsers(): string {
  const parts = SOURCES.map((file) => {
    const source = readFileSync(path.join(WORDING, file), 'utf8')
    return stripTypeScriptTypes(source)
      .split('\n')
      .filter((line) => !line.startsWith('import '))
      .map((line) => line.trimEnd())
      .join('\n')
  })
  return HEAD + parts.join('\n').replace(/\n{3,}/g, '\n\n')
}
