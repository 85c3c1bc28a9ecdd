export { adviceToShow, adviseAfter, type OwnList, ownList } from './advise.ts'
export { noticeOf } from './answer-advice/notice.view.ts'
export { ownPhrases, wordingForBrowsers } from './browser.view.ts'
