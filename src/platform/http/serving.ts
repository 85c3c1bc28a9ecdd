import type { Keys } from '#platform/config/keys.ts'
import type { Database } from '#platform/db/postgres.ts'
import type { ScannerAddress } from '#platform/files/scan.ts'
import type { OwnSymbols } from '#platform/views/symbols.ts'
import type { Views } from '#platform/views/environment.ts'
import type { Beside } from './beside.ts'
import type { OwnSide } from './own-side.ts'
import type { Actor, Sends } from './page.ts'

/** What a server needs from outside. Nothing in the house reads the environment or the clock for itself. */
export type Serving = {
  readonly db: Database
  readonly views: Views
  readonly keys: Keys
  readonly now: () => Date
  /** Where people reach the product: decides whether cookies are marked Secure. */
  readonly origin: string
  readonly proxies: number
  /** Invented people only: every page says so. */
  readonly demonstration: boolean
  /** A daemon that scans files for harm, where one is set up. */
  readonly scanner?: ScannerAddress | undefined
  /** The ways out of the house that were set up. None, unless said: pages then say so plainly. */
  readonly sends?: Sends
  readonly log: (line: Readonly<Record<string, unknown>>) => void
  /** The young person's side: its name, and where leaving quickly leads. */
  readonly own?: OwnSide
  /** A service's own symbols in the place of ours, checked. */
  readonly symbols?: OwnSymbols | undefined
  /** What stands beside the pages of staff; nothing, unless said. */
  readonly beside?: Beside | undefined
  /** The links at the top of each page, by who is signed in. */
  readonly navigation: (actor: Actor) => readonly { readonly text: string; readonly href: string }[]
}
