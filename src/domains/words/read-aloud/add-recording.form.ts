import { textOf } from '#platform/http/fields.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { UploadedFile } from '#platform/http/page.ts'

export type RecordingForm = { readonly bytes: Buffer; readonly speaker: string }

const TOO_LARGE = 'The recording must be 12 MB or smaller'

/** What a file was refused for, in a sentence. */
export const REFUSED: Readonly<Record<string, string>> = {
  empty: 'The file is empty. Choose another',
  harmful: 'A scanner found something harmful in the file. It was not kept',
  'not-a-sound': 'Choose a recording: the file is not one, whatever its name says',
  'a-film': 'Choose a recording of sound only: this is a film',
  'sound-not-kept':
    'Choose a recording in WebM, M4A, MP3, Ogg Opus or WAV: this kind of sound is not kept',
  'too-long': 'The recording must be 20 minutes or shorter',
  damaged: 'The recording is damaged. Choose another',
}

/** A recording as it was sent, or what to put right. */
export function readRecording(
  form: Readonly<Record<string, unknown>>,
  files: readonly UploadedFile[],
): { readonly read: RecordingForm } | { readonly problems: readonly Problem[] } {
  const file = files.find((f) => f.field === 'recording')
  const speaker = textOf(form, 'speaker').trim()
  const problems = [
    ...fileProblems(file),
    ...(speaker === '' ? [{ field: 'speaker', text: 'Say who speaks' }] : []),
    ...(speaker.length > 200 ? [{ field: 'speaker', text: 'Use 200 characters or fewer' }] : []),
    ...(textOf(form, 'agreed') === 'yes'
      ? []
      : [{ field: 'agreed', text: 'A recording is kept only when the speaker agreed to it' }]),
  ]
  if (!file || problems.length > 0) return { problems }
  return { read: { bytes: file.bytes, speaker } }
}

function fileProblems(file: UploadedFile | undefined): readonly Problem[] {
  if (file?.refused) return [{ field: 'recording', text: TOO_LARGE }]
  if (file && (file.bytes.length > 0 || file.name !== '')) return []
  return [{ field: 'recording', text: 'Choose a recording' }]
}
