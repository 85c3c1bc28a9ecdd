import { textOf } from '#platform/http/fields.ts'
import type { DoorVisit } from '#platform/http/page.ts'
import { ownPath } from './sign-in.rules.ts'

/** What goes along through the steps of signing in: where to go on to, and a form that was kept, sealed. */
export type Carried = { readonly next: string | undefined; readonly held: string | undefined }

export function carriedOf(visit: Pick<DoorVisit, 'form' | 'query'>): Carried {
  return {
    next: ownPath(visit.form['next']) ?? ownPath(visit.query['next']),
    held: textOf(visit.form, 'held') || undefined,
  }
}

/** An address that carries where to go on to. A kept form is too large for it. */
export const withNext = (address: string, { next }: Pick<Carried, 'next'>): string =>
  next ? `${address}?next=${encodeURIComponent(next)}` : address
