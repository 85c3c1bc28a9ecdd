/**
 * Rewrites left and right in compiled CSS as start and end, so that one style sheet serves writing
 * in both directions. Works on declarations of compressed CSS; anything it does not know is kept.
 */
export function logical(css: string): string {
  return css
    .replace(FOUR_VALUES, (whole, before: string, name: string, value: string, after: string) => {
      const sides = fourSides(value)
      return sides ? `${before}${inTwoDirections(name, sides)}${after}` : whole
    })
    .replace(DECLARATION, (whole, before: string, name: string, value: string, after: string) => {
      const rewritten = declaration(name, value)
      return rewritten === undefined ? whole : `${before}${rewritten}${after}`
    })
}

// A declaration begins after { or ; and ends before ; or }. The end is looked at, not taken, so
// that the next declaration still finds its beginning.
const FOUR_VALUES = /([{;])(margin|padding|border-width):([^;{}]+)()(?=[;}])/g
const DECLARATION = /([{;])([a-z-]+):([^;{}]+)()(?=[;}])/g

const NAMES: Readonly<Record<string, string>> = {
  'margin-left': 'margin-inline-start',
  'margin-right': 'margin-inline-end',
  'padding-left': 'padding-inline-start',
  'padding-right': 'padding-inline-end',
  left: 'inset-inline-start',
  right: 'inset-inline-end',
  'border-left': 'border-inline-start',
  'border-right': 'border-inline-end',
  'border-left-width': 'border-inline-start-width',
  'border-right-width': 'border-inline-end-width',
  'border-left-style': 'border-inline-start-style',
  'border-right-style': 'border-inline-end-style',
  'border-left-color': 'border-inline-start-color',
  'border-right-color': 'border-inline-end-color',
  'border-top-left-radius': 'border-start-start-radius',
  'border-top-right-radius': 'border-start-end-radius',
  'border-bottom-left-radius': 'border-end-start-radius',
  'border-bottom-right-radius': 'border-end-end-radius',
}

const SIDES: Readonly<Record<string, string>> = { left: 'start', right: 'end' }

function declaration(name: string, value: string): string | undefined {
  const renamed = NAMES[name]
  if (renamed) return `${renamed}:${value}`
  if (name === 'text-align' && SIDES[side(value)]) {
    return `text-align:${value.replace(side(value), SIDES[side(value)] ?? '')}`
  }
  if (name === 'float' && SIDES[side(value)]) {
    return `float:${value.replace(side(value), `inline-${SIDES[side(value)]}`)}`
  }
  return undefined
}

/** `left !important` is still left. */
function side(value: string): string {
  return value.replace('!important', '').trim()
}

type Sides = {
  readonly top: string
  readonly end: string
  readonly bottom: string
  readonly start: string
}

function fourSides(value: string): Sides | undefined {
  if (value.includes('(')) return undefined
  const [top, end, bottom, start, ...more] = value.trim().split(/\s+/)
  if (!top || !end || !bottom || !start || more.length > 0 || end === start) return undefined
  return { top, end, bottom, start }
}

function inTwoDirections(name: string, { top, end, bottom, start }: Sides): string {
  const [block, inline] =
    name === 'border-width'
      ? ['border-block-width', 'border-inline-width']
      : [`${name}-block`, `${name}-inline`]
  return `${block}:${top} ${bottom};${inline}:${start} ${end}`
}
