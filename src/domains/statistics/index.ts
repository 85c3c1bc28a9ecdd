export { makePictures } from './make-a-picture/make-a-picture.ts'
export { CONFIDENTIAL, type Publishable, publish, textOf } from './disclosure.rules.ts'
export { betaShare, type Interval, wilson } from './intervals.rules.ts'
