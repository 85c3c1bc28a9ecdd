export { makePictures } from './make-a-picture/make-a-picture.ts'
