import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'

const src = path.resolve(import.meta.dirname, '../..')

/** Words by which a program might try to tell danger in what somebody typed. */
const DANGER =
  /\b(suicid\w*|self.?harm\w*|kill(ed|ing)?|hurt(s|ing)?|danger(ous)?|unsafe|overdose|knife|rape\w*|abus\w*|threat\w*|scared|afraid)\b/i
/** A place where text is compared with words: a regular expression, or a search in a text. */
const COMPARES =
  /\/[^/\n]+\/[dgimsuvy]*\.(test|exec)\(|\.(match|matchAll|search|includes)\(|new RegExp\(|~\*|\bilike\b/

const lines = (text: string): readonly string[] => text.split('\n')

/** Lines that compare text with a word of danger. */
export function traps(text: string): readonly string[] {
  return lines(text).filter((line) => COMPARES.test(line) && DANGER.test(line))
}

describe('what is typed', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (f) => /\.(ts|js)$/.test(f) && !f.endsWith('.test.ts'),
  )
  const migrations = path.resolve(src, '../db/migrations')

  it('is read by no code for words that could mean danger', () => {
    assert.ok(files.length > 300)
    const found = files.flatMap((f) =>
      traps(readFileSync(path.join(src, f), 'utf8')).map((line) => `${f}: ${line.trim()}`),
    )
    assert.deepEqual(found, [])
  })

  it('is read by no trigger for them either', () => {
    const found = readdirSync(migrations).flatMap((f) =>
      traps(readFileSync(path.join(migrations, f), 'utf8')).map((line) => `${f}: ${line.trim()}`),
    )
    // A question that staff would ask of everybody, which must not be of what happened: nothing that anybody said.
    const ofStaff = /^\d+_follow_up\.sql: select question ~\* /
    assert.deepEqual(
      found.filter((line) => !ofStaff.test(line)),
      [],
    )
  })

  it('reaches the signal by the button alone: its code takes nothing that was typed', () => {
    const press = readFileSync(path.join(src, 'domains/duty/press/press.page.ts'), 'utf8')
    assert.deepEqual(
      [...press.matchAll(/form, '(\w+)'/g)].map((m) => m[1]),
      ['do'],
    )
    const importers = files.filter((f) =>
      /\bpress\b[^'\n]*\}? from '\.\.?\/.*duty\.queries/.test(
        readFileSync(path.join(src, f), 'utf8').replaceAll('\n', ' '),
      ),
    )
    assert.deepEqual(
      importers.map((f) => f.replaceAll('\\', '/')),
      ['domains/duty/press/press.page.ts'],
    )
  })

  it('would be caught if it were', () => {
    assert.equal(traps('if (/suicide|kill/i.test(words)) alert()').length, 1)
    assert.equal(traps("if (words.includes('scared')) ask()").length, 1)
    assert.equal(traps("where words ~* 'hurt|danger'").length, 1)
    assert.equal(traps("'If you are in danger now, call 999.'").length, 0)
  })
})
