import { AuditModule } from '#audit';
import { NotificationModule } from '#notification';
import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { Accounts } from './account.service.ts';
import { AccountNews } from './account-news.ts';
import { CodeThenPassword } from './code-then-password.ts';
import { CurrentPassword } from './current-password.ts';
import { EmailChange } from './email-change.service.ts';
import { EmailUndo } from './email-undo.service.ts';
import { OwnAccount } from './own-account.service.ts';
import { OwnAccountStore } from './own-account.store.ts';
import { PasswordChange } from './password-change.service.ts';
import { PasswordReset } from './password-reset.service.ts';
import { AccountStore } from './account.store.ts';
import { Addresses } from './addresses.ts';
import { Identity } from './identity.service.ts';
import { IdentitySweep } from './identity-sweep.service.ts';
import { LocalStrategy } from './local.strategy.ts';
import { MailedCodes } from './mailed-code.service.ts';
import { MailedCodeStore } from './mailed-code.store.ts';
import { Passwords } from './passwords.ts';
import { Persons } from './person.service.ts';
import { PersonStore } from './person.store.ts';
import { SignUp } from './sign-up.service.ts';
import { TravelDocuments } from './travel-documents.service.ts';
import { Tries } from './tries.ts';

@Module({
  imports: [AuditModule, NotificationModule],
  providers: [
    Accounts,
    AccountNews,
    AccountStore,
    CurrentPassword,
    EmailChange,
    EmailUndo,
    OwnAccount,
    OwnAccountStore,
    PasswordChange,
    PasswordReset,
    Addresses,
    Identity,
    IdentitySweep,
    CodeThenPassword,
    MailedCodes,
    MailedCodeStore,
    Passwords,
    Persons,
    PersonStore,
    SignUp,
    TravelDocuments,
    Tries,
  ],
  exports: [
    Accounts,
    EmailChange,
    EmailUndo,
    Identity,
    IdentitySweep,
    OwnAccount,
    PasswordChange,
    PasswordReset,
    Persons,
    SignUp,
    TravelDocuments,
  ],
})
export class IdentityModule {}

/** For processes where people sign in. Passport keeps its strategies per process, not per app. */
@Module({
  imports: [IdentityModule, PassportModule.register({ session: false })],
  providers: [LocalStrategy],
  exports: [IdentityModule, PassportModule, LocalStrategy],
})
export class SignInModule {}
