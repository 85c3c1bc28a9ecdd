// Whose words each box of the staff forms holds. This is the one place that says so: what stands under `ours`
// is written by staff in their own words and may be advised on; what stands under `theirs` holds the young
// person's words, or somebody else's, as they were said, and is never looked at.

/** Where a text can be changed once it is saved: on its own form, from the page shown afterwards, or nowhere. */
export type ChangedAt = 'here' | 'after' | 'said'

export type Boxes = {
  /** The address the form is sent to, as a page declares it. */
  readonly at: string
  /** A star stands for any letters: `*words`. */
  readonly ours: readonly string[]
  readonly theirs?: readonly string[]
  readonly change: ChangedAt
  /** Only with this choice are the words the writer's own; with any other they are somebody else's. */
  readonly only?: { readonly field: string; readonly is: readonly string[] }
}

const audit = '/children/:childId/case-audits/:auditId'

export const BOXES: readonly Boxes[] = [
  { at: '/children/:childId/about-me/add', ours: [], theirs: ['words'], change: 'after' },
  { at: '/children/:childId/about-me/:entryId', ours: [], theirs: ['words'], change: 'here' },
  {
    at: '/children/:childId/meanings/add',
    ours: [],
    theirs: ['words', 'meaning'],
    change: 'after',
  },
  {
    at: '/children/:childId/meanings/:entryId',
    ours: [],
    theirs: ['words', 'meaning'],
    change: 'here',
  },
  { at: '/children/:childId/people/add', ours: [], theirs: ['why'], change: 'after' },
  { at: '/children/:childId/people/:entryId', ours: [], theirs: ['why'], change: 'here' },
  { at: '/children/:childId/people-map/trusted', ours: [], theirs: ['words'], change: 'after' },
  { at: '/children/:childId/people-map/:around/view', ours: ['reason'], change: 'here' },
  {
    at: '/children/:childId/people-map/:around/contact',
    ours: ['rule'],
    theirs: ['childSays', 'ownRule'],
    change: 'here',
  },
  { at: '/children/:childId/beside/:allocationId/end', ours: ['why'], change: 'said' },
  {
    at: '/children/:childId/calendar/add',
    ours: ['howToGetThere', 'why', 'explained'],
    change: 'after',
  },
  {
    at: '/children/:childId/calendar/:appointment',
    ours: ['howToGetThere', 'why', 'explained'],
    change: 'here',
  },
  {
    at: '/children/:childId/calendar/:appointment/after',
    ours: ['explained', 'saidSorry', 'nextStep'],
    change: 'here',
  },
  { at: '/children/:childId/contact/add', ours: ['note'], change: 'after' },
  { at: '/children/:childId/contact/:way', ours: ['note'], change: 'here' },
  { at: '/children/:childId/check-in/not-held', ours: ['why'], change: 'said' },
  {
    at: '/children/:childId/views/write',
    ours: ['*words'],
    change: 'here',
    only: { field: 'voice', is: ['practitioner', 'guardian'] },
  },
  { at: '/children/:childId/goals', ours: [], theirs: ['words'], change: 'after' },
  { at: '/children/:childId/goals/:goal', ours: [], theirs: ['newWords', 'say'], change: 'here' },
  { at: '/children/:childId/settings', ours: ['why'], change: 'said' },
  { at: '/children/:childId/answers/:receipt', ours: ['words'], change: 'said' },
  { at: '/children/:childId/meetings/:meeting', ours: ['words'], change: 'here' },
  { at: '/children/:childId/come-back/:ask', ours: ['reply'], change: 'said' },
  {
    at: '/children/:childId/said/:statement/part/:part/beside',
    ours: [],
    theirs: ['words'],
    change: 'said',
  },
  { at: '/children/:childId/said/:statement/pass-on', ours: ['why'], change: 'said' },
  { at: '/children/:childId/corrections/:correction', ours: ['why', 'reply'], change: 'said' },
  {
    at: '/children/:childId/happening/add',
    ours: ['whereItIs', 'comesNext', 'canDo'],
    change: 'after',
  },
  {
    at: '/children/:childId/happening/:process',
    ours: ['whereItIs', 'comesNext', 'canDo'],
    change: 'here',
  },
  {
    at: '/children/:childId/happening/:process/words/:language',
    ours: [],
    theirs: ['whereItIs', 'comesNext', 'canDo'],
    change: 'here',
  },
  { at: '/children/:childId/legal-help/:area', ours: [], theirs: ['words'], change: 'here' },
  { at: `${audit}/reflection`, ours: ['wentWell', 'differently', 'notInRecord'], change: 'here' },
  { at: `${audit}/read/:item`, ours: ['shows'], theirs: ['quote'], change: 'here' },
  { at: `${audit}/share`, ours: ['standsOut'], change: 'said' },
  { at: `${audit}/feedback`, ours: [], theirs: ['words'], change: 'said' },
  { at: `${audit}/act-now`, ours: ['saw'], change: 'said' },
  { at: `${audit}/act-now/:actNowId`, ours: ['answer'], change: 'said' },
  { at: `${audit}/agree/:item`, ours: ['why'], change: 'said' },
  { at: `${audit}/findings/new`, ours: ['words'], change: 'said' },
  { at: `${audit}/findings/:findingId/actions/new`, ours: ['words'], change: 'said' },
  { at: `${audit}/actions/:actionId/done`, ours: ['doneWords'], change: 'said' },
  { at: `${audit}/actions/:actionId/verify`, ours: ['verifiedWords'], change: 'said' },
  // No child stands in these addresses: advice is beside the box while writing, and not afterwards.
  { at: '/duty/:signal', ours: ['words'], change: 'said' },
  { at: '/independent/complaints/:complaint', ours: ['words'], change: 'said' },
  { at: '/independent/for/:child', ours: [], theirs: ['words'], change: 'said' },
  {
    at: '/taking-part/groups/:group',
    ours: ['talkedAbout', 'decided', 'cameOf'],
    theirs: ['words'],
    change: 'here',
  },
  {
    at: '/taking-part/:opportunity/record',
    ours: ['talkedAbout', 'decided', 'cameOf'],
    change: 'here',
  },
]

const BY_ADDRESS = new Map(BOXES.map((boxes) => [boxes.at, boxes]))

export const boxesAt = (address: string): Boxes | undefined => BY_ADDRESS.get(address)

/** The boxes of a form that hold the writer's own words, with what was written; none when the words are somebody else's. */
export function ownWordsIn(
  boxes: Boxes,
  form: Readonly<Record<string, unknown>>,
): readonly { readonly field: string; readonly text: string }[] {
  const { only } = boxes
  if (only && !only.is.some((choice) => form[only.field] === choice)) return []
  return Object.entries(form).flatMap(([field, text]) =>
    typeof text === 'string' && text.trim() !== '' && isOurs(boxes, field) ? [{ field, text }] : [],
  )
}

const isOurs = (boxes: Boxes, field: string): boolean =>
  boxes.ours.some((name) => (name.startsWith('*') ? field.endsWith(name.slice(1)) : field === name))
