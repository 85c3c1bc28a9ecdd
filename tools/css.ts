import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { ASSETS, compileStyles } from './css/compile.ts'

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

// `npm run css`: writes the style sheets and says how large they are.
for (const [name, css] of Object.entries(compileStyles())) {
  writeFileSync(path.join(ASSETS, name), css)
  const sent = gzipSync(css).length
  console.log(`${name}: ${kilobytes(Buffer.byteLength(css))}, ${kilobytes(sent)} compressed`)
}
