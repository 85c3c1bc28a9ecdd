import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  contrast,
  LANES,
  LANES_DARK,
  type Lane,
  luminance,
  STAFF,
  type Theme,
  YOUNG,
  YOUNG_DARK,
} from './palette.ts'

const themes: readonly (readonly [string, Theme, Readonly<Record<string, Lane>>])[] = [
  ['staff', STAFF, LANES],
  ['young', YOUNG, LANES],
  ['young, dark', YOUNG_DARK, LANES_DARK],
]

const TEXT = 4.5
const SHAPE = 3

/** Text on what it is written on; success criterion 1.4.3. */
const written: readonly (readonly [keyof Theme, keyof Theme])[] = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['soft-ink', 'paper'],
  ['soft-ink', 'surface'],
  ['link', 'paper'],
  ['link', 'surface'],
  ['link-seen', 'paper'],
  ['link-seen', 'surface'],
  ['link-over', 'paper'],
  ['link-over', 'surface'],
  ['on-brand', 'brand'],
  ['on-action', 'action'],
  ['on-action', 'action-over'],
  ['on-harm', 'harm'],
  ['on-harm', 'harm-over'],
  ['on-focus', 'focus'],
  ['harm', 'paper'],
  ['harm', 'surface'],
  ['ink', 'harm-soft'],
  ['harm', 'harm-soft'],
  ['done', 'paper'],
]

/** Edges a person must see to use the page; success criterion 1.4.11. */
const drawn: readonly (readonly [keyof Theme, keyof Theme])[] = [
  ['strong-line', 'paper'],
  ['strong-line', 'surface'],
  ['action', 'paper'],
  ['action', 'surface'],
  ['harm', 'paper'],
  ['on-focus', 'focus'],
]

describe('the palette', () => {
  for (const [name, theme, lanes] of themes) {
    for (const [over, under] of written) {
      it(`${name}: ${over} can be read on ${under}`, () => {
        const found = contrast(theme[over], theme[under])
        assert.ok(found >= TEXT, `${found.toFixed(2)} is less than ${TEXT}`)
      })
    }
    for (const [over, under] of drawn) {
      it(`${name}: ${over} can be seen on ${under}`, () => {
        const found = contrast(theme[over], theme[under])
        assert.ok(found >= SHAPE, `${found.toFixed(2)} is less than ${SHAPE}`)
      })
    }
    for (const [lane, { deep, soft }] of Object.entries(lanes)) {
      it(`${name}: the ${lane} lane can be read on paper, on the surface and on its own tint`, () => {
        for (const under of [theme.paper, theme.surface, soft]) {
          assert.ok(contrast(deep, under) >= TEXT, `${deep} on ${under}`)
        }
        assert.ok(contrast(theme.ink, soft) >= TEXT, `ink on ${soft}`)
      })
    }
  }

  it('shows where the focus is against the page: by its colour in the dark, by its dark edge in the light', () => {
    assert.ok(contrast(STAFF['on-focus'], STAFF.paper) >= SHAPE)
    assert.ok(contrast(YOUNG['on-focus'], YOUNG.paper) >= SHAPE)
    assert.ok(contrast(YOUNG_DARK.focus, YOUNG_DARK.paper) >= SHAPE)
  })

  it('counts contrast as WCAG does', () => {
    assert.equal(luminance('#ffffff'), 1)
    assert.equal(contrast('#000000', '#ffffff'), 21)
    assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48')
    assert.equal(contrast('#ffffff', '#777777').toFixed(2), '4.48')
  })

  it('keeps red for harm: no lane is red', () => {
    for (const { deep } of Object.values(LANES)) {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(deep.slice(at, at + 2), 16))
      assert.ok(r < 2 * Math.max(g, b), `${deep} reads as red`)
    }
  })
})
