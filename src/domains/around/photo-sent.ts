import type { UploadedFile } from '#platform/http/page.ts'
import type { FileRefusal } from '#platform/files/store.ts'

export type NotSent = 'nothing' | 'tooMany' | 'tooLarge'
export type PhotoRefusal =
  | NotSent
  | 'empty'
  | 'harmful'
  | 'notAPicture'
  | 'tooManyPixels'
  | 'damaged'

/** The one photo that was sent, or why there is none. */
export function photoSent(
  files: readonly UploadedFile[],
): { readonly bytes: Buffer } | { readonly refused: NotSent } {
  const [file] = files
  if (!file) return { refused: 'nothing' }
  if (files.some((f) => f.refused === 'too-many')) return { refused: 'tooMany' }
  if (file.refused === 'too-large') return { refused: 'tooLarge' }
  return { bytes: file.bytes }
}

/** What stood in the way of keeping it, by the name of its sentence. What is sound or film is no picture. */
export function photoRefusal(why: FileRefusal): PhotoRefusal {
  if (why === 'too-many-pixels') return 'tooManyPixels'
  return why === 'empty' || why === 'harmful' || why === 'damaged' ? why : 'notAPicture'
}
