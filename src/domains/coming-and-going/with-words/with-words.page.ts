import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, DoorPage, DoorVisit } from '#platform/http/page.ts'
import {
  type Account,
  asOwnWayIn,
  asUserName,
  guarded,
  passwordMatches,
  relyingParty,
  someHash,
  triesUnder,
} from '#domains/people/index.ts'
import type { YouthWords } from '#domains/words/index.ts'
import { alreadyIn, doorPage, onlyPassing } from '../door-frame.ts'
import { enter, ownAccount } from '../enter.ts'
import { tooMany } from '../with-code/with-code.page.ts'

/** Whose device it is was chosen before: on one that is not theirs, the browser is told to keep nothing that is typed. */
type Whose = 'mine' | 'borrowed'

type Saying = (w: YouthWords) => readonly Problem[]

export const wordsForm = (
  visit: DoorVisit,
  whose: Whose,
  problems: Saying = () => [],
  status = 200,
): Promise<Answer> =>
  doorPage(visit, {
    template: 'with-words/with-words.njk',
    path: `/in/${whose}`,
    title: (w) => w.doorWords.title,
    problems,
    status,
    more: {
      whose,
      name: textOf(visit.form, 'name').slice(0, 200),
      passkeys: whose === 'mine' && relyingParty(visit.origin) !== undefined,
    },
  })

const show = (whose: Whose): DoorPage => ({
  method: 'GET',
  url: `/in/${whose}`,
  may: 'anyone',
  audit: 'nothing to record',
  answer: async (visit) => alreadyIn(visit) ?? wordsForm(visit, whose),
})

const send = (whose: Whose): DoorPage => ({
  method: 'POST',
  url: `/in/${whose}`,
  may: 'anyone',
  audit: { action: 'sign-in.words' },
  answer: async (visit) => {
    if (onlyPassing(visit)) return wordsForm(visit, whose)
    const typed = asOwnWayIn(textOf(visit.form, 'name'), textOf(visit.form, 'words'))
    const userName = asUserName(typed.userName).slice(0, 200)
    if (userName === '') {
      return wordsForm(visit, whose, (w) => [{ field: 'name', text: w.doorWords.empty }], 422)
    }
    if (typed.words.trim() === '') {
      return wordsForm(visit, whose, (w) => [{ field: 'words', text: w.doorWords.emptyWords }], 422)
    }
    const tried = await guarded<Account>(
      visit.tx,
      { under: triesUnder(visit.keys.names, userName), address: visit.address, now: visit.now },
      () => rightAccount(visit, userName, typed.words.slice(0, 1000)),
    )
    if (tried.kind === 'right') {
      return enter(visit, tried.found, { borrowed: whose === 'borrowed', passed: false })
    }
    visit.note({ why: tried.kind })
    if (tried.kind === 'wait') {
      return wordsForm(visit, whose, await tooMany(visit, 'words', tried.wait), 429)
    }
    return wordsForm(visit, whose, (w) => [{ field: 'words', text: w.doorWords.wrong }], 422)
  },
})

/** Compared whether or not there is such an account, so that time tells nothing. */
async function rightAccount(
  visit: DoorVisit,
  userName: string,
  words: string,
): Promise<Account | undefined> {
  const account = await ownAccount(visit, { userName })
  if (account) visit.about(account.id)
  const matches = await passwordMatches(words, account?.passwordHash ?? someHash)
  if (!account?.passwordHash || !matches) return undefined
  return account.demonstration && !visit.demonstration ? undefined : account
}

export const withWordsPages: readonly DoorPage[] = [
  show('mine'),
  send('mine'),
  show('borrowed'),
  send('borrowed'),
]
