import { lookUp } from '#kernel/look-up.ts'
import type { Answer } from '#platform/http/page.ts'
import { may, ROLE_NAMES, type Role } from '#platform/access/capability.ts'
import { deviceInWords } from '../device.rules.ts'
import { needsFactor } from '../sign-in.rules.ts'

type Seen = {
  readonly actor: {
    readonly name: string
    readonly role: Role
    readonly organisationName: string
    readonly sessionId: string
  }
  readonly teamName: string | undefined
  readonly account: {
    readonly userName: string
    readonly role: Role
    readonly demonstration: boolean
    readonly hasCode: boolean
  }
  readonly recoveryCodes: number
  readonly passkeys: readonly {
    readonly id: string
    readonly name: string
    readonly addedAt: Date
    readonly lastUsedAt: Date | undefined
  }[]
  readonly sessions: readonly {
    readonly id: string
    readonly since: Date
    readonly lastUsed: Date
    readonly address: string | undefined
    readonly device: string
  }[]
  readonly done: string | undefined
  /** Passkeys work at this address. */
  readonly passkeysWork: boolean
}

const DONE: Readonly<Record<string, string>> = {
  password: 'Your password was changed. You were signed out everywhere else.',
  authenticator: 'Your authenticator app was removed.',
  passkey: 'Your passkey was added. You can sign in with it from now on.',
  'passkey-removed': 'The passkey was removed. It no longer signs anybody in.',
  session: 'That session was ended.',
  sessions: 'You were signed out everywhere else.',
}

/** Who I am here, how I sign in, and where I am signed in. */
export function ownAccountView(seen: Seen): Answer {
  const factors = (seen.account.hasCode ? 1 : 0) + seen.passkeys.length
  return {
    kind: 'view',
    template: 'domains/people/see-own-account/own-account.njk',
    model: {
      page: {
        title: 'Your account',
        mayReach: may(seen.actor.role, 'children.write'),
        name: seen.actor.name,
        role: ROLE_NAMES[seen.actor.role],
        organisation: seen.actor.organisationName,
        team: seen.teamName,
        userName: seen.account.userName,
        hasCode: seen.account.hasCode,
        needsFactor: needsFactor(seen.account),
        mayRemoveCode: factors > 1 || !needsFactor(seen.account),
        recoveryCodes: seen.recoveryCodes,
        hasFactor: factors > 0,
        passkeys: seen.passkeys,
        passkeysWork: seen.passkeysWork,
        sessions: seen.sessions.map((s) => ({
          ...s,
          device: deviceInWords(s.device),
          current: s.id === seen.actor.sessionId,
        })),
        done: seen.done && lookUp(DONE, seen.done),
      },
    },
  }
}
