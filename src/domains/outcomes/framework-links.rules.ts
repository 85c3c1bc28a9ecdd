/** What must hold between the parts of a framework: codes that are one of a kind and lead somewhere. Pure. */
import type { Framework, SourceAnchor, Wording } from './framework.rules.ts'

type Path = readonly (string | number)[]
type Problem = { readonly path: Path; readonly text: string }
type Coded = { readonly path: Path; readonly code: string }

const MOST_INDICATORS = 2000

/** Problems between the parts; none when the framework holds together. */
export function crossProblems(framework: Framework): readonly Problem[] {
  return [
    ...ageProblems(framework),
    ...twice('source', framework.sources.map(coded('sources'))),
    ...twice('principle', framework.principles.map(coded('principles'))),
    ...twice('outcome', framework.outcomes.map(coded('outcomes'))),
    ...twice('indicator', indicatorCodes(framework)),
    ...framework.outcomes.flatMap((_, n) => outcomeProblems(framework, n)),
    ...anchorProblems(framework),
    ...titleProblems(framework),
  ]
}

const coded =
  (list: string) =>
  (item: { readonly code: string }, n: number): Coded => ({ path: [list, n], code: item.code })

function indicatorCodes(framework: Framework): readonly Coded[] {
  return framework.outcomes.flatMap((o, n) =>
    o.indicators.map((i, m) => ({ path: ['outcomes', n, 'indicators', m], code: i.code })),
  )
}

function ageProblems({ population, outcomes }: Framework): Problem[] {
  const problems: Problem[] = []
  if (population.ageTo !== null && population.ageTo < population.ageFrom) {
    problems.push({
      path: ['population', 'ageTo'],
      text: 'Enter an oldest age that is not below the youngest',
    })
  }
  const indicators = outcomes.reduce((sum, o) => sum + o.indicators.length, 0)
  if (indicators > MOST_INDICATORS) {
    problems.push({
      path: ['outcomes'],
      text: `Give ${MOST_INDICATORS} indicators or fewer; there are ${indicators}`,
    })
  }
  return problems
}

function twice(what: string, list: readonly Coded[]): Problem[] {
  const seen = new Set<string>()
  return list.flatMap(({ path, code }) => {
    const same = code.toLowerCase()
    if (seen.has(same)) {
      return [
        {
          path: [...path, 'code'],
          text: `Give each ${what} its own code: “${code}” is used twice`,
        },
      ]
    }
    seen.add(same)
    return []
  })
}

const unknown = (list: readonly string[], known: ReadonlySet<string>) =>
  list.filter((c) => !known.has(c))

const repeats = (list: readonly string[]) => list.filter((c, at) => list.indexOf(c) !== at)

function outcomeProblems(framework: Framework, n: number): Problem[] {
  const outcome = framework.outcomes[n]
  if (!outcome) return []
  const principles = new Set(framework.principles.map((p) => p.code))
  const outcomes = new Set(framework.outcomes.map((o) => o.code))
  const at = (field: string, text: string): Problem => ({ path: ['outcomes', n, field], text })
  return [
    ...unknown(outcome.principles, principles).map((c) =>
      at(
        'principles',
        `There is no principle “${c}”. Use the code of a principle in this framework`,
      ),
    ),
    ...repeats(outcome.principles).map((c) =>
      at('principles', `Name the principle “${c}” once for this outcome`),
    ),
    ...unknown(outcome.links, outcomes).map((c) =>
      at(
        'links',
        `There is no outcome “${c}” to link to. Use the code of an outcome in this framework`,
      ),
    ),
    ...repeats(outcome.links).map((c) => at('links', `Link to “${c}” once`)),
    ...outcome.links
      .filter((c) => c === outcome.code)
      .map(() => at('links', 'Take out the link from the outcome to itself')),
  ]
}

function anchorProblems(framework: Framework): Problem[] {
  const known = new Set(framework.sources.map((s) => s.code))
  const check = (anchors: readonly SourceAnchor[], path: Path): Problem[] =>
    anchors
      .filter((a) => !known.has(a.source))
      .map((a) => ({
        path: [...path, 'sources'],
        text: `There is no source “${a.source}”. Use the code of a source listed in this framework`,
      }))
  return framework.outcomes.flatMap((o, n) => [
    ...check(o.sources, ['outcomes', n]),
    ...o.indicators.flatMap((i, m) => check(i.sources, ['outcomes', n, 'indicators', m])),
  ])
}

function titleProblems(framework: Framework): Problem[] {
  const { language } = framework
  const check = (wording: Wording, path: Path): Problem[] =>
    wording[language]?.title
      ? []
      : [
          {
            path: [...path, 'wording', language, 'title'],
            text: `Enter a title in the language “${language}”`,
          },
        ]
  return [
    ...framework.principles.flatMap((p, n) => check(p.wording, ['principles', n])),
    ...framework.outcomes.flatMap((o, n) => [
      ...check(o.wording, ['outcomes', n]),
      ...o.indicators.flatMap((i, m) => check(i.wording, ['outcomes', n, 'indicators', m])),
    ]),
  ]
}
