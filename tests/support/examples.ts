import * as fc from 'fast-check'

/*
 * The same examples each time, so that a commit that was green stays green. Whoever looks for further ones
 * sets EXAMPLES to another number.
 */
fc.configureGlobal({ seed: Number(process.env['EXAMPLES'] ?? 20_261_126) })

export * from 'fast-check'
export { default } from 'fast-check'
