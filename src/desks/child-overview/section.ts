import type { Child } from '#domains/children/index.ts'
import type { Visit } from '#platform/http/page.ts'

/** Where a section stands on a child's page. What need not be read each time is `more`, closed. Status and facts stand at the foot, closed. */
export type Place = 'beside' | 'own-words' | 'now' | 'owed' | 'happening' | 'more' | 'foot'

/** A part of a child's page that one domain fills. The template is included with `section` in scope. */
export type Section = {
  readonly place: Place
  readonly template: string
  /** What the template says; undefined when this reader sees nothing of it. */
  readonly gather: (visit: Visit, child: Child) => Promise<object | undefined>
}

/** A link at the end of the page, to act. */
export type Act = { readonly text: string; readonly href: string }
