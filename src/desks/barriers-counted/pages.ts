import { seeBarriersCounted } from './counted.page.ts'

export const barriersCountedPages = [seeBarriersCounted]
