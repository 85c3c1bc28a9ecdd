import { instantOf } from './days.ts'
import { inventedDrawing, inventedRecording } from './drawn.ts'
import type { InventedChild } from './invented.ts'
import { random, type Random, uuid } from './random.ts'
import type { InventedStatement } from './said.queries.ts'
import { authorOf } from './story-check-ins.ts'

const SAID_IDS = 0x40000051

/**
 * What the young person of the story says: a drawing and a few words for everyone, a voice note for one
 * person with its translation beside it, and cards begun and kept to himself.
 */
export async function saidInStory(
  child: InventedChild,
  today: number,
): Promise<readonly InventedStatement[]> {
  const r: Random = random(child.number, SAID_IDS)
  const author = child.accountId
  const worker = authorOf(child, false)
  if (!author || !worker) return []
  const about = { childId: child.id, author }
  return [
    {
      ...about,
      id: uuid(r),
      at: instantOf(today - 20, 1090),
      to: 'everyone_beside_me',
      openedBy: [worker],
      parts: [
        { id: uuid(r), medium: 'drawing', file: await inventedDrawing(), use: 'my_review' },
        {
          id: uuid(r),
          medium: 'words',
          words: 'This is the house. There were two doors but I only drew the one we used.',
        },
      ],
    },
    {
      ...about,
      id: uuid(r),
      at: instantOf(today - 9, 1290),
      to: [worker],
      openedBy: [worker],
      parts: [
        {
          id: uuid(r),
          medium: 'voice',
          file: await inventedRecording(),
          beside: {
            words: 'It is the song from Sunday. I can’t say it in English so I hummed it.',
            who: 'Selam Tesfay, interpreter',
            by: worker,
          },
        },
      ],
    },
    {
      ...about,
      id: uuid(r),
      at: instantOf(today - 1, 1300),
      to: undefined,
      openedBy: [],
      parts: [{ id: uuid(r), medium: 'cards', cards: ['tired', 'school', 'football'] }],
    },
  ]
}
