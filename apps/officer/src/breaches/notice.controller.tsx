import { grounds, Notices, TEXT_MAX } from '#breach';
import { Database } from '#platform';
import { Asking, invalid, Needs, pickAnswers, SeeOther, UuidPipe, View } from '#web';
import type { Answers, FieldError } from '#web';
import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { BreachContent } from './breach-content.service.ts';
import { factsField, NoticeCheckPage, NoticePage } from './notice.page.tsx';

const FIELDS = grounds.map(factsField);

/** The notice of intent: what the payer will read, shown once more before it is given (R19). */
@Controller('breaches/:id/notice')
@Needs('breach.adjudicate')
export class NoticeController {
  constructor(
    private readonly database: Database,
    private readonly content: BreachContent,
    private readonly notices: Notices,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
  ) {
    const content = await this.content.of(ctx, id);
    if (content.breach.standing !== 'referred') return back(id, 'wrong_state');
    return <NoticePage {...{ view, content, values: {} }} />;
  }

  @Post()
  @HttpCode(200)
  async give(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body() body: unknown,
  ) {
    const content = await this.content.of(ctx, id);
    const values = pickAnswers(body, FIELDS);
    const { step } = pickAnswers(body, ['step']);
    const errors = errorsOf(values);
    if (step === 'change') return <NoticePage {...{ view, content, values }} />;
    if (errors.length > 0) return invalid(<NoticePage {...{ view, content, values, errors }} />);
    const named = grounds.flatMap((code) => {
      const facts = values[factsField(code)];
      return facts ? [{ code, facts }] : [];
    });
    if (step !== 'confirm') return <NoticeCheckPage {...{ view, content, values, named }} />;
    const done = await this.database.write(ctx, (tx) => this.notices.give(tx, id, named));
    if (!done.ok && done.code === 'no_such_file') throw new NotFoundException();
    return back(id, done.ok ? 'noticed' : done.code);
  }
}

const back = (id: string, notice: string) => new SeeOther(`/breaches/${id}?notice=${notice}`);

function errorsOf(values: Answers): FieldError[] {
  if (FIELDS.every((name) => !values[name])) {
    return [{ field: FIELDS[0]!, key: 'breachForms.notice.missing' }];
  }
  return FIELDS.filter((name) => (values[name] ?? '').length > TEXT_MAX).map((field) => ({
    field,
    key: 'breachForms.notice.long',
  }));
}
