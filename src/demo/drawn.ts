/** An invented drawing and an invented recording, made in code: nobody drew or said them. */
import sharp from 'sharp'
import { cleanPicture, type CleanPicture } from '#platform/files/picture.ts'
import { cleanSound, type CleanSound } from '#platform/files/sound.ts'

const WIDE = 480
const HIGH = 360

type Colour = readonly [number, number, number]
const SKY: Colour = [226, 240, 250]
const GROUND: Colour = [136, 176, 110]
const WALL: Colour = [240, 205, 150]
const ROOF: Colour = [178, 72, 52]
const DOOR: Colour = [96, 62, 40]
const SUN: Colour = [250, 200, 70]

const inBox = (x: number, y: number, [left, top, right, bottom]: readonly number[]) =>
  x > (left ?? 0) && x < (right ?? 0) && y >= (top ?? 0) && y < (bottom ?? 0)

/** A house on a hill with the sun beside it. */
function colourAt(x: number, y: number): Colour {
  if (Math.hypot(x - 390, y - 80) < 38) return SUN
  if (inBox(x, y, [0, 90, WIDE, 170]) && Math.abs(x - 190) < (y - 90) * 1.4) return ROOF
  if (inBox(x, y, [175, 225, 210, 290])) return DOOR
  if (inBox(x, y, [110, 170, 270, 290])) return WALL
  return y > 270 + 20 * Math.sin(x / 60) ? GROUND : SKY
}

export async function inventedDrawing(): Promise<CleanPicture> {
  const pixels = Buffer.alloc(WIDE * HIGH * 3)
  for (let y = 0; y < HIGH; y += 1) {
    for (let x = 0; x < WIDE; x += 1) pixels.set(colourAt(x, y), (y * WIDE + x) * 3)
  }
  const png = await sharp(pixels, { raw: { width: WIDE, height: HIGH, channels: 3 } })
    .png()
    .toBuffer()
  return whole(await cleanPicture(png))
}

const RATE = 8000
const NOTES = [220, 262, 294, 262, 220, 196]

/** A few hummed notes. */
export async function inventedRecording(): Promise<CleanSound> {
  const each = RATE * 0.6
  const samples = Buffer.alloc(NOTES.length * each * 2)
  for (let n = 0; n < NOTES.length * each; n += 1) {
    const note = NOTES[Math.floor(n / each)] ?? 220
    const within = (n % each) / each
    const loud = 5000 * Math.sin(Math.PI * within)
    samples.writeInt16LE(Math.round(loud * Math.sin((2 * Math.PI * note * n) / RATE)), n * 2)
  }
  return whole(await cleanSound(Buffer.concat([waveHead(samples.length), samples])))
}

function waveHead(bytes: number): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + bytes, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(bytes, 40)
  return head
}

function whole<T extends object>(made: T | string): T {
  if (typeof made === 'string') throw new Error(`The invented file is ${made}`)
  return made
}
