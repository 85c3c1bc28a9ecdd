import {
  type Code,
  drawSample,
  type Eligible,
  type Placed,
  QUESTIONS,
} from '#domains/workforce/index.ts'
import type { InventedOutcome, Plan, PlannedAudit, PlannedReading } from './case-audits.queries.ts'

/** The people of one team that the rounds are about, and the records that could be drawn. */
export type Around = {
  readonly manager: string
  /** Two who can sign in: each audits the other's records. */
  readonly one: string
  readonly two: string
  readonly auditor: string
  readonly eligible: readonly Eligible[]
  /** Whose work each record is: the worker who stands beside the child now. */
  readonly workerOf: ReadonlyMap<string, string>
  /** The young person told in full. */
  readonly story: string
  readonly outcomes: readonly InventedOutcome[]
}

const MOST_KEYS = 20_000

/**
 * A round that is over and one under way. In a real round nobody looks for a key; here one is looked
 * for whose sample holds the young person told in full and records of both workers, so that every
 * page has something on it. Undefined when there are too few records for that.
 */
export function inventedRounds(around: Around): readonly Plan[] {
  const { story, one, two } = around
  const byWorker = (ids: readonly string[], worker: string) =>
    ids.filter((id) => around.workerOf.get(id) === worker)
  const fits = (ids: readonly string[]) =>
    ids.includes(story) && byWorker(ids, one).length >= 2 && byWorker(ids, two).length >= 2
  const over = keyed(around, 'Are they heard', 5, fits)
  const now = keyed(around, 'Who stays beside them', 6, fits)
  if (!over || !now) return []
  return [roundThatIsOver(around, over), roundUnderWay(around, now)]
}

type Drawn = {
  readonly key: string
  readonly placed: readonly Placed[]
  readonly ids: readonly string[]
}

function keyed(
  { eligible }: Around,
  name: string,
  size: number,
  fits: (ids: readonly string[]) => boolean,
): Drawn | undefined {
  if (eligible.length < size) return undefined
  for (let n = 1; n <= MOST_KEYS; n += 1) {
    const key = `${name} ${n}`
    const placed = drawSample(key, eligible, size, false)
    const ids = placed.filter((p) => p.drawn).map((p) => p.id)
    if (fits(ids)) return { key, placed, ids }
  }
  return undefined
}

const NO: Readonly<Record<string, Code>> = { respectful: 'no', believed: 'partly' }

function reading(
  around: Around,
  by: string,
  shared: boolean,
  codes: Readonly<Record<string, Code>> = {},
  most = 99,
): PlannedReading {
  const items = [
    ...around.outcomes.map((o) => ({ outcome: o.id, question: undefined, key: o.code })),
    ...QUESTIONS.map((q) => ({ outcome: undefined, question: q, key: q })),
  ].slice(0, most)
  return {
    by,
    shared,
    standsOut: shared
      ? 'They are asked, and what they say is written in their own words. What came of it is harder to find.'
      : undefined,
    grade: shared ? 'sound' : undefined,
    answers: items.map(({ outcome, question, key }) => ({
      outcome,
      question,
      code: codes[key] ?? 'yes',
      shows:
        (codes[key] ?? 'yes') === 'yes'
          ? 'It is there more than once, in different months.'
          : 'It is there once, and nobody came back to it.',
      quote: undefined,
      quotedFrom: undefined,
    })),
  }
}

const REFLECTION = {
  wentWell: 'I asked at each visit what mattered most, and wrote it as it was said.',
  differently: 'I would go back sooner to say what came of it.',
  notInRecord: 'How long it took until we trusted each other.',
}

/** Whoever of the two does not stand beside this child. */
const otherOf = ({ one, two, workerOf }: Around, child: string): string =>
  workerOf.get(child) === one ? two : one

function auditOf(around: Around, child: string, more: Partial<PlannedAudit>): PlannedAudit {
  const practitioner = around.workerOf.get(child)
  return {
    child,
    practitioner,
    noReflection: practitioner ? undefined : 'nobody_allocated',
    auditor: otherOf(around, child),
    second: undefined,
    reflection: practitioner ? REFLECTION : undefined,
    readings: [],
    feedback: undefined,
    actNow: undefined,
    findings: [],
    ended: false,
    ...more,
  }
}

function roundThatIsOver(around: Around, drawn: Drawn): Plan {
  const audits = drawn.ids.map((child, n) => {
    const auditor = otherOf(around, child)
    const worker = around.workerOf.get(child) ?? around.manager
    return auditOf(around, child, {
      readings: [reading(around, auditor, true, n % 2 === 0 ? NO : {})],
      feedback:
        child === around.story
          ? { result: 'spoke', words: 'She writes down what I say. Then I wait.' }
          : { result: 'offered_declined', words: undefined },
      findings: findingsOf(around, n, worker, auditor),
      ended: true,
    })
  })
  return {
    title: 'Are they heard, and answered?',
    question:
      'Is what a child says in the record in their own words, and does it say what came of it?',
    startedAgo: 120,
    sampled: drawn,
    closed: true,
    audits,
  }
}

function findingsOf(around: Around, n: number, owner: string, foundBy: string) {
  const first = around.outcomes[0]?.id
  const heard = {
    outcome: first,
    question: undefined,
    foundBy,
    words: 'What was said is written down. What came of it is not.',
  }
  const say = {
    kind: 'for_this_child',
    words: 'Tell them what came of what they said in the summer.',
    owner,
  } as const
  const learn = {
    kind: 'learning',
    words: 'A session on answering: what to say when the answer is no.',
    owner: around.manager,
  } as const
  if (n === 0)
    return [
      {
        ...heard,
        closed: true,
        actions: [
          {
            ...say,
            done: true,
            verifiedBy: around.manager === owner ? around.auditor : around.manager,
          },
        ],
      },
    ]
  if (n === 1)
    return [
      {
        ...heard,
        closed: false,
        actions: [
          { ...say, done: false, verifiedBy: undefined },
          { ...learn, done: true, verifiedBy: undefined },
        ],
      },
    ]
  if (n > 2) return []
  return [
    {
      outcome: undefined,
      question: 'respectful' as const,
      foundBy,
      words: 'Two entries say “refused to engage”.',
      closed: false,
      actions: [],
    },
  ]
}

/** A reflection to write, a reading begun, one read twice with a difference, something that cannot wait, one nobody reads yet. */
function roundUnderWay(around: Around, drawn: Drawn): Plan {
  const { one, two, auditor, workerOf, story } = around
  const of = (worker: string) => drawn.ids.filter((id) => workerOf.get(id) === worker)
  const [begun, twice] = of(two)
  const audits = drawn.ids.map((child) => {
    if (child === story) return auditOf(around, child, { auditor: two, reflection: undefined })
    if (child === begun) {
      return auditOf(around, child, {
        auditor: one,
        readings: [reading(around, one, false, {}, 2)],
      })
    }
    if (child === twice) {
      return auditOf(around, child, {
        auditor,
        second: one,
        readings: [reading(around, auditor, true, { believed: 'no' }), reading(around, one, true)],
        actNow: {
          by: auditor,
          for: around.manager,
          saw: 'A call about somebody waiting outside was not passed on.',
        },
      })
    }
    return auditOf(around, child, { auditor: undefined, reflection: undefined })
  })
  return {
    title: 'Who stays beside them?',
    question: 'Does the record show who stayed, who left, and how they said goodbye?',
    startedAgo: 14,
    sampled: drawn,
    closed: false,
    audits,
  }
}
