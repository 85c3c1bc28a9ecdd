import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isCommon, refusePassword } from './password.rules.ts'

describe('choosing a password', () => {
  it('needs twelve characters and no more than that', () => {
    assert.equal(refusePassword('elevenchars', 'ada'), 'too-short')
    assert.equal(refusePassword('kettle marsh', 'ada'), undefined)
    assert.equal(refusePassword('x'.repeat(201), 'ada'), 'too-long')
  })

  it('counts characters as people do', () => {
    assert.equal(refusePassword('👩🏽‍🚀', 'ada'), 'too-short')
    assert.equal(refusePassword('ሰላም ለሁላችሁም ይሁን', 'ada'), undefined)
  })

  it('asks for no mixture of signs', () => {
    assert.equal(refusePassword('lantern orchard puddle', 'ada'), undefined)
  })

  for (const common of [
    'password1234',
    'Password123!',
    'P@ssw0rd2026',
    'passwordpassword',
    'letmeinletmein',
    '123456789012',
    '987654321098',
    'aaaaaaaaaaaa',
    'abababababab',
    'abcdefghijkl',
    'qwertyuiop123',
    'QwErTyUiOp!!!',
    'iloveyou2026!',
    'liverpoolfc1892',
    'manchesterunited',
    'November2026!',
    'welcome12345',
    'correcthorsebatterystaple',
    'CorrectHorseBatteryStaple1',
    '000000000000',
    'safeguarding1',
    'adminadmin123',
    'sunshine2024!',
    '12/12/2012 12',
  ]) {
    it(`refuses ${common}`, () => {
      assert.equal(refusePassword(common, 'ada.worker'), 'common')
    })
  }

  it('does not refuse three words put together, even where each is common', () => {
    assert.equal(isCommon('purple kitten outlook'), false)
    assert.equal(isCommon('gorse bramble thicket'), false)
  })

  it('refuses the user name inside it, and for an address what stands before the @', () => {
    assert.equal(refusePassword('xx ada.worker xx', 'ada.worker'), 'has-user-name')
    assert.equal(refusePassword('my ADA.WORKER key', 'ada.worker@council.example'), 'has-user-name')
  })
})
