/**
 * GOV.UK's colours belong to GOV.UK. Where its components carry a colour of their own (not one of
 * the functional colours, which are custom properties), ours takes its place. A colour of theirs
 * that is not in the list is left, and a test finds it.
 */
export function inOurColours(css: string): string {
  return css
    .replace(/var\((--govuk-[a-z-]+-colour),\s*[^()]*\)/g, 'var($1)')
    .replace(/([{;])([a-z-]+):([^;{}]*#[0-9a-f]{3,6}\b[^;{}]*)/gi, (_, before, name, value) => {
      const ours = String(value).replace(HEX, (hex) => colourOf(full(hex), name === 'color') ?? hex)
      return `${before}${name}:${ours}`
    })
}

const HEX = /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b/gi

/** Every colour of GOV.UK's palette that a component of theirs carries, and ours for the same work. */
const OURS: Readonly<Record<string, string>> = {
  '#ffffff': 'paper',
  '#f3f3f3': 'surface',
  '#f4f8fb': 'surface',
  '#0b0c0c': 'ink',
  '#cecece': 'line',
  '#858686': 'strong-line',
  '#484949': 'soft-ink',
  '#0f7a52': 'action',
  '#0b5c3e': 'action-over',
  '#083d29': 'action-edge',
  '#1d70b8': 'action',
  '#d2e2f1': 'slate-soft',
  '#0f385c': 'slate',
  '#ca3535': 'harm',
  '#982828': 'harm-over',
  '#651b1b': 'harm-edge',
  '#f4d7d7': 'harm-soft',
  '#f4d7e5': 'rose-soft',
  '#651b3e': 'rose',
  '#d0e6e7': 'sea-soft',
  '#0b4144': 'sea',
  '#ddd6ec': 'plum-soft',
  '#2a1950': 'plum',
  '#cfe4dc': 'moss-soft',
  '#fde4d7': 'ochre-soft',
  '#ffee80': 'ochre-soft',
  '#7a3c1c': 'ochre',
}

/** The same colour does other work when it is what letters are written in. */
const OURS_FOR_LETTERS: Readonly<Record<string, string>> = {
  '#ffffff': 'on-action',
  '#083d29': 'moss',
}

function colourOf(hex: string, letters: boolean): string | undefined {
  const name = (letters ? OURS_FOR_LETTERS[hex] : undefined) ?? OURS[hex]
  return name && `var(--wm-${name})`
}

/** #fff and #FFFFFF are one colour. */
function full(hex: string): string {
  const digits = hex.slice(1).toLowerCase()
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`
}
