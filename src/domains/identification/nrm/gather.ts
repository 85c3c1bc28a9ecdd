import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { ROLE_NAMES } from '#platform/access/capability.ts'
import { DOCUMENT_KINDS } from '#platform/files/document.ts'
import type { Visit } from '#platform/http/page.ts'
import { reachOf } from '#domains/around/index.ts'
import {
  ALLOCATED_AS,
  allocationsOf,
  birthsOf,
  type Child,
  claimsOf,
  languagesOf,
  LEARNING_KINDS,
  learningOf,
  namesOf,
  peopleOf,
} from '#domains/children/index.ts'
import { daysItHolds, safetyOf, waysOf } from '#domains/contact/index.ts'
import { lookUp } from '#kernel/look-up.ts'
import { answersOf, type KeptAnswer } from './answers.queries.ts'
import { type Evidence, evidenceOf, standingIn } from './evidence.queries.ts'
import type { NamedOnRecord } from './names.rules.ts'
import { holderOf } from './holder.queries.ts'
import { crosswalkOf } from '../crosswalk.rules.ts'
import { concernsOf } from '../concern.queries.ts'
import { indicatorsOn } from '../indicators.queries.ts'
import { partialInWords } from '../partial-day.rules.ts'
import { nationFor, responderOf } from '../responder.queries.ts'
import { situationsOf } from '../situation.queries.ts'
import { underThen } from '../situation.rules.ts'
import { type AsKnown, type Prepared, preparedFrom } from './prepared.rules.ts'
import type { Referral } from './referral.queries.ts'
import type { Given } from './route.rules.ts'

/** A referral with everything its pages say: its answers, and what the record would answer. */
export type Gathered = {
  readonly kept: ReadonlyMap<string, KeptAnswer>
  readonly prepared: Prepared
  readonly evidence: readonly Evidence[]
  /** What counts: what was written for this referral, else what the record says. */
  readonly given: Given
}

/** What the record says is asked only while the referral is prepared: what a colleague reads is what is sent, and stays so. */
export async function gather(visit: Visit, child: Child, referral: Referral): Promise<Gathered> {
  const kept = await answersOf(visit.tx, referral.id)
  const evidence = await evidenceOf(visit.tx, referral.id)
  const live = referral.state === 'preparing'
  const prepared = live ? preparedFrom(await knownOf(visit, child, referral, evidence)) : new Map()
  return { kept, prepared, evidence, given: givenBy(kept, prepared, standingIn(evidence).length) }
}

function givenBy(kept: Gathered['kept'], prepared: Prepared, files: number): Given {
  const answers = new Map([...prepared].map(([field, p]) => [field, p.value]))
  for (const [field, answer] of kept) answers.set(field, answer.value)
  return { answers: new Map([...answers].filter(([, value]) => value !== '')), files }
}

async function knownOf(
  visit: Visit,
  child: Child,
  referral: Referral,
  evidence: readonly Evidence[],
): Promise<AsKnown> {
  const { tx, now, actor } = visit
  const beside = (await allocationsOf(tx, child.id)).filter((a) => a.endedOn === undefined)
  const reach = await reachOf(tx, [actor.id, ...beside.map((a) => a.personId)])
  return {
    referralId: referral.id,
    today: londonCalendarDay(now),
    heldBy: await holderOf(tx, child.organisationId),
    nation: await nationFor(tx, actor.organisationId, londonCalendarDay(now)),
    listedAs: (await responderOf(tx, actor.organisationId))?.listedAs,
    knownAs: child.nameKnown ? child.knownAs : undefined,
    names: await namesOf(tx, child.id),
    births: (await birthsOf(tx, child.id)).map((b) => ({ ...b, ...b.birth })),
    languages: await languagesOf(tx, child.id),
    people: await peopleOf(tx, child.id),
    workers: beside.map((a) => ({
      name: a.personName,
      part: a.part,
      partName: lookUp(ALLOCATED_AS, a.part) ?? a.part,
      organisation: a.organisationName,
      phone: reach.get(a.personId)?.phone,
    })),
    claims: await claimsOf(tx, child.id),
    learning: (await learningOf(tx, child.id)).map((l) => ({
      ...l,
      kindName: LEARNING_KINDS[l.kind],
    })),
    ...(await happenedTo(visit, child)),
    ...(await waysIn(visit, child)),
    documents: standingIn(evidence).map((e) => ({ ...e, kind: DOCUMENT_KINDS[e.mediaType] })),
    me: {
      name: actor.name,
      organisation: actor.organisationName,
      role: ROLE_NAMES[actor.role],
      phone: reach.get(actor.id)?.phone,
    },
  }
}

/** Situations that still stand, with the signs and the child's own words of the concerns. */
async function happenedTo({ tx, now }: Visit, child: Child) {
  const situations = (await situationsOf(tx, child.id)).filter((s) => s.notSoBecause === undefined)
  const births = (await birthsOf(tx, child.id)).map((b) => b.birth)
  const concerns = await concernsOf(tx, child.id)
  const signs = concerns.some((c) => c.indicators.length > 0)
    ? await indicatorsOn(tx, londonCalendarDay(now))
    : []
  const called = new Map(signs.map((i) => [i.id, i.says]))
  return {
    situations: situations.map((s) => ({
      ...s,
      forms: s.forms.map((f) => ({ called: f.called, ticks: crosswalkOf(f)?.nrmForm ?? [OTHER] })),
      began: s.began && partialInWords(s.began),
      ended: s.ended && partialInWords(s.ended),
      underAge: underThen(births, s),
    })),
    signs: concerns.flatMap((c) =>
      c.indicators.flatMap((id) => {
        const says = called.get(id)
        return says ? [`${says} (${partialInWords(c.noticed)})`] : []
      }),
    ),
    accounts: concerns.flatMap((c) => c.childWords ?? []),
  }
}

const OTHER = 'types-of-exploitation-other'

/** Only ways that are safe now: the form hands them on. */
async function waysIn({ tx, now }: Visit, child: Child) {
  const days = await daysItHolds(tx, now)
  const safe = (await waysOf(tx, child.id)).filter(
    (way) => safetyOf(way.voices, days, now).state === 'safe',
  )
  const of = (...channels: readonly string[]) =>
    safe.filter((way) => channels.includes(way.channel)).map((way) => way.address)
  return { addresses: of('post', 'in_person'), phones: of('call', 'text') }
}

/** Every name that must not stand in the account. Whoever writes about the child works here by name: not theirs. */
export async function namedOn({ tx }: Visit, child: Child): Promise<readonly NamedOnRecord[]> {
  const own = [
    ...(child.nameKnown ? [child.knownAs] : []),
    ...(await namesOf(tx, child.id)).map((n) => n.name),
  ]
  const around = (await peopleOf(tx, child.id)).filter((p) => p.staffId === undefined)
  return [
    ...own.map((name) => ({ name, whose: 'child' as const })),
    ...around.map((p) => ({ name: p.name, whose: 'around' as const })),
  ]
}
