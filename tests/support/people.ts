import { trustedId, type OrganisationId, type PersonId, type TeamId } from '#kernel/ids.ts'
import type { Role } from '#platform/access/capability.ts'

/** Somebody the tests act as. All invented. */
export type TestPerson = {
  readonly id: PersonId
  readonly name: string
  readonly role: Role | 'system'
  readonly organisationId: OrganisationId
  readonly teamId: TeamId | undefined
  readonly userName: string
}

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const northmere: OrganisationId = trustedId(uuid(1))
export const southmere: OrganisationId = trustedId(uuid(2))
export const harbourTeam: TeamId = trustedId(uuid(11))
export const hillTeam: TeamId = trustedId(uuid(12))
export const southTeam: TeamId = trustedId(uuid(13))

export const organisations = [
  { id: northmere, code: 'NORTHMERE', name: 'Northmere Council (invented)', invented: true },
  { id: southmere, code: 'SOUTHMERE', name: 'Southmere Council (invented)', invented: true },
]

export const teams = [
  { id: harbourTeam, organisation_id: northmere, name: 'Harbour team' },
  { id: hillTeam, organisation_id: northmere, name: 'Hill team' },
  { id: southTeam, organisation_id: southmere, name: 'South team' },
]

function person(
  n: number,
  name: string,
  role: TestPerson['role'],
  organisationId: OrganisationId,
  teamId?: TeamId,
): TestPerson {
  const userName = `${name.toLowerCase().replaceAll(/[^a-z]/g, '.')}.${n}`
  return { id: trustedId(uuid(100 + n)), name, role, organisationId, teamId, userName }
}

/** Practitioner in the harbour team: the children of most tests are allocated to her. */
export const ada = person(1, 'Ada Worker', 'practitioner', northmere, harbourTeam)
/** Practitioner in another team of the same council. */
export const ben = person(2, 'Ben Worker', 'practitioner', northmere, hillTeam)
/** Analyst of the council. */
export const ann = person(3, 'Ann Analyst', 'analyst', northmere)
/** Manager of the whole council. */
export const meg = person(4, 'Meg Manager', 'manager', northmere)
/** Manager of the hill team only. */
export const hal = person(5, 'Hal Manager', 'manager', northmere, hillTeam)
export const gus = person(6, 'Gus Guardian', 'guardian', southmere)
export const zoe = person(7, 'Zoe Admin', 'administrator', northmere)
export const ivy = person(8, 'Ivy Auditor', 'auditor', northmere)
/** A young person with an account; a record is tied to them by `aChild({ account: kit })`. */
export const kit = person(9, 'Kit', 'young_person', northmere)
/** How the command line acts for the council. */
export const sys = person(10, 'Northmere system', 'system', northmere)
/** Practitioner and manager of the other council. */
export const sam = person(11, 'Sam Worker', 'practitioner', southmere, southTeam)
export const mia = person(12, 'Mia Manager', 'manager', southmere)
export const joy = person(13, 'Joy', 'young_person', southmere)
/** Looks after a child where they live; a record is tied to them by `aCarer`. */
export const cas = person(14, 'Cas Carer', 'carer', northmere)

export const people: readonly TestPerson[] = [
  ada,
  ben,
  ann,
  meg,
  hal,
  gus,
  zoe,
  ivy,
  kit,
  sys,
  sam,
  mia,
  joy,
  cas,
]
