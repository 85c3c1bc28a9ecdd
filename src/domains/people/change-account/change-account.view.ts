import { lookUp } from '#kernel/look-up.ts'
import { ROLE_NAMES } from '#platform/access/capability.ts'
import type { Role } from '#platform/access/capability.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer } from '#platform/http/page.ts'
import { roleChoices, teamChoices } from '../account-choices.view.ts'

type Account = {
  readonly id: string
  readonly name: string
  readonly userName: string
  readonly role: Role
  readonly teamId: string | undefined
  readonly teamName: string | undefined
  readonly closedAt: Date | undefined
  readonly version: number
  readonly changedAt: Date
  readonly changedBy: string | undefined
}

type Seen = {
  readonly account: Account
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly signIn:
    | {
        readonly mustChange: boolean
        readonly hasCode: boolean
        readonly passkeys: number
        readonly sessions: number
        readonly lastUsed: Date | undefined
      }
    | undefined
  readonly own: boolean
  readonly done: string | undefined
}

/** What is in the boxes: what was typed, or the account as it is. */
export type Boxes = { readonly name: string; readonly role: string; readonly teamId: string }

const DONE: Readonly<Record<string, string>> = {
  changed: 'The account was changed.',
  closed:
    'The account was closed and signed out everywhere. What the person did stays theirs in the records.',
  reopened: 'The account is open again. They can sign in with the password they had.',
  factor:
    'The second factor was reset. They were signed out, and set up a new one at their next sign-in.',
}

/** One member of staff's account: what they do, how they sign in, and the boxes to change it. */
export function changeAccountView(
  seen: Seen,
  boxes: Boxes,
  problems: readonly Problem[] = [],
): Answer {
  return view(seen, boxes, problems.length > 0 ? 422 : 200, { errors: errorsOf(problems) })
}

/** Two administrators at once: both, side by side, and nothing overwritten. */
export function conflictView(seen: Seen, boxes: Boxes): Answer {
  const { account } = seen
  const teamName = (id: string) => seen.teams.find((t) => t.id === id)?.name ?? 'No team'
  const conflict = {
    by: account.changedBy,
    at: account.changedAt,
    rows: [
      { label: 'Name', theirs: account.name, mine: boxes.name },
      { label: 'Role', theirs: ROLE_NAMES[account.role], mine: roleName(boxes.role) },
      { label: 'Team', theirs: account.teamName ?? 'No team', mine: teamName(boxes.teamId) },
    ],
  }
  return view(seen, boxes, 409, { conflict, errors: errorsOf([]) })
}

const roleName = (role: string): string =>
  Object.entries(ROLE_NAMES).find(([key]) => key === role)?.[1] ?? role

function view(seen: Seen, boxes: Boxes, status: number, more: object): Answer {
  return {
    kind: 'view',
    template: 'domains/people/change-account/change-account.njk',
    status,
    model: {
      page: {
        title: 'An account',
        account: { ...seen.account, role: ROLE_NAMES[seen.account.role] },
        closed: seen.account.closedAt !== undefined,
        signIn: seen.signIn,
        own: seen.own,
        done: seen.done && lookUp(DONE, seen.done),
        name: boxes.name,
        roles: roleChoices(boxes.role),
        teams: teamChoices(seen.teams, boxes.teamId),
        ...more,
      },
    },
  }
}
