import type { Page } from '#platform/http/page.ts'
import {
  chooseFrameworkFile,
  downloadTemplate,
  importFramework,
} from './import-framework/import-framework.page.ts'
import {
  askToRetire,
  previewFramework,
  publishFramework,
  retireFramework,
  setAsideDraft,
} from './import-framework/publish-framework.page.ts'
import {
  downloadFramework,
  listFrameworks,
  readFrameworkPage,
} from './read-framework/read-framework.page.ts'

/** The pages about frameworks themselves. */
export const frameworkPages: readonly Page[] = [
  listFrameworks,
  chooseFrameworkFile,
  importFramework,
  downloadTemplate,
  readFrameworkPage,
  downloadFramework,
  previewFramework,
  publishFramework,
  setAsideDraft,
  askToRetire,
  retireFramework,
]
