import type { Actor } from '#platform/http/page.ts'
import { topLinks } from '#desks/home/links.ts'

/** The links at the top of each page, for whoever is looking. */
export const navigation = (actor: Actor): ReturnType<typeof topLinks> => topLinks(actor.role)
