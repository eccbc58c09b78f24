import type Stripe from 'stripe';

import { formatAmount } from '../money/currencies.ts';
import { ACCOUNTS } from '../payment-methods/bank-accounts.ts';
import { CARDS } from '../payment-methods/cards.ts';
import type { MethodType } from '../payment-methods/types.ts';
import { type Field, type FieldErrors, FIELDS, type Typed } from './payment-form.ts';
import { Shell } from './shell.tsx';
import { type Language, type Text, TEXTS } from './text.ts';

export interface CheckoutView {
  language: Language;
  session: Stripe.Checkout.Session;
  /** The way to pay that is shown. */
  method: MethodType;
  items: Stripe.LineItem[];
  typed: Typed;
  errors: FieldErrors;
  /** Why the last card was declined. */
  declineCode?: string;
}

export function amountOf(session: Stripe.Checkout.Session, language: Language): string {
  return formatAmount(session.amount_total ?? 0, session.currency ?? 'usd', language);
}

export function CheckoutPage(view: CheckoutView) {
  const { language, session, method, errors, declineCode } = view;
  const text = TEXTS[language];
  const amount = amountOf(session, language);
  const hasProblem = declineCode !== undefined || Object.keys(errors).length > 0;
  return (
    <Shell
      language={language}
      title={(hasProblem ? text.errorPrefix : '') + text.pay(amount)}
      isTwoColumns
    >
      <Order {...view} amount={amount} />
      <section class="panel">
        {hasProblem && <Problems {...view} />}
        <Ways {...view} />
        <form method="post" action={`/c/pay/${session.id}?method=${method}`} novalidate>
          <Fields {...view} />
          <button type="submit">
            {method === 'customer_balance' ? text.getDetails : text.pay(amount)}
          </button>
        </form>
        {session.cancel_url && (
          <a class="button second" href={session.cancel_url}>
            {text.cancel}
          </a>
        )}
        {method === 'card' && <TestCards text={text} />}
        {method === 'us_bank_account' && <TestAccounts text={text} />}
      </section>
    </Shell>
  );
}

/** One way to pay needs no choice. */
function Ways({ language, session, method }: CheckoutView) {
  const text = TEXTS[language];
  const ways = session.payment_method_types as MethodType[];
  if (ways.length < 2) return null;
  return (
    <nav class="ways" aria-label={text.howToPay}>
      {ways.map((way) => (
        <a
          key={way}
          href={`/c/pay/${session.id}?method=${way}`}
          aria-current={way === method ? 'page' : undefined}
        >
          {text.ways[way]}
        </a>
      ))}
    </nav>
  );
}

function Fields(view: CheckoutView) {
  const { method } = view;
  const text = TEXTS[view.language];
  return (
    <>
      {method === 'customer_balance' && <p>{text.transferHow}</p>}
      <Input {...view} field="email" autocomplete="email" mode="email" />
      <Input {...view} field="name" autocomplete={method === 'card' ? 'cc-name' : 'name'} />
      {method === 'card' && (
        <>
          <Input {...view} field="number" autocomplete="cc-number" mode="numeric" />
          <div class="pair">
            <Input {...view} field="expiry" autocomplete="cc-exp" mode="numeric" />
            <Input {...view} field="cvc" autocomplete="cc-csc" mode="numeric" />
          </div>
        </>
      )}
      {method === 'us_bank_account' && (
        <>
          <Input {...view} field="routing" autocomplete="off" mode="numeric" />
          <Input {...view} field="account" autocomplete="off" mode="numeric" />
          <p class="hint">{text.mandate}</p>
        </>
      )}
    </>
  );
}

function Order({ language, items, amount }: CheckoutView & { amount: string }) {
  const text = TEXTS[language];
  return (
    <section>
      <h1>{text.total}</h1>
      <p class="total">{amount}</p>
      <ul class="items">
        {items.map((item) => (
          <li key={item.id}>
            <span>
              {item.description}
              {(item.quantity ?? 1) > 1 && ` × ${item.quantity}`}
            </span>
            <span>{formatAmount(item.amount_total, item.currency, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Problems({ language, method, errors, declineCode }: CheckoutView) {
  const text = TEXTS[language];
  const declines: Record<string, string> = text.declines;
  return (
    <div class="summary" role="alert" aria-labelledby="problem">
      <h2 id="problem">{text.problem}</h2>
      <ul>
        {declineCode !== undefined && (
          <li>
            <a href="#number">{declines[declineCode] ?? text.declines.generic_decline}</a>
          </li>
        )}
        {FIELDS[method].map((field: Field) => {
          const error = errors[field];
          return (
            error && (
              <li key={field}>
                <a href={`#${field}`}>{text.errors[error]}</a>
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

interface InputProps extends CheckoutView {
  field: Field;
  autocomplete: 'email' | 'name' | 'cc-name' | 'cc-number' | 'cc-exp' | 'cc-csc' | 'off';
  mode?: 'email' | 'numeric';
}

function Input({ language, method, field, autocomplete, mode, typed, errors }: InputProps) {
  const text = TEXTS[language];
  const hint = `${field}Hint` in text ? text[`${field}Hint` as 'numberHint'] : undefined;
  const error = errors[field];
  const describedBy = [hint && `${field}-hint`, error && `${field}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div class="field">
      <label for={field}>{field === 'name' ? text.names[method] : text[field]}</label>
      {hint && (
        <p class="hint" id={`${field}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${field}-error`}>
          {text.errors[error]}
        </p>
      )}
      <input
        id={field}
        name={field}
        type="text"
        inputMode={mode}
        autocomplete={autocomplete}
        spellcheck={false}
        maxLength={200}
        value={typed[field] ?? ''}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
      />
    </div>
  );
}

function TestCards({ text }: { text: Text }) {
  const names = Object.keys(text.cardNotes) as (keyof Text['cardNotes'])[];
  return (
    <details>
      <summary>{text.testCards}</summary>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <code>{CARDS[name].number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')}</code>{' '}
            {text.cardNotes[name]}
          </li>
        ))}
      </ul>
    </details>
  );
}

function TestAccounts({ text }: { text: Text }) {
  const names = Object.keys(text.accountNotes) as (keyof Text['accountNotes'])[];
  return (
    <details>
      <summary>{text.testAccounts}</summary>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <code>{ACCOUNTS[name].number}</code> {text.accountNotes[name]}
          </li>
        ))}
      </ul>
    </details>
  );
}
