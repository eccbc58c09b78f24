import { expect, test } from '@jest/globals';
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { portalRules } from './index.ts';

/** What a rule says about a piece of code: its message ids, in order. */
function findings(rule: string, code: string): (string | undefined)[] {
  const messages = new Linter().verify(
    code,
    [
      {
        files: ['**/*.tsx'],
        plugins: { portal: portalRules },
        rules: { [`portal/${rule}`]: 'error' },
        languageOptions: {
          parser: parser,
          parserOptions: { ecmaFeatures: { jsx: true } },
        },
      },
    ],
    'view.tsx',
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
