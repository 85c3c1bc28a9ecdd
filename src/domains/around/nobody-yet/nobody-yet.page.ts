import { z } from 'zod'
import { readId } from '#kernel/ids.ts'
import { londonDay } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import { problemsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import {
  type Ask,
  askedAnswer,
  askedPage,
  type Child,
  childIdOf,
  maybe,
} from '#domains/children/index.ts'
import { keepTrustAnswer } from '../around.queries.ts'
import { childOf } from '../child-of-page.ts'
import { nobodyTrustedYet } from '../staff.queries.ts'

/** Who has chosen no adult they trust for too long, or has asked for somebody: one line each, one thing to do. */
export const seeNobodyYet: Page = {
  method: 'GET',
  url: '/nobody-yet',
  may: 'children.write',
  audit: { action: 'children.nobody-yet' },
  async answer({ tx, actor, now, query, show }): Promise<Answer> {
    const after = readId<'child'>(textOf(query, 'after'))
    const { children, more } = await nobodyTrustedYet(tx, actor, now, after)
    show(children.map((c) => c.id))
    const last = children.at(-1)
    const page = {
      title: 'Nobody they trust yet',
      lines: children.map((c) => ({
        name: c.knownAs,
        href: `/children/${c.id}`,
        detail: c.askedFor
          ? 'They said that they would like somebody'
          : `Nobody chosen since ${londonDay(c.since)}`,
        action: { text: 'Ask them whom they trust', href: `/children/${c.id}/people-map/trusted` },
      })),
      next: more && last ? `/nobody-yet?after=${last.id}` : undefined,
      first: after ? '/nobody-yet' : undefined,
      mayExport: may(actor.role, 'continuity.export'),
    }
    return { kind: 'view', template: 'domains/around/nobody-yet/nobody-yet.njk', model: { page } }
  },
}

const ANSWERS = {
  not_now: 'They do not want one now',
  ask_me: 'They would like somebody',
} as const

const ASKS: readonly Ask[] = [
  { kind: 'choice', name: 'answer', label: 'What do they say?', choices: ANSWERS },
  { kind: 'words', name: 'words', label: 'In their own words (optional)' },
]

const form = z.object({
  answer: z.enum(['not_now', 'ask_me'], 'Choose what they say'),
  words: maybe('Their words', 2000),
})

const url = '/children/:childId/people-map/trusted'

/** What they say about an adult they trust. Choosing one is theirs: here it is only written down that they do not want one, or would like one. */
export const askAboutTrust: Page = {
  method: 'GET',
  url,
  may: 'children.write',
  audit: { action: 'around.trusted.ask', childId: childIdOf },
  answer: async (visit) => shown(await childOf(visit), {}, []),
}

export const writeAboutTrust: Page = {
  method: 'POST',
  url,
  may: 'children.write',
  audit: { action: 'around.trusted.write', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const read = form.safeParse(visit.form)
    if (!read.success) return shown(child, typedIn(visit.form), problemsOf(read.error))
    const said = { ...read.data, by: 'child_with_someone', language: 'en', at: visit.now } as const
    if (await keepTrustAnswer(visit.tx, child.id, said)) {
      return { kind: 'redirect', to: `/children/${child.id}/people-map` }
    }
    const theirs = {
      field: 'answer',
      text: 'They answered this themselves on their own page, and only they can change it',
    }
    return shown(child, typedIn(visit.form), [theirs])
  },
}

function shown(
  child: Child,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Answer {
  const here = `/children/${child.id}`
  const page = {
    ...askedPage({
      title: 'An adult they trust',
      help: ['trusted-adult'],
      child,
      back: `${here}/people-map`,
      intro: [
        'Whom they trust is theirs to choose: family, a teacher, a worker, anybody. Nobody approves it.',
        'If they do not want one now, that is respected, and nobody asks again until they say.',
      ],
      asks: ASKS,
      typed,
      problems,
    }),
    addHref: `${here}/people/add`,
  }
  return askedAnswer(page, 'domains/around/nobody-yet/trusted.njk')
}
