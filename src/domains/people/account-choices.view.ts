import { ROLE_NAMES } from '#platform/access/capability.ts'
import { ROLE_HINTS, STAFF_ROLES } from './account.rules.ts'

/** Roles and teams as the choices of a form, with what is chosen now. */
export function roleChoices(chosen: string): readonly object[] {
  return STAFF_ROLES.map((role) => ({
    value: role,
    text: ROLE_NAMES[role],
    hint: { text: ROLE_HINTS[role] },
    checked: role === chosen,
  }))
}

export function teamChoices(
  teams: readonly { readonly id: string; readonly name: string }[],
  chosen: string,
): readonly object[] {
  return [
    { value: '', text: 'No team: the whole organisation', selected: chosen === '' },
    ...teams.map((t) => ({ value: t.id, text: t.name, selected: t.id === chosen })),
  ]
}
