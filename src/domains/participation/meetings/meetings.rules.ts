/** What a line for a meeting can be, who says it, and what came of it. Pure. */
export const LINE_KINDS = ['want_said', 'not_said', 'not_there'] as const
export type LineKind = (typeof LINE_KINDS)[number]
export const WHO_SAYS = ['me', 'somebody', 'read_out', 'not_said'] as const
export type WhoSays = (typeof WHO_SAYS)[number]
export const TALKED = ['yes', 'partly', 'no', 'dont_know'] as const
export type Talked = (typeof TALKED)[number]
