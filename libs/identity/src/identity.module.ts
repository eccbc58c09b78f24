import { AuditModule } from '#audit';
import { NotificationModule } from '#notification';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Account, AccountRole, AccountSession } from './account/account.entity.ts';
import { PendingEmailChange } from './email/email-change.entity.ts';
import { MailedCode } from './code/mailed-code.entity.ts';
import { Person, TravelDocument } from './person/person.entity.ts';
import { PassportModule } from '@nestjs/passport';
import { Accounts } from './account/account.service.ts';
import { AccountNews } from './account/account-news.service.ts';
import { CodeThenPassword } from './code/code-then-password.service.ts';
import { CurrentPassword } from './password/current-password.service.ts';
import { EmailChange } from './email/email-change.service.ts';
import { EmailUndo } from './email/email-undo.service.ts';
import { OwnAccount } from './account/own-account.service.ts';
import { OwnAccountStore } from './account/own-account.store.ts';
import { PasswordChange } from './password/password-change.service.ts';
import { PasswordReset } from './password/password-reset.service.ts';
import { AccountStore } from './account/account.store.ts';
import { Addresses } from './account/addresses.service.ts';
import { Identity } from './person/identity.service.ts';
import { IdentitySweep } from './identity-sweep.service.ts';
import { LocalStrategy } from './sign-in/local.strategy.ts';
import { MailedCodes } from './code/mailed-code.service.ts';
import { MailedCodeStore } from './code/mailed-code.store.ts';
import { Passwords } from './password/passwords.service.ts';
import { Persons } from './person/person.service.ts';
import { PersonStore } from './person/person.store.ts';
import { SignUp } from './sign-in/sign-up.service.ts';
import { TravelDocuments } from './person/travel-documents.service.ts';
import { Tries } from './sign-in/tries.service.ts';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Account,
      AccountRole,
      AccountSession,
      PendingEmailChange,
      MailedCode,
      Person,
      TravelDocument,
    ]),
    AuditModule,
    NotificationModule,
  ],
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
    Addresses,
    CurrentPassword,
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
