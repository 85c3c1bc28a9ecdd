import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { readable } from './fields.ts'
import type { Page, UploadedFile } from './page.ts'

/** A request that is too large or broken, with the sentence to say so. */
export class BadRequest extends Error {
  readonly statusCode: number
  constructor(statusCode: number, message: string) {
    super(message)
    this.statusCode = statusCode
  }
}

type Body = {
  readonly form: Readonly<Record<string, unknown>>
  readonly files: readonly UploadedFile[]
}

/** The fields and files of a form, whichever way the browser sent it. */
export async function readBody(request: FastifyRequest, page: Page): Promise<Body> {
  if (!request.isMultipart()) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the form parser's own shape
    return { form: readable((request.body ?? {}) as Record<string, unknown>), files: [] }
  }
  if (!page.upload) throw new BadRequest(415, 'This page does not take files.')
  const { upload } = page
  const most = upload.saysSo ? upload.files + MORE_THAN_MANY : upload.files
  const limits = { fileSize: upload.bytes, files: most, fields: 50 }
  const options = { limits, throwFileSizeLimit: !upload.saysSo }
  const form: Record<string, unknown> = {}
  const files: UploadedFile[] = []
  try {
    for await (const part of request.parts(options)) {
      if (part.type === 'file') {
        const file = await readFile(part, upload, files.length)
        if (file) files.push(file)
      } else addField(form, part.fieldname, part.value)
    }
  } catch (error) {
    throw asBadRequest(error, upload)
  }
  return { form: readable(form), files }
}

/** A field sent several times is a list, as in a form without files. */
function addField(form: Record<string, unknown>, name: string, value: unknown): void {
  const before = Object.hasOwn(form, name) ? form[name] : undefined
  if (before === undefined) form[name] = value
  else form[name] = Array.isArray(before) ? [...before, value] : [before, value]
}

/** How many files beyond its own a page that says so itself is told of, before the request is refused whole. */
const MORE_THAN_MANY = 50

/** One file, read whole; one that the page does not take is let pass without being kept in memory. */
async function readFile(
  part: MultipartFile,
  upload: NonNullable<Page['upload']>,
  earlier: number,
): Promise<UploadedFile | undefined> {
  const about = { field: part.fieldname, name: part.filename, type: part.mimetype }
  const nothing = Buffer.alloc(0)
  if (earlier >= upload.files) {
    for await (const _ of part.file) continue
    return { ...about, bytes: nothing, refused: 'too-many' }
  }
  if (!upload.saysSo) {
    const bytes = await part.toBuffer()
    return part.filename ? { ...about, bytes } : undefined
  }
  const chunks: Buffer[] = []
  for await (const chunk of part.file) chunks.push(chunk)
  if (part.file.truncated) return { ...about, bytes: nothing, refused: 'too-large' }
  return part.filename ? { ...about, bytes: Buffer.concat(chunks) } : undefined
}

function asBadRequest(
  error: unknown,
  upload: { readonly bytes: number; readonly files: number },
): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'FST_REQ_FILE_TOO_LARGE') {
    const megabytes = Math.floor(upload.bytes / 1024 / 1024)
    return new BadRequest(
      413,
      `The file is larger than ${megabytes} MB. Nothing was kept. Choose a smaller file.`,
    )
  }
  if (code === 'FST_FILES_LIMIT') {
    return new BadRequest(
      413,
      `There are more than ${upload.files} files. Nothing was kept. Choose fewer.`,
    )
  }
  return new BadRequest(
    400,
    'The form arrived incomplete. Nothing was kept. Go back and send it again.',
  )
}
