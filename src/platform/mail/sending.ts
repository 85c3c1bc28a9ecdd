import { mailThrough } from './mail.ts'
import { textsThrough } from './text-message.ts'

/**
 * What became of handing something to a service. `not-known` is when the line broke after it may have
 * been taken: whoever must not send twice does not send again.
 */
export type Handed = 'sent' | 'try-again' | 'refused' | 'not-known'

/** Something to send, already decided. Nothing here looks at what it says or whom it is for. */
export type Sendable = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly language: string
}

export type Send = (message: Sendable) => Promise<Handed>

/** The ways out of the house that were set up. A way that was not is undefined, and nothing leaves by it. */
export type Sending = {
  readonly email: Send | undefined
  readonly text: Send | undefined
}

export type SendingSettings = {
  /** smtp://user:password@host:587 or smtps://… */
  readonly smtpUrl: string | undefined
  /** The address mail comes from. Choose one that says nothing. */
  readonly mailFrom: string | undefined
  /** A GOV.UK Notify API key and the id of a text template that holds ((text)) and nothing else. */
  readonly notifyKey: string | undefined
  readonly notifyTemplate: string | undefined
  /** Where Notify is, when it is not at its own address. */
  readonly notifyUrl: string | undefined
}

export function sendingFrom(settings: SendingSettings | undefined): Sending {
  if (!settings) return { email: undefined, text: undefined }
  const { smtpUrl, mailFrom, notifyKey, notifyTemplate, notifyUrl } = settings
  return {
    email: smtpUrl && mailFrom ? mailThrough(smtpUrl, mailFrom) : undefined,
    text:
      notifyKey && notifyTemplate ? textsThrough(notifyKey, notifyTemplate, notifyUrl) : undefined,
  }
}
