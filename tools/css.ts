import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { ASSETS, browserFiles, compileStyles, FONT_FILES } from './css/compile.ts'

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

// `npm run css`: writes the style sheets, the fonts and the browser's copy of govuk-frontend.
mkdirSync(path.join(ASSETS, 'fonts'), { recursive: true })
for (const [name, css] of Object.entries(compileStyles())) {
  writeFileSync(path.join(ASSETS, name), css)
  const sent = gzipSync(css).length
  console.log(`${name}: ${kilobytes(Buffer.byteLength(css))}, ${kilobytes(sent)} compressed`)
}
for (const { from, to } of [...FONT_FILES, ...browserFiles()])
  copyFileSync(from, path.join(ASSETS, to))
