import { setImmediate } from 'node:timers/promises'
import {
  ADTS,
  AdtsOutputFormat,
  type AudioCodec,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  FLAC,
  Input,
  type InputAudioTrack,
  type MetadataTags,
  MP3,
  MP4,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OGG,
  OggOutputFormat,
  Output,
  type OutputFormat,
  QTFF,
  WAVE,
  WavOutputFormat,
  WEBM,
  MATROSKA,
  WebMOutputFormat,
} from 'mediabunny'

/** A recording put into a new container: the sound itself, and nothing that was written beside it. */
export type CleanSound = {
  readonly kind: 'sound'
  readonly mediaType:
    | 'audio/webm'
    | 'audio/mp4'
    | 'audio/ogg'
    | 'audio/mpeg'
    | 'audio/wav'
    | 'audio/aac'
  readonly bytes: Buffer
  readonly seconds: number
}

export type SoundRefusal = 'not-a-sound' | 'a-film' | 'sound-not-kept' | 'too-long' | 'damaged'

/** Long enough to say a lot, short enough to send from a phone. */
export const MOST_SECONDS = 20 * 60

const BREATH = 500

const FORMATS = [WEBM, MATROSKA, MP4, QTFF, OGG, MP3, WAVE, ADTS, FLAC]

/** The containers that recorders make, and what each is put into. */
const ANEW: readonly {
  readonly from: RegExp
  readonly mediaType: CleanSound['mediaType']
  readonly format: () => OutputFormat
}[] = [
  { from: /webm|matroska/, mediaType: 'audio/webm', format: () => new WebMOutputFormat() },
  {
    from: /mp4|quicktime/,
    mediaType: 'audio/mp4',
    format: () => new Mp4OutputFormat({ fastStart: 'in-memory' }),
  },
  { from: /ogg/, mediaType: 'audio/ogg', format: () => new OggOutputFormat() },
  { from: /mpeg|mp3/, mediaType: 'audio/mpeg', format: () => new Mp3OutputFormat() },
  { from: /wav/, mediaType: 'audio/wav', format: () => new WavOutputFormat() },
  { from: /aac/, mediaType: 'audio/aac', format: () => new AdtsOutputFormat() },
]

/** Codecs whose settings have no room for words. Vorbis and FLAC carry comments inside theirs, and are not kept. */
const CODECS = /^(opus|aac|mp3|pcm-.+|ulaw|alaw)$/

/**
 * Opens a recording by what is in it, whatever its name says, and moves its sound, packet by packet,
 * into a new file without title, place, device or date. The new file is read back to see that.
 */
export async function cleanSound(bytes: Buffer): Promise<CleanSound | SoundRefusal> {
  const input = new Input({ formats: FORMATS, source: new BufferSource(bytes) })
  try {
    const track = await trackOf(input)
    if (typeof track === 'string') return track
    const codec = await track.getCodec()
    if (!codec || !CODECS.test(codec)) return 'sound-not-kept'
    const kind = (await input.getMimeType()).split(';')[0] ?? ''
    const anew = ANEW.find(({ from }) => from.test(kind))
    if (!anew) return 'sound-not-kept'
    return await moved(track, codec, anew.mediaType, anew.format())
  } catch (error) {
    if (error instanceof SomethingLeft) throw error
    return 'damaged'
  } finally {
    input.dispose()
  }
}

async function trackOf(input: Input): Promise<InputAudioTrack | SoundRefusal> {
  if (!(await input.canRead())) return 'not-a-sound'
  if ((await input.getVideoTracks()).length > 0) return 'a-film'
  return (await input.getPrimaryAudioTrack()) ?? 'not-a-sound'
}

async function moved(
  track: InputAudioTrack,
  codec: AudioCodec,
  mediaType: CleanSound['mediaType'],
  format: OutputFormat,
): Promise<CleanSound | SoundRefusal> {
  const decoderConfig = await track.getDecoderConfig()
  if (!decoderConfig) return 'damaged'
  const target = new BufferTarget()
  const output = new Output({ format, target })
  const source = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(source)
  await output.start()
  let end = 0
  let packets = 0
  for await (const packet of new EncodedPacketSink(track).packets()) {
    end = packet.timestamp + packet.duration
    if (end > MOST_SECONDS) {
      await output.cancel()
      return 'too-long'
    }
    await source.add(packet, { decoderConfig })
    // A long recording lets other people's pages through in between.
    packets += 1
    if (packets % BREATH === 0) await setImmediate()
  }
  if (end <= 0) {
    await output.cancel()
    return 'damaged'
  }
  await output.finalize()
  if (!target.buffer) return 'damaged'
  const clean = Buffer.from(target.buffer)
  await assertNothingBeside(clean)
  return { kind: 'sound', mediaType, bytes: clean, seconds: Math.round(end * 10) / 10 }
}

class SomethingLeft extends Error {}

/** Names of what a recording carries beside its sound. */
export async function besideSound(bytes: Buffer): Promise<readonly string[]> {
  const input = new Input({ formats: FORMATS, source: new BufferSource(bytes) })
  try {
    const tags: MetadataTags = await input.getMetadataTags()
    const { raw, ...named } = tags
    const tracks = (await input.getTracks()).length
    return [
      ...Object.keys(named),
      ...Object.entries(raw ?? {}).flatMap(([key, value]) =>
        isTheMakers(key, value) ? [] : [key],
      ),
      ...(tracks > 1 ? ['another track'] : []),
    ]
  } finally {
    input.dispose()
  }
}

/** The one word that a file in Ogg must carry: what made it, which here is always the library. */
const isTheMakers = (key: string, value: unknown): boolean =>
  key === 'vendor' && typeof value === 'string' && /^Mediabunny v[\d.]+$/.test(value)

async function assertNothingBeside(bytes: Buffer): Promise<void> {
  const left = await besideSound(bytes)
  if (left.length > 0)
    throw new SomethingLeft(`A recording put anew still carries ${left.join(', ')}`)
}
