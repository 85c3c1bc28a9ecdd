import { createCipheriv, createHash } from 'node:crypto'

/** Bytes as if drawn at random, the same ones each time for the same name: what is measured with them stays. */
export function drawnFrom(name: string): (count: number) => Buffer {
  const seed = createHash('sha256').update(name).digest()
  const stream = createCipheriv('aes-256-ctr', seed, Buffer.alloc(16))
  return (count) => stream.update(Buffer.alloc(count))
}
