export { nationOf, ownTexts } from './guidance.queries.ts'
export { type Nation, type OwnText, type Shown, shownFor } from './guidance.rules.ts'
export { topicOf, TOPICS } from './texts/index.rules.ts'
