import { grounds, Replies, TEXT_MAX } from '#breach';
import { Database } from '#platform';
import { Asking, FormPipe, invalid, Limited, Needs, pickAnswers, SeeOther, View } from '#web';
import type { AccountCtx, Answers, FieldError, PostedForm } from '#web';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { PortalView } from '../text/index.ts';
import { BreachPage, replyField } from './breach.page.tsx';
import { OwnBreaches, type OwnBreach } from './own-breaches.service.ts';
import { QuestionForm } from './question.form.ts';

/** The notice with what is said to each ground, questions, and the decision (R19). */
@Controller('cases/:reference/breach')
@Needs('case.own')
export class BreachController {
  constructor(
    private readonly database: Database,
    private readonly breaches: OwnBreaches,
    private readonly replies: Replies,
  ) {}

  @Get()
  async show(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Query('notice') said: unknown,
  ) {
    const own = await this.open(ctx, reference);
    return <BreachPage {...{ view, own, said }} />;
  }

  @Post('reply')
  @Limited({ name: 'breach-reply', points: 60, seconds: 3600, by: 'account' })
  async reply(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ) {
    const own = await this.open(ctx, reference);
    const values = pickAnswers(body, grounds.map(replyField));
    const errors = errorsOf(values, own);
    if (errors.length > 0) return invalid(<BreachPage {...{ view, own, values, errors }} />);
    const said = own.breach.grounds.flatMap(({ id, code, facts }) => {
      const text = values[replyField(code)];
      return facts !== null && text ? [{ groundId: id, text }] : [];
    });
    const { id } = own.breach.file;
    const sent = await this.database.write(ctx, (tx) => this.replies.send(tx, id, said));
    return back(own, sent.ok ? 'replied' : sent.code);
  }

  @Post('question')
  @Limited({ name: 'breach-question', points: 30, seconds: 3600, by: 'account' })
  async question(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(QuestionForm)) form: PostedForm<QuestionForm>,
  ) {
    const own = await this.open(ctx, reference);
    const { value, errors } = form;
    if (errors.length > 0) {
      return invalid(<BreachPage {...{ view, own, errors }} values={{ ...value }} />);
    }
    const { id } = own.breach.file;
    const asked = await this.database.write(ctx, (tx) => this.replies.ask(tx, id, value.question));
    return back(own, asked.ok ? 'asked' : asked.code);
  }

  private open(ctx: AccountCtx, reference: string): Promise<OwnBreach> {
    return this.database.write(ctx, (tx) => this.breaches.one(tx, reference));
  }
}

const back = ({ row }: OwnBreach, notice: string) =>
  new SeeOther(`/cases/${row.reference}/breach?notice=${notice}`);

function errorsOf(values: Answers, { breach }: OwnBreach): FieldError[] {
  const asked = breach.grounds.filter((g) => g.facts !== null).map((g) => replyField(g.code));
  if (asked.length > 0 && asked.every((name) => !values[name])) {
    return [{ field: asked[0]!, key: 'breach.nothingSaid' }];
  }
  return asked
    .filter((name) => (values[name] ?? '').length > TEXT_MAX)
    .map((field) => ({ field, key: 'breach.long' }));
}
