/** A document that is evidence: kept as it came, byte for byte, and only ever downloaded. */
export type KeptDocument = {
  readonly kind: 'document'
  readonly mediaType: keyof typeof DOCUMENT_KINDS
  readonly bytes: Buffer
}

export type DocumentRefusal = 'not-a-document'

/** What each kind is called. */
export const DOCUMENT_KINDS = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'application/pdf': 'PDF',
  'application/msword': 'DOC',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
} as const

const STARTS: readonly (readonly [hex: string, mediaType: keyof typeof DOCUMENT_KINDS])[] = [
  ['ffd8ff', 'image/jpeg'],
  ['89504e470d0a1a0a', 'image/png'],
  ['255044462d', 'application/pdf'],
  ['d0cf11e0a1b11ae1', 'application/msword'],
]
const ZIP = '504b0304'

/**
 * Knows a document by what is in it, whatever its name says. It is not made anew: evidence that was
 * changed is none. So nothing of ours ever opens it, and no page shows it.
 */
export function keptDocument(bytes: Buffer): KeptDocument | DocumentRefusal {
  const begins = (hex: string) => bytes.subarray(0, hex.length / 2).toString('hex') === hex
  const known = STARTS.find(([hex]) => begins(hex))
  if (known) return { kind: 'document', mediaType: known[1], bytes }
  if (begins(ZIP) && bytes.includes('word/document.xml') && !bytes.includes('vbaProject.bin')) {
    return {
      kind: 'document',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes,
    }
  }
  return 'not-a-document'
}
