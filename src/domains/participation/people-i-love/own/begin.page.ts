import { randomUUID } from 'node:crypto'
import { readId, trustedId } from '#kernel/ids.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import {
  dayIn,
  frameIn,
  getOwnChild,
  languageOf,
  ownChild,
  say,
  wordsFor,
} from '#domains/words/index.ts'
import { besideMe } from '../../say/own-statement.ts'
import { readWish, type Wished } from '../../say/send-it/send-it.form.ts'
import { whoChoices } from '../../say/send-it/send-it.view.ts'
import { beginStatement, ownStatements } from '../../say/said.queries.ts'
import { chooseFirst } from '../../say/sending.queries.ts'
import { refuseSend } from '../../say/said.rules.ts'

const url = '/me/people-i-love'
const may = 'me.open'
const audit = (act: string) => ({ action: `me.people-i-love.${act}`, childId: ownChild })

/** Before I say anything: who can see it, what an adult must do, and what nobody does without me. */
export const seePeopleILove: Page = {
  method: 'GET',
  url,
  may,
  audit: audit('before'),
  answer: (visit) => shown(visit, undefined, []),
}

/** Chooses who may see it, and begins a draft that only the young person can see. */
export const beginAboutPeople: Page = {
  method: 'POST',
  url,
  may,
  audit: audit('begin'),
  async answer(visit): Promise<Answer> {
    const from = await besideMe(visit)
    const wish = readWish(visit.form, from)
    const refusal = refuseSend({
      status: 'draft',
      parts: 1,
      audience: wish.audience,
      chosen: wish.people.length,
    })
    const language = await languageOf(visit)
    if (refusal && from.beside.length > 0) {
      const { send } = wordsFor(language).words
      const problem =
        refusal === 'choose-somebody'
          ? { field: 'person-1', text: send.chooseSomebody }
          : { field: 'who-1', text: send.chooseWho }
      return shown(visit, wish.typed, [problem])
    }
    const id = readId<'statement'>(textOf(visit.form, 'statement')) ?? trustedId(randomUUID())
    const statement = await beginStatement(visit.tx, {
      id,
      childId: getOwnChild(visit),
      language,
      about: 'people_i_love',
      occasion: undefined,
    })
    if (statement?.status !== 'draft' || !statement.about) return { kind: 'redirect', to: url }
    if (wish.audience && !refusal) {
      await chooseFirst(visit.tx, statement, { audience: wish.audience, people: wish.people })
    }
    return { kind: 'redirect', to: `${url}/${statement.id}` }
  },
}

async function shown(
  visit: Visit,
  typed: Wished['typed'] | undefined,
  problems: readonly Problem[],
): Promise<Answer> {
  const frame = frameIn(await languageOf(visit), false, (w) => w.peopleILove.title)
  const mine = (await ownStatements(visit.tx, getOwnChild(visit))).filter((s) => s.about)
  const page = {
    ...frame,
    errors: errorsOf(problems),
    ...whoChoices(frame, await besideMe(visit), typed),
    statement: randomUUID(),
    begun: mine.map((s) => ({
      href: `${url}/${s.id}`,
      text:
        s.status === 'draft'
          ? say(frame.w.say.unfinished, { day: dayIn(frame.language, s.startedAt) })
          : say(frame.w.sent.state[s.status === 'sent' ? 'sent' : 'withdrawn'], {
              day: dayIn(frame.language, s.withdrawnAt ?? s.sentAt ?? s.startedAt),
            }),
      go: s.status === 'draft' ? frame.w.say.goOn : frame.w.peopleILove.plan,
    })),
  }
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/participation/people-i-love/own/begin.njk',
    model: { page },
  }
}
