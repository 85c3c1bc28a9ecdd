/** Hearing the pages, and whose drawings stand on them. */
export const aloud = {
  aloud: {
    listen: 'Listen: {text}',
    drawings: 'The drawings on these pages are by:',
  },
} as const
