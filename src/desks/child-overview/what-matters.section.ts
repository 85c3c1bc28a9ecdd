import { londonDay } from '#kernel/london-time.ts'
import { may } from '#platform/access/capability.ts'
import { notSharedInWords } from '#domains/children/index.ts'
import {
  askedInWords,
  askedWhether,
  goalsOf,
  GOAL_STATE_WORDS,
  isWantedNow,
  outcomeLabels,
  REASON_WORDS,
  type Spoken,
  spokenOf,
  STATE_WORDS,
  WHO_WORDS,
} from '#domains/outcomes/index.ts'
import { framework as frameworkOf, notShared } from './asked-once.ts'
import type { Section } from './section.ts'

const MOST_SHOWN = 3
const MOST_WANTS = 2
const FIRST: Readonly<Record<string, number>> = { a_lot: 0, some: 1, a_little: 2, not_said: 3 }

/** What matters to the young person now: their last words on each outcome, and what they want. */
export const whatMatters: Section = {
  place: 'now',
  template: 'desks/child-overview/what-matters.njk',
  async gather(visit, child) {
    const { tx, actor } = visit
    const asked = await askedWhether(tx, child.id)
    const spoken = await spokenOf(tx, child.id)
    const framework = await frameworkOf(visit, child)
    const labels = framework && outcomeLabels(framework, 'en')
    const latest = latestOfEach(spoken)
    const titleOf = (s: Spoken) => labels?.get(s.code)?.title ?? s.code
    return {
      others: latest.slice(1, MOST_SHOWN).map(titleOf).join(', '),
      notAsked: asked.kind === 'said' ? undefined : askedInWords(asked, child.knownAs),
      answers: latest.slice(0, MOST_SHOWN).map((s) => ({
        title: titleOf(s),
        said: 'state' in s.said ? STATE_WORDS[s.said.state] : REASON_WORDS[s.said.reason],
        when: londonDay(s.at),
        words: s.words,
        language: s.wordsLanguage,
        mattersALot: s.importance === 'a_lot',
        who: whoShouldKnow(s),
      })),
      more: Math.max(0, latest.length - MOST_SHOWN),
      goalsNotShared: (await notShared(visit, child)).has('goals')
        ? notSharedInWords(child.knownAs)
        : undefined,
      checkInsNotShared: asked.kind === 'not-shared',
      goals: (await goalsOf(tx, child.id))
        .filter((g) => isWantedNow(g.state))
        .slice(0, MOST_WANTS)
        .map((g) => ({
          words: g.words,
          language: g.language,
          state: GOAL_STATE_WORDS[g.state],
        })),
      here: `/children/${child.id}`,
      mayWrite: may(actor.role, 'check-ins.write'),
    }
  },
}

/** What they want about who knows, when they said so. */
function whoShouldKnow(s: Spoken): string | undefined {
  if (s.whoShouldKnow === 'not_said') return s.whoShouldKnowWords
  const words = WHO_WORDS[s.whoShouldKnow]
  return s.whoShouldKnowWords ? `${words}: ${s.whoShouldKnowWords}` : words
}

/** The young person's last word on each outcome: what matters most to them first, then the latest. */
function latestOfEach(spoken: readonly Spoken[]): readonly Spoken[] {
  const byCode = new Map<string, Spoken>()
  for (const s of spoken) if (s.voice === 'young_person') byCode.set(s.code, s)
  return [...byCode.values()].toSorted(
    (a, b) =>
      (FIRST[a.importance] ?? 3) - (FIRST[b.importance] ?? 3) || b.at.getTime() - a.at.getTime(),
  )
}
