import assert from 'node:assert/strict'

/** The token of the page's forms. Fails where there is none: a form without one is refused, whatever it says. */
export function tokenOn(html: string): string {
  const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1]
  assert.ok(token, 'the page has a form with a token')
  return token
}
