/** One list in another: what belongs to n stands from ends[n] to ends[n + 1]. */
export type Lists = {
  readonly names: Int32Array
  readonly nameEnds: Int32Array
  readonly words: Int32Array
  readonly births: Int32Array
  readonly birthEnds: Int32Array
  readonly fields: readonly { readonly ends: Int32Array; readonly values: Int32Array }[]
}
