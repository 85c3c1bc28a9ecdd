import type { Page } from '#platform/http/page.ts'
import {
  bringIn,
  commitBrought,
  discardBrought,
  previewBrought,
  refusedOfReturn,
  seeReturn,
} from './import-return/import-return.page.ts'

export const exchangePages: readonly Page[] = [
  bringIn,
  previewBrought,
  seeReturn,
  commitBrought,
  discardBrought,
  refusedOfReturn,
]
