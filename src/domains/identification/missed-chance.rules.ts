/** Chances that were missed: what may be chosen, and when a review may end. */

export const BODIES = {
  us: 'We ourselves',
  council: 'A council',
  police: 'Police',
  school: 'A school or college',
  health: 'A health service',
  border: 'Border staff',
  home_office: 'The Home Office',
  charity: 'A charity',
  housing: 'A home or a housing service',
  other: 'Somebody else',
} as const

/** What got in the way. There is no level of the child. */
export const LEVELS = {
  law: 'The law or its guidance',
  system: 'How services work together',
  service: 'How that service worked',
  attitude: 'What people thought or believed',
} as const

export const TOPICS = {
  signs: 'Signs of exploitation',
  trauma: 'What trauma does',
  curiosity: 'Professional curiosity',
  rights: 'Rights of a child',
  culture: 'Culture and belief',
  forms_of_exploitation: 'Forms that children meet',
  language: 'Words and interpreters',
  working_together: 'Working together',
} as const

type Learning = { readonly trainedOn: string | undefined }

/** Whether a review may end: only with something learnt, and all of it brought into a training. */
export function refuseEnd(learning: readonly Learning[]): string | undefined {
  if (learning.length === 0) {
    return 'Write down first what is learnt from this, and who brings it into a training'
  }
  return learning.every((l) => l.trainedOn)
    ? undefined
    : 'What is learnt has not reached a training yet. Write down which training it was part of'
}
