import { errorsOf, type Errors, type Problem } from '#platform/http/form-problem.ts'
import type { Choices } from '../cut.form.ts'
import { type NewPicture, POLICY } from '../disclosure.rules.ts'
import { type AreaView, areaView, type Chosen } from './area.view.ts'
import { FURTHER } from './further.view.ts'

type Item = { readonly value: string; readonly text: string; readonly selected: boolean }

export type SeeTheAreaView = {
  readonly title: string
  readonly errors: Errors
  readonly years: readonly Item[]
  readonly frameworks: readonly Item[]
  readonly area: AreaView | undefined
  readonly told: string | undefined
  readonly smallestShown: number
  readonly fileHref: string
  readonly helpsHref: string
  readonly further: typeof FURTHER
  readonly chosen: { readonly year: string; readonly framework: string } | undefined
}

/** What each outcome of asking for a new picture is told as. */
const TOLD: Readonly<Record<NewPicture, string>> = {
  first: 'The picture was made.',
  made: 'A new picture was made.',
  unchanged: 'Nothing has changed since this picture was made, so it stands.',
  'too-few-changed': `Fewer than ${POLICY.fewestChanged} children and young people have something new since this picture was made. A new one now would show what those few said, so this one stands until there are more.`,
}

export function seeTheAreaView({
  choices,
  chosen,
  made,
  problems = [],
}: {
  readonly choices: Choices
  readonly chosen?: Chosen
  readonly made?: unknown
  readonly problems?: readonly Problem[]
}): SeeTheAreaView {
  const year = chosen ? String(chosen.year.begins) : ''
  const framework = chosen?.framework.id ?? ''
  const cut = new URLSearchParams({ year, framework }).toString()
  return {
    title: 'The picture for your area',
    errors: errorsOf(problems),
    years: choices.years.map(({ begins, name }) => {
      return { value: String(begins), text: name, selected: String(begins) === year }
    }),
    frameworks: choices.frameworks.map(({ id, name }) => {
      return { value: id, text: name, selected: id === framework }
    }),
    area: chosen && areaView(chosen),
    told: toldOf(made),
    smallestShown: POLICY.smallestShown,
    fileHref: `/area/figures.csv?${cut}`,
    helpsHref: `/area/what-helps?${cut}`,
    further: FURTHER,
    chosen: chosen && { year, framework },
  }
}

function toldOf(made: unknown): string | undefined {
  const known = Object.entries(TOLD).find(([outcome]) => outcome === made)
  return known?.[1]
}
