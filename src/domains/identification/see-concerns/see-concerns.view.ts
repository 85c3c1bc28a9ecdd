import { inWords } from '#kernel/calendar-day.ts'
import { ageDuring, ageInWords, type BirthSpan } from '../age.rules.ts'
import type { Concern } from '../concern.queries.ts'
import { FINDS_SHORT, stateOf, STATES } from '../concern.rules.ts'
import type { Contact } from '../cross-border.queries.ts'
import { AGREES, CONTACT_STATES, WITH_KINDS } from '../cross-border.rules.ts'
import type { MissedChance } from '../missed-chance.queries.ts'
import { partialInWords } from '../partial-day.rules.ts'
import type { LinkedReferral, ProtectionStep } from '../protection.queries.ts'
import {
  REFERRAL_KINDS,
  REFERRAL_ORDER,
  REFERRAL_STATES,
  STEP_KINDS,
  STEP_ORDER,
  STEP_STATES,
} from '../protection.rules.ts'
import type { Situation } from '../situation.queries.ts'
import {
  type Element,
  ELEMENT_NAMES,
  FINDINGS,
  findingNow,
  GOES_ON,
  PLACES,
  underThen,
} from '../situation.rules.ts'

/** What keeps them safe, kind by kind; a kind nobody began says so. */
export function stepsView(steps: readonly ProtectionStep[], here: string) {
  return STEP_ORDER.map((kind) => ({
    called: STEP_KINDS[kind].called,
    why: STEP_KINDS[kind].why,
    add: `${here}/protection/${kind}/add`,
    lines: steps
      .filter((s) => s.kind === kind)
      .map((s) => ({
        state: STEP_STATES[s.state],
        who: s.who,
        days: [
          `asked for ${inWords(s.askedOn)}`,
          ...(s.inPlaceOn ? [`in place since ${inWords(s.inPlaceOn)}`] : []),
          ...(s.overOn ? [`over on ${inWords(s.overOn)}`] : []),
        ].join(', '),
        words: s.words,
        refused: s.refusedBecause,
        href: `${here}/protection/step/${s.id}`,
      })),
  }))
}

/** The three referrals side by side, each where it has come to by itself. */
export function referralsView(referrals: readonly LinkedReferral[], here: string) {
  return REFERRAL_ORDER.map((kind) => {
    const newest = referrals.find((r) => r.kind === kind)
    return {
      kind,
      called: REFERRAL_KINDS[kind],
      state: newest ? REFERRAL_STATES[newest.state] : 'Not begun',
      body: newest?.toBody,
      sent: newest?.sentOn && inWords(newest.sentOn),
      answered: newest?.answeredOn && inWords(newest.answeredOn),
      because: newest?.because,
      reference: newest?.reference,
      href: newest && `${here}/referrals/${newest.id}`,
    }
  })
}

/** Whether some referral may begin: one that is neither being prepared nor sent. */
export const mayPrepare = (referrals: readonly LinkedReferral[]): boolean =>
  REFERRAL_ORDER.some(
    (kind) => !referrals.some((r) => r.kind === kind && ['preparing', 'sent'].includes(r.state)),
  )

export function concernLines(concerns: readonly Concern[], here: string) {
  return concerns.map((c) => ({
    when: partialInWords(c.noticed),
    seen: c.seen.length > 160 ? `${c.seen.slice(0, 160)}…` : c.seen,
    state: STATES[stateOf(c.decided)],
    looks: c.looks.map((l) => `${l.by ?? 'Somebody'} ${FINDS_SHORT[l.finds]}`).join('; '),
    href: `${here}/concerns/${c.id}`,
  }))
}

/** A situation with the ages that every claim of a birth leaves possible. */
export function situationLines(
  situations: readonly Situation[],
  births: readonly BirthSpan[],
  here: string,
) {
  return situations.map((s) => {
    const under = underThen(births, s)
    const line = (e: Element) => ({
      name: ELEMENT_NAMES[e.element],
      finding: FINDINGS[findingNow(e, under)],
      restsOn: e.restsOn,
    })
    return {
      what: s.what,
      forms: s.forms.map((f) => (f.earlier ? `${f.called} (earlier wording)` : f.called)),
      dates: [
        s.began ? `began ${partialInWords(s.began)}` : 'when it began is not known',
        s.ended ? `ended ${partialInWords(s.ended)}` : undefined,
      ]
        .filter(Boolean)
        .join(', '),
      goesOn: GOES_ON[s.goesOn],
      place: s.where ? `${PLACES[s.place]}: ${s.where}` : PLACES[s.place],
      age: ageInWords(ageDuring(births, s.began, s.ended)),
      elements: s.elements.map(line),
      notSo: s.notSoBecause,
      href: `${here}/situations/${s.id}`,
    }
  })
}

export const contactLines = (contacts: readonly Contact[], here: string) =>
  contacts.map((c) => ({
    text: `${WITH_KINDS[c.withKind]}, ${c.withWhom}, ${c.country}: ${CONTACT_STATES[c.state].toLowerCase()}${c.madeOn ? ` on ${inWords(c.madeOn)}` : ''}`,
    why: c.why,
    agrees: AGREES[c.childAgrees ?? 'not_asked'],
    href: `${here}/cross-border/${c.id}`,
  }))

export const chanceLines = (chances: readonly MissedChance[], here: string) =>
  chances.map((c) => ({
    text: `${partialInWords(c.when)}: ${c.what.length > 100 ? `${c.what.slice(0, 100)}…` : c.what}`,
    state: c.endedAt ? 'Ended: what was learnt has been taught' : 'Being looked at',
    href: `${here}/missed-chances/${c.id}`,
  }))
