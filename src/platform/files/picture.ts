import sharp, { type Metadata, type Sharp } from 'sharp'
import { isHeic, unpackHeic } from './heic.ts'

/** A picture made anew: only what can be seen is left of it. */
export type CleanPicture = {
  readonly kind: 'picture'
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
}

export type PictureRefusal = 'not-a-picture' | 'too-many-pixels' | 'damaged'

/** More than any phone makes and less than would fill the memory while it is opened. */
export const MOST_PIXELS = 50_000_000
const LONGEST_SIDE = 2400

// Of all that the library could open, only what phones and drawings are made of. No SVG, no documents.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.cache(false)
sharp.concurrency(1)

const KNOWN = new Set(['jpeg', 'png', 'webp'])

/**
 * Opens a picture by what is in it, whatever its name says, and makes it anew: turned the right way
 * up, no larger than a screen, with nothing beside the picture itself. What came out is read back to
 * see that nothing hidden is left; anything left is an error, not a picture.
 */
export async function cleanPicture(bytes: Buffer): Promise<CleanPicture | PictureRefusal> {
  if (isHeic(bytes)) {
    const unpacked = await unpackHeic(bytes, MOST_PIXELS)
    if (typeof unpacked === 'string') return unpacked
    const { data, width, height } = unpacked
    return madeAnew(sharp(data, { raw: { width, height, channels: 4 } }), false)
  }
  const found = await opened(bytes)
  if (!found || !KNOWN.has(found.format)) return 'not-a-picture'
  if (found.width * found.height > MOST_PIXELS) return 'too-many-pixels'
  const open = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient()
  // Drawings have clean edges and few colours; photographs do not.
  return madeAnew(open, found.format === 'png')
}

async function madeAnew(open: Sharp, drawn: boolean): Promise<CleanPicture | PictureRefusal> {
  const anew = open.resize({
    width: LONGEST_SIDE,
    height: LONGEST_SIDE,
    fit: 'inside',
    withoutEnlargement: true,
  })
  try {
    const { data, info } = await (drawn
      ? anew.png({ compressionLevel: 9 })
      : anew.flatten({ background: '#fff' }).jpeg({ quality: 82 })
    ).toBuffer({ resolveWithObject: true })
    await assertNothingHidden(data)
    const mediaType = drawn ? 'image/png' : 'image/jpeg'
    return { kind: 'picture', mediaType, bytes: data, width: info.width, height: info.height }
  } catch (error) {
    if (error instanceof SomethingLeft) throw error
    return 'damaged'
  }
}

class SomethingLeft extends Error {}

/** What a picture may carry unseen. */
const HIDDEN = [
  'exif',
  'icc',
  'iptc',
  'xmp',
  'tifftagPhotoshop',
  'comments',
  'orientation',
] as const

/** Names of what a picture carries beside itself. */
export async function hiddenIn(bytes: Buffer): Promise<readonly string[]> {
  const metadata: Metadata = await sharp(bytes).metadata()
  return HIDDEN.filter((name) => metadata[name] !== undefined)
}

async function assertNothingHidden(bytes: Buffer): Promise<void> {
  const left = await hiddenIn(bytes)
  if (left.length > 0)
    throw new SomethingLeft(`A picture made anew still carries ${left.join(', ')}`)
}

async function opened(bytes: Buffer): Promise<Metadata | undefined> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch {
    return undefined
  }
}
