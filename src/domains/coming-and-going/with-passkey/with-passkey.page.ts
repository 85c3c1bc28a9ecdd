import type { DoorPage } from '#platform/http/page.ts'
import { accountOfPasskey, relyingParty } from '#domains/people/index.ts'
import { enter } from '../enter.ts'
import { wordsForm } from '../with-words/with-words.page.ts'

/** With a passkey alone. The question that it answers is asked where staff's is. */
export const comeInWithPasskey: DoorPage = {
  method: 'POST',
  url: '/in/passkey',
  may: 'anyone',
  audit: { action: 'sign-in.passkey' },
  answer: async (visit) => {
    if (!relyingParty(visit.origin)) return { kind: 'not-found' }
    const account = await accountOfPasskey(visit)
    if (account?.role === 'young_person') {
      return enter(visit, account, { borrowed: false, passed: true })
    }
    return wordsForm(
      visit,
      'mine',
      (w) => [{ field: 'words', text: w.doorWords.passkeyWrong }],
      422,
    )
  },
}
