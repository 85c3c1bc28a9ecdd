import type { ChildId } from '#kernel/ids.ts'
import type { TestPerson } from '#tests/support/people.ts'
import type { Fields, World } from '#tests/support/world.ts'

/** A moment as it is typed into its boxes. */
export const moment = (name: string, text: string): Fields => {
  const [day = '', time = ''] = text.split(' ')
  const [y = '', m = '', d = ''] = day.split('-')
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y, [`${name}Time`]: time }
}

export const REPORT: Fields = {
  kind: 'missing',
  ...moment('since', '2026-11-21 08:00'),
  lastSeenPlace: 'The school gate',
  risk: 'A man waited for them twice this week, and they owe somebody money.',
  wearing: 'A green coat',
}

/** Reports a child missing through the form and gives the address of the search. */
export async function reported(
  w: World,
  who: TestPerson,
  child: ChildId,
  fields: Fields = {},
): Promise<string> {
  const res = await w.post(who, `/children/${child}/missing/report`, { ...REPORT, ...fields })
  if (res.statusCode !== 303) throw new Error(res.payload)
  return String(res.headers.location)
}
