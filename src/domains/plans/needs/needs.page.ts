import { inWords } from '#kernel/calendar-day.ts'
import { lookUp } from '#kernel/look-up.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { childIdOf, daysOf, typedFrom, workersOf } from '#domains/children/index.ts'
import { WRITTEN_FOR_THEM } from '../plan.rules.ts'
import { addressOf, planOf, rowOf, shared, theirWords, URL } from '../plan/plan-of-page.ts'
import { addVerdict, type Need, needsOf, saveNeed, verdictsOf } from '../review.queries.ts'
import { valuedBy } from '../valued.queries.ts'
import { DOMAINS, uptakeOf, VERDICTS } from '../review.rules.ts'
import { languageAsk, sheet, type Sheet, versionIn } from '../sheet.ts'

/** Each part of life: what is needed, who sees to it, what was offered, what they say of it. */
export const seeNeeds: Page = {
  method: 'GET',
  url: `${URL}/needs`,
  may: 'children.read',
  audit: { action: 'plans.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const found = await planOf(visit)
    if (!found) return { kind: 'not-found' }
    const { child, plan } = found
    const needs = await needsOf(visit.tx, plan.id)
    const verdicts = await verdictsOf(visit.tx, plan.id)
    const page = {
      title: 'Needs, offers, and what they say',
      child: { id: child.id, knownAs: child.knownAs },
      here: `${addressOf(found)}/needs`,
      back: addressOf(found),
      strengths: plan.strengths,
      uptake: uptakeOf(needs, verdicts),
      valued: await valuedBy(visit.tx, child.id),
      valuedUptake: uptakeOf(
        needs.filter((n) => n.valuedId !== undefined),
        verdicts,
      ),
      domains: Object.entries(DOMAINS).map(([code, called]) => ({
        called,
        needs: needs
          .filter((n) => n.domain === code)
          .map((n) => ({
            ...n,
            offered: n.offeredOn && inWords(n.offeredOn),
            verdicts: verdicts
              .filter((v) => v.needId === n.id)
              .map((v) => ({ ...v, choice: lookUp<string>(VERDICTS, v.choice) })),
          })),
      })),
      mayWrite: mayDo(visit.actor.role, 'children.write') && plan.state !== 'ended',
    }
    return { kind: 'view', template: 'domains/plans/needs/needs.njk', model: { page } }
  },
}

async function needFound(visit: Visit) {
  const found = await planOf(visit)
  if (!found) return undefined
  const asked = visit.params['need']
  const need = (await needsOf(visit.tx, found.plan.id)).find((n) => n.id === asked)
  if (asked !== undefined && !need) return undefined
  const people = await workersOf(visit.tx, found.child.organisationId)
  const valued = await valuedBy(visit.tx, found.child.id)
  return {
    ...found,
    need,
    people: Object.fromEntries(people.map((p) => [p.id, p.name])),
    valued: { ...serves(need), ...Object.fromEntries(valued.map((v) => [v.id, v.words])) },
  }
}
/** What it serves now, though they have taken it off since. */
const serves = (need: Need | undefined): Readonly<Record<string, string>> =>
  need?.valuedId === undefined ? {} : { [need.valuedId]: need.valued ?? 'Something they took off' }

type WithNeed = NonNullable<Awaited<ReturnType<typeof needFound>>>

const list = (found: WithNeed) => `${addressOf(found)}/needs`

const typedNeed = (n: Need) => ({
  ...typedFrom({
    domain: n.domain,
    need: n.need,
    owner: n.ownerLeft ? 'nobody' : (n.ownerId ?? 'nobody'),
    offer: n.offer,
    offeredBy: n.offeredBy,
    valued: n.valuedId ?? 'none',
  }),
  ...daysOf('offeredOn', n.offeredOn),
})

const needSheet: Omit<Sheet<WithNeed>, 'url' | 'act' | 'title'> = {
  ...shared,
  find: needFound,
  back: list,
  beside: theirWords,
  intro: ({ need }) =>
    need?.ownerLeft ? [`${need.owner} has left. Choose who sees to it now.`] : [],
  asks: ({ people, valued }) => [
    { kind: 'choice', name: 'domain', label: 'Which part of life?', choices: DOMAINS },
    { kind: 'words', name: 'need', label: 'What do they need or want?' },
    {
      kind: 'choice',
      name: 'valued',
      label: 'Is it for something they value?',
      choices: { none: 'No, or they have not said so', ...valued },
    },
    {
      kind: 'choice',
      name: 'owner',
      label: 'Who sees to it?',
      choices: { nobody: 'Nobody yet', ...people },
    },
    { kind: 'words', name: 'offer', label: 'What was offered? They read this. (optional)' },
    { kind: 'text', name: 'offeredBy', label: 'By whom?' },
    { kind: 'day', name: 'offeredOn', label: 'On which day?' },
  ],
  kept: ({ need }) => (need ? typedNeed(need) : { owner: 'nobody', valued: 'none' }),
  version: ({ need }) => need?.version ?? 0,
  async save(visit, found, read) {
    const offer = read.maybe('offer', 1000)
    const given = {
      domain: read.choice('domain', DOMAINS, 'Choose which part of life'),
      need: read.needed('need', 'Enter what they need or want', 2000),
      owner: read.choiceOrNone('owner', found.people),
      offer,
      offeredBy: offer ? read.needed('offeredBy', 'Enter who offered it', 200) : undefined,
      offeredOn: offer
        ? read.dayNeeded('offeredOn', 'Enter the day it was offered', { until: read.today })
        : undefined,
      valuedId: read.choiceOrNone('valued', found.valued),
    }
    if (read.problems.length > 0) return 'asked-again'
    const row = found.need && { id: found.need.id, version: versionIn(read) }
    const saved = await saveNeed(visit.tx, rowOf(found), row, given)
    return saved ? { to: list(found) } : 'changed-meanwhile'
  },
}

export const addNeedPages = sheet({
  ...needSheet,
  url: `${URL}/needs/add`,
  act: 'plans.needs',
  title: () => 'Something they need',
})

export const needPages = sheet({
  ...needSheet,
  url: `${URL}/needs/:need`,
  act: 'plans.need',
  title: () => 'Something they need',
})

/** What they say of an offer, written down with them. What they said before stays. */
export const verdictPages = sheet({
  ...shared,
  url: `${URL}/needs/:need/says`,
  act: 'plans.verdict',
  find: needFound,
  back: list,
  title: () => 'What they say of the offer',
  beside: ({ need }) => [{ title: 'The offer', lines: [{ text: need?.offer ?? '' }] }],
  asks: (found) => [
    { kind: 'choice', name: 'choice', label: 'Did they choose it?', choices: VERDICTS },
    { kind: 'words', name: 'words', label: 'In their own words (optional)' },
    languageAsk(found),
    { kind: 'choice', name: 'saidBy', label: 'Who said it?', choices: WRITTEN_FOR_THEM },
  ],
  kept: () => ({ language: 'en' }),
  async save(visit, found, read) {
    const verdict = {
      choice: read.choice('choice', VERDICTS, 'Choose whether they chose it'),
      words: read.maybe('words', 5000),
      language: read.language('language'),
      saidBy: read.choice('saidBy', WRITTEN_FOR_THEM, 'Choose who said it'),
    }
    if (!found.need?.offer) read.wrong('choice', 'Nothing was offered yet')
    if (read.problems.length > 0 || !found.need) return 'asked-again'
    await addVerdict(visit.tx, rowOf(found), { ...verdict, need: found.need.id })
    return { to: list(found) }
  },
})
