import type { Page } from '#platform/http/page.ts'
import { childPicture, myPicture } from './picture.page.ts'

export const picturePages: readonly Page[] = [myPicture, childPicture]
