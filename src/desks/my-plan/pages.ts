import { myPlan } from './my-plan.page.ts'

export const myPlanPages = [myPlan]
