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
  const limits = { fileSize: page.upload.bytes, files: page.upload.files, fields: 50 }
  const form: Record<string, unknown> = {}
  const files: UploadedFile[] = []
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') {
        const bytes = await part.toBuffer()
        if (part.filename) {
          files.push({ field: part.fieldname, name: part.filename, type: part.mimetype, bytes })
        }
      } else form[part.fieldname] = part.value
    }
  } catch (error) {
    throw asBadRequest(error, page.upload)
  }
  return { form: readable(form), files }
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
