import { may, type Capability, type Role } from '#platform/access/capability.ts'

type Group = 'every-day' | 'learning' | 'house'

export type Link = { readonly text: string; readonly href: string }

/** `within`: not at the top, because the page of a day, or of what waits for us, leads there. */
type Offered = Link & {
  readonly may: Capability
  readonly group: Group
  readonly within?: 'day' | 'waiting'
}

/** Every place somebody may begin from, in this order, for those who have the capability. */
const LINKS: readonly Offered[] = [
  { group: 'every-day', text: 'Home', href: '/me', may: 'me.open' },
  {
    group: 'every-day',
    text: 'What is shared with you',
    href: '/looking-after',
    may: 'looking-after.open',
  },
  { group: 'every-day', text: 'My day', href: '/my-day', may: 'day.own' },
  { group: 'every-day', text: 'Team’s day', href: '/team-day', may: 'day.team' },
  { group: 'every-day', text: 'Children', href: '/children', may: 'children.read' },
  { group: 'every-day', text: 'Find somebody', href: '/children/find', may: 'children.read' },
  {
    group: 'every-day',
    within: 'day',
    text: 'My appointments',
    href: '/appointments',
    may: 'children.write',
  },
  { group: 'every-day', text: 'Waiting for us', href: '/happening', may: 'children.write' },
  {
    group: 'every-day',
    within: 'waiting',
    text: 'What plans promise',
    href: '/plans',
    may: 'children.write',
  },
  {
    group: 'every-day',
    within: 'waiting',
    text: 'The same child, perhaps',
    href: '/same-child',
    may: 'same-child.read',
  },
  { group: 'every-day', text: 'Answers', href: '/answers', may: 'answers.give' },
  {
    group: 'every-day',
    within: 'day',
    text: 'Coming back',
    href: '/come-back',
    may: 'children.allocate',
  },
  {
    group: 'every-day',
    within: 'day',
    text: 'People who stay',
    href: '/people-who-stay',
    may: 'staying.see',
  },
  { group: 'every-day', text: 'Somebody now', href: '/duty', may: 'duty.answer' },
  { group: 'house', text: 'Homes and carers', href: '/homes', may: 'homes.read' },
  { group: 'learning', text: 'Networks', href: '/networks', may: 'networks.open' },
  { group: 'learning', text: 'Taking part', href: '/taking-part', may: 'taking-part.read' },
  { group: 'learning', text: 'Independent', href: '/independent', may: 'complaints.review' },
  {
    group: 'learning',
    text: 'Worries, counted',
    href: '/concerns/register',
    may: 'concerns.count',
  },
  { group: 'learning', text: 'Your area', href: '/area', may: 'area.see' },
  { group: 'learning', text: 'In the way, counted', href: '/barriers', may: 'area.see' },
  { group: 'learning', text: 'Rights assessments', href: '/assessments', may: 'assessments.read' },
  { group: 'learning', text: 'Case audits', href: '/case-audits', may: 'case-audits.oversee' },
  {
    group: 'learning',
    text: 'Your audits',
    href: '/case-audits/mine',
    may: 'case-audits.take-part',
  },
  { group: 'learning', text: 'Help with decisions', href: '/guidance', may: 'guidance.read' },
  { group: 'learning', text: 'Words we use', href: '/wording', may: 'wording.read' },
  { group: 'learning', text: 'Who did what', href: '/trail', may: 'audit.read' },
  { group: 'house', text: 'Known elsewhere', href: '/between', may: 'between.read' },
  { group: 'house', text: 'Returns', href: '/returns', may: 'returns.import' },
  { group: 'house', text: 'Rights and help', href: '/rights', may: 'rights.keep' },
  { group: 'house', text: 'Clocks and rules', href: '/clock-rules', may: 'clock-rules.read' },
  { group: 'house', text: 'Languages', href: '/languages', may: 'words.mend' },
  { group: 'house', text: 'Frameworks', href: '/frameworks', may: 'frameworks.download' },
  { group: 'house', text: 'Accounts', href: '/accounts', may: 'accounts.manage' },
  { group: 'house', text: 'Your account', href: '/account', may: 'account.own' },
]

/** As many as a tired eye takes in at once. With more, what is not for every day stands on a page of its own. */
const AT_ONCE = 8

const bare = ({ text, href }: Offered): Link => ({ text, href })

/** The links at the top of each page. */
export function topLinks(role: Role): readonly Link[] {
  const all = LINKS.filter((link) => may(role, link.may))
  if (all.length <= AT_ONCE) return all.map(bare)
  return [
    ...all.filter((link) => link.group === 'every-day' && !link.within).map(bare),
    { text: 'Everything else', href: '/everything' },
  ]
}

const GROUPS: Readonly<Record<Group, string>> = {
  'every-day': 'Every day',
  learning: 'Looking back, and learning',
  house: 'Looking after the house',
}

/** Everything, under what it is for. */
export function everyLink(
  role: Role,
): readonly { readonly title: string; readonly links: readonly Link[] }[] {
  const all = LINKS.filter((link) => may(role, link.may))
  return (['every-day', 'learning', 'house'] as const)
    .map((group) => ({
      title: GROUPS[group],
      links: all.filter((link) => link.group === group).map(bare),
    }))
    .filter(({ links }) => links.length > 0)
}
