import { AuditModule } from '#audit';
import { NotificationModule } from '#notification';
import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { Accounts } from './account.service.ts';
import { AccountStore } from './account.store.ts';
import { Addresses } from './addresses.ts';
import { Identity } from './identity.service.ts';
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
    AccountStore,
    Addresses,
    Identity,
    MailedCodes,
    MailedCodeStore,
    Passwords,
    Persons,
    PersonStore,
    SignUp,
    TravelDocuments,
    Tries,
  ],
  exports: [Accounts, Identity, Persons, SignUp, TravelDocuments],
})
export class IdentityModule {}

/** For processes where people sign in. Passport keeps its strategies per process, not per app. */
@Module({
  imports: [IdentityModule, PassportModule.register({ session: false })],
  providers: [LocalStrategy],
  exports: [IdentityModule, PassportModule, LocalStrategy],
})
export class SignInModule {}
