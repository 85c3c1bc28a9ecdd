import { londonDay } from '#kernel/london-time.ts'
import type { WaitingConcern } from '../waiting.queries.ts'

/** A worry that waits, as one line: what it waits for, and what this reader can do about it; who only reads goes to it. */
export function waitingLine(w: WaitingConcern, actorId: string, mayWrite = true) {
  const here = `/children/${w.childId}/concerns/${w.id}`
  const step = stepOf(w, actorId, here)
  return {
    name: w.knownAs,
    href: `/children/${w.childId}`,
    detail: `${step.waits}, written down ${londonDay(w.recordedAt)}`,
    action: mayWrite ? { text: step.text, href: step.href } : { text: 'Read it', href: here },
  }
}

/** What the worry waits for, and what this reader can do about it. */
function stepOf(w: WaitingConcern, actorId: string, here: string) {
  if (!w.firstById) {
    return {
      waits: 'Waits for one person’s thinking',
      text: 'Write what you think',
      href: `${here}/look`,
    }
  }
  if (w.secondThere) {
    return { waits: 'Waits for a decision', text: 'Decide', href: `${here}/decide` }
  }
  const asked = w.askedOf ? `, asked of ${w.askedOf}` : ', asked of nobody yet'
  const waits = `${w.firstBy ?? 'Somebody'} has thought about it; waits for a second look${asked}`
  return w.firstById === actorId
    ? { waits, text: 'Ask somebody', href: `${here}/ask` }
    : { waits, text: 'Take the second look', href: `${here}/second-look` }
}
