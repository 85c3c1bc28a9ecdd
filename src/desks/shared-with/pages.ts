import { sharedWith } from './shared-with.page.ts'

export const sharedWithPages = [sharedWith]
