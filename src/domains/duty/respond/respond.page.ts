import { readId } from '#kernel/ids.ts'
import { londonDayAndTime } from '#kernel/london-time.ts'
import { may as has } from '#platform/access/capability.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { oneOf, verbatimIn } from '#domains/outcomes/index.ts'
import { mayDo } from '../duty.rules.ts'
import {
  addSignalStep,
  alwaysAnswered,
  askTheNext,
  cardOf,
  findSignal,
  holdSignal,
  onDuty,
  openSignals,
  type Signal,
  type SignalStep,
  stepsOfSignal,
} from '../duty.queries.ts'
import { type Told, toldOf } from '../told.queries.ts'

const may = 'duty.answer'

/** Young people who need somebody now, and who is there for them. */
export const seeDuty: Page = {
  method: 'GET',
  url: '/duty',
  may,
  audit: { action: 'duty.list' },
  async answer({ tx, actor, now, show }): Promise<Answer> {
    await askTheNext(tx, now)
    const signals = await openSignals(tx)
    const lines = []
    for (const signal of signals) {
      const card = await cardOf(tx, signal.id)
      if (!card) continue
      lines.push({
        name: card.knownAs,
        detail: `${signal.state === 'asked' ? 'Nobody has seen it yet' : 'Seen'}. Pressed on ${londonDayAndTime(signal.sentAt)}`,
        action: { text: 'Open', href: `/duty/${signal.id}` },
      })
      show([signal.childId])
    }
    const there = await onDuty(tx, actor.organisationId, now)
    const always = await alwaysAnswered(tx, actor.organisationId, now)
    return {
      kind: 'view',
      template: 'domains/duty/respond/duty.njk',
      model: {
        page: {
          title: 'Somebody now',
          lines,
          there: there.map((t) => ({
            name: t.name,
            phone: t.phone,
            until: londonDayAndTime(t.until),
            me: t.personId === actor.id,
          })),
          always,
          maySet: has(actor.role, 'duty.set'),
        },
      },
    }
  },
}

export const seeSignal: Page = {
  method: 'GET',
  url: '/duty/:signal',
  may,
  audit: { action: 'duty.read' },
  async answer(visit): Promise<Answer> {
    const signal = await signalOf(visit)
    return signal ? shown(visit, signal, 200, []) : { kind: 'not-found' }
  },
}

/** I have seen it; what I write to them; what was done. */
export const answerSignal: Page = {
  method: 'POST',
  url: '/duty/:signal',
  may,
  audit: { action: 'duty.write' },
  async answer(visit): Promise<Answer> {
    const found = await signalOf(visit)
    if (!found) return { kind: 'not-found' }
    await holdSignal(visit.tx, found.id)
    const signal = (await signalOf(visit)) ?? found
    const act = oneOf(mayDo(signal.state), textOf(visit.form, 'do'))
    if (!act) return shown(visit, signal, 409, [], true)
    const words = verbatimIn(visit.form, 'words')
    const problem = problemIn(act, words)
    if (problem) return shown(visit, signal, 422, [{ field: act, text: problem }])
    const said = words === '' ? undefined : words
    if (act === 'wrote' && signal.state === 'asked') {
      await addSignalStep(visit.tx, signal, { kind: 'seen' }, visit.now)
    }
    await addSignalStep(visit.tx, signal, { kind: act, words: said }, visit.now)
    return { kind: 'redirect', to: act === 'ended' ? '/duty' : `/duty/${signal.id}` }
  },
}

function problemIn(act: 'seen' | 'wrote' | 'ended', words: string): string | undefined {
  if (words.length > 2000) return 'Use 2,000 letters or fewer'
  if (act === 'seen' || words.trim() !== '') return undefined
  return act === 'wrote' ? 'Write what you want to tell them' : 'Write what was done'
}

async function signalOf(visit: Visit): Promise<Signal | undefined> {
  const id = readId<'somebody-now'>(visit.params['signal'])
  return id && findSignal(visit.tx, id)
}

const STEP_WORDS = (s: SignalStep): string => {
  const by = s.byName ?? 'Somebody'
  const words: Readonly<Record<SignalStep['kind'], string>> = {
    asked: `Asked: ${s.toName ?? 'nobody was on the rota, and no number is given'}${s.toPhone ? ` (${s.toPhone})` : ''}`,
    seen: `${by} has seen it`,
    wrote: `${by} wrote to them`,
    ended: `What ${by} says was done`,
    not_needed: 'They say that it is not needed any more',
  }
  return words[s.kind]
}

const TOLD_STATUS: Readonly<Record<Told['status'], string>> = {
  waiting: 'is on its way',
  sent: 'left',
  not_needed: 'was not needed any more',
  given_up: 'could not be sent',
}

const toldWords = (t: Told): string => {
  const what = t.channel === 'text' ? 'A text' : 'An e-mail'
  const at = londonDayAndTime(t.settledAt ?? t.queuedAt)
  return `${what} to ${t.name ?? 'somebody'} ${TOLD_STATUS[t.status]}, ${at}`
}

async function shown(
  visit: Visit,
  signal: Signal,
  status: number,
  problems: readonly Problem[],
  moved = false,
): Promise<Answer> {
  const { tx } = visit
  const card = await cardOf(tx, signal.id)
  if (!card) return { kind: 'not-found' }
  visit.show([signal.childId])
  return {
    kind: 'view',
    status,
    template: 'domains/duty/respond/signal.njk',
    model: {
      page: {
        title: 'Somebody now',
        id: signal.id,
        card,
        pressed: londonDayAndTime(signal.sentAt),
        state: signal.state,
        acts: mayDo(signal.state),
        steps: (await stepsOfSignal(tx, signal.id)).map((s) => ({
          what: STEP_WORDS(s),
          when: londonDayAndTime(s.at),
          words: s.words,
        })),
        told: (await toldOf(tx, signal.id)).map(toldWords),
        typed: typedIn(visit.form),
        moved,
        errors: errorsOf(problems),
      },
    },
  }
}
