import { typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { askedPage, type Child, type Meanwhile } from '#domains/children/index.ts'
import { situationsOf } from '#domains/identification/index.ts'
import { formAnswer } from '../form-answer.ts'
import { auditOf, childOf, episodeOf, hrefOf } from '../child-of-page.ts'
import type { Episode } from '../episode.queries.ts'
import { returnNotOwed, returnOffered } from '../owed.ts'
import { planOf } from '../plan.queries.ts'
import { reading } from '../read.form.ts'
import { keepReturn, type KeptReturn, returnOf } from '../return.queries.ts'
import type { Conversation } from '../return.rules.ts'
import { type Has, readTalk, talkAsks, talkTyped } from './talk-afterwards.form.ts'
import { talkView } from './talk.view.ts'

const url = '/children/:childId/missing/:episode/talk'
const may = 'missing.write'

type At = {
  readonly child: Child
  readonly episode: Episode
  readonly has: Has
  readonly kept: KeptReturn | undefined
}

export const askTalk: Page = {
  method: 'GET',
  url,
  may,
  audit: auditOf('missing.ask'),
  async answer(visit): Promise<Answer> {
    const at = await whereOf(visit)
    return at ? shown(at, at.kept?.version ?? 0, talkTyped(at.kept), []) : { kind: 'not-found' }
  },
}

/** The conversation after coming back: offered or not is always written down. */
export const writeTalk: Page = {
  method: 'POST',
  url,
  may,
  audit: auditOf('missing.talk'),
  async answer(visit): Promise<Answer> {
    const at = await whereOf(visit)
    if (!at) return { kind: 'not-found' }
    const version = versionOf(visit.form)
    const typed = typedIn(visit.form)
    const read = reading(visit.form, visit.now)
    const conversation = readTalk(read, visit.form, at.has)
    if (!conversation || read.problems.length > 0) return shown(at, version, typed, read.problems)
    const of = { child: at.child.id, episode: at.episode.id }
    if (await keepReturn(visit.tx, of, version, conversation)) {
      await clockFollows(visit, at, conversation)
      return { kind: 'redirect', to: hrefOf(at.child, at.episode) }
    }
    const now = await returnOf(visit.tx, at.episode.id)
    return shown(at, now?.version ?? 0, typed, [], {
      by: now?.by,
      lines: saidNow(now, at.has.foundAt),
    })
  },
}

function saidNow(now: KeptReturn | undefined, foundAt: Date): Meanwhile['lines'] {
  const view = talkView(now, foundAt, undefined)
  return view ? [...view.facts, ...view.words] : []
}

async function clockFollows({ tx, now }: Visit, at: At, said: Conversation): Promise<void> {
  if (said.offered === 'yes') await returnOffered(tx, at.episode.id, said.offeredAt)
  if (said.offered === 'not_applicable') {
    await returnNotOwed(tx, at.episode.id, now, said.because.slice(0, 1000))
  }
}

/** Only of somebody who was found: there is no other coming back. */
async function whereOf(visit: Visit): Promise<At | undefined> {
  const child = await childOf(visit)
  const episode = await episodeOf(visit, child)
  if (!episode?.endedAt || episode.endedHow !== 'found') return undefined
  const situations = (await situationsOf(visit.tx, child.id)).filter((s) => !s.notSoBecause)
  const has = {
    foundAt: episode.endedAt,
    named: (await planOf(visit.tx, child.id))?.talkWith,
    situations: Object.fromEntries(situations.map((s) => [s.id, shortly(s.what)])),
  }
  return { child, episode, has, kept: await returnOf(visit.tx, episode.id) }
}

const shortly = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text)

function shown(
  { child, episode, has }: At,
  version: number,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  meanwhile?: Meanwhile,
): Answer {
  const page = askedPage({
    title: 'The conversation after coming back',
    child,
    back: hrefOf(child, episode),
    intro: [
      'It is theirs: with somebody they choose, where nobody else hears it. They may say no. Write their words as they said them.',
    ],
    asks: talkAsks(has),
    typed,
    version,
    problems,
    meanwhile,
  })
  return formAnswer(page, { topic: 'return-conversation' })
}
