import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ASSETS, compileStyles, packed } from './css/compile.ts'
import { SMALL_FONTS, smallFont } from './css/fonts.ts'

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

// `npm run css`: writes the style sheets and the small fonts, and says how large they are.
for (const [name, css] of Object.entries(compileStyles())) {
  const sent = packed(css)
  writeFileSync(path.join(ASSETS, name), css)
  writeFileSync(path.join(ASSETS, `${name}.br`), sent)
  console.log(`${name}: ${kilobytes(Buffer.byteLength(css))}, ${kilobytes(sent.length)} compressed`)
}
const fonts = path.join(ASSETS, 'fonts', 'small')
mkdirSync(fonts, { recursive: true })
for (const font of SMALL_FONTS) {
  const bytes = await smallFont(font)
  writeFileSync(path.join(fonts, font.file), bytes)
  console.log(`${font.file}: ${kilobytes(bytes.length)}`)
}
