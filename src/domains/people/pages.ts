import type { DoorPage, Page } from '#platform/http/page.ts'
import { addNewPasskey, askToAddPasskey, showAddPasskey } from './add-passkey/add-passkey.page.ts'
import { accountActs, changeOneAccount, showAccount } from './change-account/change-account.page.ts'
import { changeOwnPassword, showChangePassword } from './change-password/change-password.page.ts'
import { chooseNewPassword, showNewPassword } from './choose-password/choose-password.page.ts'
import { endOneSession, endOtherSessions } from './end-session/end-session.page.ts'
import { giveNewWords, openYoungAccount, showGiveSignIn } from './give-sign-in/give-sign-in.page.ts'
import {
  makeNewRecoveryCodes,
  showMakeRecoveryCodes,
} from './make-recovery-codes/make-recovery-codes.page.ts'
import { listAccounts } from './manage-accounts/list-accounts.page.ts'
import {
  addNewTeam,
  listAllTeams,
  renameOneTeam,
  showRenameTeam,
} from './manage-teams/manage-teams.page.ts'
import { openNewAccount, showOpenAccount } from './open-account/open-account.page.ts'
import { askForPasskey, signInWithPasskey } from './passkey-sign-in/passkey-sign-in.page.ts'
import { removeAuthenticator, removeOnePasskey } from './remove-factor/remove-factor.page.ts'
import { giveSecondFactor, showSecondFactor } from './second-factor/second-factor.page.ts'
import { seeOwnAccount } from './see-own-account/own-account.page.ts'
import {
  changeAuthenticator,
  setUp,
  showAuthenticator,
  showSetUp,
} from './set-up-second-factor/set-up.page.ts'
import { carryOn, showSignIn, signIn } from './sign-in/sign-in.page.ts'
import { signOut } from './sign-out/sign-out.page.ts'

/** For people who are signed in. */
export const peoplePages: readonly Page[] = [
  seeOwnAccount,
  showChangePassword,
  changeOwnPassword,
  showMakeRecoveryCodes,
  makeNewRecoveryCodes,
  ...removeAuthenticator,
  showAddPasskey,
  askToAddPasskey,
  addNewPasskey,
  ...removeOnePasskey,
  endOneSession,
  endOtherSessions,
  listAccounts,
  showOpenAccount,
  openNewAccount,
  listAllTeams,
  addNewTeam,
  showRenameTeam,
  renameOneTeam,
  showAccount,
  changeOneAccount,
  ...accountActs,
  showGiveSignIn,
  openYoungAccount,
  giveNewWords,
]

/** For people at the door, and for what only the door can do: it alone holds keys and sessions. */
export const peopleDoorPages: readonly DoorPage[] = [
  showSignIn,
  signIn,
  carryOn,
  askForPasskey,
  signInWithPasskey,
  showSecondFactor,
  giveSecondFactor,
  showNewPassword,
  chooseNewPassword,
  showSetUp,
  setUp,
  showAuthenticator,
  changeAuthenticator,
  signOut,
]
