import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Child, meaningsOf, notSharedInWords, notSharedWith } from '#domains/children/index.ts'
import { beginCheckIn, saveAnswer, shareCheckIn } from '../check-in.queries.ts'
import { frameworkFor } from '../check-in-framework.queries.ts'
import { spokenOf } from '../check-in-said.queries.ts'
import { childIdOf, childOf } from '../child-of-page.ts'
import type { UsedFramework } from '../framework-kept.rules.ts'
import { outcomeLabels } from '../framework-labels.rules.ts'
import { readViewForm } from './write-view.form.ts'
import { aboutIn, chooseToView, writeViewView } from './write-view.view.ts'

const may = 'check-ins.write'

/** Which outcomes to write about: those the young person spoke of come first. */
export const chooseView: Page = {
  method: 'GET',
  url: '/children/:childId/views/new',
  may,
  audit: { action: 'views.choose', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const given = await givenFor(visit)
    return given ? choosing(given, []) : notInUse(await childOf(visit))
  },
}

/** The view itself, beside the young person's own words. */
export const askView: Page = {
  method: 'GET',
  url: '/children/:childId/views/write',
  may,
  audit: { action: 'views.write.ask', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const given = await givenFor(visit)
    if (!given) return notInUse(await childOf(visit))
    if (aboutIn(visit.query, given.framework).length === 0) {
      const text = 'Choose at least one to write about'
      return choosing(given, [{ field: 'about', text }])
    }
    return writing(visit, given, visit.query, {}, [])
  },
}

/** Keeps it as an entry of its own, in that voice. Nothing of the young person's is touched. */
export const writeView: Page = {
  method: 'POST',
  url: '/children/:childId/views/write',
  may,
  audit: { action: 'views.write', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const given = await givenFor(visit)
    if (!given) return notInUse(await childOf(visit))
    const { child, framework } = given
    const labels = outcomeLabels(framework, 'en')
    const about = aboutIn(visit.form, framework)
    const read = readViewForm(
      visit.form,
      visit.actor.role,
      about.map(({ code }) => ({ code, title: labels.get(code)?.title ?? code })),
    )
    if (!read.ok) return writing(visit, given, visit.form, visit.form, read.problems)
    const begun = await beginCheckIn(visit.tx, {
      childId: child.id,
      frameworkVersionId: framework.id,
      voice: read.voice,
      language: 'en',
      ...(read.saidBy ? { saidBy: read.saidBy } : {}),
    })
    for (const { id, code } of about) {
      const answer = read.answers.get(code)
      if (answer) await saveAnswer(visit.tx, begun, id, answer, 0)
    }
    await shareCheckIn(visit.tx, begun, [], visit.now)
    visit.note({ voice: read.voice, answers: read.answers.size })
    return { kind: 'redirect', to: `/children/${child.id}/picture` }
  },
}

type Given = {
  readonly child: Child
  readonly framework: UsedFramework
  readonly spoken: Awaited<ReturnType<typeof spokenOf>>
  /** Said in the place of what they keep from whoever writes. */
  readonly notShared: string | undefined
}

async function givenFor(visit: Visit): Promise<Given | undefined> {
  const child = await childOf(visit)
  const framework = await frameworkFor(visit.tx, child.id, visit.now)
  if (!framework) return undefined
  const kept = await notSharedWith(visit.tx, child.id)
  return {
    child,
    framework,
    spoken: await spokenOf(visit.tx, child.id),
    notShared: kept.has('check_ins') ? notSharedInWords(child.knownAs) : undefined,
  }
}

const choosing = (given: Given, problems: readonly Problem[]): Answer => ({
  kind: 'view',
  status: problems.length > 0 ? 422 : 200,
  template: 'domains/outcomes/write-view/choose-view.njk',
  model: { page: chooseToView(given, problems) },
})

async function writing(
  visit: Visit,
  given: Given,
  about: Readonly<Record<string, unknown>>,
  typed: Readonly<Record<string, unknown>>,
  problems: readonly Problem[],
): Promise<Answer> {
  const page = writeViewView({
    ...given,
    role: visit.actor.role,
    about: aboutIn(about, given.framework).map((o) => o.code),
    meanings: await meaningsOf(visit.tx, given.child.id),
    typed,
    problems,
  })
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/outcomes/write-view/write-view.njk',
    model: { page },
  }
}

const notInUse = (child: Child): Answer => ({
  kind: 'view',
  template: 'domains/outcomes/write-view/not-in-use.njk',
  model: { page: { title: 'How you see it', child } },
})
