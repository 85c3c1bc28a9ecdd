import { randomInt } from 'node:crypto'
import { generatePairs, type MatchRecord, readPeopleFile } from '#domains/matching/index.ts'

/** From this many on, the council's own records lend their parts: nobody can tell such a decoy by its name. */
const ENOUGH_OF_OUR_OWN = 200

/**
 * People who do not exist, and could: the name of one record with the date of birth of another. A small
 * register is helped out with invented people, or its decoys would be its children turned round.
 */
export function decoysFrom(
  records: readonly MatchRecord[],
): (count: number) => Iterable<MatchRecord> {
  return (count) => {
    const pool = records.length >= ENOUGH_OF_OUR_OWN ? records : [...invented(count)]
    return Array.from({ length: count }, () => mixed(pool))
  }
}

function invented(count: number): readonly MatchRecord[] {
  const file = generatePairs({ pairs: Math.max(count, 40), seed: randomInt(2 ** 31 - 1) }).left
  return [...readPeopleFile(Buffer.from(file), 'the invented people')].map((p) => p.record)
}

function mixed(pool: readonly MatchRecord[]): MatchRecord {
  const one = () => pool[randomInt(pool.length)]
  const [named, born] = [one(), withBirth(one)]
  return {
    id: '',
    names: named?.names ?? [],
    births: born?.births,
    sex: named?.sex,
    phones: one()?.phones?.map(otherDigits),
    documents: one()?.documents?.map(otherDigits),
  }
}

/** The next record of which a day of birth is said; after a few tries, whichever. */
function withBirth(one: () => MatchRecord | undefined): MatchRecord | undefined {
  for (let n = 0; n < 20; n++) {
    const record = one()
    if ((record?.births?.length ?? 0) > 0) return record
  }
  return one()
}

/** A number of nobody: it must not match whoever lent it. */
const otherDigits = (text: string): string => text.replaceAll(/\d/g, () => String(randomInt(10)))
