import type { Child } from '#domains/children/index.ts'
import type { Visit } from '#platform/http/page.ts'

/** Where a section stands on a child's page. What need not be read each time is `more`, closed. Status and facts stand at the foot, closed. */
export type Place = 'beside' | 'own-words' | 'now' | 'owed' | 'happening' | 'more' | 'foot'

/** The one thing to do first, and why. */
export type NextThing = {
  readonly why: string
  readonly action: { readonly text: string; readonly href: string }
}

/** What a section says. A gist stands where the section itself is closed; a next thing is for whoever may do it. */
export type Said = object & {
  readonly gist?: string | undefined
  readonly next?: NextThing | undefined
}

/** A part of a child's page that one domain fills. The template is included with `section` in scope. */
export type Section = {
  readonly place: Place
  readonly template: string
  /** What the template says; undefined when this reader sees nothing of it. */
  readonly gather: (visit: Visit, child: Child) => Promise<Said | undefined>
}

/** A link at the end of the page, to act. */
export type Act = { readonly text: string; readonly href: string }
