import { childOverview } from './child-overview.page.ts'

export const childOverviewPages = [childOverview]
