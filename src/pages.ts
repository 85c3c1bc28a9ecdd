import type { DoorPage, Page } from '#platform/http/page.ts'
import { helpDoorPages } from '#domains/help/pages.ts'
import { aroundPages } from '#domains/around/pages.ts'
import { auditPages } from '#domains/audit/pages.ts'
import { betweenCouncilsPages } from '#domains/between-councils/pages.ts'
import { calendarPages } from '#domains/calendar/pages.ts'
import { clocksPages } from '#domains/clocks/pages.ts'
import { childrenPages } from '#domains/children/pages.ts'
import { complaintsPages } from '#domains/complaints/pages.ts'
import { dutyPages } from '#domains/duty/pages.ts'
import { barriersCountedPages } from '#desks/barriers-counted/pages.ts'
import { childOverviewPages } from '#desks/child-overview/pages.ts'
import { chronologyPages } from '#desks/chronology/pages.ts'
import { evaluationDoorPages, evaluationPages } from '#domains/evaluation/pages.ts'
import { comingAndGoingDoorPages, comingAndGoingPages } from '#domains/coming-and-going/pages.ts'
import { contactPages } from '#domains/contact/pages.ts'
import { exchangePages } from '#domains/exchange/pages.ts'
import { dayPages } from '#desks/day/pages.ts'
import { entriesPages } from '#desks/entries/pages.ts'
import { missingPages } from '#domains/missing/pages.ts'
import { identificationPages } from '#domains/identification/pages.ts'
import { guidancePages } from '#domains/guidance/pages.ts'
import { homesPages } from '#domains/home/pages.ts'
import { networksPages } from '#domains/networks/pages.ts'
import { homePages } from '#desks/home/pages.ts'
import { myHomePages } from '#desks/my-home/pages.ts'
import { myPlanPages } from '#desks/my-plan/pages.ts'
import { myRecordPages } from '#desks/my-record/pages.ts'
import { picturePages } from '#desks/picture/pages.ts'
import { pastEighteenPages } from '#domains/past-eighteen/pages.ts'
import { plansPages } from '#domains/plans/pages.ts'
import { outcomesPages } from '#domains/outcomes/pages.ts'
import { processesPages } from '#domains/processes/pages.ts'
import { ownSettingsPages } from '#domains/own-settings/pages.ts'
import { participationPages } from '#domains/participation/pages.ts'
import { peopleDoorPages, peoplePages } from '#domains/people/pages.ts'
import { sharedWithPages } from '#desks/shared-with/pages.ts'
import { rightsDoorPages, rightsPages } from '#domains/rights/pages.ts'
import { standingBesidePages } from '#domains/standing-beside/pages.ts'
import { sameChildPages } from '#domains/same-child/pages.ts'
import { openRecordPages } from '#desks/open-record/pages.ts'
import { statisticsPages } from '#domains/statistics/pages.ts'
import { takingPartDoorPages, takingPartPages } from '#domains/taking-part/pages.ts'
import { wordingPages } from '#domains/wording/pages.ts'
import { withoutSignalPages } from '#domains/without-signal/pages.ts'
import { wordsDoorPages, wordsPages } from '#domains/words/pages.ts'
import { workforcePages } from '#domains/workforce/pages.ts'

/** Every page there is. The access tests walk this list: a page that is not here is not served. */
export const pages: readonly Page[] = [
  ...homePages,
  ...dayPages,
  ...childOverviewPages,
  ...chronologyPages,
  ...barriersCountedPages,
  ...myHomePages,
  ...myPlanPages,
  ...myRecordPages,
  ...picturePages,
  ...entriesPages,
  ...sharedWithPages,
  ...aroundPages,
  ...auditPages,
  ...betweenCouncilsPages,
  ...calendarPages,
  ...openRecordPages,
  ...childrenPages,
  ...clocksPages,
  ...evaluationPages,
  ...comingAndGoingPages,
  ...complaintsPages,
  ...dutyPages,
  ...contactPages,
  ...exchangePages,
  ...identificationPages,
  ...guidancePages,
  ...homesPages,
  ...missingPages,
  ...networksPages,
  ...outcomesPages,
  ...ownSettingsPages,
  ...participationPages,
  ...plansPages,
  ...pastEighteenPages,
  ...processesPages,
  ...peoplePages,
  ...rightsPages,
  ...standingBesidePages,
  ...sameChildPages,
  ...statisticsPages,
  ...takingPartPages,
  ...wordingPages,
  ...wordsPages,
  ...workforcePages,
  ...withoutSignalPages,
]

/** Every page for somebody who is not signed in. */
export const doorPages: readonly DoorPage[] = [
  ...helpDoorPages,
  ...rightsDoorPages,
  ...takingPartDoorPages,
  ...evaluationDoorPages,
  ...comingAndGoingDoorPages,
  ...wordsDoorPages,
  ...peopleDoorPages,
]
