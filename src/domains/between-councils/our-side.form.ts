import { z } from 'zod'

const phone = z
  .string('Enter a number to call')
  .trim()
  .regex(/^[0-9+ ()]{3,30}$/, 'Enter a number to call, in figures')

/** What a lead decides for their own side of a question, asking or answering. */
export const ourSide = z.object({
  tell: z.enum(['at_once', 'not_yet'], 'Choose whether they see it'),
  tellBecause: z.string().trim().max(1000, 'Use 1,000 letters or fewer').default(''),
  ringName: z
    .string('Enter whom the other council may ring')
    .trim()
    .min(1, 'Enter whom the other council may ring')
    .max(200, 'Use 200 letters or fewer')
    .refine((text) => !/\p{Cc}/u.test(text), 'Enter it in one line'),
  ringPhone: phone,
})

export const whyNotYet = {
  holds: ({ tell, tellBecause }: { readonly tell: string; readonly tellBecause: string }) =>
    tell !== 'not_yet' || tellBecause !== '',
  problem: { path: ['tellBecause'], error: 'Enter why not yet' },
}
