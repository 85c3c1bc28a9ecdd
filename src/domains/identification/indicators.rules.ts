/** Something to look for, with its source. A prompt; nothing counts them. */
export type Indicator = {
  readonly id: string
  readonly grouped: string
  readonly says: string
  readonly source: string
}

export const INDICATOR_GROUPS: Readonly<Record<string, string>> = {
  child: 'The child',
  setting: 'Where they are',
  control: 'Control',
  fear: 'Fear',
  harm: 'Harm',
  work: 'Work',
  travel: 'Journey, papers and debt',
}
