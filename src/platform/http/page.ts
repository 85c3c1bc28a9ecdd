import type { Capability, Role } from '#platform/access/capability.ts'
import type { Keys } from '#platform/config/keys.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import type { OwnSide } from './own-side.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { ChildId, OrganisationId, PersonId, SessionId, TeamId } from '#kernel/ids.ts'

/** Who is asking. */
export type Actor = {
  readonly id: PersonId
  readonly name: string
  readonly role: Role
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly teamId: TeamId | undefined
  /** A young person's own record. */
  readonly childId: ChildId | undefined
  readonly sessionId: SessionId
  /** A worker's device handed to a young person for a check-in: only that child's pages open. */
  readonly handedTo: ChildId | undefined
  /** Whose device it is. */
  readonly handedBy: PersonId | undefined
  /** A young person on a device that is not theirs: nothing is left on it. */
  readonly borrowed: boolean
  readonly signedInAt: Date
  /** How a young person's own pages look, as they chose; usual when they chose nothing. */
  readonly look?: Look | undefined
}

/** Larger text, less movement, and colours that do not follow the device. */
export type Look = {
  readonly larger: boolean
  readonly calm: boolean
  readonly colours: 'as_device' | 'light' | 'dark'
}

/** A file somebody chose in a form. Held in memory; larger than the limit never gets here. */
export type UploadedFile = {
  readonly field: string
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
  /** Not kept: larger than the page takes, or one too many. Only for pages that say it themselves. */
  readonly refused?: 'too-large' | 'too-many'
}

/** By which ways the product itself can send anything here. */
export type Sends = { readonly email: boolean; readonly text: boolean }

/** One request of one actor: everything a page may know. */
export type Visit = {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Date
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly form: Readonly<Record<string, unknown>>
  readonly files: readonly UploadedFile[]
  /** Where files are kept, sealed. */
  readonly store: FileStore
  /** The part of a file that a player asks for, as it asked. */
  readonly range: string | undefined
  /** The address, with its query, as asked for. */
  readonly path: string
  /** The address people type, for links and passkeys. */
  readonly origin: string
  /** The young person's side: its name, and where leaving quickly leads. */
  readonly own: OwnSide
  /** What the browser calls itself. */
  readonly device: string
  /** The token a form of this session carries, for the few answers that a script reads. */
  readonly csrf: string
  readonly sends: Sends
  /** Children shown in a list: written into the audit entry of this visit. */
  readonly show: (children: readonly ChildId[]) => void
  /** Counts and codes that explain the act in the audit. Never a name, never what was typed. */
  readonly note: (detail: Readonly<Record<string, string | number | boolean>>) => void
  /** The secret that this device keeps of its own, when it opens with a PIN. */
  readonly deviceToken: string | undefined
  /** A keyed hash, for what is too short to keep under a plain one. */
  readonly keyed: (text: string) => Buffer
  /** A transaction of its own that reaches accounts and sessions and no record. For the people domain. */
  readonly door: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

/** What is known of a request before anything is read or done: enough to say which child it is about. */
export type Asked = Pick<Visit, 'params' | 'actor'>

export type Answer =
  | {
      readonly kind: 'view'
      readonly template: string
      readonly model: object
      readonly status?: number
      /** Sign-in with a kept form answers with a page: what was typed cannot travel in a redirect. */
      readonly cookies?: readonly Cookie[]
      /** A page that plays recordings of ours, or that makes one: its policy allows that and no more. */
      readonly media?: 'plays' | 'records'
    }
  /** A picture or a recording to be shown within a page; `start` and `end` when a part was asked for. */
  | {
      readonly kind: 'media'
      readonly type: string
      readonly total: number
      readonly part: { readonly start: number; readonly end: number } | 'none' | undefined
      readonly body: Buffer
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly cookies?: readonly Cookie[] }
  | {
      readonly kind: 'file'
      readonly name: string
      readonly type: string
      readonly body: string | Buffer
    }
  | { readonly kind: 'not-found' }
  /** The device changes hands: the worker is signed out and the young person is at their own pages. */
  | {
      readonly kind: 'hand-over'
      readonly person: PersonId
      readonly child: ChildId
      readonly to: string
    }
  /** Out: the session is over, and the browser forgets it; on a borrowed device, everything of ours. */
  | { readonly kind: 'leave'; readonly to: string; readonly everything: boolean }
  | { readonly kind: 'refused' }

/** A token for the browser to keep, of a session or of a device that opens with a PIN; null forgets it. */
export type Cookie = { readonly name: 'session' | 'device'; readonly value: string | null }

/** A page cannot be written without saying who may open it and how it is audited. */
export type Page = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly may: Capability
  readonly audit: {
    readonly action: string
    /** The child whose record this is. Out of the actor's reach, the page does not exist. */
    readonly childId?: (asked: Asked) => ChildId | undefined
  }
  /** Largest upload in bytes, for the few pages that take files. */
  readonly upload?: {
    readonly bytes: number
    readonly files: number
    /** The page itself says, in its own words, that a file was too large or one too many. */
    readonly saysSo?: true
  }
  /** Pages that stay open on a device that was handed to a young person. */
  readonly whileHanded?: true
  readonly answer: (visit: Visit) => Promise<Answer>
}

/** A page for somebody who is not signed in. It reaches accounts, never a record. */
export type DoorPage = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly may: 'anyone'
  readonly audit: { readonly action: string } | 'nothing to record'
  readonly answer: (visit: DoorVisit) => Promise<Answer>
}

export type DoorVisit = {
  readonly tx: Tx
  readonly actor: Actor | undefined
  readonly now: Date
  readonly query: Readonly<Record<string, unknown>>
  readonly params: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, unknown>>
  readonly origin: string
  readonly address: string
  readonly device: string
  readonly token: string | undefined
  readonly deviceToken: string | undefined
  /** The languages that the browser asks for, as it says them. */
  readonly prefers: string | undefined
  /** The browser says that a page of ours sent this, and no other site. */
  readonly fromHere: boolean
  readonly keys: Keys
  /** Opens what a function of the database gives sealed to anybody; the door reaches no file itself. */
  readonly store: FileStore
  /** The part of a file that a player asks for, as it asked. */
  readonly range: string | undefined
  readonly own: OwnSide
  readonly demonstration: boolean
  readonly note: (detail: Readonly<Record<string, string | number | boolean>>) => void
  /** Who the act turned out to be about, for the audit. */
  readonly about: (person: PersonId) => void
}
