import { randomBytes } from 'node:crypto'
import type { FastifyReply } from 'fastify'

export const newNonce = (): string => randomBytes(16).toString('base64')

/** What a page does with sound: nothing, plays recordings of ours, or makes one and plays it back. */
export type Sounding = 'plays' | 'records' | undefined

const MEDIA: Readonly<Record<'plays' | 'records', string>> = {
  plays: "media-src 'self'",
  records: "media-src 'self' blob:",
}

/** Strict for every answer: nothing from elsewhere, nothing inline without the nonce, nothing kept. */
export function secureHeaders(
  reply: FastifyReply,
  nonce: string,
  https: boolean,
  sounding?: Sounding,
): void {
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(sounding ? [MEDIA[sounding]] : []),
  ].join('; ')
  void reply.headers({
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': `camera=(), geolocation=(), microphone=(${sounding === 'records' ? 'self' : ''}), payment=(), usb=()`,
    ...(https ? { 'strict-transport-security': 'max-age=63072000' } : {}),
  })
}
