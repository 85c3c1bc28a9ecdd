export {
  readDeploymentField,
  type DeploymentField,
  type NewDeployment,
} from './new-deployment.form.ts'
export { makeDeployment } from './new-deployment.queries.ts'
export { asPassphrase } from './made-secrets.rules.ts'
export { hashPassword } from './password.ts'
export { refusePassword, REFUSAL_WORDS as PASSWORD_REFUSALS } from './password.rules.ts'
