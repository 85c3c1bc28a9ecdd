import type { Actor } from '#platform/http/page.ts'

/** A safeguarding lead is a manager of the whole organisation; the database holds the same. */
export const leads = ({ role, teamId }: Pick<Actor, 'role' | 'teamId'>): boolean =>
  role === 'manager' && teamId === undefined
