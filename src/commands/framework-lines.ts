import { byPrinciple, type Framework, type ReadFile } from '#domains/outcomes/index.ts'

/** A framework as lines of text: what it is, then its outcomes under their principles, in its own language. */
export function inLines(framework: Framework, status: string): string {
  const title = (wording: Framework['outcomes'][number]['wording']) =>
    wording[framework.language]?.title?.text ?? ''
  return [
    `${framework.name}, version ${framework.version} (${status})`,
    `Owner: ${framework.owner}`,
    `Licence: ${framework.licence}`,
    `Credit: ${framework.attribution}`,
    ...(framework.notice === '' ? [] : [framework.notice]),
    ...byPrinciple(framework).flatMap(({ principle, outcomes }) => [
      '',
      `${principle.code}  ${title(principle.wording)}`,
      ...outcomes.map((o) => `  ${o.code}  ${title(o.wording)}  [${o.level}]`),
    ]),
  ].join('\n')
}

/** What was read, for a program. */
export function asJson(read: ReadFile): object {
  if (!read.ok) return { ok: false, problems: read.problems }
  const { framework, warnings } = read
  return {
    ok: true,
    key: framework.key,
    version: framework.version,
    outcomes: framework.outcomes.length,
    indicators: framework.outcomes.flatMap((o) => o.indicators).length,
    warnings,
  }
}

/** What is wrong, a line for each thing to put right. */
export function problemsIn(read: ReadFile): string {
  return read.ok ? '' : read.problems.map((p) => `${p.where}: ${p.text}`).join('\n')
}

/** What was read, for a person: how much there is, and what deserves a second look. */
export function inWords({ framework, warnings }: Extract<ReadFile, { ok: true }>): string {
  const indicators = framework.outcomes.flatMap((o) => o.indicators).length
  const looks = warnings.map((w) => `  ${w.where}: ${w.text}`)
  return [
    `${framework.name}, version ${framework.version}: ${framework.outcomes.length} outcomes and ${indicators} indicators under ${framework.principles.length} principles.`,
    ...(looks.length > 0 ? ['Worth a second look:', ...looks] : []),
  ].join('\n')
}
