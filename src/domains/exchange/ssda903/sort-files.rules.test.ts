import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { kindOfName, sortFiles } from './sort-files.rules.ts'

function problem(names: string[]): string {
  const sorted = sortFiles(names)
  return sorted.form === 'none' ? sorted.problem : ''
}

describe('the files of a return', () => {
  it('are known by the names councils give them', () => {
    const names = {
      'header.csv': 'header',
      'HEADER.CSV': 'header',
      'SSDA903_2026_Episodes.csv': 'episodes',
      'Anytown 903 sw episodes (1).csv': 'social_worker',
      'SWEpisodes.csv': 'social_worker',
      'social_worker.csv': 'social_worker',
      'missing_episodes.csv': 'missing',
      'PrevPerm.csv': 'prev_perm',
      'previous_permanence.csv': 'prev_perm',
      'placed_for_adoption.csv': 'placed_adoption',
      'PlacedAdoption.csv': 'placed_adoption',
      'DoLo.csv': 'dolo',
      'OC3.csv': 'oc3',
    }
    for (const [name, kind] of Object.entries(names)) assert.equal(kindOfName(name), kind, name)
  })

  it('are not guessed at', () => {
    for (const name of ['placed_for_adoption_errors.csv', 'children.csv', 'notes.txt', '.csv']) {
      assert.equal(kindOfName(name), undefined, name)
    }
  })

  it('are the CSV set when there is one; the rest is named and left out', () => {
    const sorted = sortFiles(['header.csv', 'reviews.csv', 'fake.xml', 'list.xlsx', 'x_errors.csv'])
    assert.equal(sorted.form, 'csv')
    assert.deepEqual(
      sorted.leftOut.map((l) => l.name),
      ['fake.xml', 'list.xlsx', 'x_errors.csv'],
    )
  })

  it('are one XML file when there is no CSV set', () => {
    const sorted = sortFiles(['return.xml', 'list.xlsx'])
    assert.equal(sorted.form === 'xml' && sorted.file, 'return.xml')
  })

  it('are refused with a sentence when it is not clear which they are', () => {
    assert.match(problem(['a.xml', 'b.xml']), /several XML files \(a.xml, b.xml\)/)
    assert.match(problem(['header.csv', 'Header 2025.csv']), /both the header file/)
    assert.match(problem(['episodes.csv']), /There is no header.csv/)
    assert.match(problem([]), /No file of the return was found/)
  })
})
