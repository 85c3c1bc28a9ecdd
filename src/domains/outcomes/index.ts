/** The public face of outcomes: all another domain may import. */

// Frameworks
export {
  type FrameworkVersionId,
  frameworkVersion,
  liveFramework,
  liveFrameworks,
  loadProvisionalSet,
  loadProvisionalSetThrough,
  type OutcomeId,
  type UsedFramework,
} from './framework.queries.ts'
export { keepFramework, findVersionNamed, type KeptFramework } from './framework.queries.ts'
export { type OutcomeLabel, outcomeLabels } from './framework-labels.rules.ts'
export {
  type BirthClaim,
  FRAMEWORK_REFUSED,
  type Framework,
  type FrameworkRefusal,
  refuseFigure,
  refuseFramework,
  wordsIn,
} from './framework.rules.ts'
export { readFrameworkFile, type ReadFile } from './framework-file.ts'
export { frameworkFile, FRAMEWORK_FORMATS, type FrameworkFormat } from './framework-write.ts'
export { frameworkTemplate, TEMPLATE_FORMATS, type TemplateFormat } from './framework-template.ts'
export { languageDirection, languageName } from './language.rules.ts'
export { provisionalSet } from './provisional-set.ts'
