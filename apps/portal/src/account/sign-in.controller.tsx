import {
  Body,
  Catch,
  Controller,
  Get,
  Post,
  Query,
  Req,
  UnauthorizedException,
  UseFilters,
  UseGuards,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from '#identity';
import {
  FormPipe,
  invalid,
  Limited,
  localPath,
  Open,
  SeeOther,
  signIn,
  signOut,
  View,
  viewOf,
  type FieldError,
  type PostedForm,
} from '#web';
import type { PortalView } from '../text/index.ts';
import { SignInForm } from './account.forms.ts';
import { SignInPage } from './sign-in.page.tsx';

const AFTER = '/cases';
type Posted = { email?: unknown; password?: unknown; next?: unknown } | undefined;
type SignedInRequest = FastifyRequest & { user?: SignedIn };

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** What is wrong with the form itself, else what passport's strategy said; nothing about accounts. */
async function errorsOf(body: Posted, refusal: string): Promise<readonly FieldError[]> {
  const form = (await FormPipe(SignInForm).transform(body, {
    type: 'body',
  })) as PostedForm<SignInForm>;
  if (form.errors.length > 0) return form.errors;
  const code = refusal === 'too_many_tries' ? refusal : 'wrong_credentials';
  return [{ field: 'email', key: `account.error.${code}` }];
}

/** A refused sign-in is the same page again, with its errors; the address stays, not the password. */
@Catch(UnauthorizedException)
export class SignInRefused implements ExceptionFilter {
  async catch(error: UnauthorizedException, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const body = request.body as Posted;
    const view = viewOf(request, reply) as PortalView;
    const values = { email: textOf(body?.email), next: localPath(body?.next, AFTER) };
    const errors = await errorsOf(body, error.message);
    void reply.send(invalid(<SignInPage {...{ view, values, errors }} />));
  }
}

@Controller()
export class SignInController {
  @Get('sign-in')
  @Open()
  show(
    @View() view: PortalView,
    @Query() query: { next?: unknown; ended?: unknown; out?: unknown },
  ) {
    if (view.account) return new SeeOther(localPath(query.next, AFTER));
    const values = { next: localPath(query.next, AFTER) };
    const notice = query.ended ? 'web.session.ended' : query.out ? 'account.signIn.out' : undefined;
    return <SignInPage {...{ view, values, notice }} />;
  }

  @Post('sign-in')
  @Open()
  @Limited({ name: 'sign-in', points: 30, seconds: 900, by: 'address' })
  @UseFilters(SignInRefused)
  @UseGuards(AuthGuard('local'))
  async signIn(@Req() request: SignedInRequest, @Body() body: Posted) {
    await signIn(request, request.user!.accountId, { how: 'password' });
    return new SeeOther(localPath(body?.next, AFTER));
  }

  /** Open: whose session is over already is signed out as well. */
  @Post('sign-out')
  @Open()
  async signOut(@Req() request: FastifyRequest) {
    await signOut(request);
    return new SeeOther('/sign-in?out=1');
  }
}
