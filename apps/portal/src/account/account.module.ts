import { Module } from '@nestjs/common';
import { ForgottenPasswordController } from '#account-pages';
import { SignInModule } from '#identity';
import { FormerAddressController } from './former-address.controller.tsx';
import { OwnAccountController } from './own-account.controller.tsx';
import { OwnEmailController } from './own-email.controller.tsx';
import { SignInController } from './sign-in.controller.tsx';
import { SignUpController } from './sign-up.controller.tsx';

/** Making an account, signing in, and one’s own account. */
@Module({
  imports: [SignInModule],
  controllers: [
    FormerAddressController,
    OwnAccountController,
    OwnEmailController,
    SignInController,
    SignUpController,
    ForgottenPasswordController,
  ],
})
export class AccountModule {}
