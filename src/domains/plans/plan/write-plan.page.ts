import { daysOf, typedFrom } from '#domains/children/index.ts'
import type { Visit } from '#platform/http/page.ts'
import { changePlan, writePlain, writeText } from '../plan-writing.queries.ts'
import { languageAsk, sheet } from '../sheet.ts'
import { endPlanClocks } from './plan-clocks.ts'
import {
  at,
  ENDED,
  type Found,
  NOT_DRAFT,
  planOf,
  rowOf,
  shared,
  theirWords,
  URL,
  written,
} from './plan-of-page.ts'

/** What is strong in their life, before any need. */
export const strengthsPages = sheet({
  ...shared,
  url: `${URL}/strengths`,
  act: 'plans.strengths',
  find: planOf,
  title: () => 'What is strong',
  beside: theirWords,
  asks: () => [
    {
      kind: 'words',
      name: 'strengths',
      label: 'What is strong in their life?',
      hint: 'What they are good at, who is there for them, what they have come through. Theirs first',
    },
  ],
  kept: ({ plan }) => typedFrom({ strengths: plan.strengths }),
  version: ({ plan }) => plan.version,
  save: async (visit, found, read) => {
    const strengths = read.needed('strengths', 'Enter what is strong in their life', 5000)
    if (found.plan.state !== 'draft') read.wrong('strengths', NOT_DRAFT)
    return written(read, found, () =>
      changePlan(visit.tx, at(found, read), ['draft'], { strengths }),
    )
  },
})

async function headOf(visit: Visit) {
  const found = await planOf(visit)
  const head = found?.plan.heads.find((h) => h.code === visit.params['head'])
  return found && head && { ...found, head }
}

/** A head of the plan: in full for the meeting, and in plain words for them. */
export const headPages = sheet({
  ...shared,
  url: `${URL}/heads/:head`,
  act: 'plans.heads',
  find: headOf,
  title: ({ head }) => head.title,
  intro: ({ head }) => [head.asks, `From: ${head.source}.`],
  beside: theirWords,
  asks: (found) => [
    { kind: 'words', name: 'words', label: 'In full, for the meeting' },
    {
      kind: 'words',
      name: 'plain',
      label: 'In plain words, for them',
      hint: 'It stands on their own page, which others may look at: nothing of what was done to them, no courts, no papers. May be left empty',
    },
    languageAsk(found),
  ],
  kept: ({ plan, head }) => {
    const plain = plan.plain.find((p) => p.headCode === head.code)
    return typedFrom({
      words: head.words,
      plain: plain?.words,
      language: plain?.language ?? 'en',
    })
  },
  version: ({ head }) => head.version,
  async save(visit, found, read) {
    const words = read.needed('words', 'Enter what the plan says', 10_000)
    const plain = read.maybe('plain', 2000)
    const language = read.language('language')
    const { plan, head } = found
    if (plan.state !== 'draft') read.wrong('words', NOT_DRAFT)
    return written(read, found, async () => {
      const text = { templateId: plan.templateId, head: head.code, words }
      const saved = await writeText(visit.tx, at(found, read), text)
      if (saved && plain) {
        await writePlain(visit.tx, rowOf(found), { head: head.code, words: plain, language })
      }
      return saved
    })
  },
})

/** Why they could not be heard on the plan, and who tries next on which day. */
export const notHeardPages = sheet({
  ...shared,
  url: `${URL}/not-heard`,
  act: 'plans.not-heard',
  find: planOf,
  title: () => 'Why they could not be heard yet',
  help: ['best-interests'],
  asks: () => [
    { kind: 'words', name: 'because', label: 'What was tried, and why did it not work?' },
    { kind: 'day', name: 'onDay', label: 'On which day?' },
    { kind: 'text', name: 'nextWho', label: 'Who tries next?' },
    { kind: 'day', name: 'nextOn', label: 'On which day?' },
  ],
  kept: ({ plan }: Found) => ({
    ...typedFrom({ because: plan.notHeardBecause, nextWho: plan.hearNextWho }),
    ...daysOf('onDay', plan.notHeardOn),
    ...daysOf('nextOn', plan.hearNextOn),
  }),
  version: ({ plan }: Found) => plan.version,
  async save(visit, found, read) {
    const set = {
      not_heard_because: read.needed('because', 'Enter what was tried', 2000),
      not_heard_on: read.dayNeeded('onDay', 'Enter the day it was tried', { until: read.today }),
      hear_next_who: read.needed('nextWho', 'Enter who tries next', 200),
      hear_next_on: read.dayNeeded('nextOn', 'Enter the day of the next attempt', {
        from: read.today,
      }),
    }
    if (found.plan.state === 'ended') read.wrong('because', ENDED)
    return written(read, found, () =>
      changePlan(visit.tx, at(found, read), ['draft', 'asked', 'approved'], set),
    )
  },
})

/** Sent back by whoever reads it, with what to look at again. */
export const sendBackPages = sheet({
  ...shared,
  url: `${URL}/send-back`,
  act: 'plans.send-back',
  find: planOf,
  title: () => 'Send it back',
  asks: () => [{ kind: 'words', name: 'words', label: 'What should be looked at again?' }],
  version: ({ plan }: Found) => plan.version,
  submit: 'Send it back',
  async save(visit, found, read) {
    const words = read.needed('words', 'Enter what should be looked at again', 2000)
    if (found.plan.state !== 'asked') read.wrong('words', 'Nobody asked for it to be read now')
    const set = { state: 'draft', sent_back_words: words } as const
    return written(read, found, () => changePlan(visit.tx, at(found, read), ['asked'], set))
  },
})

/** A plan ends with why. Nothing of it goes away. */
export const endPages = sheet({
  ...shared,
  url: `${URL}/end`,
  act: 'plans.end',
  find: planOf,
  title: () => 'End this plan',
  beside: theirWords,
  asks: () => [{ kind: 'words', name: 'why', label: 'Why does it end, and what comes instead?' }],
  version: ({ plan }: Found) => plan.version,
  submit: 'End it',
  async save(visit, found, read) {
    const why = read.needed('why', 'Enter why it ends', 2000)
    if (found.plan.state === 'ended') read.wrong('why', ENDED)
    const set = { state: 'ended', ended_why: why } as const
    return written(read, found, async () => {
      const ended = await changePlan(visit.tx, at(found, read), ['draft', 'asked', 'approved'], set)
      const { child, plan } = found
      const timed = { child: child.id, id: plan.id, kind: plan.kind }
      if (ended) await endPlanClocks(visit.tx, timed, visit.now, why)
      return ended
    })
  },
})
