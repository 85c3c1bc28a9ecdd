import { crc32, deflateRawSync } from 'node:zlib'

/** A small zip writer, so that tests can make good zips and broken ones. */
export type ZipItem = {
  readonly name: string
  readonly body: Buffer | string
  /** Lies about the unpacked size, as a hostile zip would. */
  readonly claims?: number
  readonly encrypted?: boolean
}

export function zipOf(items: readonly ZipItem[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const item of items) {
    const body = Buffer.from(item.body)
    const packed = deflateRawSync(body)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(item.encrypted ? 0x0801 : 0x0800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(body), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(item.claims ?? body.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(item.name), 22)
    const local = [Buffer.from('PK\u0003\u0004'), fields, Buffer.from(item.name), packed]
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, tail, Buffer.from(item.name))
    parts.push(...local)
    at += local.reduce((sum, b) => sum + b.length, 0)
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(items.length, 4)
  end.writeUInt16LE(items.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, list, Buffer.from('PK\u0005\u0006'), end])
}
