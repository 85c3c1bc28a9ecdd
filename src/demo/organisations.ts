import { GROUPS } from './groups.ts'
import type { InventedOrganisation, InventedPerson, Role } from './invented.ts'
import { nameOf } from './person-names.ts'
import { at, chance, random, type Random, uuid, weighted } from './random.ts'

/**
 * The three invented organisations and the people who work in them. No name or code here is a
 * real council's or charity's. How many teams and workers there are follows from how many children.
 */
export type Cast = {
  readonly organisations: readonly InventedOrganisation[]
  readonly people: readonly InventedPerson[]
  /** Who may be allocated a child: by organisation, then in order of their case load. */
  readonly practitioners: readonly (readonly InventedPerson[])[]
  readonly guardians: readonly (readonly InventedPerson[])[]
}

/** Children for each practitioner, and for each guardian. */
export const CASE_LOAD = 16
const GUARDIAN_LOAD = 24
/**
 * At large sizes one practitioner has 25 children, and one team of 25 practitioners some 400: the desks
 * of a day are held to their time with these. They come after everybody of a small demonstration.
 */
const FULL_WORKER = 700
const FULL_LOAD = 25
const LARGE_TEAM = 100
const LARGE_TEAM_WORKERS = 25
const WORKERS_IN_A_TEAM = 7
/** Streams of chance below zero belong to organisations; those from zero up, to children. */
const STREAM = -1000

type Plan = {
  readonly code: string
  readonly name: string
  readonly kind: InventedOrganisation['kind']
  readonly share: number
  readonly teams: readonly string[]
}

const PLANS: readonly Plan[] = [
  {
    code: 'NORTHMERE',
    name: 'Northmere Council (invented)',
    kind: 'council',
    share: 0.55,
    teams: ['Riverside team', 'Leaving care team', 'Hilltop team', 'Market Street team'],
  },
  {
    code: 'EASTFOLD',
    name: 'Eastfold Council (invented)',
    kind: 'council',
    share: 0.3,
    teams: ['Harbour team', 'Orchard team', 'Leaving care team'],
  },
  {
    code: 'LANTERN',
    name: 'Lantern Guardianship Service (invented)',
    kind: 'guardianship',
    share: 0.15,
    teams: ['North guardians', 'South guardians'],
  },
]

/** Which organisation holds the child with that number (0 to 2), and the child's place in it. */
export function organisationOf(number: number): { organisation: number; place: number } {
  const [round, rest] = [Math.floor(number / 20), number % 20]
  if (rest < 11) return { organisation: 0, place: round * 11 + rest }
  if (rest < 17) return { organisation: 1, place: round * 6 + rest - 11 }
  return { organisation: 2, place: round * 3 + rest - 17 }
}

/** The password of a demonstration account. Made to be read aloud and printed; it opens invented records only. */
export function demonstrationPassword(userName: string): string {
  return `invented-${userName.replaceAll('.', '-')}-2026`
}

/** The organisations and people for that many children. */
export function castFor(seed: number, children: number): Cast {
  const made = PLANS.map((plan, n) => staffed(seed, plan, n, Math.ceil(children * plan.share)))
  return {
    organisations: made.map((m) => m.organisation),
    people: made.flatMap((m) => m.people),
    practitioners: made.map((m) => m.people.filter((p) => p.role === 'practitioner')),
    guardians: made.map((m) => m.people.filter((p) => p.role === 'guardian')),
  }
}

/** The practitioner whose case load the child at that place falls in. */
export function practitionerAt(cast: Cast, organisation: number, place: number): InventedPerson {
  const workers = at(cast.practitioners, organisation)
  return at(workers, workerPlace(place) % workers.length)
}

function workerPlace(place: number): number {
  const usual = Math.floor(place / CASE_LOAD)
  if (usual < FULL_WORKER) return usual
  const further = place - FULL_WORKER * CASE_LOAD - FULL_LOAD
  return further < 0 ? FULL_WORKER : FULL_WORKER + 1 + Math.floor(further / CASE_LOAD)
}

/** The team of the worker at that place. */
function teamPlace(place: number): number {
  const usual = Math.floor(place / WORKERS_IN_A_TEAM)
  if (usual < LARGE_TEAM) return usual
  const further = place - LARGE_TEAM * WORKERS_IN_A_TEAM - LARGE_TEAM_WORKERS
  return further < 0 ? LARGE_TEAM : LARGE_TEAM + 1 + Math.floor(further / WORKERS_IN_A_TEAM)
}

/** The guardian whose case load the child at that place falls in. */
export function guardianAt(cast: Cast, organisation: number, place: number): InventedPerson {
  const guardians = at(cast.guardians, organisation)
  return at(guardians, Math.floor(place / GUARDIAN_LOAD) % guardians.length)
}

function staffed(seed: number, plan: Plan, n: number, children: number) {
  const r = random(seed, STREAM - n)
  const practitioners = Math.max(2, Math.ceil(children / CASE_LOAD))
  const guardians = Math.max(1, Math.ceil(children / GUARDIAN_LOAD))
  const teams = Array.from({ length: Math.max(2, teamPlace(practitioners - 1) + 1) }, (_, t) => ({
    id: uuid(r),
    name: teamName(plan, t),
  }))
  const id = uuid(r)
  const person = (role: Role, place: number, team: number | undefined): InventedPerson => {
    const made = { id: uuid(r), name: staffName(r), role, organisation: n, team }
    const userName = signInName(plan, role, place)
    if (userName === undefined) return made
    return { ...made, signIn: { userName, password: demonstrationPassword(userName) } }
  }
  const several = (role: Role, count: number, team: (p: number) => number | undefined) =>
    Array.from({ length: count }, (_, p) => person(role, p, team(p)))
  const people = [
    ...several('practitioner', practitioners, teamPlace),
    ...several('guardian', guardians, () => undefined),
    // The first manager looks after the whole organisation; each team has one of its own.
    ...several('manager', teams.length + 1, (p) => (p === 0 ? undefined : p - 1)),
    ...several('analyst', 1, () => undefined),
    ...several('administrator', 1, () => undefined),
    ...several('auditor', 1, () => undefined),
    ...several('carer', 1, () => undefined),
  ]
  return { organisation: { id, code: plan.code, name: plan.name, kind: plan.kind, teams }, people }
}

function teamName(plan: Plan, place: number): string {
  const name = at(plan.teams, place % plan.teams.length)
  const round = Math.floor(place / plan.teams.length)
  return round === 0 ? name : `${name} ${round + 1}`
}

const WORKERS = GROUPS.map((group) => {
  const weight = group.key === 'english' ? 600 : group.share
  return [group, weight] as const
})

function staffName(r: Random): string {
  return nameOf(r, weighted(r, WORKERS), chance(r, 0.72) ? 'girl' : 'boy')
}

/** Who can sign in: one of each role everywhere, and a second practitioner and a team's manager in the first. */
const SECOND_SIGN_IN: Partial<Record<Role, string>> = {
  practitioner: 'practitioner2',
  manager: 'team-manager',
}

/** Those whose days are the longest. The manager of the whole organisation comes before those of teams. */
function fullSignIn(role: Role, place: number): string | undefined {
  if (role === 'practitioner' && place === FULL_WORKER) return 'practitioner-25'
  if (role === 'manager' && place === LARGE_TEAM + 1) return 'team-manager-400'
  return undefined
}

function signInName(plan: Plan, role: Role, place: number): string | undefined {
  const name = place === 0 ? role : place === 1 ? SECOND_SIGN_IN[role] : fullSignIn(role, place)
  return name === undefined ? undefined : `${name}.${plan.code.toLowerCase()}`
}
