import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deviceInWords } from './device.rules.ts'

describe('a device in words', () => {
  for (const [userAgent, words] of [
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1',
      'Safari on an iPhone',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-A536B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36',
      'Samsung Internet on an Android device',
    ],
    ['curl/8.0', 'An unknown device'],
    ['', 'An unknown device'],
  ] as const) {
    it(`is ${words} for ${userAgent.slice(0, 40) || 'nothing'}`, () => {
      assert.equal(deviceInWords(userAgent), words)
    })
  }
})
