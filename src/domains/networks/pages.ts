import type { Page } from '#platform/http/page.ts'
import { entryPages } from './keep-entry/keep-entry.page.ts'
import { linkPages } from './keep-links/keep-link.page.ts'
import { tiePages } from './keep-links/keep-tie.page.ts'
import { seeEntry, seeNetworks } from './see-networks/see-networks.page.ts'
import { whoPages } from './who-may/who-may.page.ts'

export const networksPages: readonly Page[] = [
  seeNetworks,
  ...whoPages,
  ...entryPages,
  seeEntry,
  ...linkPages,
  ...tiePages,
]
