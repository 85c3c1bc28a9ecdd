import { inWords, londonCalendarDay } from '#kernel/calendar-day.ts'
import { may as mayDo } from '#platform/access/capability.ts'
import type { Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  CROSSWALK_SOURCE,
  CROSSWALK_VERSION,
  crosswalkOf,
  SHARED_FORMS,
} from '../crosswalk.rules.ts'
import { addForm, allForms, endForm, type ExploitationForm } from '../forms.queries.ts'
import { reading, typedWithTicks } from '../question.form.ts'
import { questionPage, type Typed } from '../question.view.ts'

const url = '/exploitation-forms'

/** The list of forms, each wording with its days, and how it reads in the lists of others. */
export const seeForms: Page = {
  method: 'GET',
  url,
  may: 'concerns.read',
  audit: { action: 'forms.see' },
  async answer({ tx, actor, now }): Promise<Answer> {
    const today = londonCalendarDay(now)
    const page = {
      title: 'Forms of exploitation',
      forms: (await allForms(tx)).map((f) => lineOf(f, today)),
      version: CROSSWALK_VERSION,
      source: CROSSWALK_SOURCE,
      leads: mayDo(actor.role, 'concerns.lead'),
    }
    return { kind: 'view', template: 'domains/identification/forms/forms.njk', model: { page } }
  },
}

function lineOf(form: ExploitationForm, today: string) {
  const walk = crosswalkOf(form)
  const ended = form.until !== undefined && form.until < today
  return {
    ...form,
    ended,
    endable: form.own && form.until === undefined,
    days: form.until
      ? `${inWords(form.from)} to ${inWords(form.until)}`
      : `since ${inWords(form.from)}`,
    reads: walk && [
      `NRM form: ${walk.nrmForm.length > 0 ? walk.nrmForm.join(', ') : 'nothing to tick yet'}`,
      `NRM statistics: ${walk.nrmStatistics}`,
      `Children in need: ${walk.cinFactors.join(', ')}`,
      `HTCDS: ${walk.htcds}${walk.htcdsDetail ? ` (${walk.htcdsDetail})` : ''}`,
    ],
  }
}

/** A service's own form, with the shared one it is nearest to. */
export const askForm: Page = {
  method: 'GET',
  url: `${url}/add`,
  may: 'concerns.lead',
  audit: { action: 'forms.ask' },
  answer: async (visit) => shown(visit, {}, []),
}

export const addOwnForm: Page = {
  method: 'POST',
  url: `${url}/add`,
  may: 'concerns.lead',
  audit: { action: 'forms.add' },
  async answer(visit): Promise<Answer> {
    const today = londonCalendarDay(visit.now)
    const read = reading(visit.form, today)
    const called = read.needed('called', 'Enter what it is called', 100)
    const meaning = read.needed('meaning', 'Enter what it means', 500)
    const near = SHARED_FORMS.find((code) => code === visit.form['near'])
    if (!near) read.wrong('near', 'Choose which form of the shared list is nearest')
    const code = codeOf(called)
    if (called && !code) read.wrong('called', 'Use letters from a to z in what it is called')
    if (read.problems.length === 0 && near && code) {
      if (await addForm(visit.tx, { code, called, meaning, near, from: today })) {
        return { kind: 'redirect', to: url }
      }
      read.wrong('called', 'A form of this name was added today already')
    }
    return shown(visit, typedWithTicks(visit.form), read.problems)
  },
}

export const endOwnForm: Page = {
  method: 'POST',
  url: `${url}/:form/end`,
  may: 'concerns.lead',
  audit: { action: 'forms.end' },
  async answer({ tx, params, now }): Promise<Answer> {
    const ended = await endForm(tx, params['form'], londonCalendarDay(now))
    return ended ? { kind: 'redirect', to: url } : { kind: 'not-found' }
  },
}

/** A code from a name: local_… in small letters. */
function codeOf(called: string): string | undefined {
  const letters = called.toLowerCase().replaceAll(/[^a-z]+/g, '_')
  const bare = letters.replaceAll(/^_+|_+$/g, '').slice(0, 50)
  return bare ? `local_${bare}` : undefined
}

async function shown({ tx }: Visit, typed: Typed, problems: readonly Problem[]): Promise<Answer> {
  const shared = (await allForms(tx)).filter((f) => !f.own && SHARED_FORMS.includes(f.code))
  return questionPage({
    title: 'Add a form that this service meets',
    child: undefined,
    back: url,
    intro: [
      'For what the shared list has no words for. Records coded with it stay readable when it ends.',
    ],
    questions: [
      { kind: 'text', name: 'called', label: 'What is it called?' },
      { kind: 'words', name: 'meaning', label: 'What does it mean?' },
      {
        kind: 'pick',
        name: 'near',
        label: 'Which form of the shared list is nearest?',
        hint: 'The NRM form, statistics and other lists know only those',
        choices: {
          '': 'Choose one',
          ...Object.fromEntries(shared.map((f) => [f.code, f.called])),
        },
      },
    ],
    typed,
    problems,
  })
}
