import { csvLine } from '#kernel/csv.ts'
import { type Publishable, textOf, withheld } from '../disclosure.rules.ts'
import {
  figure,
  NOT_OFFERED,
  OFFERED_NOT_SHARED,
  PARTS,
  REASONS,
  SHARED,
  STATES,
} from '../picture.rules.ts'
import { DIRECTIONS, INFLUENCE_LEVELS, influenceFigure } from '../influences.rules.ts'
import type { Chosen, Release } from './area.view.ts'
import { shareWords } from './share.view.ts'
import { strengthLines } from './strengths.view.ts'

const HEAD = [
  'organisation',
  'from',
  'until',
  'framework',
  'version',
  'picture',
  'made_at',
  'level',
  'code',
  'title',
  'figure',
  'children',
  'of',
  'share',
  'interval_95',
  'definition',
  'defined_by',
]

const STEPS = [
  'eligible',
  ...NOT_OFFERED,
  'offered',
  ...OFFERED_NOT_SHARED,
  'shared',
  ...SHARED,
] as const

/** The same published figures as the page, one a line, as comma-separated values. */
export function areaFile(chosen: Chosen, release: Release): string {
  const { organisation, year, framework } = chosen
  const about = [organisation, year.from, year.until, framework.name, framework.version]
  const made = [String(release.number), release.madeAt.toISOString()]
  const at = (name: string) => release.figures.get(name) ?? withheld()
  const definitions = new Map(
    framework.outcomes.map((o) => [o.code, [o.definition, o.definedBy] as const]),
  )
  const lines: (readonly string[])[] = [HEAD]
  const line = (of: readonly string[], name: string, count: Publishable, all?: Publishable) =>
    lines.push([
      ...about,
      ...made,
      ...of,
      name,
      textOf(count),
      ...(all ? [textOf(all), ...shareWords(count, all)] : ['', '', '']),
      ...(definitions.get(of[1] ?? '') ?? ['', '']),
    ])
  for (const step of STEPS) line(['', '', ''], step, at(figure.people(step)))
  for (const { name, count, of } of strengthLines(release.figures)) {
    line(['', '', ''], name, count, of)
  }
  for (const { level, code, title } of framework.outcomes) {
    const of = [level, code, title]
    const answered = at(figure.outcome(code, 'answered'))
    for (const part of [...PARTS, 'again'] as const) line(of, part, at(figure.outcome(code, part)))
    for (const state of STATES) {
      line(of, state, at(figure.state(code, state)), answered)
    }
    for (const reason of REASONS) line(of, reason, at(figure.reason(code, reason)))
    for (const direction of DIRECTIONS) {
      for (const where of INFLUENCE_LEVELS) {
        line(of, `${direction}/${where}`, at(influenceFigure(code, direction, where)), answered)
      }
    }
  }
  return lines.map(csvLine).join('')
}
