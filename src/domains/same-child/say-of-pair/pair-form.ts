import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  type Ask,
  askedAnswer,
  askedPage,
  findChild,
  type Meanwhile,
} from '#domains/children/index.ts'
import { actsOf, type NewAct, type Refusal, say } from '../acts.queries.ts'
import { type At, auditOf, pairOf, recordForOther } from '../pair-of-page.ts'
import { ACT_WORDS, type Standing, STANDING_WORDS } from '../same-child.rules.ts'

export type Said = Pick<NewAct, 'act' | 'to'>

/** A form in which somebody says something of a pair: how it is asked and read. */
export type PairForm = {
  /** The last part of its address, and its name in the trail. */
  readonly slug: string
  readonly title: string
  readonly intro: readonly string[]
  readonly submit: string
  readonly reasonLabel: string
  readonly fits: (standing: Standing) => boolean
  readonly asks: (visit: Visit, at: At) => Promise<readonly Ask[]>
  readonly read: (form: Visit['form'], asks: readonly Ask[]) => Said | Problem
}

const may = 'same-child.decide'
const MOST = 2000

export function pairForm(form: PairForm): readonly Page[] {
  const url = `/children/:childId/same-child/:pair/${form.slug}`
  return [
    {
      method: 'GET',
      url,
      may,
      audit: auditOf('ask'),
      async answer(visit): Promise<Answer> {
        const at = await pairOf(visit)
        if (!at) return { kind: 'not-found' }
        await recordForOther(visit, 'ask', at.other)
        return form.fits(at.pair.standing)
          ? shown(form, visit, at)
          : { kind: 'redirect', to: at.here }
      },
    },
    {
      method: 'POST',
      url,
      may,
      audit: auditOf(form.slug),
      async answer(visit): Promise<Answer> {
        const at = await pairOf(visit)
        if (!at) return { kind: 'not-found' }
        return said(form, visit, at)
      },
    },
  ]
}

async function said(form: PairForm, visit: Visit, at: At): Promise<Answer> {
  const asks = await form.asks(visit, at)
  const read = form.read(visit.form, asks)
  const reason = textOf(visit.form, 'reason').trim()
  const problems = [...('field' in read ? [read] : []), ...reasonProblem(reason)]
  if (problems.length > 0 || 'field' in read) return shown(form, visit, at, { problems })
  const refusal = await say(visit.tx, {
    ...read,
    pair: at.pair.id,
    version: versionOf(visit.form),
    reason,
    at: visit.now,
  })
  if (!refusal) {
    await recordForOther(visit, form.slug, at.other)
    return { kind: 'redirect', to: at.here }
  }
  const now = (await pairOf(visit)) ?? at
  if (refusal === 'pair_changed' || refusal === 'acts_in_order')
    return shown(form, visit, now, { meanwhile: await meanwhileOf(visit, now) })
  return shown(form, visit, now, { problems: [REFUSED[refusal]] })
}

function reasonProblem(reason: string): readonly Problem[] {
  if (!reason) return [{ field: 'reason', text: 'Enter your reasons' }]
  if (reason.length <= MOST) return []
  return [{ field: 'reason', text: 'What you write here must be 2,000 characters or fewer' }]
}

const REFUSED: Readonly<Record<Exclude<Refusal, 'pair_changed' | 'acts_in_order'>, Problem>> = {
  a_second_person_answers: {
    field: 'answer',
    text: 'You said yourself that it is the same child: somebody else must answer',
  },
  handed_to_who_may: { field: 'to', text: 'Choose somebody who can open both records' },
}

/** How the pair stands now, and who spoke last. A comparison that came out otherwise counts too: the reasons may no longer hold. */
async function meanwhileOf({ tx }: Visit, { pair }: At): Promise<Meanwhile> {
  const [last] = await actsOf(tx, pair.id)
  return {
    by: last?.by,
    lines: [
      { label: 'The pair stands so:', text: STANDING_WORDS[pair.standing] },
      ...(last
        ? [{ label: `${last.by ?? 'Somebody'} ${ACT_WORDS[last.act]}:`, text: last.reason }]
        : [{ label: 'One of the two records changed:', text: 'look at both again' }]),
    ],
  }
}

async function shown(
  form: PairForm,
  visit: Visit,
  at: At,
  { problems, meanwhile }: { problems?: readonly Problem[]; meanwhile?: Meanwhile } = {},
): Promise<Answer> {
  const child = await findChild(visit.tx, at.child)
  const asks: readonly Ask[] = [
    ...(await form.asks(visit, at)),
    { kind: 'words', name: 'reason', label: form.reasonLabel, hint: 'Facts that can be checked' },
  ]
  return askedAnswer(
    askedPage({
      title: form.title,
      ...(child ? { child } : {}),
      back: at.here,
      intro: form.intro,
      help: ['same-child'],
      asks,
      typed: typedIn(visit.form),
      version: at.pair.version,
      submit: form.submit,
      problems: problems ?? [],
      meanwhile,
    }),
  )
}
