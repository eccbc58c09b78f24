import { Decisions } from '#breach';
import { formatMoney, money } from '#kernel';
import { Database } from '#platform';
import { Asking, invalid, Needs, pickAnswers, SeeOther, UuidPipe, View } from '#web';
import type { FieldError } from '#web';
import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { BreachContent, type BreachContentOf } from './breach-content.service.ts';
import { DecisionCheckPage, DecisionPage } from './decision.page.tsx';
import { decisionFields, readDecision, type DecidedOn } from './read-decision.ts';

/** The decision of an adjudicator, shown with its amounts before it is proposed (R18 to R20). */
@Controller('breaches/:id/decision')
@Needs('breach.adjudicate')
export class DecisionController {
  constructor(
    private readonly database: Database,
    private readonly content: BreachContent,
    private readonly decisions: Decisions,
  ) {}

  @Get()
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
  ) {
    const content = await this.content.of(ctx, id);
    const may = content.may.get('decision');
    if (may && !may.ok) return back(id, may.code);
    return <DecisionPage {...{ view, content, on: onOf(view, content), values: {} }} />;
  }

  /** Shows what the choice will cause, and proposes it once that was confirmed. */
  @Post()
  @HttpCode(200)
  async propose(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body() body: unknown,
  ) {
    const content = await this.content.of(ctx, id);
    const on = onOf(view, content);
    const values = pickAnswers(body, decisionFields(on.grounds));
    const { step } = pickAnswers(body, ['step']);
    const again = (errors: readonly FieldError[]) =>
      invalid(<DecisionPage {...{ view, content, on, values, errors }} />);
    if (step === 'change') return <DecisionPage {...{ view, content, on, values }} />;
    const { value, errors } = readDecision(values, on);
    if (!value) return again(errors);
    const isBreach = value.findings.some((f) => f.isEstablished);
    if (isBreach === (value.outcome === 'none')) {
      return again([{ field: 'outcome', key: 'breachForms.decision.doesNotFollow' }]);
    }
    if (step !== 'confirm') {
      return <DecisionCheckPage {...{ view, content, values, on, decision: value }} />;
    }
    const done = await this.database.write(ctx, (tx) => this.decisions.propose(tx, id, value));
    if (!done.ok && done.code === 'no_such_file') throw new NotFoundException();
    return back(id, done.ok ? 'proposed' : done.code);
  }
}

const back = (id: string, notice: string) => new SeeOther(`/breaches/${id}?notice=${notice}`);

function onOf({ lang }: OfficerView, { breach, stake }: BreachContentOf): DecidedOn {
  const { freeMinor: heldMinor, currency } = stake;
  const grounds = breach.grounds.filter((g) => g.facts !== null);
  return { grounds, heldMinor, currency, held: formatMoney(money(heldMinor, currency), lang) };
}
