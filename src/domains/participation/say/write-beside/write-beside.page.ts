import { languageName } from '#kernel/languages.ts'
import { typedIn } from '#platform/http/fields.ts'
import { errorsOf, type Problem, problemsOf } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { LANGUAGES } from '#domains/words/index.ts'
import { besideOf, writeBeside } from '../beside.queries.ts'
import { childIdOf, partHere, type SaidHere, saidHere } from '../child-of-page.ts'
import { staffPart } from '../read-said/read-said.view.ts'
import type { Part } from '../said-row.ts'
import { readBesideForm } from './write-beside.form.ts'

const url = '/children/:childId/said/:statement/part/:part/beside'
const may = 'said.read'

/** Writing beside a part what is said in it, or a translation. What was said stays as it is. */
export const askBeside: Page = {
  method: 'GET',
  url,
  may,
  audit: { action: 'said.beside.ask', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const here = await openPart(visit)
    if (!here) return { kind: 'not-found' }
    const kind = here.part.medium === 'voice' ? 'written_down' : 'translation'
    return shown(visit, here, { kind, language: 'en', madeBy: 'person', who: visit.actor.name }, [])
  },
}

export const writeBesideIt: Page = {
  method: 'POST',
  url,
  may,
  audit: { action: 'said.beside.write', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const here = await openPart(visit)
    if (!here) return { kind: 'not-found' }
    const read = readBesideForm(visit.form)
    if (!read.success) return shown(visit, here, typedIn(visit.form), problemsOf(read.error))
    const already = (await besideOf(visit.tx, here.said.id)).some(
      (b) => b.partId === here.part.id && b.words === read.data.words && b.kind === read.data.kind,
    )
    if (!already) await writeBeside(visit.tx, here.child.id, here.part.id, read.data)
    return { kind: 'redirect', to: `/children/${here.child.id}/said/${here.said.id}` }
  },
}

type Open = SaidHere & { readonly part: Part }

async function openPart(visit: Visit): Promise<Open | undefined> {
  const here = await saidHere(visit)
  const part = here?.said.forMe ? await partHere(visit, here) : undefined
  return here && part && { ...here, part }
}

async function shown(
  visit: Visit,
  { child, said, part }: Open,
  values: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Promise<Answer> {
  const at = `/children/${child.id}/said/${said.id}`
  const page = {
    title: 'Beside what they said',
    child,
    part: staffPart(at, part, await besideOf(visit.tx, said.id)),
    back: at,
    errors: errorsOf(problems),
    values,
    languages: LANGUAGES.map((tag) => ({
      value: tag,
      text: languageName(tag),
      selected: tag === values['language'],
    })),
  }
  return {
    kind: 'view',
    status: problems.length > 0 ? 422 : 200,
    template: 'domains/participation/say/write-beside/write-beside.njk',
    media: 'plays',
    model: { page },
  }
}
