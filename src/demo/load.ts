import { londonCalendarDay } from '#kernel/calendar-day.ts'
import { seedTransaction } from '#platform/db/seeding.ts'
import type { Client } from 'pg'
import type { FileKeys } from '#platform/files/sealing.ts'
import { tellAnswers } from './answered.queries.ts'
import { CAME_BACK, type Making, inventChild, STORY, WITH_ACCOUNT } from './child.ts'
import { keepAssessments } from './assessments/keep.queries.ts'
import { givenRules } from './clocks.queries.ts'
import { tellComeBack } from './come-back.queries.ts'
import { copyInto, type Rows } from './copy.queries.ts'
import {
  DEFAULT_CHILDREN,
  DEFAULT_SEED,
  inventedChildren,
  makingOf,
  youngPeople,
} from './generate.ts'
import type { InventedChild } from './invented.ts'
import { loadCaseAudits } from './load-case-audits.ts'
import { rowsOfAround, rowsOfReach } from './rows-of-around.ts'
import { rowsOfCalendar } from './rows-of-calendar.ts'
import {
  analyse,
  declareDemonstration,
  keepComings,
  keepLanguages,
  keepProvisionalSet,
} from './load.queries.ts'
import { byCode, type ByCode, rowsOfClocks } from './rows-of-clocks.ts'
import { rowsOfCare } from './rows-of-care.ts'
import { type FrameworkInUse, rowsOfOutcomes } from './rows-of-outcomes.ts'
import { rowsOfHappening } from './rows-of-happening.ts'
import { at } from './random.ts'
import { keepPastEighteen, tellPastEighteen } from './past-eighteen.queries.ts'
import { keepHomes, tellHomes, tellNetworks } from './homes.queries.ts'
import { keepPlans, tellPlans } from './plans.queries.ts'
import { tellRights } from './rights.queries.ts'
import { keepStanding, tellStanding } from './standing-beside.queries.ts'
import { tellAskedAgain } from './asked-again.queries.ts'
import { keepWorries } from './worries.queries.ts'
import { tellBetween } from './between.queries.ts'
import { keepMissing, tellMissing } from './missing.queries.ts'
import { tellSameChild } from './same-child.queries.ts'
import { tellWorries } from './worries-of-story.queries.ts'
import { tellTakingPart } from './taking-part.queries.ts'
import { tellPeopleTheyLove } from './people-they-love.queries.ts'
import { tellWording } from './wording.queries.ts'
import { rowsOfPeople } from './rows-of-people.ts'
import { keepPhoto } from './photos.queries.ts'
import { keepReferral } from './referrals.queries.ts'
import { referralsOf, WITH_REFERRAL } from './referrals.ts'
import { keepSaid } from './said.queries.ts'
import { photosInStory } from './story-photos.ts'
import { saidInStory } from './story-said.ts'
import { rowsOfRecords } from './rows-of-records.ts'
import { rowsOfSettings } from './rows-of-settings.ts'

export type Wanted = {
  readonly children?: number | undefined
  readonly seed?: number | undefined
  /** The moment everything leads up to. */
  readonly today: Date
  readonly stopped?: AbortSignal
  /** Keys for invented files; without them the story has none of its drawings and recordings. */
  readonly files?: FileKeys
}

const BATCH = 1000
const SAY_EVERY_MS = 2000

/**
 * Fills an empty database with invented organisations, people and children. All of it or none:
 * everything is one transaction, so a load that is stopped or fails leaves nothing behind.
 * Throws where the database already holds a deployment of either kind.
 */
export async function loadDemonstration(
  client: Client,
  wanted: Wanted,
  say: (progress: string) => void = () => undefined,
): Promise<void> {
  const children = wanted.children ?? DEFAULT_CHILDREN
  await seedTransaction(client, async () => {
    await declareDemonstration(client)
    const framework = await keepProvisionalSet(client)
    const making = makingOf({
      children,
      seed: wanted.seed ?? DEFAULT_SEED,
      today: londonCalendarDay(wanted.today),
      outcomes: framework.outcomes,
    })
    const clockRules = byCode(await givenRules(client))
    await loadAll(client, {
      making,
      clockRules,
      framework,
      children,
      stopped: wanted.stopped,
      files: wanted.files,
      say,
    })
    await loadCaseAudits(client, making, framework)
    await keepLanguages(client)
    await keepComings(client)
    await keepWorries(client, wanted.today, storyOf(making, children))
    await keepMissing(client, wanted.today, storyOf(making, children))
    await keepPlans(client, wanted.today, storyOf(making, children))
    await keepPastEighteen(client, wanted.today, storyOf(making, children))
    await keepStanding(client, wanted.today, storyOf(making, children))
    await keepHomes(client, wanted.today, storyOf(making, children))
    await referralsIn(client, making, children, wanted.files)
    await answersOf(client, making, wanted.today, children)
    await analyse(client)
  })
}

