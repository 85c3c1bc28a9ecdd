import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import * as sass from 'sass'
import {
  GOVUK_COLOURS,
  LANES,
  LANES_DARK,
  STAFF,
  themeProperties,
  YOUNG,
  YOUNG_DARK,
} from '#platform/views/palette.ts'
import { fontFaces, youngFontFaces } from './fonts.ts'
import { logical } from './logical.ts'
import { inOurColours } from './recolour.ts'

const ROOT = path.join(import.meta.dirname, '..', '..')
const STYLES = path.join(ROOT, 'src', 'platform', 'views', 'styles')

/** Where the browser's files are kept, as committed. */
export const ASSETS = path.join(ROOT, 'src', 'platform', 'views', 'assets')

/** Both style sheets as the browser gets them: file name to text. */
export function compileStyles(): Record<'waymark.css' | 'youth.css', string> {
  const staff = `:root{${govukProperties()};${themeProperties(STAFF, LANES)}}`
  const young = `:root{color-scheme:light dark;${govukProperties()};${themeProperties(YOUNG, LANES)}}`
  // The device says light or dark, unless the young person did.
  const night = themeProperties(YOUNG_DARK, LANES_DARK)
  const dark =
    `@media screen and (prefers-color-scheme:dark){:root:not(.wm-look-light){${night}}}` +
    `@media screen{:root.wm-look-dark{${night}}}` +
    ':root.wm-look-light{color-scheme:light}:root.wm-look-dark{color-scheme:dark}'
  return {
    'waymark.css': sheet('waymark', fontFaces() + staff),
    'youth.css': sheet('youth', youngFontFaces() + young + dark),
  }
}

/** A style sheet as it is sent to browsers that take Brotli: as small as it gets, since it is made once. */
export const packed = (css: string): Buffer =>
  brotliCompressSync(css, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })

function sheet(name: string, properties: string): string {
  const { css } = sass.compile(path.join(STYLES, `${name}.scss`), {
    loadPaths: [ROOT],
    style: 'compressed',
    quietDeps: true,
  })
  // The document icon of the timeline is not ours to serve; nothing of ours uses it.
  const body = withoutIcons(
    logical(inOurColours(css.replace(/^\uFEFF/, '').replace('@charset "UTF-8";', ''))),
  )
  return `@charset "UTF-8";${properties}${body}\n`
}

const withoutIcons = (css: string): string =>
  css.replace(/background-image:url\(\/assets\/images\/[^)]*\);?/g, '')

/** Where govuk-frontend's layout changes; its menu reads these to know when to fold. */
const BREAKPOINTS = { mobile: '20rem', tablet: '40.0625rem', desktop: '48.0625rem' }

function govukProperties(): string {
  const colours = Object.entries(GOVUK_COLOURS).map(
    ([theirs, ours]) => `--govuk-${theirs}-colour:var(--wm-${ours})`,
  )
  const widths = Object.entries(BREAKPOINTS).map(([name, at]) => `--govuk-breakpoint-${name}:${at}`)
  return [...colours, ...widths].join(';')
}
