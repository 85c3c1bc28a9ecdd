import type { DoorPage } from '#platform/http/page.ts'

const TITLES = {
  help: { url: '/help', title: 'Help' },
  'what-we-keep': { url: '/help/what-we-keep', title: 'What we keep and who sees it' },
  accessibility: { url: '/help/accessibility', title: 'Accessibility statement' },
  'who-sees-what': { url: '/help/who-sees-what', title: 'Who sees what I say' },
} as const

/** Pages of words: no question asked, no record reached, nothing to write down. */
export const helpPages: readonly DoorPage[] = Object.entries(TITLES).map(
  ([name, { url, title }]): DoorPage => ({
    method: 'GET',
    url,
    may: 'anyone',
    audit: 'nothing to record',
    async answer() {
      return {
        kind: 'view',
        template: `domains/help/read-help/${name}.njk`,
        model: { page: { title } },
      }
    },
  }),
)
