import type { KnownOutcome } from './answers.ts'
import { type Cell, type Rows, rowsFor } from './copy.queries.ts'
import type { InventedAnswer, InventedCheckIn, InventedChild, InventedGoal } from './invented.ts'
import { LANGUAGE_NAMES } from './languages.ts'
import { random, type Random, uuid } from './random.ts'

const ROW_IDS = 0x40000002

/** The framework version in use: check-ins belong to one, and name its outcomes by id. */
export type FrameworkInUse = { readonly id: string; readonly outcomes: readonly KnownOutcome[] }

const COLUMNS = {
  check_in:
    'id child_id framework_version_id voice author_id said_by_name said_by_relationship status chosen company company_relationship interpreter_mode interpreter_language language place prompted_by started_at shared_at withdrawn_at withdrawn_reason changed_by changed_at',
  check_in_answer:
    'id check_in_id child_id outcome_id state reason importance since_last words words_language who_should_know private_to changed_by changed_at',
  check_in_influence:
    'id check_in_id child_id outcome_id direction level words private_to changed_by changed_at',
  check_in_not_held: 'id child_id framework_version_id on_day reason recorded_by changed_by',
  own_goal: 'id child_id words state set_on said_by written_by changed_by changed_at',
  own_goal_event: 'id goal_id child_id kind on_day words said_by written_by happened_at changed_by',
}

type Tables = Record<keyof typeof COLUMNS, Rows>

const empty = (table: keyof typeof COLUMNS) => rowsFor(table, COLUMNS[table].split(' '))

/** The rows of what was said, of what was not, and of goals, for a batch of children. */
export function rowsOfOutcomes(
  framework: FrameworkInUse,
  batch: readonly InventedChild[],
): readonly Rows[] {
  const tables: Tables = {
    check_in: empty('check_in'),
    check_in_answer: empty('check_in_answer'),
    check_in_influence: empty('check_in_influence'),
    check_in_not_held: empty('check_in_not_held'),
    own_goal: empty('own_goal'),
    own_goal_event: empty('own_goal_event'),
  }
  const ids = new Map(framework.outcomes.map((o) => [o.code, o.id]))
  for (const child of batch) {
    const r = random(child.number, ROW_IDS)
    for (const said of child.checkIns) pushCheckIn(tables, { framework, ids, child, r }, said)
    for (const n of child.notHeld) {
      const row = [uuid(r), child.id, framework.id, n.on, n.reason, n.recordedBy, n.recordedBy]
      tables.check_in_not_held.rows.push(row)
    }
    for (const goal of child.goals) pushGoal(tables, child, r, goal)
  }
  return Object.values(tables)
}

type Saying = {
  readonly framework: FrameworkInUse
  readonly ids: ReadonlyMap<string, string>
  readonly child: InventedChild
  readonly r: Random
}

function pushCheckIn(tables: Tables, saying: Saying, said: InventedCheckIn): void {
  const { framework, ids, child } = saying
  const author = authorOf(child, said)
  const alone = said.company === 'alone'
  const interpreted = said.interpreter !== 'none_needed'
  tables.check_in.rows.push([
    said.id,
    child.id,
    framework.id,
    said.voice,
    author,
    said.saidBy?.name,
    said.saidBy?.relationship,
    said.withdrawn === undefined ? 'shared' : 'withdrawn',
    said.answers.flatMap((a) => ids.get(a.outcome) ?? []),
    alone ? 'alone' : 'with_someone',
    alone ? null : said.company,
    said.interpreter,
    interpreted ? (LANGUAGE_NAMES.get(said.language) ?? 'English') : null,
    said.language,
    said.place,
    said.promptedBy,
    said.at,
    said.at,
    said.withdrawn === undefined ? null : said.at,
    said.withdrawn,
    author,
    said.at,
  ])
  for (const answer of said.answers) pushAnswer(tables, saying, said, answer)
}

function authorOf(child: InventedChild, said: InventedCheckIn): string | undefined {
  return said.voice === 'young_person' ? child.accountId : said.authorId
}

function pushAnswer(
  tables: Tables,
  { ids, child, r }: Saying,
  said: InventedCheckIn,
  answer: InventedAnswer,
): void {
  const outcome = ids.get(answer.outcome)
  if (outcome === undefined) throw new Error(`No outcome has the code ${answer.outcome}`)
  const author = authorOf(child, said)
  const start = () => [uuid(r), said.id, child.id, outcome]
  const hand: Cell[] = [author, author, said.at]
  tables.check_in_answer.rows.push([
    ...start(),
    'state' in answer.said ? answer.said.state : null,
    'reason' in answer.said ? answer.said.reason : null,
    answer.importance,
    answer.sinceLast ?? 'not_said',
    answer.words?.text,
    answer.words?.language ?? said.language,
    answer.whoShouldKnow,
    ...hand,
  ])
  for (const i of answer.influences) {
    tables.check_in_influence.rows.push([...start(), i.direction, i.level, i.words, ...hand])
  }
}

/** Written down by a worker where the young person has no account of their own. */
function pushGoal(tables: Tables, child: InventedChild, r: Random, goal: InventedGoal): void {
  const worker = child.allocations.find((a) => a.to === undefined)?.personId
  const hand = [
    child.accountId === undefined ? 'young_person_with_someone' : 'young_person',
    child.accountId ?? worker,
  ]
  const last = goal.changes.at(-1)
  const state = last === undefined || last.to === 'started' ? 'current' : last.to
  const changed = `${last?.on ?? goal.setOn}T12:00:00Z`
  tables.own_goal.rows.push([
    goal.id,
    child.id,
    goal.words,
    state,
    goal.setOn,
    ...hand,
    hand[1],
    changed,
  ])
  for (const c of goal.changes) {
    const row = [uuid(r), goal.id, child.id, c.to, c.on, c.words, ...hand]
    tables.own_goal_event.rows.push([...row, `${c.on}T12:00:00Z`, hand[1]])
  }
}
