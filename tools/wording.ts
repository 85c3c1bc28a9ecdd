import { writeFileSync } from 'node:fs'
import { ENGINE, engineForBrowsers } from './wording/engine.ts'

// `npm run wording`: writes the rules of advice on wording as the browser runs them.
writeFileSync(ENGINE, engineForBrowsers())
console.log('src/domains/wording/browser/engine.browser.js')
