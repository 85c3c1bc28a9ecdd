import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A service's own symbols in the place of ours: each by our name, as an SVG, and whose they are. */
export type OwnSymbols = {
  readonly svgs: ReadonlyMap<string, string>
  readonly credit: string
}

export const OUR_CREDIT =
  'OpenMoji (openmoji.org), licence CC BY-SA 4.0 (creativecommons.org/licenses/by-sa/4.0)'

const OURS = path.join(import.meta.dirname, 'assets/symbols')
const MOST_BYTES = 200 * 1024
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The names of the symbols that pages show. */
export const symbolNames = (): readonly string[] =>
  readdirSync(OURS)
    .filter((file) => file.endsWith('.svg'))
    .map((file) => file.slice(0, -'.svg'.length))

/** Reads a folder of symbols named as ours are. Throws one sentence that says all there is to put right. */
export function readSymbols(folder: string): OwnSymbols {
  const svgs = new Map<string, string>()
  const problems: string[] = []
  for (const name of symbolNames()) {
    const read = readSymbol(folder, name)
    if ('svg' in read) svgs.set(name, read.svg)
    else problems.push(read.problem)
  }
  const credit = creditIn(folder)
  if (!credit) problems.push('credit.txt is missing: one line that says whose symbols these are')
  if (problems.length > 0 || !credit) {
    throw new Error(
      `The symbols in WAYMARK_SYMBOLS (${folder}) cannot be used. ${problems.join('. ')}.`,
    )
  }
  return { svgs, credit }
}

function creditIn(folder: string): string | undefined {
  const file = path.join(folder, 'credit.txt')
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim().replaceAll(/\s+/g, ' ') : ''
  return text.slice(0, 300) || undefined
}

type Read = { readonly svg: string } | { readonly problem: string }

function readSymbol(folder: string, name: string): Read {
  const [svg, png] = ['svg', 'png'].map((kind) => path.join(folder, `${name}.${kind}`))
  const file = [svg, png].find((f) => f !== undefined && existsSync(f))
  if (!file) return { problem: `${name}.svg (or .png) is missing` }
  const bytes = readFileSync(file)
  const called = path.basename(file)
  if (bytes.length > MOST_BYTES) return { problem: `${called} is larger than 200 KB` }
  if (file === svg) {
    const text = bytes.toString('utf8')
    const unsafe = unsafeIn(text)
    return unsafe ? { problem: `${called} is not safe: ${unsafe}` } : { svg: text }
  }
  if (!bytes.subarray(0, PNG.length).equals(PNG)) return { problem: `${called} is not a PNG` }
  return { svg: wrapped(bytes) }
}

/** A PNG within an SVG, so that a symbol has one address whatever it is made of. */
const wrapped = (png: Buffer): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><image width="72" height="72" href="data:image/png;base64,${png.toString('base64')}"/></svg>\n`

const ELEMENTS = new Set(
  'svg g path circle ellipse rect line polyline polygon title desc defs use clippath mask lineargradient radialgradient stop symbol'.split(
    ' ',
  ),
)
const ATTRIBUTES =
  /^(xmlns(:xlink)?|id|d|points|[xy][12]?|[cfr][xyr]?|r|width|height|viewbox|version|transform|(xlink:)?href|offset|(fill|stroke|stop|clip)(-[a-z]+)*|opacity|color|mask|maskunits|maskcontentunits|clippathunits|gradientunits|gradienttransform|spreadmethod|preserveaspectratio|paint-order|class|role|aria-[a-z]+|data-name)$/

/** What in a drawing could run, reach elsewhere or be read as something else; undefined when it only draws. */
export function unsafeIn(svg: string): string | undefined {
  const text = svg.replace(/^\uFEFF?\s*<\?xml[^?]*\?>/, '').replaceAll(/<!--[\s\S]*?-->/g, '')
  if (!/^\s*<svg[\s>]/.test(text)) return 'it does not begin with <svg>'
  if (/<[!?]/.test(text)) return 'it declares something beside the drawing'
  for (const [whole, name = '', inside = ''] of text.matchAll(
    /<\/?([^\s/>]+)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g,
  )) {
    const unsafe = unsafeTag(name, inside)
    if (unsafe) return unsafe
    if (whole.length > MOST_BYTES) return 'it is too long'
  }
  return text.replaceAll(/<\/?([^\s/>]+)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g, '').includes('<')
    ? 'it is not whole'
    : undefined
}

function unsafeTag(name: string, inside: string): string | undefined {
  if (!ELEMENTS.has(name.toLowerCase())) return `it has <${name}>`
  const rest = inside.replaceAll(/([^\s=/]+)\s*=\s*("[^"]*"|'[^']*')/g, '')
  if (rest.replaceAll('/', '').trim() !== '') return `<${name}> cannot be read`
  for (const [, attribute = '', quoted = ''] of inside.matchAll(
    /([^\s=/]+)\s*=\s*("[^"]*"|'[^']*')/g,
  )) {
    const unsafe = unsafeAttribute(attribute.toLowerCase(), quoted.slice(1, -1).trim())
    if (unsafe) return unsafe
  }
  return undefined
}

function unsafeAttribute(name: string, value: string): string | undefined {
  if (!ATTRIBUTES.test(name)) return `it has the attribute ${name}`
  if (name.startsWith('xmlns')) return undefined
  const leads = name.endsWith('href') ? !value.startsWith('#') : /url\(\s*["']?(?!#)/i.test(value)
  return leads || /[&\\]/.test(value) ? `${name} leads elsewhere` : undefined
}

const SIDE = 72

/**
 * Symbols one below the other in one drawing, each to be shown by its name: `sheet.svg#eye`. A service's
 * own are pictures within it, so that nothing in one can meet what is in another.
 */
export function sheetOf(names: readonly string[], own: OwnSymbols | undefined): string {
  const placed = names.map((name, n) => {
    const at = `y="${n * SIDE}" width="${SIDE}" height="${SIDE}"`
    const svg = own?.svgs.get(name)
    const drawn = svg
      ? `<image ${at} href="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}"/>`
      : ourDrawing(name).replace('<svg ', `<svg ${at} `)
    return `<view id="${name}" viewBox="0 ${n * SIDE} ${SIDE} ${SIDE}"/>${drawn}`
  })
  const whole = `0 0 ${SIDE} ${names.length * SIDE}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${whole}"><!-- ${own?.credit.replaceAll('--', '–') ?? OUR_CREDIT} -->${placed.join('')}</svg>\n`
}

/**
 * One of ours, without what a file of its own says (its namespace, its credit, names nothing refers to)
 * and with two figures after each point: finer than any screen shows.
 */
function ourDrawing(name: string): string {
  const svg = readFileSync(path.join(OURS, `${name}.svg`), 'utf8').trim()
  const bare = svg
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replace(' xmlns="http://www.w3.org/2000/svg"', '')
    .replaceAll(/(\.\d\d)\d+/g, '$1')
  return /(url\(#|href="#)/.test(bare) ? bare : bare.replaceAll(/ id="[^"]*"/g, '')
}
