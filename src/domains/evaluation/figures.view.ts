/** Figures of what is watched, as they are printed. Only what went through disclosure control fits the type. */
import { forOutside, type Indicator, type Publishable, textOf } from '#domains/statistics/index.ts'
import type { PublishedFigures } from './document.rules.ts'

/** For readers outside: rounded, and small counts not shown. */
export const printedFigures = (indicators: ReadonlyMap<string, Indicator>): PublishedFigures =>
  figures(indicators, (figure) => textOf(forOutside(figure)))

/** For those of the organisation, as the picture of the area shows them. */
export const insideFigures = (indicators: ReadonlyMap<string, Indicator>): PublishedFigures =>
  figures(indicators, textOf)

function figures(
  indicators: ReadonlyMap<string, Indicator>,
  text: (figure: Publishable) => string,
): PublishedFigures {
  return Object.fromEntries(
    [...indicators].map(([outcome, { yearFrom, madeAt, shared, answered, states }]) => [
      outcome,
      {
        year: `1 April ${yearFrom.slice(0, 4)} to 31 March ${Number(yearFrom.slice(0, 4)) + 1}`,
        madeAt: madeAt.toISOString(),
        shared: text(shared),
        answered: text(answered),
        states: states.map(({ label, count }) => ({ label, count: text(count) })),
      },
    ]),
  )
}
