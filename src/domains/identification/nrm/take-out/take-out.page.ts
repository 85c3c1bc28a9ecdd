import { inWords } from '#kernel/calendar-day.ts'
import { DOCUMENT_KINDS } from '#platform/files/document.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import { type Part, writtenAsPdf } from '#platform/pdf/written.ts'
import type { Child } from '#domains/children/index.ts'
import { caseworkOf } from '../casework.rules.ts'
import { type Evidence, standingIn } from '../evidence.queries.ts'
import { gather, type Gathered } from '../gather.ts'
import { ownReference } from '../prepared.rules.ts'
import type { Referral } from '../referral.queries.ts'
import { addressOf, audit, referralOf, URL } from '../referral-of-page.ts'
import { dayText } from '../see-referral/see-referral.view.ts'
import { stateInWords } from '../see-referral/state.view.ts'
import { shownLines } from './lines.view.ts'

const may = 'children.write'
const one = `${URL}/:referral`
type Found = { readonly child: Child; readonly referral: Referral }

/** Only what a colleague has read leaves the house. */
const mayLeave = ({ state }: Referral): boolean => state === 'ready' || state === 'sent'

async function whole(visit: Visit): Promise<(Found & { readonly gathered: Gathered }) | undefined> {
  const found = await referralOf(visit)
  return found && { ...found, gathered: await gather(visit, found.child, found.referral) }
}

/** Field by field in the form's own order, each to be selected and copied by itself. */
export const copyOut: Page = {
  method: 'GET',
  url: `${one}/copy`,
  may,
  audit: audit('open'),
  async answer(visit): Promise<Answer> {
    const found = await whole(visit)
    if (!found) return { kind: 'not-found' }
    const { child, referral, gathered } = found
    const page = {
      title: 'Copy it into the form',
      child: { id: child.id, knownAs: child.knownAs },
      here: addressOf(child, referral),
      ready: mayLeave(referral),
      state: stateInWords(referral.state),
      sent: referral.state === 'sent',
      lines: mayLeave(referral) ? shownLines(gathered.given, gathered.kept) : [],
      documents: documentLines(addressOf(child, referral), standingIn(gathered.evidence)),
    }
    return {
      kind: 'view',
      template: 'domains/identification/nrm/take-out/copy-out.njk',
      model: { page },
    }
  },
}

const documentLines = (at: string, evidence: readonly Evidence[]) =>
  evidence.map((e) => ({
    text: e.description,
    kind: DOCUMENT_KINDS[e.mediaType],
    on: dayText(e.datedOn) ?? `no date: ${e.noDateWhy}`,
    file: `${at}/documents/${e.id}/file`,
  }))

export const takeJson: Page = {
  method: 'GET',
  url: `${one}/casework.json`,
  may,
  audit: { ...audit('file'), action: 'referral-file.json' },
  async answer(visit): Promise<Answer> {
    const found = await whole(visit)
    if (!found || !mayLeave(found.referral)) return { kind: 'not-found' }
    const { referral, gathered } = found
    const documents = standingIn(gathered.evidence).map((e, n) => ({
      name: `document-${n + 1}.${DOCUMENT_KINDS[e.mediaType].toLowerCase()}`,
      description: e.description,
      datedOn: e.datedOn,
      mediaType: e.mediaType,
    }))
    const out = {
      sent: { on: referral.sentOn ?? null, reference: referral.sentReference ?? null },
      ...caseworkOf(gathered.given, documents),
    }
    return {
      kind: 'file',
      name: `${ownReference(referral.id)}.json`,
      type: 'application/json',
      body: `${JSON.stringify(out, undefined, 2)}\n`,
    }
  },
}

export const takePdf: Page = {
  method: 'GET',
  url: `${one}/referral.pdf`,
  may,
  audit: { ...audit('file'), action: 'referral-file.pdf' },
  async answer(visit): Promise<Answer> {
    const found = await whole(visit)
    if (!found || !mayLeave(found.referral)) return { kind: 'not-found' }
    const body = await writtenAsPdf({
      title: 'A referral for help',
      language: 'en-GB',
      whenLettersAreMissing:
        'Some letters of this text cannot be printed in this file. The page in Waymark shows them all.',
      parts: partsOf(found.referral, found.gathered),
    })
    const name = `${ownReference(found.referral.id)}.pdf`
    return { kind: 'file', name, type: 'application/pdf', body }
  },
}

function partsOf(referral: Referral, { given, kept, evidence }: Gathered): readonly Part[] {
  const sent = referral.sentOn
    ? `Sent on ${inWords(referral.sentOn)}. Reference: ${referral.sentReference}`
    : stateInWords(referral.state)
  const answers = shownLines(given, kept).flatMap((l): readonly Part[] => [
    ...(l.first ? [{ kind: 'h2', text: l.title } as const] : []),
    { kind: 'h3', text: l.label },
    { kind: 'text', text: l.text || 'Nothing' },
  ])
  const documents = standingIn(evidence).map((e, n): Part => {
    const on = dayText(e.datedOn) ?? `no date: ${e.noDateWhy}`
    const kind = DOCUMENT_KINDS[e.mediaType]
    return { kind: 'text', text: `${n + 1}. ${e.description} (${kind}), ${on}` }
  })
  return [
    { kind: 'h1', text: 'A referral for help' },
    { kind: 'small', text: `${ownReference(referral.id)}. ${sent}.` },
    ...answers,
    { kind: 'h2', text: 'Documents' },
    ...(documents.length > 0 ? documents : [{ kind: 'text', text: 'There are none.' } as const]),
  ]
}
