/** The public face of a young person's own settings. */
export { putAwayBy } from './settings.queries.ts'
export { ofOutcome, ofWords } from './settings.rules.ts'
export { putAwayInWords } from './suggest-setting/suggest-setting.view.ts'
