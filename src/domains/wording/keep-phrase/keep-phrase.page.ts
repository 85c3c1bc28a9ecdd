import { textOf, typedIn, versionOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { ownList } from '../advise.ts'
import type { Standing } from '../list.rules.ts'
import { LISTED } from '../phrases/index.rules.ts'
import { addVersion, type Version, versionsOf } from '../wording.queries.ts'
import { readPhrase, type WrittenPhrase } from './keep-phrase.form.ts'

const may = 'wording.keep'

export const askPhrase: Page = {
  method: 'GET',
  url: '/wording/phrases/new',
  may,
  audit: { action: 'wording.read' },
  answer: (visit) => shown(visit, undefined, []),
}

export const addPhrase: Page = {
  method: 'POST',
  url: '/wording/phrases/new',
  may,
  audit: { action: 'wording.write' },
  async answer(visit): Promise<Answer> {
    const read = readPhrase(visit.form, false)
    if ('problems' in read) return shown(visit, undefined, read.problems)
    const code = codeFor(read.phrase)
    const { list } = await ownList(visit.tx)
    const text = 'The list has a phrase like this already: change that one'
    if (!code || list.some((phrase) => phrase.code === code)) {
      return shown(visit, undefined, [
        { field: 'label', text: code ? text : 'Use letters in the name' },
      ])
    }
    await addVersion(visit.tx, { ...read.phrase, code, version: 1 })
    return { kind: 'redirect', to: '/wording' }
  },
}

/** Its own code, which no phrase of the product ever begins with. */
function codeFor({ label }: WrittenPhrase): string | undefined {
  const code = label
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
  return code === '' ? undefined : `own-${code}`
}

export const seePhrase: Page = {
  method: 'GET',
  url: '/wording/phrases/:code',
  may,
  audit: { action: 'wording.read' },
  async answer(visit): Promise<Answer> {
    const phrase = await phraseHere(visit)
    return phrase ? shown(visit, phrase, []) : { kind: 'not-found' }
  },
}

export const changePhrase: Page = {
  method: 'POST',
  url: '/wording/phrases/:code',
  may,
  audit: { action: 'wording.write' },
  async answer(visit): Promise<Answer> {
    const phrase = await phraseHere(visit)
    if (!phrase) return { kind: 'not-found' }
    const read = readPhrase(visit.form, isListed(phrase.code))
    if ('problems' in read) return shown(visit, phrase, read.problems)
    const version = phrase.version + 1
    const added =
      versionOf(visit.form) === phrase.version &&
      (await addVersion(visit.tx, { ...read.phrase, code: phrase.code, version }))
    if (!added) return shown(visit, (await phraseHere(visit)) ?? phrase, [], true)
    return { kind: 'redirect', to: '/wording' }
  },
}

const isListed = (code: string): boolean => LISTED.some((phrase) => phrase.code === code)

async function phraseHere({ tx, params }: Visit): Promise<Standing | undefined> {
  const { list } = await ownList(tx)
  return list.find((phrase) => phrase.code === params['code'])
}

async function shown(
  visit: Visit,
  phrase: Standing | undefined,
  problems: readonly Problem[],
  conflict = false,
): Promise<Answer> {
  const again = problems.length > 0 || conflict
  const versions = phrase ? await versionsOf(visit.tx, phrase.code) : []
  const values = again ? typedIn(visit.form) : valuesOf(phrase, versions[0])
  const page = {
    title: phrase?.label ?? 'A phrase of your service’s own',
    errors: errorsOf(problems),
    values,
    inUse: textOf(values, 'inUse') !== 'no',
    listed: phrase !== undefined && isListed(phrase.code),
    version: phrase?.version ?? 0,
    versions,
    conflict,
    kept: phrase,
  }
  return {
    kind: 'view',
    status: statusOf(conflict, again),
    template: 'domains/wording/keep-phrase/keep-phrase.njk',
    model: { page },
  }
}

const statusOf = (conflict: boolean, again: boolean): number => {
  if (conflict) return 409
  return again ? 422 : 200
}

/** What stands now. The ways are only a service’s own: those of the product are not for changing. */
function valuesOf(
  phrase: Standing | undefined,
  newest: Version | undefined,
): Readonly<Record<string, string>> {
  if (!phrase) return { inUse: 'yes' }
  return {
    label: phrase.label,
    say: phrase.say,
    why: phrase.why.join(' '),
    ways: (newest?.ways ?? []).join('\n'),
    unless: (newest?.unless ?? []).join('\n'),
    inUse: phrase.inUse ? 'yes' : 'no',
  }
}
