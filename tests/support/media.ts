import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  type MetadataTags,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
  type OutputFormat,
  WavOutputFormat,
  WebMOutputFormat,
} from 'mediabunny'
import sharp from 'sharp'

/** What a phone writes into a file beside what was meant. */
export const TAGS: MetadataTags = {
  title: 'Recorded at 12 Marsh Lane',
  artist: 'Phone of Kit',
  comment: 'GPS 51.5,-0.1',
  date: new Date('2026-05-01T10:00:00Z'),
}

const FORMATS = {
  webm: () => new WebMOutputFormat(),
  mp4: () => new Mp4OutputFormat({ fastStart: 'in-memory' }),
  ogg: () => new OggOutputFormat(),
  mp3: () => new Mp3OutputFormat(),
  wav: () => new WavOutputFormat(),
} as const satisfies Record<string, () => OutputFormat>

export type SoundKind = keyof typeof FORMATS

/** A recording of silence, as a phone would make it, with all that it writes beside it. */
export async function aRecording(
  kind: SoundKind,
  { seconds = 1, tags = TAGS }: { seconds?: number; tags?: MetadataTags } = {},
): Promise<Buffer> {
  const target = new BufferTarget()
  const output = new Output({ format: FORMATS[kind](), target })
  const codec = CODEC_OF[kind]
  const source = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(source)
  output.setMetadataTags(tags)
  await output.start()
  const { data, lasts, config } = SILENCE[codec]
  for (let n = 0; n * lasts < seconds; n += 1) {
    await source.add(new EncodedPacket(data, 'key', n * lasts, lasts), { decoderConfig: config })
  }
  await output.finalize()
  return Buffer.from(target.buffer ?? new ArrayBuffer(0))
}

/** A film: a picture and no more than a name of how it is shown. */
export async function aFilm(): Promise<Buffer> {
  const target = new BufferTarget()
  const output = new Output({ format: new WebMOutputFormat(), target })
  const source = new EncodedVideoPacketSource('vp8')
  output.addVideoTrack(source)
  await output.start()
  const decoderConfig = { codec: 'vp8', codedWidth: 16, codedHeight: 16 }
  await source.add(new EncodedPacket(new Uint8Array(40), 'key', 0, 1), { decoderConfig })
  await output.finalize()
  return Buffer.from(target.buffer ?? new ArrayBuffer(0))
}

const CODEC_OF = { webm: 'opus', ogg: 'opus', mp4: 'aac', mp3: 'mp3', wav: 'pcm-s16' } as const

const mp3Frame = (): Uint8Array => {
  const frame = new Uint8Array(417)
  frame.set([0xff, 0xfb, 0x90, 0xc4])
  return frame
}

/** One packet of nothing in each codec. */
const SILENCE = {
  opus: {
    data: new Uint8Array([0xf8, 0xff, 0xfe]),
    lasts: 0.02,
    config: {
      codec: 'opus',
      sampleRate: 48_000,
      numberOfChannels: 1,
      description: Buffer.from('OpusHead\u0001\u0001\0\0\u0080\u00bb\0\0\0\0\0', 'latin1'),
    },
  },
  aac: {
    data: new Uint8Array([0x01, 0x40, 0x20, 0x07, 0x0e]),
    lasts: 1024 / 44_100,
    config: {
      codec: 'mp4a.40.2',
      sampleRate: 44_100,
      numberOfChannels: 1,
      description: new Uint8Array([0x12, 0x08]),
    },
  },
  mp3: {
    data: mp3Frame(),
    lasts: 1152 / 44_100,
    config: { codec: 'mp3', sampleRate: 44_100, numberOfChannels: 1 },
  },
  'pcm-s16': {
    data: new Uint8Array(1600),
    lasts: 0.1,
    config: { codec: 'pcm-s16', sampleRate: 8000, numberOfChannels: 1 },
  },
} as const

/** A photograph as a phone makes it: lying on its side, and saying where and with what it was taken. */
export const aPhotograph = (format: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#b35c3a' } })
    .withExif({
      IFD0: { Make: 'PhoneMaker', Model: 'Phone of Kit', ImageDescription: 'Marsh Lane 12' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 30/1 0/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 7/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .withIccProfile('p3')
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>',
    )
    .toFormat(format)
    .toBuffer()

/** What every scanner finds: a text made to be found and to harm nobody. In two parts, so that none finds it here. */
export const EICAR = [
  'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-',
  'ANTIVIRUS-TEST-FILE!$H+H*',
].join('')
