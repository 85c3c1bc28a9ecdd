import type { Page } from '#platform/http/page.ts'
import {
  askChangeProcess,
  askProcess,
  rewriteProcess,
  stillHolds,
  writeProcess,
} from './keep-happening/keep-process.page.ts'
import { askOtherWords, writeOtherWords } from './keep-happening/other-words.page.ts'
import { seeChildHappening } from './keep-happening/see-child-happening.page.ts'
import { seeStale } from './keep-happening/stale-list.page.ts'
import {
  askChildLegalHelp,
  seeChildLegalHelp,
  writeChildLegalHelp,
} from './keep-legal-help/keep-legal-help.page.ts'
import { askLegalHelp, sayLegalHelp, seeLegalHelp } from './say-legal-help/say-legal-help.page.ts'
import { seeHappening } from './see-happening/see-happening.page.ts'
import { systemsPages } from './systems-pages.ts'

export const processesPages: readonly Page[] = [
  seeHappening,
  seeLegalHelp,
  askLegalHelp,
  sayLegalHelp,
  seeChildHappening,
  askProcess,
  writeProcess,
  askChangeProcess,
  rewriteProcess,
  stillHolds,
  askOtherWords,
  writeOtherWords,
  seeChildLegalHelp,
  askChildLegalHelp,
  writeChildLegalHelp,
  seeStale,
  ...systemsPages,
]
