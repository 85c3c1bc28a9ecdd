import { londonDay, londonDayAndTime } from '#kernel/london-time.ts'
import type { Run } from '../run.queries.ts'

/** Who may compare the whole register: a manager of the whole organisation, as a safeguarding lead is. */
export const leads = (actor: { readonly role: string; readonly teamId: unknown }): boolean =>
  actor.role === 'manager' && actor.teamId === undefined

const PHASES: Readonly<Record<Run['phase'], string>> = {
  reading: 'Reading the records',
  learning: 'Learning how often records agree',
  comparing: 'Comparing',
}

/** How a run stands, in words. */
export function runInWords(run: Run): string {
  if (run.state === 'asked') return 'Waiting to begin, within half a minute'
  if (run.state === 'failed') return 'It could not be finished. What was found until then is kept'
  if (run.state === 'done') return 'Done'
  if (run.state === 'stopped') return 'Stopped. It can go on where it was'
  const far = `${PHASES[run.phase]}${farInWords(run)}`
  return run.state === 'stopping' ? `Stopping. ${far}` : far
}

function farInWords({ phase, done, of, records }: Run): string {
  if (phase === 'reading') return records ? `: ${records.toLocaleString('en-GB')} so far` : ''
  if (phase === 'comparing' && of > 0) return `: ${Math.floor((100 * done) / of)} in 100 done`
  return ''
}

export type RunLine = {
  readonly id: string
  readonly asked: string
  readonly stands: string
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  readonly mayStop: boolean
  readonly mayGoOn: boolean
  readonly of: number
  readonly done: number
}

export function runLine(run: Run, none: boolean): RunLine {
  const working = run.state === 'running' || run.state === 'stopping'
  return {
    id: run.id,
    asked: `${londonDayAndTime(run.askedAt)}${run.askedBy ? `, by ${run.askedBy}` : ''}`,
    stands: runInWords(run),
    facts: factsOf(run),
    mayStop: run.state === 'asked' || run.state === 'running',
    mayGoOn: none && (run.state === 'stopped' || run.state === 'failed'),
    of: working ? run.of : 0,
    done: run.done,
  }
}

function factsOf(run: Run): RunLine['facts'] {
  const count = (n: number) => n.toLocaleString('en-GB')
  const facts = [
    run.records !== undefined && { label: 'Records', text: count(run.records) },
    { label: 'Pairs nobody had found before', text: count(run.found) },
    run.crowded > 0 && {
      label: 'Records alike to more others than are listed',
      text: `${count(run.crowded)}. For each the closest five are listed`,
    },
    run.learntAt && {
      label: 'Learnt',
      text: `version ${run.modelNumber}, on ${londonDay(run.learntAt)}`,
    },
    run.endedAt && { label: 'Ended', text: londonDayAndTime(run.endedAt) },
  ]
  return facts.flatMap((fact) => fact || [])
}
