import type { Page } from '#platform/http/page.ts'
import {
  addTheWay,
  askSafety,
  askWay,
  endTheWay,
  sayTheSafety,
  seeContact,
  startAgain,
  stopForThem,
} from './keep-contact/keep-contact.page.ts'
import { useContact } from './keep-contact/use-contact.page.ts'
import {
  addOwnWay,
  askOwnSafety,
  askOwnWay,
  endOwnWay,
  sayItAgain,
  sayOwnSafety,
  seeOwnContact,
  startOwnContact,
  stopOwnContact,
} from './own-contact/own-contact.page.ts'
import { saveOwnNews, seeOwnNews } from './own-contact/own-news.page.ts'

export const contactPages: readonly Page[] = [
  seeContact,
  askWay,
  addTheWay,
  stopForThem,
  startAgain,
  askSafety,
  sayTheSafety,
  endTheWay,
  useContact,
  seeOwnContact,
  stopOwnContact,
  startOwnContact,
  askOwnWay,
  addOwnWay,
  seeOwnNews,
  saveOwnNews,
  askOwnSafety,
  sayOwnSafety,
  sayItAgain,
  endOwnWay,
]
