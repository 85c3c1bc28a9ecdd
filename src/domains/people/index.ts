export { hashPassword } from './password.ts'
export { makeOneTimePassword, makeThreeWords } from './made-secrets.ts'
export { refusePassword, REFUSAL_WORDS as PASSWORD_REFUSALS } from './password.rules.ts'
