import type { DoorPage, Page } from '#platform/http/page.ts'

export const peoplePages: readonly Page[] = []
export const peopleDoorPages: readonly DoorPage[] = []
