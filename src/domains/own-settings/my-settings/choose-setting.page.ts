import { listOf, textOf } from '#platform/http/fields.ts'
import { errorsOf, type Problem } from '#platform/http/form-problem.ts'
import type { Answer, Page, Visit } from '#platform/http/page.ts'
import {
  saveSharing,
  SHARED_KINDS,
  type Sharing,
  sharingOf,
  WITH_EVERYONE,
} from '#domains/children/index.ts'
import { frameIn, getOwnChild, languageOf, ownChild } from '#domains/words/index.ts'
import { saveLevel, saveLook, settingOf } from '../settings.queries.ts'
import { COLOURS, LEVELS, offeredAt, type SharingOf, together } from '../settings.rules.ts'
import { besideMe } from './my-settings.page.ts'

const may = 'me.open'
const BACK: Answer = { kind: 'redirect', to: '/me/settings' }
const template = (name: string) => `domains/own-settings/my-settings/${name}.njk`

const frameFor = async (visit: Visit) =>
  frameIn(await languageOf(visit), false, (w) => w.settings.title)

// ---- how much I want to decide

async function askLevel(visit: Visit, problem = false): Promise<Answer> {
  const frame = await frameFor(visit)
  const w = frame.w.settings
  const { level } = await settingOf(visit.tx, getOwnChild(visit))
  const problems: readonly Problem[] = problem ? [{ field: 'level', text: w.choose }] : []
  const levels = LEVELS.map((value) => ({
    value,
    text: w.level[value],
    hint: { text: w.level[`${value}Hint`] },
    checked: value === level,
  }))
  const page = { ...frame, levels, errors: errorsOf(problems) }
  return { kind: 'view', template: template('level'), status: problem ? 422 : 200, model: { page } }
}

export const seeLevel: Page = {
  method: 'GET',
  url: '/me/settings/level',
  may,
  audit: { action: 'me.settings.level.see', childId: ownChild },
  answer: (visit) => askLevel(visit),
}

export const chooseLevel: Page = {
  method: 'POST',
  url: '/me/settings/level',
  may,
  audit: { action: 'me.settings.level', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const level = LEVELS.find((l) => l === textOf(visit.form, 'level'))
    if (!level) return askLevel(visit, true)
    await saveLevel(visit.tx, getOwnChild(visit), level)
    return BACK
  },
}

// ---- who sees what

/** The kinds that one sharing page is about. */
const kindsOf = (of: SharingOf) => (of === 'everything' ? SHARED_KINDS : [of])

const sharingNamed = (text: string | undefined): SharingOf | undefined =>
  text === 'everything' ? text : SHARED_KINDS.find((kind) => kind === text)

async function askSharing(visit: Visit, of: SharingOf, problems: readonly Problem[] = []) {
  const frame = await frameFor(visit)
  const w = frame.w.settings.sharing
  const child = getOwnChild(visit)
  const kept = await sharingOf(visit.tx, child)
  const now = together(kindsOf(of).map((kind) => kept.get(kind) ?? WITH_EVERYONE))
  const { level } = await settingOf(visit.tx, child)
  const is = now === 'mixed' ? 'mixed' : now.choice
  const chosen = now === 'mixed' ? [] : now.people
  const beside = await besideMe(visit)
  const hints = { everyone: w.everyoneHint, some: w.newPeople, nobody: w.nobodyHint }
  const page = {
    ...frame,
    errors: errorsOf(problems),
    heading: w[of],
    now: is === 'mixed' ? w.mixed : undefined,
    choices: offeredAt(level, is).map((value) => ({
      value,
      text: w[value],
      hint: { text: hints[value] },
      checked: value === is,
    })),
    asksWho: offeredAt(level, is).includes('some'),
    people: beside.map((b) => ({ value: b.id, text: b.name, checked: chosen.includes(b.id) })),
  }
  const status = problems.length > 0 ? 422 : 200
  return { kind: 'view', template: template('sharing'), status, model: { page } } as const
}

export const seeSharing: Page = {
  method: 'GET',
  url: '/me/settings/sharing/:of',
  may,
  audit: { action: 'me.settings.sharing.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const of = sharingNamed(visit.params['of'])
    return of ? askSharing(visit, of) : { kind: 'not-found' }
  },
}

/** Holds from the next thing anybody opens: the database reads it, not the pages. */
export const chooseSharing: Page = {
  method: 'POST',
  url: '/me/settings/sharing/:of',
  may,
  audit: { action: 'me.settings.sharing', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const of = sharingNamed(visit.params['of'])
    if (!of) return { kind: 'not-found' }
    const sharing = await readSharing(visit)
    if ('field' in sharing) return askSharing(visit, of, [sharing])
    for (const kind of kindsOf(of)) {
      await saveSharing(visit.tx, getOwnChild(visit), kind, sharing)
    }
    return BACK
  },
}

async function readSharing(visit: Visit): Promise<Sharing | Problem> {
  const { w } = await frameFor(visit)
  const choice = textOf(visit.form, 'choice')
  if (choice === 'everyone' || choice === 'nobody') return { choice, people: [] }
  if (choice !== 'some') return { field: 'choice', text: w.settings.choose }
  const beside = await besideMe(visit)
  const picked = listOf(visit.form, 'people')
  const people = beside.filter((b) => picked.includes(b.id)).map((b) => b.id)
  if (people.length > 0) return { choice, people }
  return { field: 'people', text: w.settings.sharing.chooseWho }
}

// ---- how my pages look

export const seeLook: Page = {
  method: 'GET',
  url: '/me/settings/look',
  may,
  audit: { action: 'me.settings.look.see', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const frame = await frameFor(visit)
    const { look } = await settingOf(visit.tx, getOwnChild(visit))
    const w = frame.w.settings.look
    const page = {
      ...frame,
      parts: [
        { value: 'larger', text: w.larger, checked: look.larger },
        { value: 'calm', text: w.calm, checked: look.calm },
      ],
      colours: COLOURS.map((value) => ({
        value,
        text: w[value],
        checked: value === look.colours,
      })),
    }
    return { kind: 'view', template: template('look'), model: { page } }
  },
}

export const chooseLook: Page = {
  method: 'POST',
  url: '/me/settings/look',
  may,
  audit: { action: 'me.settings.look', childId: ownChild },
  async answer(visit): Promise<Answer> {
    const parts = listOf(visit.form, 'look')
    const colours = COLOURS.find((c) => c === textOf(visit.form, 'colours')) ?? 'as_device'
    await saveLook(visit.tx, getOwnChild(visit), {
      larger: parts.includes('larger'),
      calm: parts.includes('calm'),
      colours,
    })
    return BACK
  },
}
