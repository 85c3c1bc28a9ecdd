/** Invented portraits, drawn in code: they show nobody there is. */
import sharp from 'sharp'
import type { CleanPicture } from '#platform/files/picture.ts'
import { cleanPortrait } from '#platform/files/portrait.ts'

type Colour = string
export type Face = {
  readonly wall: Colour
  readonly skin: Colour
  readonly hair: Colour
  readonly coat: Colour
  /** How far down the hair falls at the sides, from the top of the head. */
  readonly long: number
}

const SIDE = 192

type Inside = (x: number, y: number) => boolean

const round =
  (left: number, top: number, wide: number, high: number): Inside =>
  (x, y) =>
    Math.hypot((x - left) / wide, (y - top) / high) < 1

/** What is drawn over what: the last that holds a point gives it its colour. */
function layersOf(face: Face): readonly (readonly [Inside, Colour])[] {
  const sides: Inside = (x, y) => Math.abs(x - 96) < 50 && y > 70 && y < 70 + face.long
  return [
    [round(96, 74, 52, 52), face.hair],
    [sides, face.hair],
    [round(96, 206, 74, 62), face.coat],
    [(x, y) => Math.abs(x - 96) < 15 && y > 110 && y < 154, face.skin],
    [round(96, 88, 38, 46), face.skin],
    [(x, y) => round(96, 62, 44, 26)(x, y) && y < 62 + (x - 96) / 6, face.hair],
    [round(82, 86, 4, 4), '#2b2320'],
    [round(110, 86, 4, 4), '#2b2320'],
    [(x, y) => round(96, 104, 15, 11)(x, y) && y > 108, '#8f3b34'],
  ]
}

export async function inventedPortrait(face: Face): Promise<CleanPicture> {
  const layers = layersOf(face)
  const pixels = Buffer.alloc(SIDE * SIDE * 3)
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) {
      const colour = layers.findLast(([inside]) => inside(x, y))?.[1] ?? face.wall
      pixels.set(Buffer.from(colour.slice(1), 'hex'), (y * SIDE + x) * 3)
    }
  }
  const png = await sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 3 } })
    .png()
    .toBuffer()
  const clean = await cleanPortrait(png)
  if (typeof clean === 'string') throw new Error(`The invented portrait is ${clean}`)
  return clean
}
