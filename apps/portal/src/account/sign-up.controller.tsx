import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  PASSWORD_CHARS_MAX,
  PASSWORD_CHARS_MIN,
  SignUp,
  type BeginRefusal,
  type ConfirmRefusal,
} from '#identity';
import {
  FormPipe,
  invalid,
  Limited,
  Open,
  SeeOther,
  signIn,
  View,
  type FieldError,
  type PostedForm,
} from '#web';
import type { PortalView } from '../text/index.ts';
import { CodeForm, SignUpForm } from './account.forms.ts';
import { CodePage, SignUpPage } from './sign-up.page.tsx';

const params = { min: PASSWORD_CHARS_MIN, max: PASSWORD_CHARS_MAX };

/** Refusals of sign-up speak of what was typed; each has its field. */
const BEGIN: Record<BeginRefusal, FieldError> = {
  bad_email: { field: 'email', key: 'account.error.emailWrong' },
  too_many_tries: { field: 'email', key: 'account.error.too_many_tries' },
  password_too_short: { field: 'password', key: 'account.error.password_too_short', params },
  password_too_long: { field: 'password', key: 'account.error.password_too_long', params },
  password_common: { field: 'password', key: 'account.error.password_common' },
};
const CONFIRM: Record<ConfirmRefusal, FieldError> = {
  wrong_code: { field: 'code', key: 'account.error.wrong_code' },
  expired: { field: 'code', key: 'account.error.code_expired' },
  too_many_tries: { field: 'code', key: 'account.error.code_too_many_tries' },
};

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Address and password, a code by mail, and the person is in. */
@Controller('sign-up')
@Open()
export class SignUpController {
  constructor(private readonly signUp: SignUp) {}

  @Get()
  show(@View() view: PortalView) {
    return view.account ? new SeeOther('/cases') : <SignUpPage view={view} values={{}} />;
  }

  @Post()
  @Limited({ name: 'sign-up', points: 20, seconds: 3600, by: 'address' })
  async begin(
    @View() view: PortalView,
    @Req() request: FastifyRequest,
    @Body(FormPipe(SignUpForm)) form: PostedForm<SignUpForm>,
  ) {
    const again = (errors: readonly FieldError[]) =>
      invalid(<SignUpPage view={view} values={{ email: form.value.email }} errors={errors} />);
    if (form.errors.length > 0) return again(form.errors);
    const { email, password } = form.value;
    const input = { email, password: textOf(password), language: view.lang, requestId: request.id };
    const begun = await this.signUp.begin(input);
    if (!begun.ok) return again([BEGIN[begun.code]]);
    return new SeeOther(`/sign-up/code?id=${begun.value.signUpId}`);
  }

  @Get('code')
  code(@View() view: PortalView, @Query('id') id: unknown) {
    return <CodePage view={view} values={{ id: textOf(id) }} />;
  }

  @Post('code')
  @Limited({ name: 'sign-up-code', points: 30, seconds: 900, by: 'address' })
  async confirm(
    @View() view: PortalView,
    @Req() request: FastifyRequest,
    @Body() body: { id?: unknown } | undefined,
    @Body(FormPipe(CodeForm)) form: PostedForm<CodeForm>,
  ) {
    const signUpId = textOf(body?.id);
    const again = (errors: readonly FieldError[]) =>
      invalid(<CodePage view={view} values={{ ...form.value, id: signUpId }} errors={errors} />);
    if (form.errors.length > 0) return again(form.errors);
    const { code } = form.value;
    const confirmed = await this.signUp.confirm({ signUpId, code, requestId: request.id });
    if (!confirmed.ok) return again([CONFIRM[confirmed.code]]);
    await signIn(request, confirmed.value, { how: 'sign-up' });
    return new SeeOther('/cases');
  }
}
