import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Ask, askedPage, type Child, type Meanwhile } from '#domains/children/index.ts'
import { formAnswer } from '../form-answer.ts'
import { auditOf, childOf, hrefOf } from '../child-of-page.ts'
import { type Reading, reading } from '../read.form.ts'
import { keepReady, type Ready, readyOf, type ReadyToKeep } from '../ready.queries.ts'
import { PARTS_IN_ORDER, READY_PARTS, WITH_CARER, WITH_CHILD } from '../ready.rules.ts'

const url = '/children/:childId/missing/ready'
const may = 'missing.write'

const ASKS: readonly Ask[] = [
  ...PARTS_IN_ORDER.map(
    (name): Ask => ({
      kind: name === 'photo' || name === 'phone' ? 'text' : 'words',
      name,
      label: READY_PARTS[name].label,
    }),
  ),
  { kind: 'choice', name: 'withChild', label: 'Was it written with them?', choices: WITH_CHILD },
  { kind: 'choice', name: 'withCarer', label: 'And with their carer?', choices: WITH_CARER },
]

/** Part one of the form, with the child and the carer, before anything happens. Only for those beside them now. */
export const askReady: Page = {
  method: 'GET',
  url,
  may,
  audit: auditOf('missing.ready-see'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const ready = await readyOf(visit.tx, child.id)
    return shown(child, ready?.version ?? 0, typedOf(ready), [])
  },
}

export const writeReady: Page = {
  method: 'POST',
  url,
  may,
  audit: auditOf('missing.ready'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const version = versionOf(visit.form)
    const read = reading(visit.form, visit.now)
    const ready = readReady(read, visit)
    if (!ready || read.problems.length > 0) {
      return shown(child, version, typedIn(visit.form), read.problems)
    }
    if (await keepReady(visit.tx, child.id, version, ready)) {
      return { kind: 'redirect', to: hrefOf(child) }
    }
    const now = await readyOf(visit.tx, child.id)
    const lines = now ? readyLines(now) : []
    return shown(child, now?.version ?? 0, typedIn(visit.form), [], { by: now?.by, lines })
  },
}

function readReady(read: Reading, visit: Visit): ReadyToKeep | undefined {
  const part = (name: keyof typeof READY_PARTS) => read.maybe(name, READY_PARTS[name].most)
  const parts = {
    looks: part('looks'),
    photo: part('photo'),
    friends: part('friends'),
    places: part('places'),
    phone: part('phone'),
    online: part('online'),
    money: part('money'),
    travels: part('travels'),
    medical: part('medical'),
    helps: part('helps'),
  }
  if (Object.values(parts).every((text) => text === undefined)) {
    read.wrong('looks', 'Enter at least one of these')
  }
  const withChild = read.choice('withChild', WITH_CHILD, 'Choose whether it was written with them')
  const withCarer = read.choice('withCarer', WITH_CARER, 'Choose whether it was written with them')
  const lookedAt = londonCalendarDay(visit.now)
  return withChild && withCarer && { ...parts, withChild, withCarer, lookedAt }
}

const typedOf = (ready: Ready | undefined): Readonly<Record<string, string>> =>
  ready
    ? {
        ...Object.fromEntries(PARTS_IN_ORDER.map((name) => [name, ready[name] ?? ''])),
        withChild: ready.withChild,
        withCarer: ready.withCarer,
      }
    : {}

/** Part one as it is read, for the page of the child and for the search. */
export const readyLines = (ready: Ready): Meanwhile['lines'] => [
  ...PARTS_IN_ORDER.flatMap((name) => {
    const text = ready[name]
    return text === undefined ? [] : [{ label: READY_PARTS[name].label, text }]
  }),
  { label: 'Written with them', text: WITH_CHILD[ready.withChild] },
  { label: 'Written with their carer', text: WITH_CARER[ready.withCarer] },
  { label: 'Looked at last', text: inWords(ready.lookedAt) },
]

function shown(
  child: Child,
  version: number,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  meanwhile?: Meanwhile,
): Answer {
  const page = askedPage({
    title: 'Ready beforehand: part one of the form',
    child,
    back: hrefOf(child),
    intro: [
      'Kept ready with them and their carer, and moving with them to the next home. Those who stand beside them now and their managers read it, and the police are given it when they are missing.',
    ],
    asks: ASKS,
    typed,
    version,
    problems,
    meanwhile,
  })
  return formAnswer(page, { topic: 'missing-ready' })
}
