import { londonCalendarDay } from '#kernel/calendar-day.ts'
import type { ChildId } from '#kernel/ids.ts'
import type { Capability } from '#platform/access/capability.ts'
import { versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import { type Reading, reading } from '#platform/http/reading.ts'
import {
  type Ask,
  askedAnswer,
  askedPage,
  type Meanwhile,
  type Typed,
  typedWithTicks,
} from './asked.form.ts'

/** What became of a form: where it leads, what is still wrong, or what somebody else saved meanwhile. */
export type KeptAs =
  | { readonly to: string }
  | { readonly problems: readonly Problem[] }
  | { readonly meanwhile: Meanwhile; readonly version: number }

/** A form of staff, written down once for asking and for keeping. */
export type AskedForm<F, V> = {
  readonly url: string
  readonly may: Capability
  /** Names of the two acts in the trail. */
  readonly audit: {
    readonly ask: string
    readonly keep: string
    readonly childId?: (asked: Asked) => ChildId | undefined
  }
  /** What the form is about. Undefined: there is no such thing, or not for this reader. */
  readonly find: (visit: Visit) => Promise<F | undefined>
  readonly title: string | ((found: F) => string)
  readonly child?: (found: F) => { readonly id: string; readonly knownAs: string }
  readonly back: (found: F) => string
  readonly intro?: (found: F) => readonly string[]
  readonly help?: readonly string[]
  readonly submit?: string
  readonly asks: (found: F) => readonly Ask[]
  readonly typed?: (found: F) => Typed
  readonly version?: (found: F) => number
  /** Undefined after a problem was said. */
  readonly read: (read: Reading, found: F) => V | undefined
  readonly keep: (visit: Visit, found: F, value: V, version: number) => Promise<KeptAs>
}

/** Its two pages: asked, and kept. */
export function askedPages<F, V>(form: AskedForm<F, V>): readonly Page[] {
  const { url, may, audit } = form
  const about = audit.childId ? { childId: audit.childId } : {}
  return [
    {
      method: 'GET',
      url,
      may,
      audit: { action: audit.ask, ...about },
      async answer(visit): Promise<Answer> {
        const found = await form.find(visit)
        if (found === undefined) return { kind: 'not-found' }
        const version = form.version?.(found) ?? 0
        return shown(form, found, { typed: form.typed?.(found) ?? {}, version, problems: [] })
      },
    },
    {
      method: 'POST',
      url,
      may,
      audit: { action: audit.keep, ...about },
      async answer(visit): Promise<Answer> {
        const found = await form.find(visit)
        if (found === undefined) return { kind: 'not-found' }
        const [typed, version] = [typedWithTicks(visit.form), versionOf(visit.form)]
        const read = reading(visit.form, londonCalendarDay(visit.now))
        const value = form.read(read, found)
        if (value === undefined || read.problems.length > 0) {
          return shown(form, found, { typed, version, problems: read.problems })
        }
        const kept = await form.keep(visit, found, value, version)
        if ('to' in kept) return { kind: 'redirect', to: kept.to }
        if ('problems' in kept) return shown(form, found, { typed, version, ...kept })
        return shown(form, found, { typed, problems: [], ...kept })
      },
    },
  ]
}

type Shown = {
  readonly typed: Typed
  readonly version: number
  readonly problems: readonly Problem[]
  readonly meanwhile?: Meanwhile
}

function shown<F, V>(form: AskedForm<F, V>, found: F, { typed, ...rest }: Shown): Answer {
  const child = form.child?.(found)
  const page = askedPage({
    title: typeof form.title === 'string' ? form.title : form.title(found),
    ...(child && { child }),
    back: form.back(found),
    intro: form.intro?.(found) ?? [],
    help: form.help ?? [],
    asks: form.asks(found),
    typed,
    ...(form.submit && { submit: form.submit }),
    ...rest,
  })
  return askedAnswer(page)
}
