export { makePictures } from './make-a-picture/make-a-picture.ts'
export { makeStayPictures } from './see-staying/make-stays.ts'
export { makeWaitPictures } from './see-waits/make-waits.ts'
export { makeFlowPictures } from './see-follow-up/make-follow-up.ts'
export { makeMissingGroups } from './see-missing-over-time/make-missing-groups.ts'
export { makeRegisters } from './see-the-register/make-register.ts'
export { makeStagePictures } from './see-by-stage/make-by-stage.ts'
export { type Indicator, releasedIndicators } from './indicator.queries.ts'
export { forOutside } from './outside.rules.ts'
export {
  CONFIDENTIAL,
  type Publishable,
  publish,
  textOf,
} from './disclosure.rules.ts'
export { betaShare, type Interval, wilson } from './intervals.rules.ts'
