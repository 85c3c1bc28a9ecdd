import { readFile } from 'node:fs/promises'
import { planOf, scorePairs, trainModel } from '../link.ts'
import { type Model, modelTable, priorWeight } from '../model/model.rules.ts'
import { openCrew, type Watching } from '../pairs/crew.ts'
import { openEncoder, type Register } from '../register/register.ts'
import { textOfFile, Unreadable } from './csv-rows.rules.ts'
import { decide } from './decide.rules.ts'
import { type Evaluation, evaluationOf } from './evaluation.rules.ts'
import { type Groups, peopleOf } from './people-file.rules.ts'
import { truthOf } from './truth-file.rules.ts'

export type Files = { readonly left: string; readonly right: string; readonly truth: string }

/** Pairs worth keeping until it is decided: below this chance of about one in sixty they never count. */
const WORTH_KEEPING = -6
/** Below this many pairs starting workers takes longer than the work. */
const FOR_WORKERS = 400_000

/**
 * Links two files and says how right that was. The truth is looked at only when everything is decided.
 * Two files with the same bytes are one, compared with itself.
 */
export async function evaluate(
  files: Files,
  watching: Watching & { readonly everyPairUpTo?: number } = {},
): Promise<Evaluation> {
  const { register, groups, sideOf } = await readPeople(files)
  const truth = truthOf(
    textOfFile(await bytesOf(files.truth, 'The truth'), 'The truth'),
    'The truth',
    sideOf.left,
    sideOf.right,
  )
  const plan = planOf(register, undefined, watching.everyPairUpTo)
  const crew = openCrew(register, plan.blocks, plan.pairs < FOR_WORKERS ? 0 : undefined)
  try {
    const { model } = await trainModel(register, plan, crew, watching)
    const found = await scorePairs(plan, crew, model, WORTH_KEEPING, watching)
    if (watching.stopped?.aborted)
      throw new Unreadable('Stopped before the end: nothing was measured')
    const decided = decide(found, priorWeight(model), competitors(register, model))
    return evaluationOf({ decided, truth, groups, split: register.split, size: register.size })
  } finally {
    await crew.close()
  }
}

async function bytesOf(file: string, name: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new Unreadable(`${name} cannot be read: there is no such file, or it may not be opened`, {
      cause: error,
    })
  }
}

type People = {
  readonly register: Register
  readonly groups: readonly Groups[]
  readonly sideOf: {
    readonly left: ReadonlyMap<string, number>
    readonly right: ReadonlyMap<string, number>
  }
}

async function readPeople(files: Files): Promise<People> {
  const [left, right] = [await bytesOf(files.left, 'LEFT'), await bytesOf(files.right, 'RIGHT')]
  const encoder = openEncoder()
  const groups: Groups[] = []
  const read = (bytes: Buffer, name: string): Map<string, number> => {
    const places = new Map<string, number>()
    for (const person of peopleOf(textOfFile(bytes, name), name)) {
      places.set(person.record.id, encoder.size())
      encoder.add(person.record)
      groups.push(person.groups())
    }
    return places
  }
  const leftPlaces = read(left, 'LEFT')
  if (left.equals(right))
    return { register: encoder.finish(0), groups, sideOf: { left: leftPlaces, right: leftPlaces } }
  const split = encoder.size()
  const rightPlaces = read(right, 'RIGHT')
  return {
    register: encoder.finish(split),
    groups,
    sideOf: { left: leftPlaces, right: rightPlaces },
  }
}

/** Whether two records of one file are themselves likelier one child than two. Undefined for a file with itself. */
function competitors(
  register: Register,
  model: Model,
): ((one: number, two: number) => boolean) | undefined {
  if (register.split === 0) return undefined
  const { arena, kernel } = register
  const table = modelTable(model)
  const address = arena.room(table.byteLength)
  new Float32Array(arena.memory.buffer, address, table.length).set(table)
  kernel.useModel(address)
  const prior = priorWeight(model)
  return (one, two) => kernel.weightOf(kernel.levels(one, two), one, two) + prior >= 0
}
