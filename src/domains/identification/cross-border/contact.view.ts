import { inWords } from '#kernel/calendar-day.ts'
import { londonDayAndTime } from '#kernel/london-time.ts'
import { lookUp } from '#kernel/look-up.ts'
import type { Contact } from '../cross-border.queries.ts'
import { AGREES, CONTACT_STATES, NO_VIEW, WITH_KINDS } from '../cross-border.rules.ts'
import type { Aside } from '../question.view.ts'

/** A contact as it is written down, the child's view first. */
export function contactAside(contact: Contact): Aside {
  const view = contact.childView ?? lookUp<string>(NO_VIEW, contact.noViewBecause ?? '') ?? ''
  const signed = contact.signedBy && contact.signedAt
  return {
    title: `${WITH_KINDS[contact.withKind]}: ${CONTACT_STATES[contact.state].toLowerCase()}`,
    lines: [
      { label: 'What they think of it', text: view },
      { label: 'Whether they agree', text: AGREES[contact.childAgrees ?? 'not_asked'] },
      { label: 'Who, and where', text: `${contact.withWhom}, ${contact.country}` },
      { label: 'What it is for', text: contact.why },
      { label: 'Asked for by', text: contact.askedBy ?? 'Somebody' },
      ...(signed
        ? [
            {
              label: `Signed by ${contact.signedBy}, ${londonDayAndTime(signed)}`,
              text: contact.protects ?? '',
            },
          ]
        : []),
      ...madeLines(contact),
    ],
  }
}

const madeLines = ({ madeOn, cameOfIt }: Contact) =>
  madeOn ? [{ label: `Made on ${inWords(madeOn)}`, text: cameOfIt ?? '' }] : []
