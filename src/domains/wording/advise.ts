import { randomUUID } from 'node:crypto'
import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { readId, type ChildId } from '#kernel/ids.ts'
import { listOf, textOf } from '#platform/http/fields.ts'
import type { Answer, Visit } from '#platform/http/page.ts'
import type { Tx } from '#platform/db/unit-of-work.ts'
import { engineOf, lookAt, type Engine } from './advice.rules.ts'
import { boxesAt, ownWordsIn, type Boxes } from './boxes.rules.ts'
import { isKeeping, listWith, type Keeping, type Standing } from './list.rules.ts'
import {
  addAdvice,
  addLooks,
  advisedBefore,
  changesOf,
  openAdvice,
  settle,
  type Advised,
  type Before,
  type OpenAdvice,
} from './wording.queries.ts'

/** The list as it stands for an organisation, ready to be looked for. */
export type OwnList = { readonly list: readonly Standing[]; readonly engine: Engine }

export async function ownList(tx: Tx): Promise<OwnList> {
  const list = listWith(await changesOf(tx))
  return { list, engine: engineOf(list.filter((phrase) => phrase.inUse)) }
}

/** The name of the parameter that brings advice to the page shown after saving. */
export const ADVISED = 'wording'

/**
 * Looks at what staff wrote in their own words, once it is saved: nothing is held back. What is worth another
 * look is kept for the writer, and the page shown next says so.
 */
export async function adviseAfter(
  visit: Visit,
  address: string,
  childId: ChildId | undefined,
  answer: Answer,
  { engine }: OwnList,
): Promise<Answer> {
  const boxes = boxesAt(address)
  if (!boxes || answer.kind !== 'redirect' || childId === undefined) return answer
  const texts = ownWordsIn(boxes, visit.form)
  if (texts.length === 0) return answer
  const looked = texts.map(({ field, text }) => ({ field, found: firstOfEach(engine, text) }))
  await addLooks(
    visit.tx,
    londonCalendarDay(visit.now),
    looked.map(({ found }) => found.map((f) => f.code)),
  )
  const path = visit.path.split('?')[0] ?? ''
  const before = await advisedBefore(visit.tx, childId, path)
  await settleBefore(visit, boxes, before, looked)
  const batch = randomUUID()
  const advised = looked.flatMap(({ field, found }) =>
    found
      .filter(({ code }) => !keptBefore(boxes, before, field, code))
      .map(
        ({ code, words }): Advised => ({
          childId,
          batch,
          path,
          field,
          code,
          words,
          changeAt: changeAt(boxes, path, field, answer.to),
          kept: keptWhileWriting(visit.form, field, code),
        }),
      ),
  )
  await addAdvice(visit.tx, advised, visit.now)
  const open = advised.filter((one) => one.kept === undefined).length
  if (open === 0) return answer
  visit.note({ wordings: open })
  return { ...answer, to: withParameter(answer.to, ADVISED, batch) }
}

type Looked = { readonly field: string; readonly found: readonly { readonly code: string }[] }

/** As many of one text as anybody reads. */
const AT_MOST = 12

function firstOfEach(
  engine: Engine,
  text: string,
): readonly { readonly code: string; readonly words: string }[] {
  const found = lookAt(engine, text)
  return found
    .filter((one, n) => found.findIndex((other) => other.code === one.code) === n)
    .slice(0, AT_MOST)
    .map(({ code, start, end }) => ({ code, words: text.slice(start, end).slice(0, 200) }))
}

/** What is not in the text any more was changed; what still is gets fresh advice instead of the old. */
async function settleBefore(
  visit: Visit,
  boxes: Boxes,
  before: readonly Before[],
  looked: readonly Looked[],
): Promise<void> {
  if (boxes.change !== 'here') return
  const still = (one: Before) =>
    looked.some((l) => l.field === one.field && l.found.some((f) => f.code === one.code))
  const open = before.filter((one) => one.state === 'open')
  await settle(
    visit.tx,
    open.filter((one) => !still(one)).map((one) => one.id),
    'changed',
    visit.now,
  )
  await settle(
    visit.tx,
    open.filter(still).map((one) => one.id),
    'left',
    visit.now,
  )
}

/** In a text that is changed in its own place, what was kept once is not asked again. */
const keptBefore = (
  boxes: Boxes,
  before: readonly Before[],
  field: string,
  code: string,
): boolean =>
  boxes.change === 'here' &&
  before.some((one) => one.state === 'kept' && one.field === field && one.code === code)

/** The browser sends along what was kept beside the box: the field, the phrase and the reason. */
function keptWhileWriting(
  form: Readonly<Record<string, unknown>>,
  field: string,
  code: string,
): Keeping | undefined {
  for (const sent of listOf(form, '_kept')) {
    const [of, what, reason = ''] = sent.split(' ')
    // A reason in words is given on the page after saving, not in a hidden field.
    if (of === field && what === code && isKeeping(reason) && reason !== 'other') return reason
  }
  return undefined
}

function changeAt(boxes: Boxes, path: string, field: string, to: string): string | undefined {
  if (boxes.change === 'said') return undefined
  return boxes.change === 'here' ? `${path}#${field}` : to
}

function withParameter(to: string, name: string, value: string): string {
  const [address = '', part] = to.split('#')
  const joined = `${address}${address.includes('?') ? '&' : '?'}${name}=${value}`
  return part === undefined ? joined : `${joined}#${part}`
}

/** What the page shown after saving says, when it was asked to. */
export async function adviceToShow(visit: Visit): Promise<readonly OpenAdvice[]> {
  const batch = readId(textOf(visit.query, ADVISED))
  return batch ? openAdvice(visit.tx, visit.actor.id, batch) : []
}
