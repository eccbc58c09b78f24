// Every kind of route that a site can have, its people, and counts of what they try.
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Injectable,
  Param,
  Post,
  Query,
  Req,
} from '@nestjs/common';
import { IsEmail, IsNotEmpty } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import {
  createTexts,
  type English,
  CrossSiteAllowed,
  Asking,
  type AccountCtx,
  Form,
  FormPipe,
  invalid,
  Limited,
  localPath,
  Needs,
  Open,
  Page,
  PublicPage,
  SeeOther,
  signIn,
  signOut,
  Submit,
  View,
} from '#web';
import type { SignedInAccount, PageView, PostedForm } from '#web';

const test = {
  en: { hello: 'Hello {{name}}', email: 'Enter your email address' },
  fr: { hello: 'Bonjour {{name}}', email: 'Indiquez votre adresse e-mail' },
} as const;
export const texts = createTexts({ test });
type V = PageView<English<{ test: typeof test }>>;

const PEOPLE: Record<string, SignedInAccount> = Object.fromEntries(
  [
    {
      id: 'ann',
      displayName: 'Ann',
      permissions: new Set(['case.own']),
      scope: 'applicant',
      token: 'a',
    },
    {
      id: 'cleo',
      displayName: 'Cleo',
      permissions: new Set(['case.own']),
      scope: 'applicant',
      token: 'c',
    },
    {
      id: 'bob',
      displayName: 'Bob',
      permissions: new Set(['case.own']),
      scope: 'staff',
      token: 'b',
    },
  ].map((a) => [a.id, a as SignedInAccount]),
);

@Injectable()
export class People {
  async signedIn({ accountId }: { accountId: string }): Promise<SignedInAccount | null> {
    return PEOPLE[accountId] ?? null;
  }
  async signedOut() {}
}

@Injectable()
export class Counts {
  private readonly seen = new Map<string, number>();
  readonly keys = () => [...this.seen.keys()];
  async take(key: string, points: number) {
    const count = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, count);
    return { allowed: count <= points, retryAfterSeconds: count <= points ? 0 : 130 };
  }
}

class EmailForm {
  @IsEmail({}, { message: 'test.email' })
  @IsNotEmpty({ message: 'test.email' })
  email!: string;
}

const FormOf = ({ view, errors = [] }: { view: V; errors?: PostedForm<EmailForm>['errors'] }) => (
  <Page view={view} title="Form" errors={errors}>
    <Form view={view} action="/form">
      <Submit text="Go" />
    </Form>
  </Page>
);

@Controller()
export class Pages {
  @Get() @Open() start(@View() view: V) {
    return (
      <Page view={view} title="Start">
        <h1>{view.t('test.hello', { name: '<Ann & co>' })}</h1>
      </Page>
    );
  }
  @Get('form') @Open() form(@View() view: V) {
    return <FormOf view={view} />;
  }
  @Post('form') @Open() posted(
    @View() view: V,
    @Body(FormPipe(EmailForm)) form: PostedForm<EmailForm>,
  ) {
    if (form.errors.length > 0) return invalid(<FormOf view={view} errors={form.errors} />);
    return new SeeOther('/done');
  }
  @Post('enter') @Open() async enter(
    @Req() request: FastifyRequest,
    @Body() body: { who: string },
    @Query('next') next: string,
  ) {
    await signIn(request, { accountId: body.who, token: `token of ${body.who}` });
    return new SeeOther(localPath(next));
  }
  @Post('sign-out') @Needs('case.own') async leave(@Req() request: FastifyRequest) {
    await signOut(request);
    return new SeeOther('/');
  }
  @Get('me') @Needs('case.own') me(@View() view: V, @Asking() { account }: AccountCtx) {
    return (
      <Page view={view} title="Me">
        <p id="who">{account.displayName}</p>
        <Form view={view} action="/me">
          <Submit text="Go" />
        </Form>
      </Page>
    );
  }
  @Get('on/:to') @Open() on(@Param('to') to: string) {
    return new SeeOther(`/on/${to}/further`);
  }
  @Get('secret') @Needs('case.decide') secret() {
    return 'never';
  }
  @Get('broken') @Open() broken() {
    throw new Error('relation "bond" does not exist');
  }
  @Post('hook') @Open() @CrossSiteAllowed() @HttpCode(200) hook() {
    return { taken: true };
  }
  @Get('often')
  @Open()
  @Limited({ name: 'often', points: 2, seconds: 600, by: 'address' })
  often() {
    return { fine: true };
  }
}

/** How often the page below was drawn. */
export const drawings = { count: 0 };

@Controller()
export class ForEverybody {
  @Get('news') @PublicPage() news(@View() view: V) {
    drawings.count++;
    return (
      <Page view={view} title="News">
        <h1>{view.t('test.hello', { name: view.account?.displayName ?? 'everybody' })}</h1>
      </Page>
    );
  }
  @Get('news/:topic') @PublicPage() topic(@View() view: V, @Param('topic') topic: string) {
    return (
      <Page view={view} title={topic}>
        {topic}
      </Page>
    );
  }
  @Get('empty-form') @PublicPage() form(@View() view: V) {
    return <FormOf view={view} />;
  }
}

@Controller('silent')
export class Silent {
  @Get('page') page() {
    return 'who may come here?';
  }
}
