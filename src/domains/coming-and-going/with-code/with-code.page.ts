import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, DoorPage, DoorVisit } from '#platform/http/page.ts'
import { type Account, guarded, triesUnder } from '#domains/people/index.ts'
import { sayIn, type YouthWords } from '#domains/words/index.ts'
import { takeCode } from '../code.queries.ts'
import { readCode } from '../code.rules.ts'
import { alreadyIn, doorPage, languageAtDoor, onlyPassing } from '../door-frame.ts'
import { enter, ownAccount } from '../enter.ts'

/*
 * The square that a worker shows holds this address with the code in its fragment: /in/code#482915330271.
 * A fragment is never sent, so no log and no proxy has it; the script takes it out of the address at once;
 * and it is spent by pressing the button, not by opening the address, so that a program that looks at
 * links before a person does cannot spend it. Without JavaScript the figures are typed: they stand beside
 * the square.
 */
const url = '/in/code'

type Saying = (w: YouthWords) => readonly Problem[]

const shown = (visit: DoorVisit, problems: Saying = () => [], status = 200): Promise<Answer> =>
  doorPage(visit, {
    template: 'with-code/with-code.njk',
    path: url,
    title: (w) => w.doorCode.title,
    problems,
    status,
    more: {
      code: textOf(visit.form, 'code').slice(0, 40),
      whose: textOf(visit.form, 'whose'),
    },
  })

export const showWithCode: DoorPage = {
  method: 'GET',
  url,
  may: 'anyone',
  audit: 'nothing to record',
  answer: async (visit) => alreadyIn(visit) ?? shown(visit),
}

export const comeInWithCode: DoorPage = {
  method: 'POST',
  url,
  may: 'anyone',
  audit: { action: 'sign-in.code' },
  answer: async (visit) => {
    if (onlyPassing(visit)) return shown(visit)
    const typed = textOf(visit.form, 'code')
    const whose = textOf(visit.form, 'whose')
    const missing: Saying = (w) => [
      ...(typed.trim() === '' ? [{ field: 'code', text: w.doorCode.empty }] : []),
      ...(whose === 'mine' || whose === 'borrowed'
        ? []
        : [{ field: 'whose', text: w.doorCode.choose }]),
    ]
    // Before the code is looked at: one that is forgotten to be answered must not be spent.
    if (typed.trim() === '' || !['mine', 'borrowed'].includes(whose)) {
      return shown(visit, missing, 422)
    }
    const tried = await tryCode(visit, typed)
    if (tried.kind === 'right') {
      return enter(visit, tried.found, { borrowed: whose === 'borrowed', passed: true })
    }
    visit.note({ why: tried.kind })
    if (tried.kind === 'wait') return shown(visit, await tooMany(visit, 'code', tried.wait), 429)
    return shown(visit, (w) => [{ field: 'code', text: w.doorCode.wrong }], 422)
  },
}

/** Wrong, spent, ended, too old, or given by somebody who may no longer: one answer for all of them. */
const tryCode = (visit: DoorVisit, typed: string) => {
  const code = readCode(typed)
  const under = triesUnder(visit.keys.names, `code ${code ?? 'none'}`)
  return guarded<Account>(visit.tx, { under, address: visit.address, now: visit.now }, async () => {
    const person = code && (await takeCode(visit.tx, hashOfCode(visit, code), visit.now))
    if (!person) return undefined
    visit.about(person)
    return ownAccount(visit, { id: person })
  })
}

const hashOfCode = (visit: DoorVisit, code: string): Buffer =>
  triesUnder(visit.keys.names, `way-in code ${code}`)

const MINUTE = 60_000

/** How long to wait, in the language of the page. */
export async function tooMany(visit: DoorVisit, field: string, wait: number): Promise<Saying> {
  const { language } = await languageAtDoor(visit)
  const n = Math.max(1, Math.ceil(wait / MINUTE))
  return (w) => [{ field, text: sayIn({ language }, w.door.tooMany, { n }) }]
}
