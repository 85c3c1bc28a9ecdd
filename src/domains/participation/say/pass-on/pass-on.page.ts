import { ROLE_NAMES } from '#platform/access/capability.ts'
import { textOf, typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem, problemsOf } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import type { PersonId } from '#kernel/ids.ts'
import { passOn, workersToTell } from '../beside.queries.ts'
import { childIdOf, type SaidHere, saidHere } from '../child-of-page.ts'
import { readPassOnForm } from './pass-on.form.ts'

const url = '/children/:childId/said/:statement/pass-on'
const may = 'said.read'

/** Before it is opened to somebody the young person did not choose: what they were told, and that they will see this. */
export const askPassOn: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'said.pass-on.ask', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const here = await mayPassOn(visit)
    return here ? shown(visit, here, {}, []) : { kind: 'not-found' }
  },
}

/** Opens it: by somebody it was sent to, to another worker; by a manager, to themself. */
export const passItOn: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'said.pass-on', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const here = await mayPassOn(visit)
    if (!here) return { kind: 'not-found' }
    const read = readPassOnForm(visit.form)
    const to = here.said.forMe ? await chosenWorker(visit, here) : visit.actor.id
    const problems = [
      ...(to ? [] : [{ field: 'to', text: 'Choose whom it is opened to' }]),
      ...(read.success ? stillThere(here, read.data.reason) : problemsOf(read.error)),
    ]
    if (!read.success || !to || problems.length > 0) {
      return shown(visit, here, typedIn(visit.form), problems)
    }
    await passOn(visit.tx, here.child.id, here.said.id, { ...read.data, to })
    visit.note({ reason: read.data.reason })
    return { kind: 'redirect', to: `/children/${here.child.id}/said/${here.said.id}` }
  },
}

/** Nobody left is a reason only when nobody is left. */
const stillThere = ({ said }: SaidHere, reason: string): readonly Problem[] =>
  reason === 'nobody_left_to_read' && said.somebodyLeft
    ? [{ field: 'reason', text: 'Somebody who got it still stands beside them. Ask that person' }]
    : []

async function mayPassOn(visit: Visit): Promise<SaidHere | undefined> {
  const here = await saidHere(visit)
  if (here?.said.status !== 'sent') return undefined
  return here.said.forMe || visit.actor.role === 'manager' ? here : undefined
}

async function chosenWorker(visit: Visit, { child }: SaidHere): Promise<PersonId | undefined> {
  const people = await workersToTell(visit.tx, child.id)
  return people.find((p) => p.id === textOf(visit.form, 'to'))?.id
}

async function shown(
  visit: Visit,
  { child, said }: SaidHere,
  values: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Promise<Answer> {
  const names: Readonly<Record<string, string>> = ROLE_NAMES
  const people = said.forMe ? await workersToTell(visit.tx, child.id) : []
  const page = {
    title: 'Open it to somebody else',
    child,
    back: said.forMe ? `/children/${child.id}/said/${said.id}` : `/children/${child.id}/said`,
    forMe: said.forMe,
    stranded: !said.somebodyLeft,
    errors: errorsOf(problems),
    values,
    people: people.map((p) => ({
      value: p.id,
      text: `${p.name}, ${(names[p.role] ?? p.role).toLowerCase()}`,
      checked: p.id === values['to'],
    })),
  }
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/participation/say/pass-on/pass-on.njk',
    model: { page },
  }
}
