import path from 'node:path'
import { z } from 'zod'
import { readScannerAddress, type ScannerAddress } from '#platform/files/scan.ts'
import type { SendingSettings } from '../mail/sending.ts'

export type Settings = {
  readonly port: number
  readonly host: string
  /** The folder of this installation: keys, and the embedded database when there is no DATABASE_URL. */
  readonly data: string
  /** A PostgreSQL (16 or later) instead of the embedded one: the login the server uses. */
  readonly databaseUrl: string | undefined
  /** The login that makes roles and runs migrations there. Without it, DATABASE_URL is tried. */
  readonly databaseAdminUrl: string | undefined
  /** The address people type, when a proxy with TLS stands in front. Passkeys are bound to it. */
  readonly origin: string | undefined
  /** What the young person's side is called, and where leaving it quickly leads. */
  readonly ownName?: string | undefined
  readonly leaveTo?: string | undefined
  /** How many proxies stand in front and may be believed about the caller's address. */
  readonly proxies: number
  /** A folder of a service's own symbols, in the place of ours. */
  readonly symbols?: string | undefined
  /** A daemon that scans files for harm: its address, or undefined when there is none. */
  readonly scanner?: ScannerAddress | undefined
  /** By which ways notices leave the house. None, unless they are set up. */
  readonly sending?: SendingSettings
}

const PORT = 'PORT must be a whole number from 0 to 65535, for example PORT=3000'
const LEAVE_TO =
  'WAYMARK_LEAVE_TO must be an https address that says nothing about anybody, such as https://www.bbc.co.uk/weather'
const postgresUrl = (name: string) =>
  z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      `${name} must begin with postgres://, for example postgres://user:password@host:5432/waymark`,
    )
    .optional()

const MAIL_FROM =
  'WAYMARK_MAIL_FROM must be the address notices come from, for example post@example.org. Choose one that says nothing'

/** Half a way out is none: each needs both of its parts. */
const together = (a: string, b: string) => ({
  holds: (read: Readonly<Record<string, unknown>>) =>
    (read[a] === undefined) === (read[b] === undefined),
  sentence: `${a} and ${b} are set together, or neither is`,
})

const PAIRS = [
  together('WAYMARK_SMTP_URL', 'WAYMARK_MAIL_FROM'),
  together('WAYMARK_NOTIFY_KEY', 'WAYMARK_NOTIFY_TEMPLATE'),
]

const environment = z.object({
  PORT: z.coerce.number(PORT).int(PORT).min(0, PORT).max(65535, PORT).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  WAYMARK_DATA: z.string().min(1, 'WAYMARK_DATA must name a folder').default('.data'),
  WAYMARK_ORIGIN: z
    .url('WAYMARK_ORIGIN must be an address such as https://waymark.example.org')
    .transform((text) => new URL(text).origin)
    .optional(),
  WAYMARK_PROXIES: z.coerce
    .number('WAYMARK_PROXIES must be a whole number from 0 to 5')
    .int()
    .min(0)
    .max(5, 'WAYMARK_PROXIES must be a whole number from 0 to 5')
    .default(0),
  WAYMARK_OWN_NAME: z
    .string()
    .trim()
    .max(30, 'WAYMARK_OWN_NAME must be 30 characters or fewer, for example WAYMARK_OWN_NAME=Notes')
    .optional(),
  WAYMARK_SYMBOLS: z.string().optional(),
  WAYMARK_LEAVE_TO: z.url({ protocol: /^https$/, error: LEAVE_TO }).optional(),
  DATABASE_URL: postgresUrl('DATABASE_URL'),
  DATABASE_ADMIN_URL: postgresUrl('DATABASE_ADMIN_URL'),
  WAYMARK_CLAMD: z
    .string()
    .transform((text, context) => {
      const address = readScannerAddress(text)
      if (!address) {
        context.addIssue({
          code: 'custom',
          message:
            'WAYMARK_CLAMD must be where a ClamAV daemon listens, such as tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.sock',
        })
      }
      return address
    })
    .optional(),
  WAYMARK_SMTP_URL: z
    .string()
    .regex(
      /^smtps?:\/\/\S+$/,
      'WAYMARK_SMTP_URL must begin with smtp:// or smtps://, for example smtps://user:password@mail.example.org',
    )
    .optional(),
  WAYMARK_MAIL_FROM: z
    .string()
    .regex(/^[^\s@<>]+@[^\s@<>]+$/, MAIL_FROM)
    .optional(),
  WAYMARK_NOTIFY_KEY: z
    .string()
    .regex(
      /[0-9a-f-]{36}-[0-9a-f-]{36}$/,
      'WAYMARK_NOTIFY_KEY must be an API key of GOV.UK Notify, which ends in two long ids',
    )
    .optional(),
  WAYMARK_NOTIFY_TEMPLATE: z
    .uuid('WAYMARK_NOTIFY_TEMPLATE must be the id of a text message template in GOV.UK Notify')
    .optional(),
  WAYMARK_NOTIFY_URL: z
    .url('WAYMARK_NOTIFY_URL must be an address such as https://api.notifications.service.gov.uk')
    .optional(),
})

/** Reads the environment. Undefined variables take their defaults; wrong ones give sentences. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
): { readonly settings: Settings } | { readonly problems: readonly string[] } {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = environment.safeParse(present)
  if (!read.success) return { problems: read.error.issues.map((issue) => issue.message) }
  const halves = PAIRS.filter((pair) => !pair.holds(read.data)).map((pair) => pair.sentence)
  if (halves.length > 0) return { problems: halves }
  return {
    settings: {
      port: read.data.PORT,
      host: read.data.HOST,
      data: path.resolve(read.data.WAYMARK_DATA),
      databaseUrl: read.data.DATABASE_URL,
      databaseAdminUrl: read.data.DATABASE_ADMIN_URL,
      origin: read.data.WAYMARK_ORIGIN,
      ownName: read.data.WAYMARK_OWN_NAME,
      leaveTo: read.data.WAYMARK_LEAVE_TO,
      proxies: read.data.WAYMARK_PROXIES,
      symbols: read.data.WAYMARK_SYMBOLS && path.resolve(read.data.WAYMARK_SYMBOLS),
      scanner: read.data.WAYMARK_CLAMD,
      sending: {
        smtpUrl: read.data.WAYMARK_SMTP_URL,
        mailFrom: read.data.WAYMARK_MAIL_FROM,
        notifyKey: read.data.WAYMARK_NOTIFY_KEY,
        notifyTemplate: read.data.WAYMARK_NOTIFY_TEMPLATE,
        notifyUrl: read.data.WAYMARK_NOTIFY_URL,
      },
    },
  }
}
