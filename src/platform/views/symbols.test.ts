import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import sharp from 'sharp'
import { readSymbols, symbolNames, unsafeIn } from './symbols.ts'

const OURS = path.join(import.meta.dirname, 'assets/symbols')
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path fill="#123" d="M0 0h10v10z"/></svg>'

describe('symbols of a service’s own', () => {
  let folder: string

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'waymark-symbols-'))
  })
  after(() => {
    rmSync(folder, { recursive: true })
  })

  it('must all be there, with a line that says whose they are', () => {
    writeFileSync(path.join(folder, 'eye.svg'), SVG)
    assert.throws(
      () => readSymbols(folder),
      /ear\.svg \(or \.png\) is missing.*credit\.txt is missing/s,
    )
  })

  it('are drawings, or pictures within one', async () => {
    for (const name of symbolNames()) writeFileSync(path.join(folder, `${name}.svg`), SVG)
    writeFileSync(path.join(folder, 'credit.txt'), 'Symbols of the service,\nlicensed to it\n')
    rmSync(path.join(folder, 'eye.svg'))
    const create = { width: 8, height: 8, channels: 3, background: '#fff' } as const
    writeFileSync(path.join(folder, 'eye.png'), await sharp({ create }).png().toBuffer())
    const { svgs, credit } = readSymbols(folder)
    assert.equal(svgs.size, symbolNames().length)
    assert.equal(svgs.get('ear'), SVG)
    assert.match(svgs.get('eye') ?? '', /^<svg .*href="data:image\/png;base64,/)
    assert.equal(credit, 'Symbols of the service, licensed to it')
  })

  it('are refused when they could do more than draw, and the sentence says which and why', () => {
    writeFileSync(path.join(folder, 'ear.svg'), SVG.replace('<path', '<script>1</script><path'))
    assert.throws(
      () => readSymbols(folder),
      /WAYMARK_SYMBOLS.*ear\.svg is not safe: it has <script>/,
    )
  })

  it('are refused for each thing that runs, reaches elsewhere or hides', () => {
    const inside = (text: string) => `<svg xmlns="http://www.w3.org/2000/svg">${text}</svg>`
    for (const unsafe of [
      inside('<path onload="x()" d=""/>'),
      inside('<foreignObject></foreignObject>'),
      inside('<style>@import "x"</style>'),
      inside('<path style="fill:red"/>'),
      inside('<use href="https://elsewhere.example/a.svg#b"/>'),
      inside('<use xlink:href="data:image/svg+xml,x"/>'),
      inside('<path fill="url(https://elsewhere.example)"/>'),
      inside('<a href="#x"><path/></a>'),
      inside('<animate attributeName="href"/>'),
      inside('<path d=x />'),
      inside('<path d="x"'),
      inside('<path d="&x;"/>'),
      `<!DOCTYPE svg [<!ENTITY x "y">]>${SVG}`,
      '<html></html>',
    ]) {
      assert.notEqual(unsafeIn(unsafe), undefined, unsafe)
    }
  })

  it('of ours would pass too', () => {
    const unsafe = symbolNames().flatMap((name) => {
      const found = unsafeIn(readFileSync(path.join(OURS, `${name}.svg`), 'utf8'))
      return found ? [`${name}: ${found}`] : []
    })
    assert.deepEqual(unsafe, [])
  })
})
