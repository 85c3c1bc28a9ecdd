import type { Client } from 'pg'
import type { KnownOutcome } from '../answers.ts'
import { dayOf, instantOf } from '../days.ts'
import type { Cast } from '../organisations.ts'
import { at, random, uuid } from '../random.ts'
import { ASSESSMENTS } from './all.ts'
import type { InventedAssessment, WholeAssessment } from './invented-assessment.ts'
import { publishAll, review } from './publish.queries.ts'
import { actAs, add, outcomeOf, type Writing } from './writing.queries.ts'

/** A stream of chance for the assessments alone. */
const STREAM = -2000

/** Invented assessments of the first organisation, written by its analyst and signed off by its manager. */
export async function keepAssessments(
  client: Client,
  cast: Cast,
  known: {
    readonly seed: number
    readonly today: number
    readonly outcomes: readonly KnownOutcome[]
  },
): Promise<void> {
  const of = (role: string) => cast.people.find((p) => p.organisation === 0 && p.role === role)?.id
  const [author, signer] = [of('analyst'), of('manager')]
  if (!author || !signer) return
  const writing = { client, r: random(known.seed, STREAM), ...known, author, signer }
  const organisation = at(cast.organisations, 0).id
  for (const assessment of ASSESSMENTS) {
    await actAs(client, author)
    const id = await begin(writing, organisation, assessment)
    if (assessment.whole) await writeWhole(writing, id, assessment.whole)
  }
  await actAs(client, '')
}

async function begin(
  { client, r, today, author }: Writing,
  organisation: string,
  a: InventedAssessment,
): Promise<string> {
  const id = uuid(r)
  await client.query(
    `insert into waymark.assessment (id, organisation_id, template_id, title, owner_id, owner_post, begun_by, begun_at, drafting_began_on, proposal)
     select $1, $2, t.id, $3, $4, 'Policy lead, children’s services', $4, $5, $6, $7
       from waymark.assessment_template t where t.nation = $8 order by t.as_of desc limit 1`,
    [
      id,
      organisation,
      a.title,
      author,
      instantOf(today - a.draftingBegan, 600),
      dayOf(today - a.draftingBegan),
      a.proposal,
      a.nation,
    ],
  )
  return id
}

async function writeWhole(writing: Writing, id: string, a: WholeAssessment): Promise<void> {
  const { client, today } = writing
  const part = { assessment_id: id }
  const groups: string[] = []
  for (const group of a.groups) {
    groups.push(await add(writing, 'assessment_group', { ...part, ...group }))
  }
  const options: string[] = []
  for (const [n, [name, description]] of a.options.entries()) {
    const row = { ...part, name, description, does_nothing: n === a.options.length - 1 }
    options.push(await add(writing, 'assessment_option', row))
  }
  const evidence: string[] = []
  for (const item of a.evidence) {
    evidence.push(await add(writing, 'assessment_evidence', { ...part, gaps: null, ...item }))
  }
  const impacts = await addImpacts(writing, id, a, { groups, options, evidence })
  await addAsked(writing, id, a)
  await addMeasures(writing, id, a)
  const [what, change, said, decided, next] = a.twin
  await client.query(
    `update waymark.assessment a set affected = $2, takes_effect_on = $3, review_on = $4, best_interests = $5, decision = $6,
       chosen_option_id = $7, twin_what = $8, twin_change = $9, twin_said = $10, twin_decided = $11, twin_next = $12,
       section_texts = (select jsonb_object_agg(c ->> 'key', $13::text) from waymark.assessment_template t,
         jsonb_array_elements(t.definition -> 'stages') s, jsonb_array_elements(s -> 'sections') c
         where t.id = a.template_id and c ->> 'part' = 'text')
     where id = $1`,
    [
      id,
      a.affected,
      dayOf(today - a.takesEffect),
      dayOf(today - a.reviewAgo),
      a.bestInterests,
      a.decision,
      options[0],
      what,
      change,
      said,
      decided,
      next,
      a.sections,
    ],
  )
  await publishAll(writing, id, a)
  await review(writing, id, a, impacts)
}

type Rows = {
  readonly groups: readonly string[]
  readonly options: readonly string[]
  readonly evidence: readonly string[]
}

/** Gives the ids of those of the option that is chosen. */
async function addImpacts(
  writing: Writing,
  id: string,
  a: WholeAssessment,
  { groups, options, evidence }: Rows,
): Promise<readonly string[]> {
  const expected: string[] = []
  for (const impact of a.impacts) {
    const added = await add(writing, 'assessment_impact', {
      assessment_id: id,
      option_id: at(options, impact.option),
      group_id: at(groups, impact.group),
      article: impact.article,
      direction: impact.direction,
      outcome_id: outcomeOf(writing, impact.outcome),
      effect: impact.effect,
      evidence_ids: impact.evidence.map((n) => at(evidence, n)),
      confidence: impact.confidence,
      mitigation: impact.mitigation ?? null,
    })
    if (impact.option === 0) expected.push(added)
  }
  return expected
}

async function addAsked(writing: Writing, id: string, a: WholeAssessment): Promise<void> {
  const { asked } = a
  const on = dayOf(writing.today - asked.ago)
  const involvement = await add(writing, 'assessment_involvement', {
    assessment_id: id,
    who: asked.who,
    how_many: asked.howMany,
    how: asked.how,
    began_on: on,
    ended_on: on,
    said: asked.said,
    changed: asked.changed,
    not_changed: asked.notChanged,
  })
  for (const { words, saidBy, dissent } of a.words) {
    await add(writing, 'assessment_words', {
      assessment_id: id,
      involvement_id: involvement,
      words,
      said_by: saidBy,
      agreed_on: on,
      agreed_how: 'Read back to them the same day',
      dissent: dissent !== undefined,
      answered: dissent ?? null,
    })
  }
}

async function addMeasures(writing: Writing, id: string, a: WholeAssessment): Promise<void> {
  const first = dayOf(writing.today - a.takesEffect + 90)
  const plan = { assessment_id: id, watched_by: 'Policy lead', first_look_on: first }
  await add(writing, 'assessment_measure', {
    ...plan,
    kind: 'outcome',
    outcome_id: outcomeOf(writing, a.watched.outcome),
    acts_when: a.watched.actsWhen,
  })
  const { name, source, actsWhen } = a.alsoWatched
  await add(writing, 'assessment_measure', {
    ...plan,
    kind: 'other',
    name,
    source,
    acts_when: actsWhen,
  })
}
