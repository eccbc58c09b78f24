import { Controller } from '@nestjs/common';
import { SignInRoutes, type SignInShown } from '#account-pages';
import type { PortalView } from '../text/index.ts';
import { SignInPage } from './sign-in.page.tsx';

@Controller()
export class SignInController extends SignInRoutes {
  protected readonly after = '/cases';

  protected page(view: PortalView, shown: SignInShown) {
    return <SignInPage {...{ view, ...shown }} />;
  }
}
