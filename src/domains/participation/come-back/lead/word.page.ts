import { readId, type ChildId } from '#kernel/ids.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import { getChild } from '#domains/children/index.ts'
import { daysItHolds, safetyOf, wayLine, waysOf } from '#domains/contact/index.ts'
import { giveWord, type WordDue, wordsDue } from '../come-back.queries.ts'
import { OFTEN_WORDS } from '../come-back.rules.ts'

const url = '/children/:childId/word'
const may = 'children.allocate'
const childId = (asked: Asked): ChildId | undefined => readId<'child'>(asked.params['childId'])

/** How to ask somebody how things are, because they chose to be asked and it is time. */
export const seeWord: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'word.read', childId },
  async answer(visit): Promise<Answer> {
    const due = await dueHere(visit)
    return due ? shown(visit, due, 200) : { kind: 'not-found' }
  },
}

/** Somebody asked. When next follows from what the young person chose. */
export const askedHow: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'word.write', childId },
  async answer(visit): Promise<Answer> {
    const due = await dueHere(visit)
    if (!due) return { kind: 'redirect', to: '/come-back' }
    if (!(await waysHere(visit, due.childId)).safe) return shown(visit, due, 409)
    await giveWord(visit.tx, due.childId, visit.now)
    return { kind: 'redirect', to: '/come-back' }
  },
}

async function dueHere({ tx, now, ...visit }: Visit): Promise<WordDue | undefined> {
  const child = readId<'child'>(visit.params['childId'])
  return child && (await wordsDue(tx, now, child))[0]
}

/** Every way with what makes it safe, and whether any may be used to say a word: never one to be asked about first. */
async function waysHere({ tx, now }: Visit, child: ChildId) {
  const ways = await waysOf(tx, child)
  const days = await daysItHolds(tx, now)
  const open = ways.some((way) => {
    const { state } = safetyOf(way.voices, days, now)
    return state === 'safe' || state === 'no_message'
  })
  return { ways, days, safe: open }
}

async function shown(visit: Visit, due: WordDue, status: 200 | 409): Promise<Answer> {
  const { tx, now } = visit
  const child = await getChild(tx, due.childId)
  const { ways, days, safe } = await waysHere(visit, due.childId)
  const page = {
    title: 'Ask how things are',
    child: { id: child.id, knownAs: child.knownAs },
    often: OFTEN_WORDS[due.often],
    ways: ways.map((way) => wayLine(way, { child, ways, stops: [], days, now })),
    safe,
  }
  const template = 'domains/participation/come-back/lead/word.njk'
  return { kind: 'view', status, template, model: { page } }
}
