import { Database } from '#platform';
import { BorderClients, BorderProposals } from '#travel';
import { Asking, FormPipe, invalid, Needs, pickAnswers, SeeOther, UuidPipe, View } from '#web';
import type { FieldError, PostedForm } from '#web';
import { Body, Controller, NotFoundException, Param, Post } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { BorderClientPage } from './border-client.page.tsx';
import { BorderDesk } from './border-desk.service.ts';
import { CallbackForm } from './callback.form.ts';

const HOME = '/border-clients';
/** What whoever typed the address can mend. */
const OF_ADDRESS: ReadonlySet<string> = new Set([
  ...['not_an_address', 'not_https', 'address_with_more'],
]);

/** Where a border system is told: two administrators set the address, one takes it away. */
@Controller('border-clients/:id/callback')
@Needs('border.manage')
export class BorderCallbacksController {
  constructor(
    private readonly database: Database,
    private readonly desk: BorderDesk,
    private readonly clients: BorderClients,
    private readonly proposals: BorderProposals,
  ) {}

  @Post()
  async propose(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(CallbackForm)) { value, errors }: PostedForm<CallbackForm>,
  ) {
    const again = async (wrong: readonly FieldError[]) => {
      const content = await this.desk.one(ctx, id);
      if (!content) throw new NotFoundException();
      const values = pickAnswers(value, ['address']);
      return invalid(<BorderClientPage {...{ view, content, values }} errors={wrong} />);
    };
    if (errors.length > 0) return again(errors);
    const proposed = await this.database.write(ctx, (tx) =>
      this.proposals.proposeCallback(tx, { clientId: id, address: value.address }),
    );
    if (proposed.ok) return new SeeOther(`${HOME}/proposals/${proposed.value.id}?notice=proposed`);
    if (proposed.code === 'unknown_client') throw new NotFoundException();
    return OF_ADDRESS.has(proposed.code)
      ? again([{ field: 'address', key: `borderCallbacks.refused.${proposed.code}` }])
      : new SeeOther(`${HOME}/${id}?notice=${proposed.code}`);
  }

  @Post('stop')
  async stop(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    const stopped = await this.database.write(ctx, (tx) => this.clients.stopCallback(tx, id));
    if (!stopped.ok) throw new NotFoundException();
    return new SeeOther(`${HOME}/${id}?notice=callback_stopped`);
  }
}
