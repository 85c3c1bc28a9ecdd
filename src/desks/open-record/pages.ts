import type { Page } from '#platform/http/page.ts'
import { askToOpen, lookMeanwhile, openRecord } from './open-record.page.ts'

export const openRecordPages: readonly Page[] = [askToOpen, lookMeanwhile, openRecord]
