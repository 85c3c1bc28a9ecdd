import type { DoorPage, Page } from '#platform/http/page.ts'
import { begin } from './begin/begin.page.ts'
import { readSignedOut, seeSignedOut } from './be-told/be-told.page.ts'
import { addOwnPasskey, askToAddOwnPasskey } from './choose-way-in/add-own-passkey.page.ts'
import { choosePin, seeChoosePin } from './choose-way-in/choose-pin.page.ts'
import { makeOwnWords, seeWayIn } from './choose-way-in/choose-way-in.page.ts'
import { forgettingPages } from './choose-way-in/forget.page.ts'
import { comeInWithKept, showComeIn } from './come-in/come-in.page.ts'
import { seeEndEverything, signOutEverywhere } from './end-everything/end-everything.page.ts'
import { endCode, giveNewCode, seeCode } from './give-code/give-code.page.ts'
import { keepLeaving, seeLeaving } from './learn-leaving/learn-leaving.page.ts'
import { leaveQuickly } from './leave-quickly/leave-quickly.page.ts'
import { seeWhatCanBeSeen } from './stay-safe/stay-safe.page.ts'
import { comeInWithCode, showWithCode } from './with-code/with-code.page.ts'
import { comeInWithPasskey } from './with-passkey/with-passkey.page.ts'
import { comeInWithPin, showWithPin } from './with-pin/with-pin.page.ts'
import { withWordsPages } from './with-words/with-words.page.ts'

/** The young person's own, and what those beside them do for them. */
export const comingAndGoingPages: readonly Page[] = [
  begin,
  seeLeaving,
  keepLeaving,
  seeSignedOut,
  readSignedOut,
  seeWayIn,
  makeOwnWords,
  seeChoosePin,
  choosePin,
  askToAddOwnPasskey,
  addOwnPasskey,
  ...forgettingPages,
  seeCode,
  giveNewCode,
  endCode,
  seeEndEverything,
  signOutEverywhere,
]

/** The door, and the way out, which is never shut. */
export const comingAndGoingDoorPages: readonly DoorPage[] = [
  showComeIn,
  comeInWithKept,
  showWithCode,
  comeInWithCode,
  ...withWordsPages,
  comeInWithPasskey,
  showWithPin,
  comeInWithPin,
  seeWhatCanBeSeen,
  leaveQuickly,
]
