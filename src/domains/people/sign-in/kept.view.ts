import type { Answer } from '#platform/http/page.ts'
import { fieldInWords, readableFields, type KeptField } from '../sign-in.rules.ts'

/** A form that waited while its writer signed in again: to read, to send on, or to leave. */
export function keptForm(
  to: string,
  fields: readonly KeptField[],
  csrf: object,
  young: boolean,
): Extract<Answer, { kind: 'view' }> {
  return {
    kind: 'view',
    template: 'domains/people/sign-in/kept.njk',
    model: {
      page: {
        title: 'What you typed was kept',
        to,
        csrf,
        young,
        shown: readableFields(fields).map((f) => ({
          label: fieldInWords(f.name),
          values: f.values,
        })),
        carried: fields.flatMap((f) => f.values.map((value) => ({ name: f.name, value }))),
      },
    },
  }
}
