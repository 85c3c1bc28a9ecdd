import { randomUUID } from 'node:crypto'
import { readId, trustedId } from '#kernel/ids.ts'
import { listOf, textOf, versionOf } from '#platform/http/fields.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { MOST_BYTES } from '#platform/files/store.ts'
import { verbatimIn } from '#domains/outcomes/index.ts'
import { languageOf, ownChild, wordsFor } from '#domains/words/index.ts'
import {
  type Asks,
  asksNamed,
  FILE_OF,
  type Medium,
  mediumNamed,
  MOST_PARTS,
} from '../said.rules.ts'
import { addPart, changePart, countParts, hasPart, partsOf } from '../said.queries.ts'
import type { Part, PartId, Statement } from '../said-row.ts'
import { beginAnother, isToBegin, statementOfPage } from '../to-begin.ts'
import { type Made, readPart } from './make-part.form.ts'
import { fileRefused, makePartView } from './make-part.view.ts'

const url = '/me/say/:statement/make/:medium'
const may = 'me.open'

/** Making one part, or changing words or cards that were made before. */
export const seeMakePart: Page = {
  method: 'GET',
  url,
  may,
  whileHanded: true,
  audit: { action: 'me.say.make.ask', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const making = await makingHere(visit)
    if (!making) return { kind: 'not-found' }
    if (making.statement.status !== 'draft') return toStatement(making.statement)
    const asked = readId<'statement-part'>(textOf(visit.query, 'part'))
    const kept = asked && (await keptPart(visit, making, asked))
    return shown(visit, making, { part: kept?.id ?? trustedId(randomUUID()), kept })
  },
}

/** Keeps the part. The same part sent twice is kept once; nothing is kept of what is refused. */
export const makePart: Page = {
  method: 'POST',
  url,
  may,
  whileHanded: true,
  upload: { bytes: MOST_BYTES, files: 1, saysSo: true },
  audit: { action: 'me.say.make', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const making = await makingHere(visit)
    if (!making) return { kind: 'not-found' }
    const { statement, medium } = making
    const part = readId<'statement-part'>(textOf(visit.form, 'part')) ?? trustedId(randomUUID())
    const there = !isToBegin(visit) && (await hasPart(visit.tx, statement.id, part))
    if (there && (FILE_OF[medium] || statement.status !== 'draft')) return toStatement(statement)
    const read = readPart(medium, visit, await languageOf(visit))
    if ('problem' in read) return shown(visit, making, { part, problem: read.problem })
    if (there) return change(visit, making, part, read)
    return addWhereOpen(visit, making, part, read)
  },
}

type Making = {
  readonly statement: Statement
  readonly medium: Medium
  readonly asks?: Asks | undefined
}

async function makingHere(visit: Visit): Promise<Making | undefined> {
  const medium = mediumNamed(visit.params['medium'])
  const statement = medium && (await statementOfPage(visit))
  const asks = textOf(visit.form, 'asks') || textOf(visit.query, 'asks')
  return statement && { statement, medium, asks: statement.about && asksNamed(asks) }
}

const toStatement = ({ id }: Statement): Answer => ({ kind: 'redirect', to: `/me/say/${id}` })

async function keptPart(
  visit: Visit,
  { statement, medium }: Making,
  id: PartId,
): Promise<Part | undefined> {
  if (isToBegin(visit)) return undefined
  const parts = await partsOf(visit.tx, statement.id)
  return parts.find((p) => p.id === id && p.medium === medium)
}

/** To the draft it was made for; to a new one when that was sent meanwhile, as happens without signal. */
async function addWhereOpen(
  visit: Visit,
  making: Making,
  part: PartId,
  made: Made,
): Promise<Answer> {
  const { statement, medium } = making
  const open = !isToBegin(visit) && statement.status === 'draft'
  if (!open && visit.actor.handedTo) return toStatement(statement)
  const to = open ? statement : await beginAnother(visit)
  if (!to) return { kind: 'not-found' }
  if ((await countParts(visit.tx, to.id)) >= MOST_PARTS) {
    const { words: w } = wordsFor(await languageOf(visit))
    return shown(visit, making, { part, problem: w.fileRefused.tooManyParts })
  }
  const asks = to.id === statement.id ? making.asks : undefined
  return add(visit, { statement: to, medium, asks }, part, made)
}

async function add(visit: Visit, making: Making, part: PartId, made: Made): Promise<Answer> {
  const { statement, medium } = making
  const wordsLanguage = statement.language
  const about = { id: part, medium, wordsLanguage, asks: making.asks }
  if (made.kind !== 'file') {
    await addPart(visit.tx, statement, { ...about, ...made })
    return toStatement(statement)
  }
  const as = FILE_OF[medium] ?? 'picture'
  const file = { id: trustedId<'file'>(part), child: statement.childId, as, bytes: made.bytes }
  const kept = await visit.store.keep(visit.tx, file, visit.now)
  if (typeof kept === 'string') {
    visit.note({ refused: kept })
    const { words: w } = wordsFor(await languageOf(visit))
    return shown(visit, making, { part, problem: fileRefused(w, kept) })
  }
  visit.note({ medium, scan: kept.scan })
  await addPart(visit.tx, statement, { ...about, file: kept.id })
  return toStatement(statement)
}

async function change(visit: Visit, making: Making, part: PartId, made: Made): Promise<Answer> {
  const { statement, medium } = making
  const kept = await keptPart(visit, making, part)
  if (!kept) return toStatement(statement)
  const same =
    made.kind === 'words'
      ? made.words === kept.words
      : made.kind === 'cards' && made.cards.join() === kept.cards.join()
  if (same) return toStatement(statement)
  const to = { id: part, medium, wordsLanguage: statement.language, ...made }
  if (await changePart(visit.tx, statement, to, versionOf(visit.form)))
    return toStatement(statement)
  const now = await keptPart(visit, making, part)
  return shown(visit, making, { part, kept: now, conflict: true })
}

async function shown(
  visit: Visit,
  making: Making,
  more: {
    readonly part: PartId
    readonly kept?: Part | undefined
    readonly problem?: string
    readonly conflict?: boolean
  },
): Promise<Answer> {
  const { problem, conflict = false } = more
  const again = problem !== undefined || conflict
  const typed = again
    ? {
        words: verbatimIn(visit.form, 'words'),
        cards: listOf(visit.form, 'card'),
        version: versionOf(visit.form),
      }
    : undefined
  const kept = more.kept ?? (again ? await keptPart(visit, making, more.part) : undefined)
  const page = makePartView({
    language: await languageOf(visit),
    handed: visit.actor.handedTo !== undefined,
    ...making,
    part: more.part,
    kept,
    typed,
    problem,
    conflict,
  })
  return {
    kind: 'view',
    status: conflict ? 409 : problem === undefined ? 200 : 422,
    template: `domains/participation/say/make-part/make-${making.medium}.njk`,
    model: { page },
    ...(making.medium === 'voice' ? { media: 'records' as const } : {}),
  }
}
