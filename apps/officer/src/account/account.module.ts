import { Module } from '@nestjs/common';
import { ForgottenPasswordController } from '#account-pages';
import { SignInModule } from '#identity';
import { OwnAccountController } from './own-account.controller.tsx';
import { SignInController } from './sign-in.controller.tsx';

/** Signing in, and one’s own account. */
@Module({
  imports: [SignInModule],
  controllers: [OwnAccountController, SignInController, ForgottenPasswordController],
})
export class AccountModule {}
