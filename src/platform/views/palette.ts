/** A colour as the style sheets write it: #rrggbb. */
export type Hex = `#${string}`

/** A theme: every colour a page may use, by the work it does. Written out as CSS properties. */
export type Theme = {
  readonly paper: Hex
  readonly surface: Hex
  readonly ink: Hex
  readonly 'soft-ink': Hex
  readonly line: Hex
  readonly 'strong-line': Hex
  readonly brand: Hex
  readonly 'on-brand': Hex
  readonly action: Hex
  readonly 'action-over': Hex
  readonly 'action-edge': Hex
  readonly 'on-action': Hex
  readonly link: Hex
  readonly 'link-seen': Hex
  readonly 'link-over': Hex
  readonly focus: Hex
  readonly 'on-focus': Hex
  readonly harm: Hex
  readonly 'harm-over': Hex
  readonly 'harm-edge': Hex
  readonly 'harm-soft': Hex
  readonly 'on-harm': Hex
  readonly done: Hex
}

/** Deep teal ink on warm off-white: a desk, a car, a hospital corridor. */
export const STAFF: Theme = {
  paper: '#fefcf8',
  surface: '#f4efe5',
  ink: '#10282a',
  'soft-ink': '#455a5c',
  line: '#d3cabb',
  'strong-line': '#5f7173',
  brand: '#0b4f54',
  'on-brand': '#ffffff',
  action: '#0b5d63',
  'action-over': '#08464b',
  'action-edge': '#042b2e',
  'on-action': '#ffffff',
  link: '#0a5a66',
  'link-seen': '#5d3a78',
  'link-over': '#042f36',
  focus: '#ffd24d',
  'on-focus': '#10282a',
  harm: '#a3261f',
  'harm-over': '#7d1c17',
  'harm-edge': '#4f110e',
  'harm-soft': '#f8e4e1',
  'on-harm': '#ffffff',
  done: '#1f5c3d',
}

/** The young person's side by day: warm and ordinary. */
export const YOUNG: Theme = {
  paper: '#fffaf3',
  surface: '#f6ecdf',
  ink: '#2a2331',
  'soft-ink': '#5b5163',
  line: '#dccdbb',
  'strong-line': '#75697c',
  brand: '#4b4485',
  'on-brand': '#ffffff',
  action: '#4b4485',
  'action-over': '#393367',
  'action-edge': '#262145',
  'on-action': '#ffffff',
  link: '#473f86',
  'link-seen': '#6b3a73',
  'link-over': '#262145',
  focus: '#ffd24d',
  'on-focus': '#2a2331',
  harm: '#9c2b2b',
  'harm-over': '#7a2020',
  'harm-edge': '#4d1313',
  'harm-soft': '#f9e4e0',
  'on-harm': '#ffffff',
  done: '#2d5d43',
}

/** The young person's side by night, when the phone asks for it. */
export const YOUNG_DARK: Theme = {
  paper: '#1c1922',
  surface: '#2a2532',
  ink: '#f5eee6',
  'soft-ink': '#cabfcf',
  line: '#4a4354',
  'strong-line': '#a79bb0',
  brand: '#2e2850',
  'on-brand': '#f5eee6',
  action: '#c6bcf4',
  'action-over': '#e0daff',
  'action-edge': '#8d80c9',
  'on-action': '#1c1922',
  link: '#cfc6f7',
  'link-seen': '#e3b8e6',
  'link-over': '#ffffff',
  focus: '#ffd24d',
  'on-focus': '#1c1922',
  harm: '#ffb0a6',
  'harm-over': '#ffd0c9',
  'harm-edge': '#e09c92',
  'harm-soft': '#47262a',
  'on-harm': '#1c1922',
  done: '#a5d9b8',
}

/**
 * Colours for lanes and for who is speaking. Each has a shape or a pattern of its own as well, so
 * that nothing rests on colour; none is red, and none is better than another.
 */
export type Lane = { readonly deep: Hex; readonly soft: Hex }

export const LANES = {
  sea: { deep: '#1b6b75', soft: '#dcecec' },
  plum: { deep: '#6b487f', soft: '#ece2f1' },
  ochre: { deep: '#805300', soft: '#f6e8cb' },
  moss: { deep: '#48672a', soft: '#e4ebd7' },
  slate: { deep: '#465d73', soft: '#e1e7ee' },
  rose: { deep: '#8f4163', soft: '#f6e2ea' },
} as const satisfies Record<string, Lane>

/** The same lanes after dark: the deep colour becomes the light one. */
export const LANES_DARK = {
  sea: { deep: '#9fd6dc', soft: '#1f3a3f' },
  plum: { deep: '#d9bdea', soft: '#3a2b46' },
  ochre: { deep: '#eec880', soft: '#42331a' },
  moss: { deep: '#bdd89c', soft: '#2c3921' },
  slate: { deep: '#b7cbdf', soft: '#28333f' },
  rose: { deep: '#f0b7cd', soft: '#45283a' },
} as const satisfies Record<keyof typeof LANES, Lane>

/** How bright a colour is to the eye, 0 to 1, as WCAG 2.2 defines relative luminance. */
export function luminance(colour: Hex): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
    linear(parseInt(colour.slice(at, at + 2), 16)),
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast between two colours, 1 to 21, as WCAG 2.2 defines it (success criterion 1.4.3). */
export function contrast(a: Hex, b: Hex): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function linear(channel: number): number {
  const c = channel / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
}

/** CSS custom properties for a theme and its lanes: ours (--wm-…) and govuk-frontend's, set from ours. */
export function themeProperties(theme: Theme, lanes: Readonly<Record<string, Lane>>): string {
  const ours = Object.entries(theme).map(([name, hex]) => `--wm-${name}:${hex}`)
  const ofLanes = Object.entries(lanes).flatMap(([name, { deep, soft }]) => [
    `--wm-${name}:${deep}`,
    `--wm-${name}-soft:${soft}`,
  ])
  return [...ours, ...ofLanes].join(';')
}

/** Which of our colours does the work of each functional colour of govuk-frontend. */
export const GOVUK_COLOURS = {
  brand: 'brand',
  text: 'ink',
  'inverse-text': 'on-brand',
  'template-background': 'surface',
  'body-background': 'paper',
  'secondary-text': 'soft-ink',
  focus: 'focus',
  'focus-text': 'on-focus',
  error: 'harm',
  success: 'done',
  border: 'line',
  'input-border': 'strong-line',
  hover: 'line',
  link: 'link',
  'link-visited': 'link-seen',
  'link-hover': 'link-over',
  'link-active': 'ink',
  'surface-background': 'surface',
  'surface-text': 'ink',
  'surface-border': 'line',
} as const satisfies Record<string, keyof Theme>
