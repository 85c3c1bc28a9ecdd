import type { DoorPage, Page } from '#platform/http/page.ts'
import { homePages } from '#desks/home/pages.ts'
import { peopleDoorPages, peoplePages } from '#domains/people/pages.ts'

/** Every page there is. The access tests walk this list: a page that is not here is not served. */
export const pages: readonly Page[] = [...homePages, ...peoplePages]

/** Every page for somebody who is not signed in. */
export const doorPages: readonly DoorPage[] = [...peopleDoorPages]
