import type { Page } from '#platform/http/page.ts'
import { readTheTrail } from './read-the-trail/read-the-trail.page.ts'
import { seeWhoLooked } from './see-who-looked/see-who-looked.page.ts'

export const auditPages: readonly Page[] = [readTheTrail, seeWhoLooked]
