import { londonWallClock } from '#kernel/london-time.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  dayIn,
  type Frame,
  frameIn,
  getOwnChild,
  languageOf,
  ownChild,
  say,
  withAloud,
  sayIn,
} from '#domains/words/index.ts'
import {
  addSignalStep,
  alwaysAnswered,
  type AlwaysAnswered,
  askTheNext,
  holdSignal,
  latestSignal,
  onDuty,
  type OnDuty,
  press,
  type Signal,
  type SignalStep,
  stepsOfSignal,
} from '../duty.queries.ts'
import { toldBy, type Told, toldOf } from '../told.queries.ts'
import { wouldLeaveBy } from '../told.rules.ts'

/** Spoken on this page, where somebody recorded it. */
const ALOUD = ['somebodyNow.heading', 'somebodyNow.lead', 'somebodyNow.button']

const url = '/me/somebody'
const may = 'me.open'

/** What happens when the button is pressed, said before; and after, who was asked and who has seen it. */
export const seeSomebody: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'me.somebody.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    await askTheNext(visit.tx, visit.now)
    return shown(visit)
  },
}

/** I need somebody now; or not any more. Nothing typed is needed, and nothing typed is ever read for this. */
export const pressForSomebody: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'me.somebody.press', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const { tx, now } = visit
    const child = getOwnChild(visit)
    if (textOf(visit.form, 'do') !== 'not-needed') {
      await press(tx, child, now)
      return { kind: 'redirect', to: url }
    }
    const open = await latestSignal(tx, child)
    if (open) await holdSignal(tx, open.id)
    const still = await latestSignal(tx, child)
    if (still && still.state !== 'ended')
      await addSignalStep(tx, still, { kind: 'not_needed' }, now)
    return { kind: 'redirect', to: url }
  },
}

const timeOf = (at: Date): string => londonWallClock(at).slice(11)

type Number = { readonly call: string; readonly tel: string }

async function shown(visit: Visit): Promise<Answer> {
  const { tx, actor, now } = visit
  const frame = frameIn(await languageOf(visit), false, (w) => w.somebodyNow.title)
  const w = frame.w.somebodyNow
  const [first] = await onDuty(tx, actor.organisationId, now)
  const always = await alwaysAnswered(tx, actor.organisationId, now)
  const latest = await latestSignal(tx, getOwnChild(visit))
  const by = wouldLeaveBy(await toldBy(tx, now), visit.sends)
  const steps = latest ? await stepsOfSignal(tx, latest.id) : []
  return withAloud(
    visit,
    {
      kind: 'view',
      template: 'domains/duty/press/press.njk',
      model: {
        page: {
          ...frame,
          whoNow: whoNow(frame, first, always),
          told: toldHow(frame, by, first ?? always),
          lines: latest ? (await toldOf(tx, latest.id)).flatMap((t) => toldLine(frame, t)) : [],
          next: sayIn(frame, w.next, { n: always?.minutes ?? 10 }),
          numbers: [first, always].flatMap((n) => (n ? [numberOf(frame, n)] : [])),
          open: latest !== undefined && latest.state !== 'ended',
          said: latest ? saidOf(frame, latest, steps) : [],
          steps: steps.map((s) => stepLine(frame, s)),
        },
      },
    },
    ALOUD,
  )
}

const numberOf = (frame: Frame, n: { readonly name: string; readonly phone: string }): Number => ({
  call: say(frame.w.somebodyNow.call, n),
  tel: n.phone.replaceAll(/[^\d+]/g, ''),
})

/** Who is there at this moment, by name, and until when; else whose number it is. */
function whoNow(
  frame: Frame,
  first: OnDuty | undefined,
  always: AlwaysAnswered | undefined,
): string {
  const w = frame.w.somebodyNow
  if (first) {
    const time = `${dayIn(frame.language, first.until)}, ${timeOf(first.until)}`
    return say(w.whoNow, { name: first.name, time })
  }
  return always ? say(w.whoNowNumber, { name: always.name }) : w.nobodyNow
}

/** How whoever is asked is told, and to call where that is their screen alone. */
function toldHow(
  frame: Frame,
  by: ReturnType<typeof wouldLeaveBy>,
  call: { readonly name: string; readonly phone: string } | undefined,
): string {
  const { told } = frame.w.somebodyNow
  if (by !== 'screen') return told[by]
  return call ? say(told.screen, { name: call.name, phone: call.phone }) : told.nobody
}

/** What left for whoever was asked, and what did not. */
function toldLine(frame: Frame, t: Told): readonly string[] {
  const w = frame.w.somebodyNow
  const name = t.name ?? w.somebody
  const time = timeOf(t.settledAt ?? t.queuedAt)
  if (t.status === 'sent') return [say(w.left[t.channel], { name, time })]
  return t.status === 'given_up' ? [say(w.notLeft[t.channel], { name })] : []
}

/** What stands of it now, in words: who was asked, or who has seen it. */
function saidOf(frame: Frame, signal: Signal, steps: readonly SignalStep[]): readonly string[] {
  const w = frame.w.somebodyNow
  if (signal.state === 'ended') return [say(w.over, { time: timeOf(signal.stateAt) })]
  const seen = steps.findLast((s) => s.kind === 'seen')
  if (seen) {
    const name = seen.byName ?? w.somebody
    return [say(w.seen, { name, time: timeOf(seen.at) }), w.seenNext]
  }
  const asked = steps.findLast((s) => s.kind === 'asked')
  if (!asked) return []
  const [name, phone] = [asked.toName ?? w.somebody, asked.toPhone ?? '']
  if (asked.toSomebody) return [say(w.asked, { name, time: timeOf(asked.at) })]
  return [asked.toPhone ? say(w.askedNumber, { name, phone }) : w.nobodyNow]
}

const stepLine = (frame: Frame, s: SignalStep) => {
  const w = frame.w.somebodyNow
  const name = (s.kind === 'asked' ? s.toName : s.byName) ?? w.somebody
  return { time: timeOf(s.at), what: say(w.steps[s.kind], { name }), words: s.words }
}
