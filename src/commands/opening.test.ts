import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { refuseToOpen, type Found } from './opening.ts'

const well: Found = {
  kind: 'real',
  login: { name: 'waymark_web', superuser: false, bypass: false },
  pending: [],
  demonstrationAccounts: 0,
}

describe('opening a deployment', () => {
  it('goes ahead when all is well', () => {
    assert.deepEqual(refuseToOpen(well, 'real'), [])
    assert.deepEqual(
      refuseToOpen({ ...well, kind: 'demonstration', demonstrationAccounts: 7 }, 'demonstration'),
      [],
    )
  })

  it('is refused with a login that passes row-level security', () => {
    for (const login of [
      { name: 'postgres', superuser: true, bypass: false },
      { name: 'other', superuser: false, bypass: true },
    ]) {
      assert.match(
        refuseToOpen({ ...well, login }, 'real').join(),
        /passes row-level security. Use the login waymark_web/,
      )
    }
  })

  it('is refused with demonstration accounts', () => {
    assert.match(
      refuseToOpen({ ...well, demonstrationAccounts: 2 }, 'real').join(),
      /2 demonstration accounts/,
    )
  })

  it('is refused while migrations are due', () => {
    assert.match(
      refuseToOpen({ ...well, pending: ['0009_x.sql'] }, 'real').join(),
      /Run .\/waymark migrate first/,
    )
  })

  it('never opens one kind as the other', () => {
    assert.match(
      refuseToOpen({ ...well, kind: 'demonstration' }, 'real').join(),
      /holds the demonstration/,
    )
    assert.match(refuseToOpen(well, 'demonstration').join(), /holds a real deployment/)
    assert.match(refuseToOpen({ ...well, kind: undefined }, 'real').join(), /Run .\/waymark init/)
  })
})
