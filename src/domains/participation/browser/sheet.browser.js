// A sheet that remembers each line and shape, so that the last can always be undone.

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ colour: string, width: number, points: Point[] }} Line */
/** @typedef {{ colour: string, width: number, at: Point, path: Path2D }} Shape */

const SHAPE_SIZE = 2.4

/**
 * @param {HTMLCanvasElement} canvas
 * @param {CanvasRenderingContext2D} brush
 */
export function makeSheet(canvas, brush) {
  /** @type {(Line | Shape)[]} */
  const done = []
  /** @type {Line | undefined} */
  let line
  let at = { x: canvas.width / 2, y: canvas.height / 2 }
  const pen = { colour: '#1b1b1b', width: 8 }

  const sheet = {
    pen,
    isEmpty: () => done.length === 0,
    isDown: () => line !== undefined,
    at: () => at,
    /** @param {Point} to */
    begin(to) {
      at = within(canvas, to)
      line = { ...pen, points: [at] }
      done.push(line)
    },
    /** @param {Point} to */
    goTo(to) {
      at = within(canvas, to)
      line?.points.push(at)
    },
    lift() {
      line = undefined
    },
    /** @param {Path2D} path */
    put(path) {
      done.push({ ...pen, at, path })
      // The next one stands beside it, not on it.
      at = { x: (at.x + 240) % canvas.width, y: at.y }
    },
    undo() {
      line = undefined
      done.pop()
    },
    clear() {
      line = undefined
      done.length = 0
    },
    /** @param {boolean} withCursor */
    show(withCursor) {
      brush.fillStyle = '#ffffff'
      brush.fillRect(0, 0, canvas.width, canvas.height)
      for (const one of done) {
        if ('points' in one) showLine(brush, one)
        else showShape(brush, one)
      }
      if (withCursor) showCursor(brush, at, line ? pen.colour : '#ffffff')
    },
  }
  sheet.show(false)
  return sheet
}

/** @param {HTMLCanvasElement} canvas @param {Point} to @returns {Point} */
const within = (canvas, to) => ({
  x: Math.max(0, Math.min(canvas.width, to.x)),
  y: Math.max(0, Math.min(canvas.height, to.y)),
})

/** @param {CanvasRenderingContext2D} brush @param {{ colour: string, width: number }} pen */
function take(brush, { colour, width }) {
  brush.strokeStyle = colour
  brush.lineWidth = width
  brush.lineCap = 'round'
  brush.lineJoin = 'round'
}

/** @param {CanvasRenderingContext2D} brush @param {Line} line */
function showLine(brush, line) {
  take(brush, line)
  brush.beginPath()
  const [first] = line.points
  if (!first) return
  brush.moveTo(first.x, first.y)
  // A dot is a line that goes nowhere.
  brush.lineTo(first.x + 0.1, first.y)
  for (const point of line.points) brush.lineTo(point.x, point.y)
  brush.stroke()
}

/** @param {CanvasRenderingContext2D} brush @param {Shape} shape */
function showShape(brush, { colour, width, at, path }) {
  brush.save()
  brush.translate(at.x - 50 * SHAPE_SIZE, at.y - 50 * SHAPE_SIZE)
  brush.scale(SHAPE_SIZE, SHAPE_SIZE)
  take(brush, { colour, width: width / SHAPE_SIZE })
  brush.stroke(path)
  brush.restore()
}

/** @param {CanvasRenderingContext2D} brush @param {Point} at @param {string} fill */
function showCursor(brush, at, fill) {
  brush.beginPath()
  brush.arc(at.x, at.y, 16, 0, Math.PI * 2)
  brush.fillStyle = fill
  brush.fill()
  take(brush, { colour: '#1b1b1b', width: 4 })
  brush.stroke()
}
