import { everything } from './everything.page.ts'
import { home, root } from './home.page.ts'

export const homePages = [root, home, everything]
