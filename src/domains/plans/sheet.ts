import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { isLanguageTag, languageName } from '#kernel/languages.ts'
import type { Capability } from '#platform/access/capability.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { dayFrom } from '#platform/http/reading.ts'
import {
  type Ask,
  askedPage,
  type Child,
  childIdOf,
  getChild,
  languagesOf,
  type Meanwhile,
} from '#domains/children/index.ts'
import { type Reading, reading } from './read.form.ts'

type Typed = Readonly<Record<string, string>>

/** Words of somebody that stand beside a form: the child's own before all else. */
export type Beside = {
  readonly title: string
  readonly lines: readonly { readonly text: string; readonly lang?: string | undefined }[]
}

export type Saved = { readonly to: string } | 'asked-again' | 'changed-meanwhile'

/** A form of this domain, written down once: asked with GET, saved with POST. */
export type Sheet<F extends { readonly child: Child }> = {
  readonly url: string
  readonly act: string
  readonly may: Capability
  readonly find: (visit: Visit) => Promise<F | undefined>
  readonly title: (found: F) => string
  readonly back: (found: F) => string
  readonly intro?: (found: F) => readonly string[]
  /** Topics of the help beside decisions. */
  readonly help?: readonly string[]
  readonly beside?: (found: F) => readonly Beside[]
  readonly asks: (found: F) => readonly Ask[]
  /** What is held now, as it stands in the boxes. */
  readonly kept?: (found: F) => Typed
  readonly version?: (found: F) => number
  readonly submit?: string
  readonly save: (visit: Visit, found: F, read: Reading) => Promise<Saved>
}

export function sheet<F extends { readonly child: Child }>(s: Sheet<F>): readonly [Page, Page] {
  const asked: Page = {
    method: 'GET',
    url: s.url,
    may: s.may,
    audit: { action: `${s.act}.ask`, childId: childIdOf },
    async answer(visit): Promise<Answer> {
      const found = await s.find(visit)
      return found ? shown(s, found, s.kept?.(found) ?? {}, []) : { kind: 'not-found' }
    },
  }
  const saved: Page = {
    method: 'POST',
    url: s.url,
    may: s.may,
    audit: { action: `${s.act}.write`, childId: childIdOf },
    async answer(visit): Promise<Answer> {
      const found = await s.find(visit)
      if (!found) return { kind: 'not-found' }
      const read = reading(visit.form, londonCalendarDay(visit.now))
      const became = await s.save(visit, found, read)
      if (typeof became === 'object') return { kind: 'redirect', to: became.to }
      const typed = typedIn(visit.form)
      if (became === 'asked-again') return shown(s, found, typed, read.problems)
      const now = await s.find(visit)
      return now ? shown(s, now, typed, read.problems, meanwhileOf(s, now)) : { kind: 'not-found' }
    },
  }
  return [asked, saved]
}

function shown<F extends { readonly child: Child }>(
  s: Sheet<F>,
  found: F,
  typed: Typed,
  problems: readonly Problem[],
  meanwhile?: Meanwhile,
): Answer {
  const page = askedPage({
    title: s.title(found),
    child: found.child,
    back: s.back(found),
    intro: s.intro?.(found) ?? [],
    asks: s.asks(found),
    typed,
    version: s.version?.(found) ?? 0,
    ...(s.submit === undefined ? {} : { submit: s.submit }),
    problems,
    meanwhile,
  })
  const wrong = problems.length > 0 ? 422 : 200
  return {
    kind: 'view',
    status: meanwhile ? 409 : wrong,
    template: 'domains/plans/sheet.njk',
    model: { page: { ...page, ...aroundOf(s, found) } },
  }
}

const aroundOf = <F extends { readonly child: Child }>(s: Sheet<F>, found: F) => ({
  help: s.help ?? [],
  beside: s.beside?.(found) ?? [],
})

/** What the record says now, beside what was being written. */
function meanwhileOf<F extends { readonly child: Child }>(s: Sheet<F>, found: F): Meanwhile {
  const kept = s.kept?.(found) ?? {}
  const lines = s.asks(found).map((ask) => ({ label: `${ask.label}:`, text: textIn(ask, kept) }))
  return { by: undefined, lines }
}

function textIn(ask: Ask, kept: Typed): string {
  if (ask.kind !== 'day') {
    const text = kept[ask.name] ?? ''
    return ask.choices?.[text] ?? text
  }
  const day = dayFrom(kept, ask.name)
  return day && day !== 'wrong' ? inWords(day) : ''
}

/** The version this form was filled in from. */
export const versionIn = (read: Reading): number => versionOf(read.form)

export async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}

/** The child of a page with the languages they speak, for forms that hold their words. */
export type Speaking = {
  readonly child: Child
  readonly languages: Readonly<Record<string, string>>
}

export async function speaking(visit: Visit): Promise<Speaking> {
  const child = await childOf(visit)
  const spoken = (await languagesOf(visit.tx, child.id)).map((l) => l.language)
  const tags = [...new Set(['en', ...spoken])].filter(isLanguageTag)
  return { child, languages: Object.fromEntries(tags.map((t) => [t, languageName(t)])) }
}

export const languageAsk = ({ languages }: Speaking): Ask => ({
  kind: 'choice',
  name: 'language',
  label: 'In which language are these words?',
  choices: languages,
})
