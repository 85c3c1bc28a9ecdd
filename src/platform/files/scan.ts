import { connect, type Socket } from 'node:net'

/** Where a daemon listens that speaks as ClamAV's does. */
export type ScannerAddress =
  | { readonly host: string; readonly port: number }
  | { readonly path: string }

/** Reads tcp://host:port or unix:/path. Undefined for anything else. */
export function readScannerAddress(text: string): ScannerAddress | undefined {
  const tcp = /^tcp:\/\/(\[[0-9a-f:]+\]|[^/:[\]\s]+):(\d{1,5})\/?$/i.exec(text)
  if (tcp?.[1] && Number(tcp[2]) > 0 && Number(tcp[2]) < 65_536) {
    return { host: tcp[1].replace(/^\[|\]$/g, ''), port: Number(tcp[2]) }
  }
  const unix = /^unix:(?:\/\/)?(\/.+)$/.exec(text)
  return unix?.[1] ? { path: unix[1] } : undefined
}

/** What the daemon said; no-answer when it cannot be reached, is too slow or does not say. */
export type Scanned = 'clean' | 'found' | 'no-answer'

/** What was found of harm in a file: waiting when a scanner is set up and did not answer. */
export type Scan = 'not_scanned' | 'clean' | 'waiting' | 'found'
export const SCANS: readonly Scan[] = ['not_scanned', 'clean', 'waiting', 'found']

/** Asks the scanner, where one is set up. */
export async function scanned(scanner: ScannerAddress | undefined, bytes: Buffer): Promise<Scan> {
  if (!scanner) return 'not_scanned'
  const found = await scanBytes(scanner, bytes)
  return found === 'no-answer' ? 'waiting' : found
}

const PATIENCE = 10_000
const CHUNK = 64 * 1024

/** Sends the bytes to the daemon (the INSTREAM command) and reads its verdict. Never throws. */
export function scanBytes(
  address: ScannerAddress,
  bytes: Buffer,
  patience = PATIENCE,
): Promise<Scanned> {
  return new Promise((resolve) => {
    const socket = connect(address)
    const late = setTimeout(() => end('no-answer'), patience)
    let said = ''
    const end = (found: Scanned) => {
      clearTimeout(late)
      socket.destroy()
      resolve(found)
    }
    socket.on('connect', () => send(socket, bytes))
    socket.on('data', (data) => {
      said += data.toString('latin1')
      // The answer ends with a null character; what follows it is not ours.
      if (said.includes('\0') || said.length > 4096) end(verdict(said))
    })
    socket.on('end', () => end(verdict(said)))
    socket.on('error', () => end('no-answer'))
  })
}

function send(socket: Socket, bytes: Buffer): void {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    socket.write(chunk)
  }
  socket.write(Buffer.alloc(4))
}

function verdict(said: string): Scanned {
  const [line = ''] = said.split('\0')
  if (line.endsWith(': OK')) return 'clean'
  return line.endsWith(' FOUND') ? 'found' : 'no-answer'
}
