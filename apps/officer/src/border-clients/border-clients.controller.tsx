import { Database, type Tx } from '#platform';
import { BorderClients, BorderProposals, type BorderKeyEvent } from '#travel';
import { Asking, FormPipe, invalid, Needs, pickAnswers, SeeOther, UuidPipe, View } from '#web';
import type { Answers, FieldError, PostedForm } from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { BorderClientForm } from './border-client.form.ts';
import { BorderClientPage } from './border-client.page.tsx';
import { BorderClientsPage } from './border-clients.page.tsx';
import { BorderDesk } from './border-desk.service.ts';
import { KeyForm } from './key.form.ts';
import { NewBorderClientPage } from './new-border-client.page.tsx';

const HOME = '/border-clients';
const FIELDS = ['name', 'programme', 'ports', 'key'];

/** Border systems: two administrators let one in or give it a key, each of them shuts it out. */
@Controller('border-clients')
@Needs('border.manage')
export class BorderClientsController {
  constructor(
    private readonly database: Database,
    private readonly desk: BorderDesk,
    private readonly clients: BorderClients,
    private readonly proposals: BorderProposals,
  ) {}

  @Get()
  async list(@View() view: OfficerView, @Asking() ctx: StaffCtx, @Query('notice') notice: unknown) {
    return <BorderClientsPage {...{ view, list: await this.desk.list(ctx), notice }} />;
  }

  @Get('new')
  async ask(@View() view: OfficerView, @Asking() ctx: StaffCtx) {
    const places = await this.desk.places(ctx);
    return <NewBorderClientPage {...{ view, places, values: {} }} />;
  }

  @Post()
  async propose(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Body(FormPipe(BorderClientForm)) { value, errors }: PostedForm<BorderClientForm>,
  ) {
    const again = async (wrong: readonly FieldError[]) => {
      const places = await this.desk.places(ctx);
      const values = shownAgain(pickAnswers(value, FIELDS), wrong);
      return invalid(<NewBorderClientPage {...{ view, places, values }} errors={wrong} />);
    };
    if (errors.length > 0) return again(inOrder(errors));
    const { name, programme: programmeCode, key } = value;
    const ports = value.ports.toUpperCase().split(/[\s,;]+/);
    const proposed = await this.database.write(ctx, (tx) =>
      this.proposals.proposeClient(tx, { name, programmeCode, ports, key }),
    );
    if (!proposed.ok) return again([errorOf(proposed.code)]);
    return new SeeOther(`${HOME}/proposals/${proposed.value.id}?notice=proposed`);
  }

  @Get(':id')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    const content = await this.contentOf(ctx, id);
    return <BorderClientPage {...{ view, content, values: {}, notice }} />;
  }

  @Post(':id/keys')
  async proposeKey(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(KeyForm)) { value, errors }: PostedForm<KeyForm>,
  ) {
    const again = async (wrong: readonly FieldError[]) => {
      const content = await this.contentOf(ctx, id);
      const values = shownAgain(pickAnswers(value, ['key']), wrong);
      return invalid(<BorderClientPage {...{ view, content, values }} errors={wrong} />);
    };
    if (errors.length > 0) return again(errors);
    const proposed = await this.database.write(ctx, (tx) =>
      this.proposals.proposeKey(tx, { clientId: id, key: value.key }),
    );
    if (proposed.ok) {
      return new SeeOther(`${HOME}/proposals/${proposed.value.id}?notice=proposed`);
    }
    if (proposed.code === 'unknown_client') throw new NotFoundException();
    const isOfKey = BOX_OF[proposed.code] === 'key';
    return isOfKey
      ? again([errorOf(proposed.code)])
      : new SeeOther(`${HOME}/${id}?notice=${proposed.code}`);
  }

  @Post(':id/keys/:keyId/retire')
  retire(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Param('keyId', UuidPipe) keyId: string,
  ) {
    return this.endKey(ctx, { clientId: id, keyId }, 'retired');
  }

  @Post(':id/keys/:keyId/revoke')
  revoke(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Param('keyId', UuidPipe) keyId: string,
  ) {
    return this.endKey(ctx, { clientId: id, keyId }, 'revoked');
  }

  @Post(':id/block')
  block(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    return this.close(ctx, id, 'blocked', (tx) => this.clients.block(tx, id));
  }

  private endKey(
    ctx: StaffCtx,
    key: { readonly clientId: string; readonly keyId: string },
    event: BorderKeyEvent,
  ) {
    return this.close(ctx, key.clientId, event, (tx) => this.clients.endKey(tx, key, event));
  }

  private async close(
    ctx: StaffCtx,
    id: string,
    done: string,
    work: (tx: Tx) => ReturnType<BorderClients['endKey' | 'block']>,
  ) {
    const closed = await this.database.write(ctx, work);
    if (closed.ok) return new SeeOther(`${HOME}/${id}?notice=${done}`);
    const isThere = closed.code !== 'unknown_client' && closed.code !== 'unknown_key';
    if (!isThere) throw new NotFoundException();
    return new SeeOther(`${HOME}/${id}?notice=${closed.code}`);
  }

  private async contentOf(ctx: StaffCtx, id: string) {
    const content = await this.desk.one(ctx, id);
    if (!content) throw new NotFoundException();
    return content;
  }
}

/** Which box of a page mends what is refused. */
const BOX_OF: Readonly<Record<string, string>> = {
  ...{ unknown_programme: 'programme', unknown_port: 'ports', key_in_use: 'key' },
  ...{ not_a_key: 'key', private_key: 'key', wrong_kind_of_key: 'key' },
};
const errorOf = (code: string): FieldError => ({
  field: BOX_OF[code] ?? 'key',
  key: `borderClients.refused.${code}`,
});

/** What was typed; a private key is not sent out again. */
const shownAgain = (values: Answers, wrong: readonly FieldError[]): Answers =>
  wrong.some(({ key }) => key.endsWith('.private_key')) ? { ...values, key: '' } : values;

const inOrder = (errors: readonly FieldError[]): FieldError[] =>
  [...errors].sort((a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field));
