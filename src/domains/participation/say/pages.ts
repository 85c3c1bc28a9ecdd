import type { Page } from '#platform/http/page.ts'
import { agreeToUses, seeUses } from './agree-to-uses/agree-to-uses.page.ts'
import { beginSaying, seeBeginSaying } from './begin-saying/begin-saying.page.ts'
import { changeIt, lookAtIt } from './look-at-it/look-at-it.page.ts'
import { makePart, seeMakePart } from './make-part/make-part.page.ts'
import { myFile } from './my-file/my-file.page.ts'
import { askPassOn, passItOn } from './pass-on/pass-on.page.ts'
import { readSaid, saidFile, seeSaid } from './read-said/read-said.page.ts'
import { notWhatISaid, seeWhatISent, takeItBack } from './see-sent/see-sent.page.ts'
import { seeUsed } from './see-used/see-used.page.ts'
import { seeSend, sendIt } from './send-it/send-it.page.ts'
import { askBeside, writeBesideIt } from './write-beside/write-beside.page.ts'

export const sayPages: readonly Page[] = [
  seeBeginSaying,
  beginSaying,
  seeMakePart,
  makePart,
  lookAtIt,
  changeIt,
  seeSend,
  sendIt,
  takeItBack,
  notWhatISaid,
  seeUses,
  agreeToUses,
  myFile,
  seeWhatISent,
  seeSaid,
  readSaid,
  saidFile,
  seeUsed,
  askBeside,
  writeBesideIt,
  askPassOn,
  passItOn,
]
