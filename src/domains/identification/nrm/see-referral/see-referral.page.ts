import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { londonDay, londonDayAndTime } from '#kernel/london-time.ts'
import { languageName } from '#kernel/languages.ts'
import { may } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Child } from '#domains/children/index.ts'
import { decisionsOf, type KeptDecision } from '../decisions.queries.ts'
import { DECIDED_BY, KINDS, OUTCOMES, standing, STAYS } from '../decisions.rules.ts'
import { standingIn } from '../evidence.queries.ts'
import { gather, type Gathered, namedOn } from '../gather.ts'
import { findNames } from '../names.rules.ts'
import {
  hasWritten,
  isOver,
  type Referral,
  reviewsOf,
  type View,
  viewOf,
} from '../referral.queries.ts'
import { addressOf, audit, referralOf, URL } from '../referral-of-page.ts'
import { perhapsChild } from '../route.rules.ts'
import { DUTY_TO_NOTIFY } from '../../responder.rules.ts'
import { whoSends } from '../see-referrals/see-referrals.page.ts'
import { TOLD, WANTS, WANTS_REASONS } from '../say-view/view.rules.ts'
import {
  adviceLinks,
  dayText,
  nameLinks,
  problemLinks,
  problemsIn,
  sectionsIn,
} from './see-referral.view.ts'
import { stateInWords } from './state.view.ts'

/** One referral: its pages in the form's order, what is still asked for, the review, and what came back. */
export const seeReferral: Page = {
  method: 'GET',
  url: `${URL}/:referral`,
  may: 'children.read',
  audit: audit('read'),
  async answer(visit): Promise<Answer> {
    const found = await referralOf(visit)
    return found ? shownReferral(visit, found, {}) : { kind: 'not-found' }
  },
}

type More = {
  readonly problems?: readonly Problem[]
  readonly typed?: Readonly<Record<string, string>>
  readonly changed?: boolean
}
type Found = { readonly child: Child; readonly referral: Referral }

export async function shownReferral(visit: Visit, found: Found, more: More): Promise<Answer> {
  const { child, referral } = found
  const at = addressOf(child, referral)
  const today = londonCalendarDay(visit.now)
  const gathered = await gather(visit, child, referral)
  const names = isOver(referral) ? [] : await namesFor(visit, child, gathered)
  const page = {
    title: 'A referral for help',
    child: { id: child.id, knownAs: child.knownAs },
    here: at,
    back: addressOf(child),
    state: stateInWords(referral.state),
    is: Object.fromEntries([[referral.state, true]]),
    referral: referralLines(referral),
    version: referral.version,
    mayWrite: may(visit.actor.role, 'children.write'),
    mayReview:
      may(visit.actor.role, 'children.write') &&
      !(await hasWritten(visit.tx, referral.id, visit.actor.id)),
    sections: sectionsIn(at, gathered, today),
    problems: problemLinks(at, isOver(referral) ? [] : problemsIn(gathered, today)),
    names: nameLinks(at, names),
    advice: isOver(referral) ? [] : adviceLinks(at, gathered),
    documents: standingIn(gathered.evidence).length,
    view: viewLines(await viewOf(visit.tx, referral.id)),
    reviews: (await reviewsOf(visit.tx, referral.id)).map((r) => ({
      ...r,
      at: londonDayAndTime(r.reviewedAt),
    })),
    decisions: decisionLines(at, await decisionsOf(visit.tx, referral.id)),
    child18: perhapsChild(gathered.given.answers),
    dutyToNotify: DUTY_TO_NOTIFY,
    whoSends: await whoSends(visit),
    ...asTyped(referral, more),
  }
  const status = statusOf(more)
  const template = 'domains/identification/nrm/see-referral/see-referral.njk'
  return { kind: 'view', status, template, model: { page } }
}

const asTyped = (referral: Referral, more: More) => ({
  typed: more.typed ?? { noNamesWhy: referral.noNamesWhy ?? '' },
  errors: errorsOf(more.problems ?? []),
  changed: more.changed ?? false,
})

function statusOf({ changed, problems = [] }: More): number {
  if (changed) return 409
  return problems.length > 0 ? 422 : 200
}

export const namesFor = async (visit: Visit, child: Child, { given }: Gathered) =>
  findNames(given.answers, await namedOn(visit, child))

const referralLines = (r: Referral) => ({
  begun: londonDay(r.begunAt),
  begunBy: r.begunByName,
  asked: r.reviewAskedAt && londonDayAndTime(r.reviewAskedAt),
  askedBy: r.reviewAskedByName,
  noNamesWhy: r.noNamesWhy,
  sentOn: dayText(r.sentOn),
  reference: r.sentReference,
  notSentWhy: r.notSentWhy,
})

function viewLines(view: View | undefined) {
  return (
    view && {
      told: TOLD[view.told],
      toldOn: dayText(view.toldOn),
      toldHow: view.toldHow,
      notToldWhy: view.notToldWhy,
      wants: view.wants ? WANTS[view.wants] : WANTS_REASONS[view.wantsReason ?? 'not_asked_yet'],
      words: view.words,
      language: view.wordsLanguage,
      languageName: languageName(view.wordsLanguage),
    }
  )
}

function decisionLines(at: string, decisions: readonly KeptDecision[]) {
  const negative = (['reasonable_grounds', 'conclusive_grounds'] as const).some(
    (kind) => standing(decisions, kind)?.outcome === 'negative',
  )
  return {
    lines: decisions.map((d) => ({
      what: `${KINDS[d.kind]}${d.again ? ', made again' : ''}: ${OUTCOMES[d.outcome].toLowerCase()}`,
      on: dayText(d.decidedOn),
      heardOn: dayText(d.heardOn),
      by: DECIDED_BY[d.decidedBy],
      reasons: d.reasons,
      childToldOn: dayText(d.childToldOn),
      recordedBy: d.recordedBy,
      setAsideWhy: d.setAsideWhy,
      aside: d.setAside ? undefined : `${at}/decisions/${d.id}/set-aside`,
    })),
    stays: negative ? STAYS : [],
  }
}
