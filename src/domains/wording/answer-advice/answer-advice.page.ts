import { readId, type ChildId } from '#kernel/ids.ts'
import { textOf } from '#platform/http/fields.ts'
import type { Answer, Asked, Page, Visit } from '#platform/http/page.ts'
import { ownList } from '../advise.ts'
import { isKeeping } from '../list.rules.ts'
import { keep, openAdvice, type OpenAdvice } from '../wording.queries.ts'
import { noticeOf } from './notice.view.ts'

const childId = ({ params }: Asked): ChildId | undefined => readId(params['childId'])

/** What the reader wrote and has not answered yet, by what was saved together. */
export const myAdvice: Page = {
  method: 'GET',
  url: '/wording/mine',
  may: 'wording.answer',
  audit: { action: 'wording.mine' },
  async answer(visit): Promise<Answer> {
    const open = await openAdvice(visit.tx, visit.actor.id)
    visit.show([...new Set(open.map((one) => one.childId))])
    const { list } = await ownList(visit.tx)
    const batches = [...new Set(open.map((one) => one.batch))].map((batch) => {
      const mine = open.filter((one) => one.batch === batch)
      return { notice: noticeOf(mine, list), knownAs: mine[0]?.knownAs, at: mine[0]?.at }
    })
    const page = { title: 'Words of mine to look at again', batches }
    return {
      kind: 'view',
      template: 'domains/wording/answer-advice/my-advice.njk',
      model: { page },
    }
  },
}

export const keepWording: Page = {
  method: 'POST',
  url: '/children/:childId/wording/:batch',
  may: 'wording.answer',
  audit: { action: 'wording.keep', childId },
  async answer(visit): Promise<Answer> {
    const batch = readId(visit.params['batch'])
    const open = batch ? await openAdvice(visit.tx, visit.actor.id, batch) : []
    const mine = open.filter((one) => one.childId === childId(visit))
    const said = mine.map((one) => reasonFor(visit, one))
    if (said.includes('say-what')) return again(visit, mine)
    let kept = 0
    for (const one of said) {
      if (one !== undefined && one !== 'say-what' && (await keep(visit.tx, one.id, one, visit.now)))
        kept += 1
    }
    visit.note({ kept })
    return { kind: 'redirect', to: backOf(visit) }
  },
}

type Reason = { readonly id: string } & Parameters<typeof keep>[2]

const AT_MOST = 500

/** The reason that was chosen; undefined when it is left for now, or not one of ours. */
function reasonFor({ form }: Visit, { id }: OpenAdvice): Reason | 'say-what' | undefined {
  const code = textOf(form, `keep-${id}`)
  if (!isKeeping(code)) return undefined
  const words = textOf(form, `words-${id}`).trim()
  if ((code === 'other' && words === '') || words.length > AT_MOST) return 'say-what'
  return { id, code, words: words === '' ? undefined : words }
}

async function again(visit: Visit, open: readonly OpenAdvice[]): Promise<Answer> {
  const { list } = await ownList(visit.tx)
  const notice = noticeOf(open, list)
  const page = {
    title: 'Keep a wording',
    notice: {
      ...notice,
      lines: notice.lines.map((line) => ({
        ...line,
        chosen: textOf(visit.form, `keep-${line.id}`),
        typed: textOf(visit.form, `words-${line.id}`),
        wrong: open.some((one) => one.id === line.id && reasonFor(visit, one) === 'say-what'),
      })),
    },
    back: backOf(visit),
    most: AT_MOST,
  }
  return {
    kind: 'view',
    status: 422,
    template: 'domains/wording/answer-advice/keep.njk',
    model: { page },
  }
}

/** Back to where it stood: an address of ours, and nothing else. */
function backOf({ form }: Visit): string {
  const back = textOf(form, 'back')
  return /^\/[a-z0-9/-]*$/i.test(back) && !back.startsWith('//') ? back : '/wording/mine'
}
