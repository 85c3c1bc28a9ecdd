import type { Role } from '#platform/access/capability.ts'

/** Roles an administrator may give. A young person's account is opened from their own record. */
export const STAFF_ROLES = [
  'practitioner',
  'guardian',
  'manager',
  'analyst',
  'administrator',
  'auditor',
] as const satisfies readonly Role[]

export type StaffRole = (typeof STAFF_ROLES)[number]

/** What each role opens, in words for whoever gives it. */
export const ROLE_HINTS: Readonly<Record<StaffRole, string>> = {
  practitioner: 'Opens the records of the children they are allocated to.',
  guardian: 'Opens the records of the children they are guardian to.',
  manager:
    'Opens every record of their team, or of the organisation when they have no team. Allocates children.',
  analyst: 'Sees numbers about the area. Opens no child’s record.',
  administrator: 'Manages accounts and frameworks. Opens no child’s record.',
  auditor:
    'Reads the records of their team, or of the organisation, and who looked. Changes nothing.',
}

export type Refusal = 'own-role' | 'own-account'

/** An administrator does not change what they themselves may do, nor close the door behind them. */
export function refuseChange(
  actor: { readonly id: string; readonly role: Role },
  account: { readonly id: string; readonly role: Role },
  change: { readonly role: Role } | 'close',
): Refusal | undefined {
  if (actor.id !== account.id) return undefined
  if (change === 'close') return 'own-account'
  return change.role === account.role ? undefined : 'own-role'
}

export const REFUSAL_WORDS: Readonly<Record<Refusal, string>> = {
  'own-role': 'Ask another administrator to change your own role',
  'own-account':
    'Ask another administrator to do this to your own account. For your own password and second factor, go to “Your account”',
}
