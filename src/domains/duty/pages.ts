import type { Page } from '#platform/http/page.ts'
import { pressForSomebody, seeSomebody } from './press/press.page.ts'
import { answerSignal, seeDuty, seeSignal } from './respond/respond.page.ts'
import { seeRota, setRota } from './rota/rota.page.ts'

export const dutyPages: readonly Page[] = [
  seeSomebody,
  pressForSomebody,
  seeRota,
  setRota,
  seeDuty,
  seeSignal,
  answerSignal,
]
