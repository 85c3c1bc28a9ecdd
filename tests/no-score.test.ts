import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { tokensOf } from '#domains/between-councils/index.ts'
import {
  compare,
  generatePairs,
  type MatchRecord,
  readPeopleFile,
  STARTING_MODEL,
} from '#domains/matching/index.ts'
import { world, type World } from './support/world.ts'

const root = path.resolve(import.meta.dirname, '..')
const sources = ['src', 'db/migrations', 'tools'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.(ts|sql)$/.test(f) && !f.endsWith('.test.ts'))
    .map((f) => path.join(folder, f).replaceAll('\\', '/')),
)

const WHO =
  /nationalit|country_?of_?(birth|origin)|born_?in|immigration_?status|citizenship|ethnicit|child_background|\bgrouped\b/i
const RATED =
  /\b(risk|likelihood|probability|suspicion|credibility|priority)_?(score|level|rating|weight|index)?\b|\w*_?score\b|\bscor(e|ed|ing)\b/i

/** Code without what only people read: comments, and text in quotes that has a space in it. */
const bare = (text: string): string =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)(\/\/|--)[^\n]*/g, '')
    .replaceAll(/'(?:[^'\n]|'')*'|"[^"\n]*"|`[^`]*`/g, (quoted) =>
      quoted.includes(' ') && !quoted.startsWith('`') ? "''" : quoted,
    )

/** Lines on which something of who a child is stands within two lines of something rated. */
function rating(text: string): readonly string[] {
  const lines = bare(text).split('\n')
  return lines.filter(
    (line, n) =>
      WHO.test(line) && lines.slice(Math.max(0, n - 2), n + 3).some((l) => RATED.test(l)),
  )
}

describe('no score of a child by where they are from', () => {
  let w: World
  before(async () => {
    w = await world()
  })

  it('is in no code: nothing rates anybody near a nationality, a status or a background', () => {
    const found = sources.flatMap((file) =>
      rating(readFileSync(path.join(root, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
    )
    assert.deepEqual(found, [])
  })

  it('would see one', () => {
    for (const offence of [
      'const riskOf = (c: Child) => weights[c.nationality] * risk_score',
      'select nationality,\n  count(*) * 2 as risk_score from t',
      "if (child.bornIn === 'XX') {\n  score += 1\n}",
      'order by immigration_status, likelihood desc',
    ]) {
      assert.equal(rating(offence).length, 1, offence)
    }
    assert.deepEqual(rating('// nationality is no risk score'), [])
  })

  it('has no column to keep one in, on any table', async () => {
    const { rows } = await sql<{ name: string }>`
      select c.table_name || '.' || c.column_name as name from information_schema.columns c
       where c.table_schema = 'waymark'
         and c.column_name ~ '(risk|suspicion|credibility|likelihood)_?(score|level|rating|weight|index)|(^|_)score$'`.execute(
      w.db,
    )
    assert.deepEqual(rows, [])
  })

  it('is no part of anything that is counted for an area, a service or the public', () => {
    const counting = sources.filter((f) =>
      /^src\/(domains\/(statistics|evaluation)|desks\/barriers-counted)\//.test(f),
    )
    assert.ok(counting.length > 30)
    const naming = counting.filter((f) =>
      /nationalit|citizenship|country_?of_?(birth|origin)|immigration_?status/i.test(
        bare(readFileSync(path.join(root, f), 'utf8')),
      ),
    )
    assert.deepEqual(naming, [])
  })

  it('is no part of what finds the same child: not in its code, its columns, its weights or its encodings', () => {
    const finding = readdirSync(path.join(root, 'src/domains'), {
      recursive: true,
      encoding: 'utf8',
    }).filter(
      (f) => /^(matching|between-councils|same-child)\//.test(f) && /(?<!\.test)\.ts$/.test(f),
    )
    assert.ok(finding.length > 80)
    const naming = finding.filter((f) => {
      const text = readFileSync(path.join(root, 'src/domains', f), 'utf8')
      const code = text.replaceAll(/\/\*[\s\S]*?\*\/|(^|\s)\/\/[^\n]*/g, '')
      return /nationalit|citizen|countr(y|ies)|immigration/i.test(code)
    })
    assert.deepEqual(naming, [])
    assert.doesNotMatch(generatePairs({ pairs: 2, seed: 1 }).left, /nationalit/i)
    const rows = (theirs: string) => {
      const text = `id,name,dob,phone,nationality,country of birth,citizenship\n1,Yonas Haile,2008-03-04,07700 900123,${theirs}\n`
      return [...readPeopleFile(Buffer.from(text), 'A file')].flatMap((p) => p.record)
    }
    const [here, same, other] = ['Eritrea,Eritrea,Eritrea', 'Eritrea,Eritrea,Eritrea', 'Iraq,,Iraq']
      .flatMap(rows)
      .map((record, n) => ({ ...record, id: String(n) }))
    assert.ok(here && same && other)
    const kept = { records: 1000, countOf: () => 1 }
    const weighed = (two: MatchRecord) => compare(here, two, STARTING_MODEL, kept)
    assert.ok(weighed(same).weight > 10)
    assert.deepEqual(weighed(other), weighed(same))
    assert.deepEqual(tokensOf(other), tokensOf(here))
  })

  it('has nothing of nationality or status in what decides about a concern', async () => {
    const rules = sources.filter((f) =>
      /^src\/domains\/identification\/[^/]+\.(rules|queries)\.ts$/.test(f),
    )
    assert.ok(rules.length > 5)
    const naming = rules.filter((f) =>
      /nationalit|citizenship|asylum|visa\b|immigration_?status/i.test(
        bare(readFileSync(path.join(root, f), 'utf8')),
      ),
    )
    assert.deepEqual(naming, [])
    const { rows } = await sql<{ name: string }>`
      select c.table_name || '.' || c.column_name as name from information_schema.columns c
       where c.table_schema = 'waymark' and (c.table_name like 'concern%' or c.table_name like 'exploitation%' or c.table_name like 'situation%')
         and c.column_name ~ 'national|immigration|status|citizen'`.execute(w.db)
    assert.deepEqual(rows, [])
  })
})
