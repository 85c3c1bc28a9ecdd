import { typedIn } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Ask, askedPage, type Child } from '#domains/children/index.ts'
import { formAnswer } from './form-answer.ts'
import { auditOf, childOf, episodeOf, hrefOf } from './child-of-page.ts'
import type { Episode } from './episode.queries.ts'
import type { Form } from '#platform/http/reading.ts'
import { type Reading, reading } from './read.form.ts'

export type At = { readonly child: Child; readonly episode: Episode }

/** A form about one time a child is missing: how it is asked, read and kept. */
export type EpisodeForm<V> = {
  /** The last part of its address, and its name in the trail. */
  readonly slug: string
  readonly title: string
  readonly intro: readonly string[]
  /** The help that stands beside it. */
  readonly topic: string
  readonly submit: string
  /** Whether it is only for a search that is not over. */
  readonly onlyOpen: boolean
  readonly asks: (at: At) => readonly Ask[]
  /** Undefined after a problem was said. */
  readonly read: (read: Reading, form: Form, at: At) => V | undefined
  /** What is still wrong, or nothing. */
  readonly keep: (visit: Visit, at: At, value: V) => Promise<readonly Problem[]>
}

const may = 'missing.write'

/** Its two pages: asked and kept. */
export function episodeForm<V>(form: EpisodeForm<V>): readonly Page[] {
  const url = `/children/:childId/missing/:episode/${form.slug}`
  return [
    {
      method: 'GET',
      url,
      may,
      audit: auditOf('missing.ask'),
      async answer(visit): Promise<Answer> {
        const at = await whereOf(visit)
        if (!at) return { kind: 'not-found' }
        const over = form.onlyOpen && at.episode.endedAt !== undefined
        return over
          ? { kind: 'redirect', to: hrefOf(at.child, at.episode) }
          : shown(form, at, {}, [])
      },
    },
    {
      method: 'POST',
      url,
      may,
      audit: auditOf(`missing.${form.slug}`),
      async answer(visit): Promise<Answer> {
        const at = await whereOf(visit)
        if (!at) return { kind: 'not-found' }
        const again = (problems: readonly Problem[]) =>
          shown(form, at, typedIn(visit.form), problems)
        if (form.onlyOpen && at.episode.endedAt !== undefined) return again([over(form, at)])
        const read = reading(visit.form, visit.now)
        const value = form.read(read, visit.form, at)
        if (value === undefined || read.problems.length > 0) return again(read.problems)
        const problems = await form.keep(visit, at, value)
        if (problems.length > 0) return again(problems)
        return { kind: 'redirect', to: hrefOf(at.child, at.episode) }
      },
    },
  ]
}

async function whereOf(visit: Visit): Promise<At | undefined> {
  const child = await childOf(visit)
  const episode = await episodeOf(visit, child)
  return episode && { child, episode }
}

const over = <V>(form: EpisodeForm<V>, at: At): Problem => ({
  field: form.asks(at)[0]?.name ?? 'version',
  text: 'This search ended while you were writing. Nothing was saved',
})

function shown<V>(
  form: EpisodeForm<V>,
  at: At,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Answer {
  const page = askedPage({
    title: form.title,
    child: at.child,
    back: hrefOf(at.child, at.episode),
    intro: form.intro,
    asks: form.asks(at),
    typed,
    submit: form.submit,
    problems,
  })
  return formAnswer(page, { topic: form.topic })
}
