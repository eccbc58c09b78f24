import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isToPost, Undertakings, type SignRefusal } from '#bond-escrow';
import { fullName, Identity } from '#identity';
import { Database, type Tx } from '#platform';
import { ctxOf, invalid, LANGUAGES, Limited, Needs, pickAnswers, SeeOther, View } from '#web';
import type { Answers, FieldError, Lang } from '#web';
import type { PortalView } from '../text/index.ts';
import { caseWith } from '../tracking/notices.ts';
import { OwnBonds } from './own-bonds.ts';
import { SignedCopyPage } from './signed-copy.page.tsx';
import { UndertakingPage, type Contract } from './undertaking.page.tsx';

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
    private readonly identity: Identity,
  ) {}

  @Get()
  show(
    @View() view: PortalView,
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
  ) {
    return this.database.write(ctxOf(request), async (tx) => {
      const found = await this.contract(tx, reference);
      if (!found) return new SeeOther(caseWith(reference, 'no_bond'));
      const copy = await this.undertakings.copy(tx, found.bond.bond, 'own_copy');
      if (copy) return <SignedCopyPage {...{ view, copy }} own={found} />;
      if (!isToPost(found.bond.bond.state)) {
        return new SeeOther(caseWith(found.row.reference, 'not_payable'));
      }
      return <UndertakingPage view={view} contract={found} values={{ language: view.lang }} />;
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
    const found = await this.database.write(ctx, (tx) => this.contract(tx, reference));
    if (!found) return new SeeOther(caseWith(reference, 'no_bond'));
    const values = pickAnswers(body, FIELDS);
    const again = (errors: readonly FieldError[]) =>
      invalid(<UndertakingPage {...{ view, values, errors }} contract={found} />);
    const problems = problemsOf(values);
    if (problems.length > 0) return again(problems);
    const language = values.language as Lang;
    const signed = await this.database.write(ctx, (tx) =>
      this.undertakings.sign(tx, {
        bondId: found.bond.bond.id,
        payerName: found.payerName,
        signerName: values.signerName ?? '',
        language,
        textSha256: values[`sha256-${language}`] ?? '',
        address: request.ip,
      }),
    );
    const home = `/cases/${found.row.reference}/bond`;
    if (signed.ok) return new SeeOther(`${home}?signed=1`);
    return this.refusal(signed.code, found, again);
  }

  private refusal(
    code: SignRefusal,
    found: Contract,
    again: (errors: readonly FieldError[]) => unknown,
  ) {
    const { reference } = found.row;
    const params = { name: found.payerName };
    if (code === 'name_differs') {
      return again([{ field: 'signerName', key: 'bond.error.nameDiffers', params }]);
    }
    if (code === 'text_changed') return again([{ field: 'text', key: 'bond.error.changed' }]);
    if (code === 'already_signed') return new SeeOther(`/cases/${reference}/bond?signed=1`);
    return new SeeOther(caseWith(reference, code === 'too_late' ? 'too_late' : 'not_payable'));
  }

  /** The text in both languages with the payer's name, which is opened for it. */
  private async contract(tx: Tx, reference: string): Promise<Contract | null> {
    const own = await this.bonds.one(tx, reference);
    if (!own) return null;
    const { personId } = own.row;
    if (!personId) throw new Error('a bond of a case without its traveller');
    const person = await this.identity.person(tx, personId, 'undertaking');
    const payerName = fullName(person);
    const text = (lang: Lang) => this.undertakings.text(tx, own.bond.bond, payerName, lang);
    return { ...own, payerName, texts: { en: await text('en'), fr: await text('fr') } };
  }
}
