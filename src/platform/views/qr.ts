import { encode } from 'uqr'

/** A QR code as the path of an SVG, `size` squares wide, with the quiet border that readers need. */
export type Qr = { readonly size: number; readonly path: string }

export function qrOf(text: string): Qr {
  const { data, size } = encode(text, { border: 4, ecc: 'M' })
  const squares = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return { size, path: squares.join('') }
}
