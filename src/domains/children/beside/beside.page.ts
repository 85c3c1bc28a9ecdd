import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { may } from '#platform/access/capability.ts'
import { typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { childIdOf } from '../child-id.ts'
import { getChild, type Child } from '../child.queries.ts'
import { notesBeside } from '../corrections.queries.ts'
import { allocationsOf, type Allocation } from '../record.queries.ts'
import { readAllocateForm, readEndForm } from './beside.form.ts'
import { allocate, endAllocation, workersOf } from './beside.queries.ts'
import { allocateView, besideView, endView } from './beside.view.ts'

const url = '/children/:childId/beside'
const audit = (act: string) => ({ action: `children.beside.${act}`, childId: childIdOf })
const template = (name: string) => `domains/children/beside/${name}.njk`

export const seeBeside: Page = {
  method: 'GET',
  url,
  may: 'children.read',
  audit: audit('read'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const allocations = await allocationsOf(visit.tx, child.id)
    const notes = await notesBeside(visit.tx, child.id)
    const mayAllocate = may(visit.actor.role, 'children.allocate')
    const page = besideView(child, allocations, mayAllocate, notes)
    return { kind: 'view', template: template('beside'), model: { page } }
  },
}

export const askAllocate: Page = {
  method: 'GET',
  url: `${url}/add`,
  may: 'children.allocate',
  audit: audit('ask'),
  answer: async (visit) => askAgain(visit, await childOf(visit), []),
}

export const allocateTo: Page = {
  method: 'POST',
  url: `${url}/add`,
  may: 'children.allocate',
  audit: audit('allocate'),
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const read = readAllocateForm(visit.form, londonCalendarDay(visit.now))
    if ('problems' in read) return askAgain(visit, child, read.problems)
    const workers = await workersOf(visit.tx, visit.actor.organisationId)
    if (!workers.some((w) => w.id === read.value.person)) {
      return askAgain(visit, child, [{ field: 'person', text: 'Choose somebody from the list' }])
    }
    const added = await allocate(visit.tx, child.id, read.value)
    const taken = {
      field: 'part',
      text: 'They already have this part. Choose another, or somebody else',
    }
    if (!added) return askAgain(visit, child, [taken])
    return { kind: 'redirect', to: `/children/${child.id}/beside` }
  },
}

async function askAgain(visit: Visit, child: Child, problems: readonly Problem[]): Promise<Answer> {
  const workers = await workersOf(visit.tx, visit.actor.organisationId)
  const page = allocateView(child, workers, typedIn(visit.form), problems)
  const status = problems.length > 0 ? 422 : 200
  return { kind: 'view', template: template('allocate'), status, model: { page } }
}

export const askEnd: Page = {
  method: 'GET',
  url: `${url}/:allocationId/end`,
  may: 'children.allocate',
  audit: audit('ask-end'),
  async answer(visit): Promise<Answer> {
    const { child, allocation } = await allocationOf(visit)
    if (!allocation || allocation.endedOn) return { kind: 'not-found' }
    return { kind: 'view', template: template('end'), model: { page: endView(child, allocation) } }
  },
}

export const endIt: Page = {
  method: 'POST',
  url: `${url}/:allocationId/end`,
  may: 'children.allocate',
  audit: audit('end'),
  async answer(visit): Promise<Answer> {
    const { child, allocation } = await allocationOf(visit)
    if (!allocation) return { kind: 'not-found' }
    const show = (status: number, problems: readonly Problem[], changed = false): Answer => ({
      kind: 'view',
      template: template('end'),
      status,
      model: { page: endView(child, allocation, typedIn(visit.form), problems, changed) },
    })
    const read = readEndForm(visit.form, allocation.startedOn, londonCalendarDay(visit.now))
    if ('problems' in read) return show(422, read.problems)
    const version = versionOf(visit.form)
    const ended = await endAllocation(
      visit.tx,
      { child: child.id, id: allocation.id, version },
      read.value,
    )
    if (!ended) return show(409, [], true)
    return { kind: 'redirect', to: `/children/${child.id}/beside` }
  },
}

async function allocationOf(
  visit: Visit,
): Promise<{ readonly child: Child; readonly allocation: Allocation | undefined }> {
  const child = await childOf(visit)
  const all = await allocationsOf(visit.tx, child.id)
  return { child, allocation: all.find((a) => a.id === visit.params['allocationId']) }
}

async function childOf(visit: Visit): Promise<Child> {
  const id = childIdOf(visit)
  if (!id) throw new Error('A page of a child has the child in its address')
  return getChild(visit.tx, id)
}
