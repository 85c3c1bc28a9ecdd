import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { ownPath } from '#domains/people/index.ts'
import { getOwnChild, ownChild } from '#domains/words/index.ts'
import { endingsOf } from '../ended.queries.ts'
import { leavingWasShown } from '../shown.queries.ts'
import { waysOf } from '../ways.queries.ts'

/** Where to go on to afterwards, and the language, carried through the pages that come first. */
export function onward(visit: Pick<Visit, 'query' | 'form'>): {
  readonly next: string | undefined
  readonly language: string | undefined
  readonly to: (path: string) => string
} {
  const of = (name: string) => textOf(visit.form, name) || textOf(visit.query, name)
  const next = ownPath(of('next'))
  const language = of('in') || undefined
  const query = new URLSearchParams()
  if (language) query.set('in', language)
  if (next) query.set('next', next)
  return { next, language, to: (path) => (query.size > 0 ? `${path}?${query.toString()}` : path) }
}

/**
 * Where a young person's own side begins, however they came in. What must be known first comes first:
 * how to leave, before anything is opened for the first time; that they were signed out everywhere;
 * how to come back, for somebody who came with a code and has no other way yet.
 */
export const begin: Page = {
  method: 'GET',
  url: '/me/start',
  may: 'me.open',
  audit: { action: 'me.start', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const child = getOwnChild(visit)
    const { next, language, to } = onward(visit)
    const asked = language ? `?in=${encodeURIComponent(language)}` : ''
    if (!(await leavingWasShown(visit.tx, child))) {
      return { kind: 'redirect', to: to('/me/leaving') }
    }
    if ((await endingsOf(visit.tx, child)).some((e) => e.toldAt === undefined)) {
      return { kind: 'redirect', to: to('/me/signed-out') }
    }
    const { words, pins, passkeys } = await visit.door((door) => waysOf(door, visit.actor.id))
    if (!words && pins.length + passkeys.length === 0 && !laterOn(visit)) {
      return { kind: 'redirect', to: to('/me/way-in') }
    }
    return { kind: 'redirect', to: next ?? `/me${asked}` }
  },
}

/** They said that they will choose later how to come back. */
const laterOn = (visit: Visit): boolean => textOf(visit.query, 'later') === 'yes'
