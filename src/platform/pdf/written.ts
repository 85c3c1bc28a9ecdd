// oxlint-disable-next-line import/no-named-as-default -- its types know only the default
import PDFDocument from 'pdfkit'
import { facesOf, NO_LETTER } from './letters.ts'

import { brokenInto, inVisualOrder, readsRightToLeft, type Stretch } from './lines.ts'
import { openedFont } from './opened-font.ts'

/** A part of a document: a heading, or a text as somebody wrote it. */
export type Part = {
  readonly kind: 'h1' | 'h2' | 'h3' | 'text' | 'small'
  readonly text: string
}

export type Written = {
  readonly title: string
  readonly language: string
  readonly parts: readonly Part[]
  /** Said at the top when a letter could not be printed. */
  readonly whenLettersAreMissing: string
}

const MARGIN = 56
const FOOT = 40
const LOOKS = {
  h1: { size: 20, above: 0, below: 10, bold: true, tag: 'H1' },
  h2: { size: 15, above: 16, below: 4, bold: true, tag: 'H2' },
  h3: { size: 11, above: 8, below: 2, bold: true, tag: 'H3' },
  text: { size: 11, above: 0, below: 4, bold: false, tag: 'P' },
  small: { size: 9, above: 0, below: 4, bold: false, tag: 'P' },
} as const
const LEADING = 1.45

type Doc = InstanceType<typeof PDFDocument>

/** What of a typeface as the library opened it is used here. */
type Opened = { readonly font: { readonly hasGlyphForCodePoint: (code: number) => boolean } }

/**
 * A text as a PDF that can be read aloud: tagged, with its language and title, each part with its own
 * words in the order in which they are read, in any script the typefaces of the pages have.
 */
export function writtenAsPdf(written: Written): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: written.language,
    displayTitle: true,
    ...({ subset: 'PDF/UA' } as object),
    bufferPages: true,
    info: { Title: written.title },
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- none of its own: ours are embedded
    font: null as unknown as string,
  })
  const done = collected(doc)
  const letters = lettersOf(doc)
  const body = doc.struct('Document')
  doc.addStructure(body)
  for (const part of withNotice(written, letters)) {
    body.add(drawn(doc, part, letters))
  }
  body.end()
  numberPages(doc, letters)
  doc.end()
  return done
}

function collected(doc: Doc): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}

/** Right to left a stretch is shaped whole; otherwise word by word, which the library remembers. */
const shaping = (s: Stretch): { readonly features?: [] } =>
  s.level % 2 === 1 ? { features: [] } : {}

type Letters = {
  readonly faceFor: (bold: boolean) => (letter: string) => string | undefined
  readonly fallback: (bold: boolean) => string
  readonly widthOf: (stretch: Stretch, size: number) => number
}

function lettersOf(doc: Doc): Letters {
  const faces = [false, true].map((bold) => facesOf(bold))
  const known = new Map<string, string | undefined>()
  for (const face of faces.flat()) doc.registerFont(face.name, openedFont(face.file))
  const has = (face: string, letter: string): boolean => {
    doc.font(face)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion, eslint/no-underscore-dangle -- the library publishes no name for a typeface it has opened
    const opened = (doc as unknown as { readonly _font: Opened })._font
    return opened.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
  }
  const find = (bold: boolean, letter: string): string | undefined => {
    const key = `${bold} ${letter}`
    if (!known.has(key)) {
      known.set(key, faces[bold ? 1 : 0]?.find((f) => has(f.name, letter))?.name)
    }
    return known.get(key)
  }
  return {
    faceFor: (bold) => (letter) => find(bold, letter),
    fallback: (bold) => faces[bold ? 1 : 0]?.[0]?.name ?? '',
    widthOf: (s, size) => doc.font(s.face, size).widthOfString(s.text, shaping(s)),
  }
}

/** What no typeface has stands as a sign, and the document says so. */
function withNotice(written: Written, letters: Letters): readonly Part[] {
  let missing = false
  const parts = written.parts.map((part) => {
    const face = letters.faceFor(LOOKS[part.kind].bold)
    const text = Array.from(part.text, (letter) => {
      if (/[\s\p{Cf}]/u.test(letter) || face(letter) !== undefined) return letter
      missing = true
      return NO_LETTER
    }).join('')
    return { ...part, text }
  })
  const notice: Part = { kind: 'small', text: written.whenLettersAreMissing }
  return missing ? [...parts.slice(0, 1), notice, ...parts.slice(1)] : parts
}

function drawn(doc: Doc, part: Part, letters: Letters) {
  const look = LOOKS[part.kind]
  const faceFor = letters.faceFor(look.bold)
  const fallback = letters.fallback(look.bold)
  const width = doc.page.width - 2 * MARGIN
  const measured = (s: Stretch) => letters.widthOf(s, look.size)
  const words = new Map<string, number>()
  const widthOf = (text: string) => {
    const known = words.get(text)
    if (known !== undefined) return known
    const wide = inVisualOrder(text, faceFor, fallback).reduce((sum, s) => sum + measured(s), 0)
    words.set(text, wide)
    return wide
  }
  return doc.struct(look.tag, { actual: part.text }, () => {
    doc.y += look.above
    const rightToLeft = readsRightToLeft(part.text)
    for (const line of brokenInto(part.text, width, widthOf)) {
      const height = look.size * LEADING
      if (doc.y + height > doc.page.height - MARGIN - FOOT) doc.addPage()
      const { y } = doc
      const stretches = inVisualOrder(line, faceFor, fallback)
      const wide = stretches.reduce((sum, s) => sum + measured(s), 0)
      let x = rightToLeft ? MARGIN + width - wide : MARGIN
      for (const stretch of stretches) {
        doc.font(stretch.face, look.size).text(stretch.text, x, y + look.size, {
          lineBreak: false,
          baseline: 'alphabetic',
          ...shaping(stretch),
        })
        x += measured(stretch)
      }
      doc.y = y + height
    }
    doc.y += look.below
  })
}

/** Page numbers, which are not part of what is read aloud. */
function numberPages(doc: Doc, letters: Letters): void {
  const { start, count } = doc.bufferedPageRange()
  for (let n = start; n < start + count; n += 1) {
    doc.switchToPage(n)
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc
      .font(letters.fallback(false), 9)
      .text(`${n + 1} of ${count}`, MARGIN, doc.page.height - FOOT, { lineBreak: false })
    doc.endMarkedContent()
  }
}
