import { type Publishable, withheld } from '../disclosure.rules.ts'
import type { Figures } from '../picture.rules.ts'
import type { OutcomeSaid, RegisterRelease } from '../register.queries.ts'
import { REGISTER_STATES, registerFigure, saidFigure } from '../register.rules.ts'
import { outOf, shareWords } from '../see-the-area/share.view.ts'
import type { CountedWait } from '../waits.queries.ts'
import { waitRow } from '../see-waits/see-waits.view.ts'
import type { Release } from '../ledger.queries.ts'

const STATE_WORDS: Readonly<Record<(typeof REGISTER_STATES)[number], string>> = {
  referred: 'Referred',
  not_referred: 'Not referred, with a reason',
  pending: 'Not decided yet',
}

/** What each outcome is said to be like, by where the children stand: in the order of the framework and of the register. */
export function saidTables(figures: Figures, outcomes: readonly OutcomeSaid[]) {
  const at = (name: string): Publishable => figures.get(name) ?? withheld()
  return outcomes.map(({ code, title }) => ({
    title,
    rows: REGISTER_STATES.map((state) => {
      const [answered, mostly] = [
        at(saidFigure(state, code, 'answered')),
        at(saidFigure(state, code, 'mostly')),
      ]
      return [
        STATE_WORDS[state],
        outOf(answered, at(registerFigure(state))),
        outOf(mostly, answered),
        ...shareWords(mostly, answered),
      ]
    }),
  }))
}

/** What children stand where, children not referred like the others. */
export function standingRows(release: RegisterRelease) {
  const at = (name: string): Publishable => release.figures.get(name) ?? withheld()
  return REGISTER_STATES.map((state) => ({
    text: STATE_WORDS[state],
    n: outOf(at(registerFigure(state)), at('register/suspected')),
  }))
}

/** How long decisions of the mechanism took, as last released: what those referred live with. */
export const timeline = (release: Release, waits: readonly CountedWait[]) =>
  waits.filter(({ code }) => code.startsWith('nrm.')).map((wait) => waitRow(wait, release.figures))
