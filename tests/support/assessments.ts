import { sql } from 'kysely'
import { ann, type TestPerson } from './people.ts'
import { publishFramework, type Published } from './said.ts'
import type { Fields, World } from './world.ts'

export const ABOUT = {
  title: 'Homes further away',
  proposal: 'To place young people up to forty miles away when no home is free nearby.',
  owner_post: 'Policy lead',
  'drafting_began_on-day': '2',
  'drafting_began_on-month': '3',
  'drafting_began_on-year': '2026',
} as const

export const TWIN = {
  twin_what: 'This is about where you live.',
  twin_change: 'You could live further away.',
  twin_said: 'You told us your team and your school matter.',
  twin_decided: 'We will find homes near first.',
  twin_next: 'We look again next year.',
} as const

const day = (name: string, d: string, m: string, y: string) => ({
  [`${name}-day`]: d,
  [`${name}-month`]: m,
  [`${name}-year`]: y,
})

export const PLAN = {
  ...day('takes_effect_on', '1', '6', '2026'),
  ...day('review_on', '1', '6', '2027'),
}

/** A day in the spring on which every assessment of these tests is being written. */
export const SPRING = new Date('2026-05-11T10:00:00Z')

export type Draft = {
  readonly id: string
  readonly at: string
  readonly framework: Published
  readonly option: string
  readonly group: string
  readonly evidence: string
}

/** Begins an assessment as that person would. */
export async function begin(w: World, by: TestPerson = ann, nation = 'scotland'): Promise<string> {
  const template = await w.db
    .selectFrom('waymark.assessment_template')
    .select('id')
    .where('nation', '=', nation)
    .executeTakeFirstOrThrow()
  const res = await w.post(by, '/assessments/begin', { ...ABOUT, template_id: template.id })
  const id = /\/assessments\/([0-9a-f-]{36})$/.exec(res.headers.location ?? '')?.[1]
  if (!id) throw new Error(`It was not begun: ${res.statusCode} ${res.payload.slice(0, 2000)}`)
  return id
}

/** Sends a form of an assessment as the browser would, with what its page was given with. */
export async function write(w: World, by: TestPerson, url: string, fields: Fields) {
  const { payload } = await w.get(by, url)
  const seen = /name="seen" value="([^"]*)"/.exec(payload)?.[1] ?? ''
  return w.post(by, url, { seen, ...fields })
}

const newest = async (w: World, table: string, id: string): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(`waymark.${table}`)} where assessment_id = ${id} order by begun_at desc limit 1`.execute(
    w.db,
  )
  return rows[0]?.id ?? ''
}

let shared: { readonly world: World; readonly framework: Published } | undefined

async function frameworkOf(w: World): Promise<Published> {
  if (shared?.world !== w) shared = { world: w, framework: await publishFramework(w) }
  return shared.framework
}

/** An assessment with everything in it, ready to be asked about; written by Ann unless said. */
export async function whole(w: World, by: TestPerson = ann): Promise<Draft> {
  const framework = await frameworkOf(w)
  const id = await begin(w, by)
  const at = `/assessments/${id}`
  const ok = async (url: string, fields: Fields) => {
    const send = url.includes('/write/')
      ? write
      : (x: World, p: TestPerson, u: string, f: Fields) => x.post(p, u, f)
    const res = await send(w, by, at + url, fields)
    if (res.statusCode !== 303)
      throw new Error(`${url}: ${res.statusCode} ${res.payload.slice(-3000)}`)
  }
  await ok('/write/about', {
    ...ABOUT,
    affected: 'Young people who live away from home.',
    owner_id: by.id,
  })
  await ok('/groups/add', {
    name: 'Young people in foster care',
    touched: 'directly',
    how: 'Where they live.',
  })
  await ok('/options/add', { name: 'As now', description: 'Nothing changes.', does_nothing: 'yes' })
  const nothing = await newest(w, 'assessment_option', id)
  await ok('/options/add', { name: 'Up to forty miles', description: 'Homes further away.' })
  const option = await newest(w, 'assessment_option', id)
  const group = await newest(w, 'assessment_group', id)
  await ok('/evidence/add', {
    kind: 'research',
    citation: 'An invented study, 2024',
    tells: 'Moves break friendships.',
    strength: 'some',
  })
  const evidence = await newest(w, 'assessment_evidence', id)
  const effect = {
    group_id: group,
    article: '31',
    outcome_id: framework.outcomes.get('apple') ?? '',
    direction: 'harms',
    effect: 'They leave their team.',
    mitigation: 'We pay for the way to training.',
  }
  await ok('/impacts/add', {
    ...effect,
    option_id: option,
    evidence_ids: evidence,
    confidence: 'some_support',
  })
  await ok('/impacts/add', {
    ...effect,
    option_id: nothing,
    direction: 'cannot_tell',
    confidence: 'no_evidence',
  })
  await ok('/involvement/add', {
    who: 'A group that meets on Thursdays',
    how_many: '3',
    how: 'In a room they chose.',
    ...day('began_on', '1', '4', '2026'),
    ...day('ended_on', '8', '4', '2026'),
    said: 'Staying near matters.',
    changed: 'Near homes come first.',
    not_changed: 'Forty miles stays, for want of homes.',
  })
  await ok('/words/add', {
    involvement_id: await newest(w, 'assessment_involvement', id),
    words: 'Forty miles is  another life.',
    language: 'en',
    said_by: 'A young person of the group',
    agreed: 'yes',
    ...day('agreed_on', '9', '4', '2026'),
    agreed_how: 'Read back to them',
    dissent: 'yes',
    answered: 'We hear you, and will look again in a year.',
  })
  await ok('/write/decision', {
    best_interests: 'Weighed first, against having no home at all.',
    chosen_option_id: option,
    decision: 'Up to forty miles, near first.',
  })
  await ok('/write/plan', PLAN)
  await ok('/measures/add', {
    kind: 'outcome',
    outcome_id: framework.outcomes.get('apple') ?? '',
    watched_by: 'Policy lead',
    ...day('first_look_on', '1', '9', '2026'),
    acts_when: 'Fewer say “mostly” than at the start.',
  })
  await ok('/write/twin', TWIN)
  const { payload } = await w.get(by, `${at}/write/sections`)
  const sections = [...payload.matchAll(/<textarea[^>]* name="([^"]+)"/g)].map((m) => m[1] ?? '')
  await ok('/write/sections', Object.fromEntries(sections.map((name) => [name, 'Said in full.'])))
  return { id, at, framework, option, group, evidence }
}

/** Signs off and publishes as that manager, the revision that the page shows. */
export async function publish(w: World, by: TestPerson, at: string, more: Fields = {}) {
  const { payload } = await w.get(by, `${at}/sign-off`)
  const revision = /name="revision" value="(\d+)"/.exec(payload)?.[1] ?? ''
  return w.post(by, `${at}/sign-off`, { revision, signed_as: 'Head of service', ...more })
}
