import type { Page } from '#platform/http/page.ts'
import { askWhom, find } from './find-child/find-child.page.ts'
import { askGoBy, changeGoBy } from './go-by/go-by.page.ts'
import { seeHistory } from './history/history.page.ts'
import { myChildren, notAsked } from './my-children/my-children.page.ts'
import { aboutMe } from './record-parts/about-me.form.ts'
import { births } from './record-parts/births.form.ts'
import { languages } from './record-parts/languages.form.ts'
import { background } from './record-parts/background.form.ts'
import { claims } from './record-parts/claims.form.ts'
import { learning } from './record-parts/learning.form.ts'
import { meanings } from './record-parts/meanings.form.ts'
import { names } from './record-parts/names.form.ts'
import { numbers } from './record-parts/numbers.form.ts'
import { people } from './record-parts/people.form.ts'
import { partPages } from './record-parts/record-part.page.ts'

const parts = [
  aboutMe,
  meanings,
  people,
  learning,
  languages,
  names,
  births,
  background,
  claims,
  numbers,
]

/** Every page of the children domain. The child's own page is a desk: it gathers from several domains. */
export const childrenPages: readonly Page[] = [
  myChildren,
  notAsked,
  askWhom,
  find,
  askGoBy,
  changeGoBy,
  seeHistory,
  ...parts.flatMap(partPages),
]
