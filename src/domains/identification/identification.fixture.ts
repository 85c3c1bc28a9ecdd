import type { ChildId } from '#kernel/ids.ts'
import type { TestPerson } from '#tests/support/people.ts'
import type { Fields, World } from '#tests/support/world.ts'

/** A concern as somebody would write it down. */
export const WORRY = {
  seen: 'A man waits for Kit at the school gate and holds his phone.',
  context: 'After school, three days in a row. Kit walked past his friends.',
  'noticed-day': '2',
  'noticed-month': '11',
  'noticed-year': '2026',
  howTold: 'said_nothing_of_it',
  fewChoices: 'He says that he owes the man money for a phone.',
} as const

export const days = (name: string, day: string): Fields => {
  const [y = '', m = '', d = ''] = day.split('-')
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y }
}

/** Writes a concern through its form and gives its address. */
export async function aConcern(
  w: World,
  who: TestPerson,
  child: ChildId,
  fields: Fields = {},
): Promise<string> {
  const res = await w.post(who, `/children/${child}/concerns/add`, { ...WORRY, ...fields })
  if (res.statusCode !== 303) throw new Error(res.payload)
  return String(res.headers.location)
}

/** One person thinks, another looks a second time. */
export async function looked(
  w: World,
  at: string,
  first: { readonly by: TestPerson; readonly finds: string },
  second: { readonly by: TestPerson; readonly finds: string },
): Promise<void> {
  await w.post(first.by, `${at}/look`, { finds: first.finds, reasoning: 'He is watched and owes.' })
  await w.post(second.by, `${at}/second-look`, {
    finds: second.finds,
    reasoning: 'I talked to the school too.',
  })
}

export const DECIDED: Fields = {
  decision: 'referred',
  because: 'suspected',
  reasoning: 'Debt, control, and a stranger who waits for him.',
  version: '1',
  ...days('on', '2026-11-21'),
}
