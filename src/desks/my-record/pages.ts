import type { Page } from '#platform/http/page.ts'
import { askCorrection, seeMyRecord } from './my-record.page.ts'

export const myRecordPages: readonly Page[] = [seeMyRecord, ...askCorrection]
