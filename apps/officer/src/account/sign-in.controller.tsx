import { Controller } from '@nestjs/common';
import { SignInRoutes, type SignInShown } from '#account-pages';
import type { OfficerView } from '../text/index.ts';
import { SignInPage } from './sign-in.page.tsx';

@Controller()
export class SignInController extends SignInRoutes {
  protected readonly after = '/';

  protected page(view: OfficerView, shown: SignInShown) {
    return <SignInPage {...{ view, ...shown }} />;
  }
}
