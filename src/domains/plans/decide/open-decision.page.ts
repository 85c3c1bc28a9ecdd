import { openDecision } from '../decision-writing.queries.ts'
import { childOf, sheet } from '../sheet.ts'

/** What is to be decided. Everything else is written down as it is found. */
export const openPages = sheet({
  url: '/children/:childId/decisions/add',
  act: 'decisions',
  may: 'children.write',
  find: async (visit) => ({ child: await childOf(visit) }),
  title: () => 'A decision to make',
  back: ({ child }) => `/children/${child.id}/plans`,
  help: ['best-interests'],
  asks: () => [
    {
      kind: 'words',
      name: 'question',
      label: 'What is to be decided?',
      hint: 'As a question that is still open. For example: where will they live from January?',
    },
  ],
  submit: 'Begin',
  async save(visit, { child }, read) {
    const question = read.needed('question', 'Enter what is to be decided', 2000)
    if (read.problems.length > 0) return 'asked-again'
    return {
      to: `/children/${child.id}/decisions/${await openDecision(visit.tx, child.id, question)}`,
    }
  },
})
