/** Why a worker signed a young person out everywhere: codes, so that nothing is written about them here. */
export const ENDING_REASONS = ['missing', 'device_gone', 'somebody_else', 'asked'] as const

export type EndingReason = (typeof ENDING_REASONS)[number]

/** For staff. The young person's words are in their catalogue. */
export const ENDING_WORDS: Readonly<Record<EndingReason, string>> = {
  missing: 'They are missing',
  device_gone: 'A phone or computer was lost or taken',
  somebody_else: 'Somebody else may be using it',
  asked: 'They asked for it',
}

export const readEndingReason = (text: string): EndingReason | undefined =>
  ENDING_REASONS.find((reason) => reason === text)
