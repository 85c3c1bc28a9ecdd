import { inWords } from '#kernel/calendar-day.ts'
import { type NewPicture, POLICY, textOf, withheld } from '../disclosure.rules.ts'
import { intervalChart } from '../interval-chart.view.ts'
import { STAYS } from '../staying.rules.ts'
import type { Release } from '../ledger.queries.ts'

const TOLD: Readonly<Record<NewPicture, string>> = {
  first: 'The picture was made.',
  made: 'A new picture was made.',
  unchanged: 'Nothing has changed since this picture was made, so it stands.',
  'too-few-changed': `Beside fewer than ${POLICY.fewestChanged} children somebody came or went since this picture was made. A new one now would show who, so this one stands until there are more.`,
}

/** For how long people stay, of an organisation as a whole: no team and no worker stands in it. */
export function seeStayingView(organisation: string, release: Release | undefined, made: unknown) {
  return {
    title: 'For how long people stay',
    organisation,
    told: Object.entries(TOLD).find(([outcome]) => outcome === made)?.[1],
    smallestShown: POLICY.smallestShown,
    picture: release && {
      number: release.number,
      onDay: inWords(release.onDay),
      madeAt: release.madeAt,
      children: textOf(release.figures.get('children') ?? withheld()),
    },
    tables: release ? Object.values(STAYS).map((group) => tableOf(group, release)) : [],
  }
}

type Group = (typeof STAYS)[keyof typeof STAYS]

function tableOf(group: Group, { figures }: Release) {
  const rows = group.rows.map(([code, label]) => ({
    label,
    count: figures.get(code) ?? withheld(),
  }))
  return {
    title: group.title,
    chart: intervalChart(rows, figures.get('children') ?? withheld()),
    rows: rows.map(({ label, count }) => ({ label, children: textOf(count) })),
  }
}

/** The same as a file: codes and counts, nothing that needs quoting. */
export function stayingFile(release: Release): string {
  const lines = [
    ['figure', 'children', 'up_to', 'picture'],
    ['children', textOf(release.figures.get('children') ?? withheld())],
    ...Object.values(STAYS).flatMap((group) =>
      group.rows.map(([code]) => [code, textOf(release.figures.get(code) ?? withheld())]),
    ),
  ]
  const rows = lines.map((line, n) =>
    (n === 0 ? line : [...line, release.onDay, String(release.number)]).join(','),
  )
  return `${rows.join('\r\n')}\r\n`
}
