import type { DoorPage, Page } from '#platform/http/page.ts'
import { appointSomebodyToLead, seeLeads } from './appoint/appoint.page.ts'
import { seeBoard } from './board/board.page.ts'
import { seeOpportunity, workOnOpportunity } from './board/one.page.ts'
import { askChange, askOpportunity, changeOne, putUpOpportunity } from './board/put-up.page.ts'
import {
  galleryFile,
  galleryFileForStaff,
  publishedFile,
  seeGallery,
  seeGalleryAsStaff,
  seePublished,
} from './gallery/gallery.page.ts'
import { seeGroup, workOnGroup } from './groups/group.page.ts'
import { askRecord, recordOne } from './groups/record.page.ts'
import { sayOnMyBoard, seeMyBoard } from './own/my-board.page.ts'
import { sayToMyQuote, seeMyGroups } from './own/my-groups.page.ts'
import { seeMyWorks, showMyWork } from './own/my-works.page.ts'
import { saySafe, seeSafe } from './safe/safe.page.ts'

export const takingPartPages: readonly Page[] = [
  seeMyBoard,
  sayOnMyBoard,
  seeMyGroups,
  sayToMyQuote,
  seeMyWorks,
  showMyWork,
  seeGallery,
  galleryFile,
  seeBoard,
  seeLeads,
  appointSomebodyToLead,
  askOpportunity,
  putUpOpportunity,
  seeOpportunity,
  workOnOpportunity,
  askChange,
  changeOne,
  askRecord,
  recordOne,
  seeGroup,
  workOnGroup,
  seeSafe,
  saySafe,
  seeGalleryAsStaff,
  galleryFileForStaff,
]

/** What young people let be published, for anybody. */
export const takingPartDoorPages: readonly DoorPage[] = [seePublished, publishedFile]
