import sharp from 'sharp'
import { type CleanPicture, cleanPicture, hiddenIn, type PictureRefusal } from './picture.ts'

/** A photo to know somebody by: a small square, so that a page full of them costs little. */
export const PORTRAIT_SIDE = 96
export const MOST_PORTRAIT_BYTES = 12 * 1024

// The first that is small enough; the last always is, whatever is in the picture.
const QUALITIES = [78, 60, 40, 20, 5] as const

/** Opens a picture as every picture is opened, and makes of it a small square without anything hidden. */
export async function cleanPortrait(bytes: Buffer): Promise<CleanPicture | PictureRefusal> {
  const clean = await cleanPicture(bytes)
  if (typeof clean === 'string') return clean
  const square = await sharp(clean.bytes)
    .resize({ width: PORTRAIT_SIDE, height: PORTRAIT_SIDE, fit: 'cover', position: 'attention' })
    .flatten({ background: '#fff' })
    .png()
    .toBuffer()
  for (const quality of QUALITIES) {
    const small = await sharp(square).webp({ quality, effort: 6 }).toBuffer()
    if (small.length > MOST_PORTRAIT_BYTES) continue
    if ((await hiddenIn(small)).length > 0) throw new Error('A photo made anew carries something')
    return {
      kind: 'picture',
      mediaType: 'image/webp',
      bytes: small,
      width: PORTRAIT_SIDE,
      height: PORTRAIT_SIDE,
    }
  }
  throw new Error('A small square of a picture is larger than it can be')
}
