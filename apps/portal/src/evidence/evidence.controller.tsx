import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { EvidenceReports } from '#departure';
import { Database } from '#platform';
import {
  Asking,
  type AccountCtx,
  dateAnswers,
  FormPipe,
  invalid,
  Limited,
  Needs,
  PageWithStatus,
  readDate,
  SeeOther,
  View,
  type Answers,
  type FieldError,
  type PostedForm,
} from '#web';
import type { PortalView } from '../text/index.ts';
import { caseWith } from '../tracking/notices.ts';
import { ClaimForm } from './claim.form.ts';
import { ClaimPage, OTHER_PORT } from './claim.page.tsx';
import { NotNowPage } from './not-now.page.tsx';
import { OwnEvidence, type EvidenceContent } from './own-evidence.service.ts';

/** Refusals that the form can mend: all of them by the date. */
const MENDED: ReadonlySet<string> = new Set([
  'in_the_future',
  'before_admission',
  'after_leave_by',
]);

/** What a traveller states of a departure, kept until it is sent. */
@Controller('cases/:reference/departure')
@Needs('case.own')
export class EvidenceController {
  constructor(
    private readonly database: Database,
    private readonly own: OwnEvidence,
    private readonly reports: EvidenceReports,
  ) {}

  @Get()
  async show(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
  ) {
    const content = await this.own.open(ctx, reference);
    if (!content.may.ok) return notNow(view, content, content.may.code);
    return <ClaimPage {...{ view, content, values: typedBefore(content) }} />;
  }

  @Post()
  @Limited({ name: 'evidence', points: 30, seconds: 3600, by: 'account' })
  async claim(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(ClaimForm)) form: PostedForm<ClaimForm>,
  ) {
    const content = await this.own.open(ctx, reference);
    if (!content.may.ok) return notNow(view, content, content.may.code);
    const values = { ...form.value };
    const again = (errors: readonly FieldError[]) =>
      invalid(<ClaimPage {...{ view, content, values, errors }} />);
    const { today, ports } = content;
    const { day, error } = readDate(values, {
      ...{ field: 'departedOn', whatKey: 'evidence.claim.departedOnWhat' },
      ...{ today, rule: 'todayOrPast' },
    });
    const errors = [...form.errors, ...(error ? [error] : [])];
    if (errors.length > 0 || !day) return again(errors);
    const port = ports.find((p) => p.code === values.port) ?? null;
    if (!port && values.port !== OTHER_PORT) {
      return again([{ field: 'port', key: 'evidence.error.port' }]);
    }
    const claim = { kind: values.kind, departedOn: day, portCode: port?.code ?? null };
    const zone = port?.timeZone ?? content.consulate.timeZone;
    const claimed = await this.database.write(ctx, (tx) =>
      this.reports.claim(tx, content.row, claim, zone),
    );
    if (claimed.ok) return new SeeOther(`/cases/${content.row.reference}/departure/files`);
    if (!MENDED.has(claimed.code)) return notNow(view, content, claimed.code);
    return again([{ field: 'departedOn', key: `evidence.error.${claimed.code}` }]);
  }

  @Post('send')
  async send(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
  ) {
    const content = await this.own.open(ctx, reference);
    const sent = await this.database.write(ctx, (tx) => this.reports.send(tx, content.row));
    const home = `/cases/${content.row.reference}/departure`;
    if (sent.ok) return new SeeOther(caseWith(content.row.reference, 'evidence_sent'));
    if (sent.code === 'no_file') return new SeeOther(`${home}/files?refused=no_file`);
    if (sent.code === 'no_draft') return new SeeOther(home);
    return notNow(view, content, sent.code);
  }
}

const notNow = (view: PortalView, content: EvidenceContent, code: string) =>
  new PageWithStatus(409, <NotNowPage {...{ view, content, code }} />);

/** What was stated before: a draft goes on where it was left. */
const typedBefore = ({ draft }: EvidenceContent): Answers =>
  draft
    ? {
        ...{ kind: draft.kind, port: draft.portCode ?? OTHER_PORT },
        ...dateAnswers('departedOn', draft.departedOn),
      }
    : {};
