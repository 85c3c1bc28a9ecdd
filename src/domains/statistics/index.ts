export { makePictures } from './make-a-picture/make-a-picture.ts'
export { type Publishable, textOf } from './disclosure.rules.ts'
export { type Indicator, releasedIndicators } from './indicator.queries.ts'
export { forOutside } from './outside.rules.ts'
