import { instantOf } from './days.ts'
import type { InventedChild } from './invented.ts'
import type { InventedPhoto } from './photos.queries.ts'
import { type Face, inventedPortrait } from './portraits.ts'
import { random, uuid } from './random.ts'

const PHOTO_IDS = 0x40000079

const WORKER: Face = {
  wall: '#cfe3e6',
  skin: '#c98f68',
  hair: '#2f2420',
  coat: '#3b5f8a',
  long: 66,
}
const GUARDIAN: Face = {
  wall: '#e9dfc9',
  skin: '#8a5a3c',
  hair: '#1d1a19',
  coat: '#5d7a4e',
  long: 14,
}
const MARTA: Face = {
  wall: '#dcd6ea',
  skin: '#f0cfb2',
  hair: '#b9b2a8',
  coat: '#9a4f58',
  long: 40,
}

const THEMSELF: Face = {
  wall: '#d9e4cf',
  skin: '#7a4e34',
  hair: '#17120f',
  coat: '#2f4f86',
  long: 12,
}

/** Two who stand beside the young person of the story placed a photo, he placed one on Marta, and one of him is kept ready. */
export async function photosInStory(
  child: InventedChild,
  today: number,
): Promise<readonly InventedPhoto[]> {
  const r = random(child.number, PHOTO_IDS)
  const author = child.accountId
  const now = child.allocations.filter((a) => a.to === undefined)
  const worker = now.find((a) => a.part !== 'guardian')?.personId
  const guardian = now.find((a) => a.part === 'guardian')?.personId
  const marta = child.people.find((p) => p.name.startsWith('Marta'))?.id
  const at = instantOf(today - 17, 620)
  const kept = async (face: Face, of: InventedPhoto['of']): Promise<InventedPhoto> => ({
    id: uuid(r),
    at,
    file: await inventedPortrait(face),
    of,
  })
  return [
    ...(worker ? [await kept(WORKER, { worker })] : []),
    ...(guardian ? [await kept(GUARDIAN, { worker: guardian })] : []),
    ...(worker
      ? [await kept(THEMSELF, { readyFor: child.id, by: worker, takenOn: at.slice(0, 10) })]
      : []),
    ...(author && marta
      ? [await kept(MARTA, { mattersId: marta, childId: child.id, author })]
      : []),
  ]
}
