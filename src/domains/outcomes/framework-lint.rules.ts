/** What is allowed in a framework but worth a second look before it is published. Pure. */
import {
  type Framework,
  languagesOf,
  type Outcome,
  type SourceAnchor,
  WORDING_PARTS,
  type Wording,
} from './framework.rules.ts'
import { languageName } from '#kernel/languages.ts'

export type LintWarning = { readonly path: readonly (string | number)[]; readonly text: string }

type Linting = { readonly framework: Framework; readonly languages: readonly string[] }

/**
 * English words that name a lack, a harm or a label rather than something to reach (REQ-24: positive,
 * holistic definitions). A prompt to look again, not a verdict; other languages are left to their readers.
 */
const DEFICIT =
  /\b(abus\w*|absen(?:ce|t)|bad|behind|cannot|can't|crim(?:e|inal)\w*|damaged?|deficits?|depriv\w*|disengag\w*|doesn't|don't|dysfunction\w*|exploit\w*|fail\w*|fewer|harm\w*|hard[- ]to[- ]reach|inability|isolat\w*|lack\w*|less|never|no longer|non-?complian\w*|not|offend\w*|poor\w*|problem\w*|reduc\w*|refus\w*|risk\w*|suffer\w*|traffick\w*|unable|unsafe|victim\w*|vulnerab\w*|without|worr\w*|worse\w*)\b/i

/** Everything worth a second look, in the order of the document. */
export function lintFramework(framework: Framework): readonly LintWarning[] {
  const linting: Linting = { framework, languages: languagesOf(framework) }
  return [
    ...aboutTheWhole(framework),
    ...framework.principles.flatMap((p, n) => [
      ...(p.articles.length === 0
        ? [{ path: ['principles', n, 'articles'], text: 'No article of the Convention is named' }]
        : []),
      ...missingWords(linting, p.wording, ['principles', n]),
    ]),
    ...framework.outcomes.flatMap((o, n) => outcomeWarnings(linting, o, n)),
  ]
}

function aboutTheWhole({ population, principles, outcomes }: Framework): LintWarning[] {
  const warnings: LintWarning[] = []
  if (population.for === 'adult') {
    const text = population.labelledForUnder18
      ? 'Made for adults and labelled as fit for people under 18: check that its owner says so'
      : 'Made for adults: it will be refused for anybody who is or may be under 18'
    warnings.push({ path: ['population', 'for'], text })
  }
  for (const [n, principle] of principles.entries()) {
    if (outcomes.some((o) => o.principles.includes(principle.code))) continue
    warnings.push({ path: ['principles', n], text: 'No outcome stands under this principle' })
  }
  return warnings
}

function outcomeWarnings(linting: Linting, o: Outcome, n: number): LintWarning[] {
  const { framework } = linting
  const path = ['outcomes', n]
  const warnings: LintWarning[] = [
    ...tone(framework, o, path),
    ...sourced(o.sources, path),
    ...missingWords(linting, o.wording, path),
  ]
  if (o.indicators.length === 0) {
    warnings.push({ path, text: 'No indicator says what would show this outcome' })
  }
  if (!o.wording[framework.language]?.explanation) {
    warnings.push({
      path: [...path, 'wording', framework.language, 'explanation'],
      text: 'There is no question or explanation for the young person',
    })
  }
  for (const [m, i] of o.indicators.entries()) {
    const at = [...path, 'indicators', m]
    warnings.push(...tone(framework, i, at), ...sourced(i.sources, at))
  }
  return warnings
}

function tone(
  framework: Framework,
  item: Pick<Outcome, 'polarity' | 'wording'>,
  path: LintWarning['path'],
): LintWarning[] {
  if (item.polarity === 'negative') {
    const text =
      'Marked as negative: it names something to escape. Can it say what there would be instead?'
    return [{ path: [...path, 'polarity'], text }]
  }
  const title = framework.language === 'en' ? (item.wording['en']?.title?.text ?? '') : ''
  const found = DEFICIT.exec(title)?.[0]
  if (found === undefined) return []
  const text = `Worded by what is lacking (“${found}”). Can it say what there would be instead?`
  return [{ path: [...path, 'wording', 'en', 'title'], text }]
}

function sourced(sources: readonly SourceAnchor[], path: LintWarning['path']): LintWarning[] {
  return sources.length > 0 ? [] : [{ path: [...path, 'sources'], text: 'No source is named' }]
}

/**
 * A language that is begun must have every title and explanation the framework's own language has.
 * Indicators are for workers and are not held to this.
 */
function missingWords(
  { framework, languages }: Linting,
  wording: Wording,
  path: LintWarning['path'],
): LintWarning[] {
  const own = wording[framework.language] ?? {}
  return languages.flatMap((tag) =>
    WORDING_PARTS.filter((part) => part !== 'practice' && own[part] && !wording[tag]?.[part]).map(
      (part) => ({
        path: [...path, 'wording', tag, part],
        text: `There is no ${part} in ${languageName(tag)}: it would be shown in ${languageName(framework.language)}`,
      }),
    ),
  )
}