/** The record of the one told in full, when there are children enough. */
const storyOf = (making: Making, children: number): string | undefined =>
  children > STORY ? inventChild(making, STORY).id : undefined

type Loading = {
  readonly making: Making
  readonly clockRules: ByCode
  readonly framework: FrameworkInUse
  readonly children: number
  readonly stopped: AbortSignal | undefined
  readonly files: FileKeys | undefined
  readonly say: (progress: string) => void
}

async function loadAll(client: Client, loading: Loading): Promise<void> {
  const { making, children, stopped, files, say } = loading
  await copyAll(client, await rowsOfPeople(making.cast, youngPeople(making, children)))
  await keepAssessments(client, making.cast, making)
  await copyAll(client, [rowsOfReach(making.cast, making.today)])
  let done = 0
  let said = Date.now()
  for (const batch of inventedChildren(making, children, BATCH)) {
    if (stopped?.aborted) {
      throw new Error('Stopped. Nothing was kept: run it again to make the demonstration.')
    }
    await copyAll(client, rowsOfBatch(loading, batch))
    const story = batch.find((child) => child.number === STORY)
    if (story && files) {
      for (const thing of await saidInStory(story, making.today)) {
        await keepSaid(client, files, thing)
      }
      for (const photo of await photosInStory(story, making.today)) {
        await keepPhoto(client, files, photo)
      }
    }
    done += batch.length
    if (Date.now() - said < SAY_EVERY_MS) continue
    said = Date.now()
    say(`${done.toLocaleString('en-GB')} of ${children.toLocaleString('en-GB')} invented children`)
  }
}

function rowsOfBatch(
  { making: { cast, today }, framework, clockRules }: Loading,
  batch: readonly InventedChild[],
): readonly Rows[] {
  return [
    ...rowsOfRecords(cast, batch),
    ...rowsOfCare(cast, batch),
    ...rowsOfOutcomes(framework, batch),
    ...rowsOfAround(cast, batch, today),
    ...rowsOfHappening(batch, today),
    ...rowsOfCalendar(cast, batch, today),
    ...rowsOfSettings(batch, today),
    ...rowsOfClocks(clockRules, batch, today),
  ]
}

async function copyAll(client: Client, tables: readonly Rows[]): Promise<void> {
  for (const table of tables) await copyInto(client, table)
}

/** Referrals for help at each of their steps, read by the manager of the whole organisation. */
async function referralsIn(
  client: Client,
  making: Making,
  children: number,
  files: FileKeys | undefined,
): Promise<void> {
  const reviewer = making.cast.people.find(
    (p) => p.role === 'manager' && p.organisation === 0 && p.team === undefined,
  )
  if (!reviewer) return
  for (const number of WITH_REFERRAL.filter((n) => n < children)) {
    const child = inventChild(making, number)
    for (const told of referralsOf(child, reviewer.id, making.today)) {
      await keepReferral(client, files, told)
    }
  }
}

/** What was answered, for the young people who can sign in: the rest of the children have sent nothing yet. */
async function answersOf(
  client: Client,
  making: Making,
  today: Date,
  children: number,
): Promise<void> {
  const [first, other] = WITH_ACCOUNT.filter((number) => number < children).map((number) =>
    inventChild(making, number),
  )
  if (!first?.accountId) return
  const organisation = at(making.cast.organisations, first.organisation)
  const who = (role: string, place: number) => {
    const found = making.cast.people.filter(
      (p) => p.organisation === first.organisation && p.role === role,
    )
    return at(found, place).id
  }
  const beside = other?.accountId && other.organisation === first.organisation
  const told = {
    organisation: organisation.id,
    child: first.id,
    account: first.accountId,
    worker: who('practitioner', 0),
    manager: who('manager', 0),
    today,
  }
  await tellRights(client, told)
  await tellPeopleTheyLove(client, told)
  await tellWorries(client, { ...told, secondWorker: who('practitioner', 1) })
  await tellAskedAgain(client, told)
  await tellMissing(client, told)
  await tellBetween(client, told)
  await tellSameChild(client, { ...told, secondWorker: who('practitioner', 1) })
  await tellWording(client, told)
  await tellPlans(client, told)
  await tellPastEighteen(client, told)
  await tellHomes(client, told)
  await tellStanding(client, { ...told, carer: who('carer', 0) })
  await tellNetworks(client, told)
  await tellTakingPart(client, { ...told, administrator: who('administrator', 0) })
  const ended = children > CAME_BACK ? inventChild(making, CAME_BACK) : undefined
  if (ended?.accountId) {
    await tellComeBack(client, { child: ended.id, account: ended.accountId, today })
  }
  await tellAnswers(client, {
    ...told,
    other: beside ? { child: other.id, account: other.accountId ?? '' } : undefined,
    secondWorker: who('practitioner', 1),
    administrator: who('administrator', 0),
  })
}
