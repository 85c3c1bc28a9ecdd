import type { Page } from '#platform/http/page.ts'
import { askMark, saveMark } from './mark/mark.page.ts'
import { markOwn, seeOwnChronology, takeOwnChronology } from './own/own-chronology.page.ts'
import { seeChronology } from './see/chronology.page.ts'
import { takeAsPdf, takeAsTable } from './take/copy.page.ts'

export const chronologyPages: readonly Page[] = [
  seeChronology,
  takeAsTable,
  takeAsPdf,
  askMark,
  saveMark,
  seeOwnChronology,
  markOwn,
  takeOwnChronology,
]
