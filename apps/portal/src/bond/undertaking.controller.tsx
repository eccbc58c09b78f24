import { Body, Controller, Get, Ip, Param, Post } from '@nestjs/common';
import { isToPost, Undertakings, type SignRefusal } from '#bond-escrow';
import { Papers } from '#notification';
import { Database, type Tx } from '#platform';
import { Asking, FormPipe, invalid, Limited, Needs, SeeOther, View } from '#web';
import type { AccountCtx, FieldError, PostedForm } from '#web';
import type { PortalView } from '../text/index.ts';
import { caseWith } from '../tracking/notices.ts';
import { OwnBonds, type OwnBond } from '../own/own-bonds.service.ts';
import { SignedCopyPage } from './signed-copy.page.tsx';
import { UndertakingForm } from './undertaking.form.ts';
import { UndertakingPage, type OwnContract } from './undertaking.page.tsx';

/** The contract: read, signed once, and to be read again (R10). */
@Controller('cases/:reference/bond/undertaking')
@Needs('bond.pay')
export class UndertakingController {
  constructor(
    private readonly database: Database,
    private readonly bonds: OwnBonds,
    private readonly undertakings: Undertakings,
    private readonly papers: Papers,
  ) {}

  @Get()
  show(@View() view: PortalView, @Asking() ctx: AccountCtx, @Param('reference') reference: string) {
    return this.database.show(ctx, async (tx) => {
      const own = await this.bonds.one(tx, reference);
      if (!own) return new SeeOther(caseWith(reference, 'no_bond'));
      if (!own.isPayer) return new SeeOther(caseWith(own.row.reference, 'not_the_payer'));
      const copy = await this.undertakings.copy(tx, own.bond.bond, 'own_copy');
      if (copy) {
        const code = await this.papers.codeOf(tx, 'undertaking', copy.id);
        return <SignedCopyPage {...{ view, copy, own, code }} />;
      }
      if (!isToPost(own.bond.bond.state)) {
        return new SeeOther(caseWith(own.row.reference, 'not_payable'));
      }
      const contract = await this.contract(tx, own);
      return <UndertakingPage view={view} contract={contract} values={{ language: view.lang }} />;
    });
  }

  @Post()
  @Limited({ name: 'sign-undertaking', points: 30, seconds: 3600, by: 'account' })
  async sign(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Ip() address: string,
    @Param('reference') reference: string,
    @Body(FormPipe(UndertakingForm)) form: PostedForm<UndertakingForm>,
  ) {
    const own = await this.database.read(ctx, (tx) => this.bonds.one(tx, reference));
    if (!own) return new SeeOther(caseWith(reference, 'no_bond'));
    if (!own.isPayer) return new SeeOther(caseWith(own.row.reference, 'not_the_payer'));
    const { value } = form;
    const values = { ...value };
    const again = (errorsOf: (contract: OwnContract) => readonly FieldError[]) =>
      this.database.write(ctx, async (tx) => {
        const contract = await this.contract(tx, own);
        const errors = errorsOf(contract);
        return invalid(<UndertakingPage {...{ view, values, errors, contract }} />);
      });
    if (form.errors.length > 0) return again(() => form.errors);
    const { language, signerName } = value;
    const signed = await this.database.write(ctx, (tx) =>
      this.undertakings.sign(tx, {
        bondId: own.bond.bond.id,
        signerName,
        language,
        textSha256: value[`sha256-${language}`] ?? '',
        address,
      }),
    );
    const home = `/cases/${own.row.reference}/bond`;
    if (signed.ok) return new SeeOther(`${home}?signed=1`);
    return refusal(signed.code, own.row.reference, again);
  }

  private async contract(tx: Tx, own: OwnBond): Promise<OwnContract> {
    return { ...own, ...(await this.undertakings.contract(tx, own.bond.bond)) };
  }
}

/** What can be mended is shown on the form again. */
function refusal(
  code: SignRefusal,
  reference: string,
  again: (errorsOf: (contract: OwnContract) => readonly FieldError[]) => unknown,
) {
  if (code === 'name_differs') {
    return again(({ payerName: name }) => [
      { field: 'signerName', key: 'bond.error.nameDiffers', params: { name } },
    ]);
  }
  if (code === 'text_changed') return again(() => [{ field: 'text', key: 'bond.error.changed' }]);
  if (code === 'already_signed') return new SeeOther(`/cases/${reference}/bond?signed=1`);
  return new SeeOther(caseWith(reference, code === 'too_late' ? 'too_late' : 'not_payable'));
}
