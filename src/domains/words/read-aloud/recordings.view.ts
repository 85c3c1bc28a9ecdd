import { londonDay } from '#kernel/london-time.ts'
import type { Act, Recording } from './recordings.queries.ts'

export type RecordingLine = {
  readonly id: string
  readonly src: string
  readonly act: string
  readonly what: string
  readonly state: string
  readonly said: readonly string[]
  readonly mayCheck: boolean
  readonly mayPutAside: boolean
}

const STATES: Readonly<Record<string, string>> = {
  heard: 'Young people hear it',
  older: 'Checked. A newer one is heard',
  stale: 'Of a text that has changed since. Young people do not hear it',
  offered: 'Waits for a second speaker to check it. Young people do not hear it yet',
  aside: 'Put aside. Young people do not hear it',
}

const ACTS: Readonly<Record<Act, string>> = { checked: 'Checked', put_aside: 'Put aside' }

type Looking = {
  readonly language: string
  /** The text as young people read it now, when it can be spoken. */
  readonly text: string | undefined
  readonly me: string
}

/** The recordings of a text, each with how far it has come and what can be done with it. */
export function recordingLines(
  recordings: readonly Recording[],
  looking: Looking,
): readonly RecordingLine[] {
  const heard = recordings.find((r) => stateOf(r, looking) === 'checked')
  return recordings.map((r) => {
    const state = stateOf(r, looking)
    const shown = state === 'checked' ? (r === heard ? 'heard' : 'older') : state
    const at = `/languages/${looking.language}/recordings/${r.id}`
    return {
      id: r.id,
      src: at,
      act: at,
      what: `${r.speaker}, ${r.seconds} seconds`,
      state: STATES[shown] ?? '',
      said: [
        `Added by ${r.addedBy}, ${londonDay(r.addedAt)}`,
        ...r.acts.map(
          (a) => `${ACTS[a.act]} by ${a.by}, ${londonDay(a.at)}${a.note ? `: ${a.note}` : ''}`,
        ),
      ],
      mayCheck: state === 'offered' && r.addedById !== looking.me,
      mayPutAside: state !== 'aside',
    }
  })
}

function stateOf(r: Recording, { text }: Looking): 'aside' | 'stale' | 'checked' | 'offered' {
  const has = (act: Act) => r.acts.some((a) => a.act === act)
  if (has('put_aside')) return 'aside'
  if (r.spoken !== text) return 'stale'
  return has('checked') ? 'checked' : 'offered'
}
