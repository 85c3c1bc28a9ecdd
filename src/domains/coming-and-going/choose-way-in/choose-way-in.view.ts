import { lookUp } from '#kernel/look-up.ts'
import { deviceInWords } from '#domains/people/index.ts'
import { dayIn, type Frame, say } from '#domains/words/index.ts'
import { clockIn } from '../door.rules.ts'
import type { Ways } from '../ways.queries.ts'

type Session = { readonly id: string; readonly since: Date; readonly device: string }

type Seen = {
  readonly ways: Ways
  readonly sessions: readonly Session[]
  readonly current: string
  /** They came here on the way in, with no way back yet. */
  readonly first: boolean
  readonly borrowed: boolean
  readonly fresh: boolean
  /** This browser holds the secret of one of their devices. */
  readonly pinHere: boolean
  readonly passkeysWork: boolean
  readonly done: string | undefined
  readonly later: string
}

/** How a young person comes in, what knows them, and where they are signed in: in their words. */
export function wayInView(frame: Frame, seen: Seen): object {
  const w = frame.w.wayIn
  const done: Readonly<Record<string, string>> = {
    words: w.doneWords,
    pin: w.donePin,
    passkey: w.donePasskey,
    'not-added': w.passkeyNot,
    forgotten: w.doneForgotten,
    ended: w.doneEnded,
  }
  return {
    ...frame,
    ...seen,
    heading: seen.first ? w.heading : w.headingLater,
    done: seen.done && lookUp(done, seen.done),
    devices: [
      ...seen.ways.pins.map((p) => ({
        text: say(w.devicePin, {
          device: deviceName(p.device, w.unknownDevice),
          day: dayIn(frame.language, p.setAt),
        }),
        action: `/me/way-in/pin/${p.id}/forget`,
      })),
      ...seen.ways.passkeys.map((p) => ({
        text: say(w.devicePasskey, { day: dayIn(frame.language, p.addedAt) }),
        action: `/me/way-in/passkey/${p.id}/forget`,
      })),
    ],
    places: seen.sessions.map((s) => ({
      id: s.id,
      here: s.id === seen.current,
      text: say(w.session, {
        device: deviceName(s.device, w.unknownDevice),
        day: dayIn(frame.language, s.since),
        time: clockIn(s.since),
      }),
    })),
  }
}

/** Names of makers and systems only, which are the same in every language: "Firefox, Windows". */
function deviceName(userAgent: string, unknown: string): string {
  const said = deviceInWords(userAgent)
  if (said === 'An unknown device') return unknown
  return said
    .replace(/^A browser on /, '')
    .replace(' on ', ', ')
    .replaceAll(/\ban? (?=[A-Zi])/g, '')
    .replace(' device', '')
}
