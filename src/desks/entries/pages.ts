import type { Page } from '#platform/http/page.ts'
import { takeAsData, takeAsTable, takeOwnAsData, takeOwnAsTable } from './entries.page.ts'

export const entriesPages: readonly Page[] = [
  takeAsTable,
  takeAsData,
  takeOwnAsTable,
  takeOwnAsData,
]
