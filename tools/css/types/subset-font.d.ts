declare module 'subset-font' {
  /** Cuts a font down to the letters of a text, keeping what shapes them. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { readonly targetFormat: 'woff2' },
  ): Promise<Buffer>
}
