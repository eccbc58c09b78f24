import { UploadReceiver } from '#documents';
import { dayIn, Temporal } from '#kernel';
import { Database } from '#platform';
import { MovementImports, rowFaults, type HandRecord } from '#travel';
import {
  Asking,
  dateFields,
  FormPipe,
  FormWithFile,
  invalid,
  Needs,
  pickAnswers,
  readDate,
  SeeOther,
  TakesFile,
  View,
} from '#web';
import type { Answers, FieldError, PostedForm, SentForm } from '#web';
import { Controller, Get, NotFoundException, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { HandForm } from './hand.form.ts';
import { HandPage } from './hand.page.tsx';
import { ImportDesk, type HandProgramme } from './import-desk.service.ts';

const FIELDS = ['kind', 'port', 'time', 'number', 'reason'];
const DATES = [...dateFields('happened'), ...dateFields('until')];
const form = FormPipe(HandForm);

/** Which box of the page mends what a row is refused for. */
const BOX_OF: Readonly<Record<string, string>> = {
  ...{ happened_at: 'happened', authorised_until: 'until', document_number: 'number' },
  ...{ kind: 'kind', port: 'port', issuing_state: 'number' },
};

/** One movement, typed in with what proves it, for a second person to confirm. */
@Controller('movements/entry')
export class HandController {
  constructor(
    private readonly database: Database,
    private readonly desk: ImportDesk,
    private readonly imports: MovementImports,
    private readonly receiver: UploadReceiver,
  ) {}

  @Get()
  @Needs('movement.record')
  async ask(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query('programme') asked: unknown,
  ) {
    const { programmes, programme } = await this.programmeOf(ctx, asked);
    return <HandPage {...{ view, programmes, programme, values: {} }} />;
  }

  @Post()
  @Needs('movement.record')
  @TakesFile()
  async send(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @FormWithFile() { fields, file }: SentForm,
    @Query('programme') asked: unknown,
  ) {
    const { programmes, programme } = await this.programmeOf(ctx, asked);
    const posted = (await form.transform(fields, { type: 'body' })) as PostedForm<HandForm>;
    const values = pickAnswers(fields, [...FIELDS, ...DATES]);
    const read = recordOf(posted.value, values, programme);
    const errors = [...posted.errors, ...read.errors];
    // Read to its end whatever is wrong with the rest, as the browser sends it.
    const received = file ? await this.receiver.receive(file) : null;
    const again = (more: readonly FieldError[]) =>
      invalid(<HandPage {...{ view, programmes, programme, values }} errors={more} />);
    const { record } = read;
    if (errors.length || !record) return again(inOrder(errors));
    const wrong = await this.database.read(ctx, (tx) =>
      this.imports.faultOf(tx, programme.code, record),
    );
    if (wrong) {
      const field = BOX_OF[rowFaults[wrong]] ?? 'kind';
      return again([{ field, key: `states.importRow.${wrong}` }]);
    }
    if (!received?.ok) {
      return again([{ field: 'file', key: `imports.proof.${received?.code ?? 'empty'}` }]);
    }
    const wish = { record, reason: posted.value.reason, proof: received.value };
    const sent = await this.database.write(ctx, (tx) =>
      this.imports.enter(tx, programme.code, wish),
    );
    if (!sent.ok) throw new Error(`what was looked at is refused: ${sent.code}`);
    return new SeeOther(`/movements/imports/${sent.value.id}?notice=entered`);
  }

  private async programmeOf(ctx: StaffCtx, asked: unknown) {
    const programmes = await this.desk.mayBringInFor(ctx);
    const code = programmes.find((one) => one === asked) ?? programmes[0];
    if (!code) throw new NotFoundException();
    return { programmes, programme: await this.desk.programme(ctx, code) };
  }
}

const ORDER = ['kind', 'port', 'happened', 'time', 'until', 'number', 'reason', 'file'];
const inOrder = (errors: readonly FieldError[]): FieldError[] =>
  [...errors].sort((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field));

/** What was typed, as a row says it; null while its day or its time cannot be told. */
function recordOf(
  typed: HandForm,
  values: Answers,
  { ports, nationality, now }: HandProgramme,
): { record: HandRecord | null; errors: FieldError[] } {
  const zone = ports.find((port) => port.code === typed.port)?.timeZone ?? 'UTC';
  const today = dayIn(now, zone);
  const happened = readDate(values, {
    ...{ field: 'happened', whatKey: 'imports.hand.happenedWhat', today, rule: 'todayOrPast' },
  });
  const until = readDate(values, {
    ...{ field: 'until', whatKey: 'imports.hand.untilWhat', today, optional: true },
  });
  const errors = [happened, until].flatMap(({ error }) => error ?? []);
  const [, hour, minute] = /^(\d{1,2})\D?(\d\d)$/.exec(typed.time ?? '') ?? [];
  if (!happened.day || hour === undefined) return { record: null, errors };
  const plainTime = Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) });
  const at = happened.day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
  const record = {
    ...{ kind: typed.kind, port: typed.port, happened_at: at.toString() },
    authorised_until: until.day?.toString() ?? '',
    ...{ issuing_state: nationality, document_number: typed.number },
  };
  return { record, errors };
}
