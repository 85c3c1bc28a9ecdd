import type { Answer } from '#platform/http/page.ts'

/** A one-time password, shown this once to whoever hands it over. */
export const passwordShown = (
  heading: string,
  account: { readonly id: string; readonly name: string; readonly userName: string },
  password: string,
  origin: string,
): Answer => ({
  kind: 'view',
  template: 'domains/people/manage-accounts/password-shown.njk',
  model: { page: { title: heading, ...account, password, origin } },
})
