import { Controller, Get } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CodeThenPasswordRoutes } from '#account-pages';
import { SignUp, type SignedIn } from '#identity';
import { Open, SeeOther, signIn, ticketOf, View, type FieldError } from '#web';
import { ERRAND } from '../payer/errand.ts';
import type { PortalView } from '../text/index.ts';
import { SignUpPage } from './sign-up.page.tsx';

/** An address, the code that was mailed to it, a password, and the person is in. */
@Controller('sign-up')
@Open()
export class SignUpController extends CodeThenPasswordRoutes<SignedIn> {
  constructor(signUp: SignUp) {
    super(signUp, 'sign-up', 'signUp');
  }

  @Get()
  show(@View() view: PortalView) {
    return view.account ? new SeeOther('/cases') : <SignUpPage view={view} values={{}} />;
  }

  protected firstPage(
    view: PortalView,
    again: { values: { email: string }; errors: readonly FieldError[] },
  ) {
    return <SignUpPage {...{ view, ...again }} />;
  }

  protected async done(request: FastifyRequest, made: SignedIn) {
    await signIn(request, made);
    // Whoever was asked to pay a bond goes on there.
    return ticketOf(request, ERRAND) ? '/asked-to-pay/bond' : '/cases';
  }
}
