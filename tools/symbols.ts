import { readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { SYMBOLS } from './symbols/list.ts'

/** `npm run symbols`: takes the symbols we use out of their package, one file each, and says whose they are. */
const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, 'src/platform/views/assets/symbols')
mkdirSync(folder, { recursive: true })
for (const [name, svg] of symbolFiles()) writeFileSync(path.join(folder, `${name}.svg`), svg)

function symbolFiles(): ReadonlyMap<string, string> {
  const file = createRequire(import.meta.url).resolve('@iconify-json/openmoji/icons.json')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the package's own shape
  const { icons } = JSON.parse(readFileSync(file, 'utf8')) as {
    icons: Record<string, { body: string }>
  }
  return new Map(
    SYMBOLS.map((name) => {
      const icon = icons[name]
      if (!icon) throw new Error(`OpenMoji has no ${name}`)
      return [name, svgOf(icon.body)]
    }),
  )
}

function svgOf(body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><!-- OpenMoji, openmoji.org, CC BY-SA 4.0 -->${body}</svg>\n`
}
