import type Stripe from 'stripe';

import { formatAmount } from '../money/currencies.ts';
import { Shell } from './shell.tsx';
import { type Language, TEXTS } from './text.ts';

type Instructions = Stripe.PaymentIntent.NextAction.DisplayBankTransferInstructions;

interface InstructionsView {
  language: Language;
  /** The intent that waits for the money. */
  id: string;
  instructions: Instructions;
  /** Where the payer came from. */
  next?: string | undefined;
}

/** Where to send the money, and what to write on the transfer. */
export function InstructionsPage({ language, id, instructions, next }: InstructionsView) {
  const text = TEXTS[language];
  const { amount_remaining: amount, currency, reference } = instructions;
  const aba = instructions.financial_addresses?.find(({ type }) => type === 'aba')?.aba;
  const rows = [
    [text.transferAmount, formatAmount(amount ?? 0, currency ?? 'usd', language)],
    [text.transferName, aba?.account_holder_name],
    [text.transferBank, aba?.bank_name],
    [text.routing, aba?.routing_number],
    [text.account, aba?.account_number],
    [text.transferReference, reference],
  ];
  return (
    <Shell language={language} title={text.transferTitle}>
      <section class="panel">
        <h1>{text.transferTitle}</h1>
        <p>{text.transferBody}</p>
        <dl>
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <form method="post" action={`/c/instructions/${id}`}>
          <button type="submit" class="second">
            {text.sendNow}
          </button>
        </form>
        {next !== undefined && (
          <a class="button" href={next}>
            {text.continue}
          </a>
        )}
      </section>
    </Shell>
  );
}
