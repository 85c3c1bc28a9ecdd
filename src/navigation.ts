import { may, type Capability } from '#platform/access/capability.ts'
import type { Actor } from '#platform/http/page.ts'

type Link = { readonly text: string; readonly href: string; readonly may: Capability }

/** The links at the top of each page, in this order, for those who have the capability. */
const LINKS: readonly Link[] = [
  { text: 'Home', href: '/me', may: 'me.open' },
  { text: 'Children', href: '/children', may: 'children.read' },
  { text: 'Find somebody', href: '/children/find', may: 'children.read' },
  { text: 'My appointments', href: '/appointments', may: 'children.write' },
  { text: 'Waiting for us', href: '/happening', may: 'children.write' },
  { text: 'Answers', href: '/answers', may: 'answers.give' },
  { text: 'Somebody now', href: '/duty', may: 'duty.answer' },
  { text: 'Independent', href: '/independent', may: 'complaints.review' },
  { text: 'Taking part', href: '/taking-part', may: 'taking-part.read' },
  { text: 'Your area', href: '/area', may: 'area.see' },
  { text: 'Rights assessments', href: '/assessments', may: 'assessments.read' },
  { text: 'Case audits', href: '/case-audits', may: 'case-audits.oversee' },
  { text: 'Your audits', href: '/case-audits/mine', may: 'case-audits.take-part' },
  { text: 'Who did what', href: '/trail', may: 'audit.read' },
  { text: 'Returns', href: '/returns', may: 'returns.import' },
  { text: 'Rights and help', href: '/rights', may: 'rights.keep' },
  { text: 'Languages', href: '/languages', may: 'words.mend' },
  { text: 'Frameworks', href: '/frameworks', may: 'frameworks.download' },
  { text: 'Accounts', href: '/accounts', may: 'accounts.manage' },
  { text: 'Your account', href: '/account', may: 'account.own' },
]

export function navigation(
  actor: Actor,
): readonly { readonly text: string; readonly href: string }[] {
  return LINKS.filter((link) => may(actor.role, link.may)).map(({ text, href }) => ({ text, href }))
}
