// A sheet to draw on with a finger, a mouse or the keys. Without this file a drawing on paper is
// chosen as a photo. What is drawn goes into the form's own file field when it is kept.
import { choose, fileField } from './chosen-file.browser.js'
import { makeSheet } from './sheet.browser.js'

/** @typedef {ReturnType<typeof makeSheet>} Sheet */

const STEP = 18
const THIN = 8
const THICK = 26

const draw = document.querySelector('[data-draw]')
const canvas = draw?.querySelector('[data-draw-sheet]')
const input = fileField()
const brush = canvas instanceof HTMLCanvasElement ? canvas.getContext('2d') : null
if (draw instanceof HTMLElement && canvas instanceof HTMLCanvasElement && brush && input) {
  const sheet = makeSheet(canvas, brush)
  const state = draw.querySelector('[data-draw-state]')
  /** @param {string} name @param {string} shape */
  const tell = (name, shape = '') => {
    const text = state instanceof HTMLElement ? (state.dataset[name] ?? '') : ''
    if (state) state.textContent = text.replace('{shape}', shape)
  }
  byPointer(canvas, sheet)
  byKeys(canvas, sheet, tell)
  tools(draw, sheet, tell)
  keepWhenSent(canvas, sheet, input)
  draw.hidden = false
}

/** @param {HTMLCanvasElement} on @param {Sheet} sheet */
function byPointer(on, sheet) {
  let pressed = false
  /** @param {PointerEvent} event */
  const place = (event) => {
    const box = on.getBoundingClientRect()
    return {
      x: ((event.clientX - box.left) / box.width) * on.width,
      y: ((event.clientY - box.top) / box.height) * on.height,
    }
  }
  on.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    on.setPointerCapture(event.pointerId)
    pressed = true
    sheet.begin(place(event))
    sheet.show(false)
  })
  on.addEventListener('pointermove', (event) => {
    if (!pressed) return
    sheet.goTo(place(event))
    sheet.show(false)
  })
  for (const name of ['pointerup', 'pointercancel']) {
    on.addEventListener(name, () => {
      if (pressed) sheet.lift()
      pressed = false
    })
  }
}

/** @param {HTMLCanvasElement} on @param {Sheet} sheet @param {(name: string) => void} tell */
function byKeys(on, sheet, tell) {
  /** @param {number} x @param {number} y */
  const move = (x, y) => () =>
    sheet.goTo({ x: sheet.at().x + x * STEP, y: sheet.at().y + y * STEP })
  const acts = new Map([
    ['ArrowLeft', move(-1, 0)],
    ['ArrowRight', move(1, 0)],
    ['ArrowUp', move(0, -1)],
    ['ArrowDown', move(0, 1)],
    ['u', () => sheet.undo()],
    [
      ' ',
      () => {
        if (sheet.isDown()) sheet.lift()
        else sheet.begin(sheet.at())
        tell(sheet.isDown() ? 'down' : 'up')
      },
    ],
  ])
  on.addEventListener('keydown', (event) => {
    const act = acts.get(event.key.length === 1 ? event.key.toLowerCase() : event.key)
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
    sheet.show(true)
  })
  on.addEventListener('focus', () => sheet.show(on.matches(':focus-visible')))
  on.addEventListener('blur', () => {
    sheet.lift()
    sheet.show(false)
  })
}

/**
 * @param {HTMLElement} within
 * @param {Sheet} sheet
 * @param {(name: string, shape?: string) => void} tell
 */
function tools(within, sheet, tell) {
  /** @param {string} name @param {(button: HTMLElement) => void} act */
  const each = (name, act) => {
    for (const button of within.querySelectorAll(`[data-draw-${name}]`)) {
      if (!(button instanceof HTMLElement)) continue
      button.addEventListener('click', () => {
        act(button)
        sheet.show(false)
      })
    }
  }
  each('colour', (button) => {
    sheet.pen.colour = button.dataset['drawColour'] ?? sheet.pen.colour
    for (const other of within.querySelectorAll('[data-draw-colour]')) {
      other.setAttribute('aria-pressed', String(other === button))
    }
  })
  each('thick', (button) => {
    sheet.pen.width = sheet.pen.width === THIN ? THICK : THIN
    button.setAttribute('aria-pressed', String(sheet.pen.width === THICK))
  })
  each('undo', () => sheet.undo())
  each('clear', () => sheet.clear())
  each('shape', (button) => {
    sheet.put(new Path2D(button.querySelector('path')?.getAttribute('d') ?? ''))
    tell('placed', button.dataset['drawName'])
  })
}

/** @param {HTMLCanvasElement} on @param {Sheet} sheet @param {HTMLInputElement} field */
function keepWhenSent(on, sheet, field) {
  const { form } = field
  form?.addEventListener('submit', (event) => {
    if (sheet.isEmpty() || form.dataset['drawn']) return
    event.preventDefault()
    sheet.show(false)
    on.toBlob((blob) => {
      if (blob) choose(field, blob, 'drawing.png')
      form.dataset['drawn'] = 'yes'
      form.submit()
    }, 'image/png')
  })
}
