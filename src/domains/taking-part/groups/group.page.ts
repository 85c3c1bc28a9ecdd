import { readId } from '#kernel/ids.ts'
import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { verbatimIn } from '#domains/outcomes/index.ts'
import { groupLine } from '../board/board.view.ts'
import {
  changeGroup,
  findGroup,
  type Group,
  membersOf,
  quotesOf,
  writeQuote,
} from '../groups.queries.ts'
import { leadsHere } from '../leads.queries.ts'
import { MOST_QUOTE } from '../taking-part.rules.ts'
import { readTexts } from './group.form.ts'
import { quoteLine } from './group.view.ts'

const url = '/taking-part/groups/:group'
const may = 'taking-part.read'
const audit = { action: 'taking-part.group' }

/** One session for those who lead: its texts, who took part, and what they said. */
export const seeGroup: Page = {
  method: 'GET',
  url,
  may,
  audit,
  async answer(visit): Promise<Answer> {
    const group = await groupHere(visit)
    return group ? shown(visit, group, 200, []) : { kind: 'not-found' }
  },
}

/** Changes its texts, or writes down something that somebody said, for them to say yes or no to. */
export const workOnGroup: Page = {
  method: 'POST',
  url,
  may,
  audit,
  async answer(visit): Promise<Answer> {
    const group = await groupHere(visit)
    if (!group) return { kind: 'not-found' }
    if (textOf(visit.form, 'do') === 'quote') return writeDown(visit, group)
    const read = readTexts(visit.form)
    if ('problems' in read) return shown(visit, group, 422, read.problems)
    if (await changeGroup(visit.tx, group.id, versionOf(visit.form), read.value)) {
      return { kind: 'redirect', to: `/taking-part/groups/${group.id}` }
    }
    const text = 'Somebody else changed this meanwhile. What it says now stands above the form'
    return shown(visit, group, 409, [{ field: 'talkedAbout', text }])
  },
}

async function writeDown(visit: Visit, group: Group): Promise<Answer> {
  const words = verbatimIn(visit.form, 'words')
  const from = readId<'child'>(visit.form['from'])
  const member = (await membersOf(visit.tx, group.id)).find((m) => m.childId === from)
  const problems: Problem[] = []
  if (!member) problems.push({ field: 'from', text: 'Choose whose words these are' })
  if (words === '') problems.push({ field: 'words', text: 'Write what they said' })
  if (words.length > MOST_QUOTE) {
    problems.push({ field: 'words', text: `Use ${MOST_QUOTE} characters or fewer` })
  }
  if (!member || problems.length > 0) return shown(visit, group, 422, problems)
  await writeQuote(visit.tx, group.id, member.childId, words, visit.now)
  visit.show([member.childId])
  return { kind: 'redirect', to: `/taking-part/groups/${group.id}` }
}

async function groupHere(visit: Visit): Promise<Group | undefined> {
  const id = readId<'group-session'>(visit.params['group'])
  if (!id || !(await leadsHere(visit.tx))) return undefined
  return findGroup(visit.tx, id)
}

async function shown(
  visit: Visit,
  group: Group,
  status: number,
  problems: readonly Problem[],
): Promise<Answer> {
  const members = await membersOf(visit.tx, group.id)
  const quotes = await quotesOf(visit.tx, group.id)
  visit.show(members.map((m) => m.childId))
  const line = groupLine(group)
  const typed = typedIn(visit.form)
  const changing = status !== 200 && typed['do'] !== 'quote'
  return {
    kind: 'view',
    status,
    template: 'domains/taking-part/groups/group.njk',
    model: {
      page: {
        title: 'A session that was held',
        group: line,
        members: members.map((m) => ({
          value: m.childId,
          text: m.name,
          selected: typed['from'] === m.childId,
        })),
        quotes: quotes.map((q) => quoteLine(q, members)),
        typed: changing
          ? typed
          : {
              ...typed,
              talkedAbout: group.talkedAbout,
              decided: group.decided,
              cameOf: group.cameOf,
            },
        errors: errorsOf(problems),
      },
    },
  }
}
