import { myPlan, takeMyPlan } from './my-plan.page.ts'

export const myPlanPages = [myPlan, takeMyPlan]
