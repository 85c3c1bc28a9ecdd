/** The kinds of people who use Waymark. One person has one role; what a role may do is below. */
export const ROLES = [
  'young_person',
  'practitioner',
  'guardian',
  'manager',
  'analyst',
  'administrator',
  'auditor',
  'carer',
] as const

export type Role = (typeof ROLES)[number]

const everyone = ROLES
const staff = [
  'practitioner',
  'guardian',
  'manager',
  'analyst',
  'administrator',
  'auditor',
] as const
const workers = ['practitioner', 'guardian', 'manager'] as const
const readers = ['practitioner', 'guardian', 'manager', 'auditor'] as const

/**
 * Every capability, and who has it: the only such list. What a capability reaches is decided
 * again, record by record, by the database. A page names one of these or does not compile.
 */
export const CAPABILITIES = {
  'home.open': everyone,
  'home.everything': staff,
  'day.own': workers,
  'day.team': ['manager'],
  'account.own': staff,
  'help.read': everyone,
  'accounts.manage': ['administrator'],
  'children.give-sign-in': workers,
  'me.open': ['young_person'],
  'check-ins.write': workers,
  'children.read': readers,
  'children.open': ['practitioner', 'manager'],
  'children.write': workers,
  'concerns.read': readers,
  'concerns.write': workers,
  'concerns.lead': ['manager'],
  'concerns.count': ['manager', 'auditor'],
  'homes.read': readers,
  'homes.keep': ['practitioner', 'manager'],
  'homes.decide': ['manager'],
  'networks.open': ['practitioner', 'manager'],
  'networks.grant': ['manager'],
  'missing.read': readers,
  'missing.write': workers,
  'between.read': ['manager', 'auditor'],
  'between.lead': ['manager'],
  'same-child.read': readers,
  'same-child.decide': workers,
  'same-child.run': ['manager'],
  'said.read': workers,
  'children.allocate': ['manager'],
  'carers.invite': workers,
  'looking-after.open': ['carer'],
  'staying.see': ['manager'],
  'continuity.export': ['manager'],
  'answers.give': workers,
  'answers.promise': ['manager'],
  'complaints.review': workers,
  'complaints.write-for': workers,
  'complaints.appoint': ['manager', 'administrator'],
  'complaints.count': ['manager'],
  'taking-part.read': workers,
  'taking-part.appoint': ['manager', 'administrator'],
  'duty.answer': workers,
  'duty.set': ['manager'],
  'area.see': ['analyst', 'manager'],
  'questions.keep': ['analyst', 'manager'],
  'research.extract': ['analyst'],
  'assessments.read': ['analyst', 'manager', 'auditor'],
  'assessments.write': ['analyst', 'manager'],
  'assessments.sign-off': ['manager'],
  'returns.import': ['manager'],
  'audit.read': ['manager', 'auditor'],
  'words.mend': ['practitioner', 'guardian', 'manager', 'administrator'],
  'rights.keep': ['manager'],
  'clock-rules.read': staff,
  'clock-rules.add': ['administrator'],
  'languages.offer': ['manager', 'administrator'],
  'case-audits.manage': ['manager'],
  'case-audits.oversee': ['manager', 'auditor'],
  'case-audits.take-part': readers,
  'case-audits.reflect': workers,
  'wording.read': staff,
  'wording.answer': workers,
  'wording.count': ['manager', 'administrator', 'auditor'],
  'wording.keep': ['manager', 'administrator'],
  'guidance.read': staff,
  'guidance.keep': ['manager', 'administrator'],
  'frameworks.read': everyone,
  'frameworks.download': staff,
  'frameworks.preview': ['administrator', 'auditor'],
  'frameworks.import': ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Capability = keyof typeof CAPABILITIES

/** What each role is called on a page. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  young_person: 'Young person',
  practitioner: 'Practitioner',
  guardian: 'Independent guardian',
  manager: 'Manager',
  analyst: 'Analyst',
  administrator: 'Administrator',
  auditor: 'Auditor (reads only)',
  carer: 'Carer',
}

export const isStaff = (role: Role): boolean => staff.some((r) => r === role)

export function may(role: Role, capability: Capability): boolean {
  const holders: readonly Role[] = CAPABILITIES[capability]
  return holders.includes(role)
}
