import { expect, test } from '@jest/globals';
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { portalRules } from './index.ts';

/** What a rule says about a piece of code: its message ids, in order. */
function findings(rule: string, code: string, file = 'view.tsx'): (string | undefined)[] {
  const messages = new Linter().verify(
    code,
    [
      {
        files: ['**/*.{ts,tsx}'],
        plugins: { portal: portalRules },
        rules: { [`portal/${rule}`]: 'error' },
        languageOptions: {
          parser: parser,
          parserOptions: { ecmaFeatures: { jsx: true } },
        },
      },
    ],
    file,
  );
  return messages.map(({ messageId, message }) => messageId ?? message);
}

const money = {
  valid: [
    'const amountMinor: bigint = 5n;',
    'interface Tier { amountMinor: bigint; days: number }',
    'class Row { amount!: Money; count!: number }',
    'Number(days); parseInt(text, 10); +days;',
    'BigInt(row.amount_minor);',
    'const minorityShare: number = 3; function f(amountOfRows: number) {}',
    'const half = amountMinor / 2n;',
  ],
  invalid: [
    ['const amountMinor: number = 5;', 'type'],
    ['interface Tier { amount_minor: number }', 'type'],
    ['interface Tier { amountMinorMax?: number | null }', 'type'],
    ['class Row { amount!: number }', 'type'],
    ['function pay(money: number) {}', 'type'],
    ['const f = (refundAmount: number[]) => 1;', 'type'],
    ['Number(row.amount_minor);', 'conversion'],
    ['parseInt(form.amount, 10);', 'conversion'],
    ['Number.parseFloat(this.amount);', 'conversion'],
    ['const x = +bond.amount;', 'conversion'],
    ['Number(amount as string);', 'conversion'],
    ['const dollars = amountMinor / 100;', 'arithmetic'],
    ['const cents = 100 * tier.amount;', 'arithmetic'],
  ],
};

test.each(money.valid)('money: %s is fine', (code) => {
  expect(findings('no-number-money', code)).toEqual([]);
});
test.each(money.invalid)('money: %s is refused', (code, messageId) => {
  expect(findings('no-number-money', code)).toEqual([messageId]);
});

const views = {
  valid: [
    '<p>{t("bond.title")}</p>;',
    '<p> · {count} </p>;',
    '<Button type="submit" name="go" href="/bond" label={t("go")} />;',
    'const row = { key: { text: t("a") }, id: "name", classes: "govuk-x" };',
    '<img alt="" src="x.svg" />;',
  ],
  invalid: [
    '<p>Your bond</p>;',
    '<p>{"Your bond"}</p>;',
    '<p>{paid ? "Paid" : t("due")}</p>;',
    '<p>{`Paid on ${day}`}</p>;',
    '<img alt="Flag" />;',
    '<nav aria-label="Menu" />;',
    '<Field label={"Name"} />;',
    '<Field label={known ?? "Name"} />;',
    'const row = { key: { text: "Name" } };',
    '<>Été</>;',
    '<p>{t("a")}: {b}</p>;',
    '<p>{`${t("a")}: ${b}`}</p>;',
  ],
};

test.each(views.valid)('view: %s is fine', (code) => {
  expect(findings('no-text-in-view', code)).toEqual([]);
});
test.each(views.invalid)('view: %s is refused', (code) => {
  expect(findings('no-text-in-view', code)).toEqual(['text']);
});

test('a disabled rule needs a reason', () => {
  const line = '/* eslint-disable no-var -- old browsers read this file */\nvar a = 1;';
  expect(findings('explained-disable', line)).not.toContain('reason');
  expect(findings('explained-disable', '/* eslint-disable no-var */\nvar a = 1;')).toContain(
    'reason',
  );
});

const roles = {
  valid: [
    ['case.service.ts', '@Injectable() export class Cases {}'],
    ['case.store.ts', '@Injectable() export class CaseStore {}'],
    ['cases.controller.tsx', "@Controller('cases') export class CasesController {}"],
    ['case.entity.ts', "@Entity('visa_case') export class VisaCase {}"],
    ['case.lifecycle.ts', "export const caseLifecycle = defineLifecycle({ name: 'visa_case' });"],
    ['cases.ts', 'export const mayDecide = () => decided();'],
  ],
  invalid: [
    ['cases.ts', '@Injectable() export class Cases {}'],
    ['case.helper.ts', '@Injectable() export class Cases {}'],
    ['case.controller.ts', '@Injectable() export class Cases {}'],
    ['case.service.ts', "@Controller('cases') export class CasesController {}"],
    ['case.store.ts', "@Entity('visa_case') export class VisaCase {}"],
    ['case-lifecycle.ts', "export const caseLifecycle = defineLifecycle({ name: 'visa_case' });"],
  ],
};

test.each(roles.valid)('roles: %s is the right name for %s', (file, code) => {
  expect(findings('role-in-name', code, file)).toEqual([]);
});
test.each(roles.invalid)('roles: %s is no name for %s', (file, code) => {
  expect(findings('role-in-name', code, file)).toEqual(['role']);
});

const entities = {
  valid: [
    ['libs/refund/src/refund.module.ts', 'const imports = [TypeOrmModule.forFeature([Refund])];'],
    ['tools/seed/cast.ts', 'const { entities } = source.options; open({ url, entities });'],
  ],
  invalid: [
    ['apps/worker/src/worker.module.ts', 'forRoot({ entities: [Refund] });', 'list'],
    ['test/support/world/world.ts', 'new DataSource({ url, entities: [...refunds] });', 'list'],
    ['apps/api/src/api.module.ts', 'TypeOrmModule.forFeature([Refund]);', 'feature'],
  ],
};

test.each(entities.valid)('entities: %s may say %s', (file, code) => {
  expect(findings('entities-in-modules', code, file)).toEqual([]);
});
test.each(entities.invalid)('entities: %s may not say %s', (file, code, message) => {
  expect(findings('entities-in-modules', code, file)).toEqual([message]);
});
