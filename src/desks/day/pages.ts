import { seeCaseload } from './caseload/caseload.page.ts'
import { seeMyDay } from './my-day/my-day.page.ts'
import { seeTeamDay } from './team-day/team-day.page.ts'

export const dayPages = [seeMyDay, seeTeamDay, seeCaseload]
