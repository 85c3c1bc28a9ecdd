import type { DoorPage } from '#platform/http/page.ts'
import { helpPages } from './read-help/read-help.page.ts'

/** Open to everybody, before and after signing in. */
export const helpDoorPages: readonly DoorPage[] = helpPages
