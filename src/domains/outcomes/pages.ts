import type { Page } from '#platform/http/page.ts'
import { checkInPages } from './check-in.pages.ts'
import { frameworkPages } from './framework.pages.ts'

export const outcomesPages: readonly Page[] = [...frameworkPages, ...checkInPages]
