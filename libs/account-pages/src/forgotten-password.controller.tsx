import { Controller, Get, Query } from '@nestjs/common';
import { PasswordReset } from '#identity';
import { ForgottenPasswordPage, Open, View, type FieldError, type ShellView } from '#web';
import { CodeThenPasswordRoutes } from './code-then-password.routes.tsx';

const PATH = 'forgotten-password';

@Controller(PATH)
@Open()
export class ForgottenPasswordController extends CodeThenPasswordRoutes<{ browser: string }> {
  constructor(reset: PasswordReset) {
    super(reset, PATH, 'reset');
  }

  @Get()
  show(@View() view: ShellView, @Query('restored') restored: unknown) {
    const notice = restored === '1' ? view.t.dynamic('web.own.done.restored') : undefined;
    return <ForgottenPasswordPage {...{ view, notice, action: `/${PATH}` }} />;
  }

  protected firstPage(
    view: ShellView,
    again: { values: { email: string }; errors: readonly FieldError[] },
  ) {
    return <ForgottenPasswordPage {...{ view, ...again, action: `/${PATH}` }} />;
  }

  protected done() {
    return Promise.resolve('/sign-in?reset=1');
  }
}
