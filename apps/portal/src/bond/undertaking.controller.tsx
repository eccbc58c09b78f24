import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isToPost, Undertakings, type SignRefusal } from '#bond-escrow';
import { Database, type Tx } from '#platform';
import { ctxOf, invalid, LANGUAGES, Limited, Needs, pickAnswers, SeeOther, View } from '#web';
import type { Answers, FieldError, Lang } from '#web';
import type { PortalView } from '../text/index.ts';
import { caseWith } from '../tracking/notices.ts';
import { OwnBonds, type OwnBond } from './own-bonds.service.ts';
import { SignedCopyPage } from './signed-copy.page.tsx';
import { UndertakingPage, type OwnContract } from './undertaking.page.tsx';

const FIELDS = ['language', 'signerName', 'agreed', ...LANGUAGES.map((l) => `sha256-${l}`)];

/** What is missing before the library is asked. */
function problemsOf(values: Answers): FieldError[] {
  const isLang = LANGUAGES.some((l) => l === values.language);
  return [
    ...(isLang ? [] : [{ field: 'language', key: 'bond.error.language' }]),
    ...(values.signerName ? [] : [{ field: 'signerName', key: 'bond.error.nameMissing' }]),
    ...(values.agreed === 'yes' ? [] : [{ field: 'agreed', key: 'bond.error.agreed' }]),
  ];
}

/** The contract: read, signed once, and to be read again (R10). */
@Controller('cases/:reference/bond/undertaking')
@Needs('bond.pay')
export class UndertakingController {
  constructor(
    private readonly database: Database,
    private readonly bonds: OwnBonds,
    private readonly undertakings: Undertakings,
  ) {}

  @Get()
  show(
    @View() view: PortalView,
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
  ) {
    return this.database.write(ctxOf(request), async (tx) => {
      const own = await this.bonds.one(tx, reference);
      if (!own) return new SeeOther(caseWith(reference, 'no_bond'));
      const copy = await this.undertakings.copy(tx, own.bond.bond, 'own_copy');
      if (copy) return <SignedCopyPage {...{ view, copy, own }} />;
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
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ) {
    const ctx = ctxOf(request);
    const own = await this.database.read(ctx, (tx) => this.bonds.one(tx, reference));
    if (!own) return new SeeOther(caseWith(reference, 'no_bond'));
    const values = pickAnswers(body, FIELDS);
    const again = (errorsOf: (contract: OwnContract) => readonly FieldError[]) =>
      this.database.write(ctx, async (tx) => {
        const contract = await this.contract(tx, own);
        const errors = errorsOf(contract);
        return invalid(<UndertakingPage {...{ view, values, errors, contract }} />);
      });
    const problems = problemsOf(values);
    if (problems.length > 0) return again(() => problems);
    const language = values.language as Lang;
    const signed = await this.database.write(ctx, (tx) =>
      this.undertakings.sign(tx, {
        bondId: own.bond.bond.id,
        signerName: values.signerName ?? '',
        language,
        textSha256: values[`sha256-${language}`] ?? '',
        address: request.ip,
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
