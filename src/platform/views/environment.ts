import path from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import { calendarDay, inWords } from '#kernel/calendar-day.ts'
import { londonDay, londonDayAndTime } from '#kernel/london-time.ts'

/** Turns a template's name and what it is told into a page. Names are relative to `src`. */
export type Views = { readonly render: (template: string, model: object) => string }

/**
 * The one Nunjucks environment of the house: autoescape on, templates compiled once and kept.
 * Searched in order: our own `src`, then govuk-frontend, then the Ministry of Justice frontend.
 */
export function viewEnvironment(): nunjucks.Environment {
  const source = path.join(import.meta.dirname, '..', '..')
  const folders = [
    source,
    path.join(packageFolder('govuk-frontend'), 'dist'),
    packageFolder('@ministryofjustice/frontend'),
  ]
  const loader = new nunjucks.FileSystemLoader(folders, { noCache: false, watch: false })
  const environment = new nunjucks.Environment(loader, {
    autoescape: true,
    throwOnUndefined: false,
    lstripBlocks: true,
  })
  environment.addFilter('londonDay', (value: unknown) => inLondon(value, londonDay))
  environment.addFilter('londonDayAndTime', (value: unknown) => inLondon(value, londonDayAndTime))
  environment.addFilter('isoInstant', (value: unknown) => inLondon(value, (d) => d.toISOString()))
  environment.addFilter('dayInWords', dayInWords)
  return environment
}

/** Views over the house's environment. Throws when a template is missing or broken. */
export function makeViews(): Views {
  const environment = viewEnvironment()
  return { render: (template, model) => environment.render(template, model) }
}

/** Markup of our own making, which autoescape leaves as it is. Never for anything a person typed. */
export function ourMarkup(html: string): nunjucks.runtime.SafeString {
  return new nunjucks.runtime.SafeString(html)
}

function packageFolder(name: string): string {
  return path.dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)))
}

/** An instant (a Date, or the text of one) as a reader in London sees it; nothing for nothing. */
function inLondon(value: unknown, format: (instant: Date) => string): string {
  if (value === undefined || value === null || value === '') return ''
  const instant = value instanceof Date ? value : new Date(typeof value === 'string' ? value : '')
  if (Number.isNaN(instant.getTime())) {
    throw new TypeError('A template asked for the date of something that is not an instant')
  }
  return format(instant)
}

/** A calendar day, 2026-11-21, as 21 November 2026; other text as it came; nothing for nothing. */
function dayInWords(value: unknown): string {
  if (typeof value !== 'string') return ''
  const day = calendarDay(value)
  return day ? inWords(day) : value
}
