export { actInWords } from './trail.rules.ts'
