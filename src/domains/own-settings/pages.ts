import type { Page } from '#platform/http/page.ts'
import {
  chooseLevel,
  chooseLook,
  chooseSharing,
  seeLevel,
  seeLook,
  seeSharing,
} from './my-settings/choose-setting.page.ts'
import { seeSettingHistory } from './my-settings/history.page.ts'
import { answerMySuggestion, seeMySettings } from './my-settings/my-settings.page.ts'
import { chooseTopics, seeTopics } from './my-settings/put-away.page.ts'
import { seeSettingsOfChild, suggestSetting } from './suggest-setting/suggest-setting.page.ts'

export const ownSettingsPages: readonly Page[] = [
  seeMySettings,
  answerMySuggestion,
  seeLevel,
  chooseLevel,
  seeSharing,
  chooseSharing,
  seeTopics,
  chooseTopics,
  seeLook,
  chooseLook,
  seeSettingHistory,
  seeSettingsOfChild,
  suggestSetting,
]
