import type { Page } from '#platform/http/page.ts'
import { seeDevice } from './device/device.page.ts'
import { seeKept } from './see-kept/see-kept.page.ts'

export const withoutSignalPages: readonly Page[] = [seeDevice, seeKept]
