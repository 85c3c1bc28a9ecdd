/** What the pages say that import, compare and publish a framework. */
import { londonDayAndTime } from '#kernel/london-time.ts'
import { type Errors, errorsOf, type Problem } from '#platform/http/form-problem.ts'
import { differenceOf, type FrameworkDifference } from '../framework-difference.rules.ts'
import { lintFramework } from '../framework-lint.rules.ts'
import { type PlacedProblem, placeInDocument } from '../framework-place.rules.ts'
import { levelCounts } from '../framework-words.view.ts'
import type { KeptFramework } from '../framework-kept.rules.ts'
import type { Framework } from '../framework.rules.ts'
import { summaryOf } from '../read-framework/read-framework.view.ts'

const NO_ERRORS: Errors = errorsOf([])

/** The page that asks for a file; what was wrong with the last one, and that nothing of it was kept. */
export function importView(fileName: string | undefined, problems: readonly PlacedProblem[] = []) {
  const [first] = problems
  const text =
    problems.length === 1 && first?.where === 'The file'
      ? first.text
      : `Put right ${problems.length === 1 ? 'the problem' : `the ${problems.length} problems`} below and choose the file again`
  return {
    title: 'Import a framework',
    fileName,
    problems: problems.length === 1 && first?.where === 'The file' ? [] : problems,
    errors: problems.length > 0 ? errorsOf([{ field: 'file', text }]) : NO_ERRORS,
  }
}

export type Preview = {
  readonly draft: KeptFramework
  readonly before: KeptFramework | undefined
  readonly others: readonly { readonly id: string; readonly version: string }[]
  readonly mayPublish: boolean
}

/** What a draft holds, what it would change, and what deserves a second look before it is published. */
export function previewView(
  { draft, before, others, mayPublish }: Preview,
  problems: readonly Problem[] = [],
) {
  const difference = before && differenceOf(before, draft)
  return {
    title: `Preview: ${draft.name}`,
    id: draft.id,
    name: draft.name,
    version: draft.version,
    notice: draft.notice,
    seal: draft.seal,
    mayPublish,
    imported: `Imported${draft.importedBy ? ` by ${draft.importedBy}` : ''}, ${londonDayAndTime(draft.importedAt)}`,
    summary: summaryOf(draft),
    before: before && { version: before.version, href: `/frameworks/${before.id}` },
    difference: difference && differenceText(difference, before, draft),
    unchanged: difference !== undefined && nothingDiffers(difference),
    warnings: lintFramework(draft).map((w) => ({
      where: placeInDocument(w.path, draft),
      text: w.text,
    })),
    outcomes: draft.outcomes.map((o) => ({
      code: o.code,
      title: titleOf(draft, o.code),
      lang: draft.language,
      principles: o.principles.join(', '),
      level: o.level,
      indicators: o.indicators.length,
    })),
    counts: levelCounts(draft.outcomes),
    others,
    errors: errorsOf(problems),
  }
}

function nothingDiffers(d: FrameworkDifference): boolean {
  return d.added.length + d.removed.length + d.changed.length + d.settings.length === 0
}

function differenceText(d: FrameworkDifference, before: Framework, after: Framework) {
  return {
    settings: d.settings,
    added: d.added.map((code) => ({ code, title: titleOf(after, code) })),
    removed: d.removed.map((code) => ({ code, title: titleOf(before, code) })),
    changed: d.changed.map(({ code, what }) => ({
      code,
      title: titleOf(after, code),
      was: titleOf(before, code),
      what: what.join(', '),
    })),
    same: d.same,
  }
}

function titleOf(framework: Framework, code: string): string {
  const outcome = framework.outcomes.find((o) => o.code === code)
  return outcome?.wording[framework.language]?.title?.text ?? code
}

/** The page that asks before a version is taken out of use. */
export function retireView(version: KeptFramework, last: boolean) {
  return {
    title: 'Take a version out of use',
    id: version.id,
    name: version.name,
    version: version.version,
    last,
  }
}
