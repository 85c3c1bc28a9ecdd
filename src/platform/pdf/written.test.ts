import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inflateSync } from 'node:zlib'
import { brokenInto, inVisualOrder, readsRightToLeft } from './lines.ts'
import { type Part, writtenAsPdf } from './written.ts'

const made = (...parts: readonly Part[]) =>
  writtenAsPdf({
    title: 'A referral for help',
    language: 'en-GB',
    whenLettersAreMissing: 'Some letters cannot be printed.',
    parts: [{ kind: 'h1', text: 'A referral for help' }, ...parts],
  })

/** The objects of the file as text; streams unpacked. */
function opened(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map((m) => {
    try {
      return inflateSync(Buffer.from(m[1] ?? '', 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...streams].join('\n')
}

const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('latin1')

describe('a text as a PDF', () => {
  it('can be read aloud: tagged, titled, in its language, each part with its own words', async () => {
    const pdf = opened(
      await made({ kind: 'h2', text: 'What happened' }, { kind: 'text', text: 'قال يوسف' }),
    )
    assert.match(pdf, /\/MarkInfo[\s\S]*\/StructTreeRoot/)
    assert.match(pdf, /\/Lang \(en-GB\)/)
    assert.match(pdf, /\/DisplayDocTitle true/)
    for (const tag of ['/H1', '/H2', '/P', '/Document']) assert.ok(pdf.includes(`/S ${tag}`), tag)
    assert.ok(pdf.includes(utf16('قال يوسف')), 'in the order in which it is read')
  })

  it('goes on over pages, with their numbers apart from what is read', async () => {
    const text = 'They were taken to a house near the sea. '.repeat(400)
    const pdf = opened(await made({ kind: 'text', text }))
    const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0
    assert.ok(pages > 3, String(pages))
    assert.equal(pdf.match(/\/Artifact/g)?.length, pages)
  })

  it('says so when a letter cannot be printed, and not otherwise', async () => {
    const notice = '/S /P\n/ActualText (Some letters cannot be printed.)'
    const found = async (text: string) =>
      opened(await made({ kind: 'text', text }))
        .replaceAll('\r', '')
        .includes('Some letters cannot be printed.')
    assert.equal(await found('陈伟'), true, notice)
    assert.equal(await found('ጽቡቕ, Nguyễn, Шевченко, Ελένη, ሰላም, ژیان'), false)
  })
})

describe('lines', () => {
  const each = (text: string) => Array.from(text).length

  it('break between words, and within a word only when it is wider than a line', () => {
    assert.deepEqual(brokenInto('one two three', 8, each), ['one two', 'three'])
    assert.deepEqual(brokenInto('abcdefghij k', 4, each), ['abcd', 'efgh', 'ij k'])
    assert.deepEqual(brokenInto('a\n\nb', 4, each), ['a', '', 'b'])
  })

  it('stand as both directions ask', () => {
    const face = (letter: string) => (/\p{Script=Arabic}/u.test(letter) ? 'arabic' : 'latin')
    assert.equal(readsRightToLeft('قال hello'), true)
    assert.equal(readsRightToLeft('hello قال'), false)
    const order = inVisualOrder('قال (12) نعم.', face, 'latin').map((s) => s.text)
    assert.deepEqual(order, ['.', 'نعم', ' (', '12', ') ', 'قال'])
  })
})
