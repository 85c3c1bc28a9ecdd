/** The little of it that is used: the package has no types for its own decoder. */
declare module 'libheif-js/wasm-bundle.js' {
  type Pixels = {
    readonly data: Uint8ClampedArray
    readonly width: number
    readonly height: number
  }
  type HeifImage = {
    readonly get_width: () => number
    readonly get_height: () => number
    readonly display: (into: Pixels, done: (shown: Pixels | null) => void) => void
  }
  const libheif: {
    readonly HeifDecoder: new () => { readonly decode: (bytes: Uint8Array) => readonly HeifImage[] }
  }
  export default libheif
}
