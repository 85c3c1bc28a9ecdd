export {
  readDeploymentField,
  type DeploymentField,
  type NewDeployment,
} from './new-deployment.form.ts'
export { makeDeployment } from './new-deployment.queries.ts'
export { asOwnWayIn, asPassphrase } from './made-secrets.rules.ts'
export { hashPassword } from './password.ts'
export { refusePassword, REFUSAL_WORDS as PASSWORD_REFUSALS } from './password.rules.ts'

/* For coming in: the one way to turn what was shown into a session, and to limit tries of any secret. */
export { endSessionsOf } from './accounts.queries.ts'
export { beginSession, stepAnswer } from './admit.ts'
export { carriedOf, type Carried, withNext } from './carried.ts'
export { deviceInWords } from './device.rules.ts'
export { type Account, findAccount, triesUnder } from './door.queries.ts'
export {
  endOwnSession,
  endSessions,
  listSessions,
  type OpenSession,
  setPassword,
} from './factors.queries.ts'
export { guarded, type Tried } from './guessing.ts'
export { makeThreeWords } from './made-secrets.ts'
export { openOwnAccount } from './open-own-account.ts'
export { ownAct } from './own-act.ts'
export { askOwnPasskey, keepOwnPasskey, type OwnPasskey, ownPasskeys } from './own-passkey.ts'
export { accountOfPasskey } from './passkey-sign-in/passkey-sign-in.page.ts'
export { relyingParty } from './passkeys.ts'
export { removePasskey } from './passkeys.queries.ts'
export { passwordMatches, someHash } from './password.ts'
export { asUserName, keptFields, mayBeKept, ownPath, readableFields } from './sign-in.rules.ts'
export { findOwnAccount, type OwnAccount } from './young-account.queries.ts'
export { giveCarerWords, openCarerAccount } from './carer-account.ts'
