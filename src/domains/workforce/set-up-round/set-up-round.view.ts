import { byPrinciple, outcomeLabels, type UsedFramework } from '#domains/outcomes/index.ts'
import type { Field, StaffForm } from '../staff-form.view.ts'

/** The outcomes chosen by themselves or through a principle, in the framework's order. */
export function chosenOutcomes(
  framework: Pick<UsedFramework, 'outcomes'>,
  principles: readonly string[],
  outcomes: readonly string[],
): readonly string[] {
  return framework.outcomes
    .filter((o) => outcomes.includes(o.id) || o.principles.some((p) => principles.includes(p)))
    .map((o) => o.id)
}

/** The form for a round. */
export function setUpForm(
  framework: UsedFramework | undefined,
  live: readonly UsedFramework[],
  teams: readonly { readonly id: string; readonly name: string }[],
): StaffForm {
  return {
    title: 'Set up a round of case audit',
    back: { text: 'Back to case audits', href: '/case-audits' },
    lead: framework
      ? [
          'A round asks one question of a sample of records. It is about our work, never about how a child is doing, and nothing in it ranks a worker or a team.',
        ]
      : ['No outcome framework is in use. An administrator has to put one in use first.'],
    fields: framework ? fieldsOf(framework, live, teams) : [],
    button: 'Draw the records and begin',
  }
}

function fieldsOf(
  framework: UsedFramework,
  live: readonly UsedFramework[],
  teams: readonly { readonly id: string; readonly name: string }[],
): readonly Field[] {
  const titleOf = (words: UsedFramework['principles'][number]) =>
    words.wording[framework.language]?.title?.text ?? words.code
  return [
    { kind: 'line', name: 'title', label: 'Name of the round' },
    { kind: 'long', name: 'question', label: 'What do you want to find out?' },
    {
      kind: 'pick',
      name: 'framework',
      label: 'Framework',
      hint: 'The same outcomes, by the same definitions, that young people answer in check-ins.',
      choices: live.map((f) => ({ value: f.id, text: `${f.name}, version ${f.version}` })),
    },
    {
      kind: 'several',
      name: 'principles',
      label: 'Principles to look at, with all their outcomes',
      choices: framework.principles.map((p) => ({ value: p.code, text: titleOf(p) })),
    },
    {
      kind: 'grouped',
      name: 'outcomes',
      label: 'Or single outcomes',
      hint: 'Six standing questions are asked of every record besides.',
      groups: outcomeGroups(framework, titleOf),
    },
    ...teamField(teams),
    { kind: 'day', name: 'from', label: 'First day to look at' },
    {
      kind: 'day',
      name: 'to',
      label: 'Last day to look at',
      hint: 'A record fits when it was opened by the last day and not everybody beside the child had left before the first.',
    },
    { kind: 'number', name: 'size', label: 'How many records?' },
    {
      kind: 'one-of',
      name: 'how',
      label: 'How should they be drawn?',
      choices: [
        { value: 'simple', text: 'From all of them alike' },
        { value: 'by_team', text: 'From each team in proportion' },
      ],
    },
    {
      kind: 'line',
      name: 'key',
      label: 'Sampling key',
      hint: 'Any text of 8 characters or more. The same key draws the same records, so that anybody can check.',
    },
  ]
}

/** Each outcome once, under the first of its principles: twice would be two boxes for one choice. */
function outcomeGroups(
  framework: UsedFramework,
  titleOf: (p: UsedFramework['principles'][number]) => string,
) {
  const labels = outcomeLabels(framework, 'en')
  const idOf = new Map(framework.outcomes.map((o) => [o.code, o.id]))
  return byPrinciple(framework).map(({ principle, outcomes }) => ({
    title: titleOf(principle),
    choices: outcomes
      .filter((o) => o.principles[0] === principle.code)
      .map((o) => ({ value: idOf.get(o.code) ?? '', text: labels.get(o.code)?.title ?? o.code })),
  }))
}

function teamField(
  teams: readonly { readonly id: string; readonly name: string }[],
): readonly Field[] {
  if (teams.length === 0) return []
  return [
    {
      kind: 'pick',
      name: 'team',
      label: 'Whose records?',
      choices: [
        { value: '', text: 'The whole organisation' },
        ...teams.map((t) => ({ value: t.id, text: t.name })),
      ],
    },
  ]
}
