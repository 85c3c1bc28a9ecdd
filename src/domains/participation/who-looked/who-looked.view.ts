import { lookUp } from '#kernel/look-up.ts'
import { dayIn, type Frame, frameIn } from '#domains/words/index.ts'
import type { Look } from '../own.queries.ts'
import { lookKind } from './looks.rules.ts'

export type LookLine = {
  readonly who: string
  /** What they do, in plain words. */
  readonly role: string | undefined
  readonly where: string | undefined
  readonly day: string
  readonly what: string
  /** How many times that person did that on that day. */
  readonly times: number
}

/** Looks in plain words: one line for each person, act and day. */
export function lookLines(frame: Frame, looks: readonly Look[], me: string): readonly LookLine[] {
  const lines = new Map<string, LookLine>()
  for (const look of looks) {
    const mine = look.actorId === me
    const line = {
      who: mine ? frame.w.looked.you : (look.name ?? frame.w.looked.somebody),
      role: mine || !look.role ? undefined : lookUp<string>(frame.w.looked.roles, look.role),
      where: mine ? undefined : look.organisation,
      day: dayIn(frame.language, look.at),
      what: frame.w.looked.kinds[lookKind({ ...look, mine })],
    }
    const key = Object.values(line).join('|')
    lines.set(key, { ...line, times: (lines.get(key)?.times ?? 0) + 1 })
  }
  return [...lines.values()]
}

export type WhoLookedView = Frame & {
  readonly lines: readonly LookLine[]
  readonly earlier: string | undefined
}

/** Who has looked at my page. `most`: how many acts were asked for; as many found means there may be more. */
export function whoLookedView(given: {
  readonly language: string
  readonly looks: readonly Look[]
  readonly most: number
  readonly me: string
}): WhoLookedView {
  const frame = frameIn(given.language, false, (w) => w.looked.title)
  const last = given.looks.length === given.most ? given.looks.at(-1) : undefined
  return {
    ...frame,
    lines: lookLines(frame, given.looks, given.me),
    earlier: last && `/me/who-looked?before=${encodeURIComponent(last.at.toISOString())}`,
  }
}
