export { Addresses } from './account/addresses.service.ts';
export { Accounts, type ActiveAccount, type SignedIn } from './account/account.service.ts';
export { mrzFlags, type MrzDifference, type MrzFlag } from './domain/mrz-agreement.ts';
export { readMrz, type MrzReading } from './domain/mrz.ts';
export { PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN, type PasswordProblem } from './domain/password.ts';
export {
  permissions,
  permissionsOf,
  rolePermissions,
  roles,
  staffRoles,
  type Permission,
  type Role,
  type StaffRole,
} from './domain/permissions.ts';
export {
  comparableState,
  fullName,
  isDocumentNumber,
  type DocumentDetails,
  type PersonDetails,
} from './domain/person.ts';
export { CODE_DIGITS, CODE_MINUTES, type CodeRefusal } from './domain/mailed-code.ts';
export { stateCodes, stateOf } from './domain/states.ts';
export { IdentityModule, SignInModule } from './identity.module.ts';
export { Identity } from './person/identity.service.ts';
export { LocalSignIn, type Tried } from './sign-in/local-sign-in.guard.ts';
export { IdentitySweep } from './identity-sweep.service.ts';
export { Persons, type PersonRecord } from './person/person.service.ts';
export type { DocumentRef } from './person/person.store.ts';
export { EmailChange } from './email/email-change.service.ts';
export { EmailUndo } from './email/email-undo.service.ts';
export type { AskRefusal } from './code/mailed-code.service.ts';
export { OwnAccount } from './account/own-account.service.ts';
export { CurrentPassword } from './password/current-password.service.ts';
export { PasswordChange } from './password/password-change.service.ts';
export { PasswordReset } from './password/password-reset.service.ts';
export { newPayoutWaitsUntil } from './domain/own-account.ts';
export { SignUp } from './sign-in/sign-up.service.ts';
export { TravelDocuments } from './person/travel-documents.service.ts';
