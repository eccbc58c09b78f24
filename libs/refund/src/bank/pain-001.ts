import { exponentOf, type Instant, type Money, type PlainDate } from '#kernel';
import { XMLBuilder } from 'fast-xml-parser';
import type { BankAccount } from '../domain/bank-account.ts';
import { bankText } from '../domain/bank-text.ts';

/** What a file of payments is called by: pain.001.001.09 of ISO 20022. */
const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';
const NAME_CHARS_MAX = 70;
const TEXT_CHARS_MAX = 140;
/** What banks write where a file has to say something and there is nothing to say. */
const NOT_PROVIDED = 'NOTPROVIDED';

export interface PaymentToBank {
  /** Our name for it, which the bank repeats. */
  readonly endToEndId: string;
  readonly amount: Money;
  readonly to: BankAccount;
  /** The case, for the payee's statement. */
  readonly reference: string;
}

export interface PaymentOrder {
  /** Of the file; at most 35 characters. */
  readonly messageId: string;
  readonly madeAt: Instant;
  readonly executeOn: PlainDate;
  readonly from: BankAccount;
  readonly total: Money;
  readonly payments: readonly PaymentToBank[];
}

/** With the decimals of its currency: 10000.00, and 6000000 for XOF. */
export function decimalOf({ minor, currency }: Money): string {
  const decimals = exponentOf(currency);
  const digits = minor.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
}

const accountOf = (account: BankAccount) =>
  account.kind === 'iban'
    ? { Id: { IBAN: account.iban } }
    : { Id: { Othr: { Id: account.number } } };

/** An IBAN says its bank; in the United States the routing number does. */
const agentOf = (account: BankAccount) =>
  account.kind === 'iban'
    ? { FinInstnId: { Othr: { Id: NOT_PROVIDED } } }
    : {
        FinInstnId: { ClrSysMmbId: { ClrSysId: { Cd: 'USABA' }, MmbId: account.routing } },
      };

/** A name is never empty: the schema wants a letter, and the operator's stands in its settings. */
const holderOf = ({ holder }: BankAccount) => ({
  Nm: bankText(holder, NAME_CHARS_MAX) || NOT_PROVIDED,
});

const paymentOf = ({ endToEndId, amount, to, reference }: PaymentToBank) => ({
  PmtId: { InstrId: endToEndId, EndToEndId: endToEndId },
  Amt: { InstdAmt: { '@Ccy': amount.currency, '#text': decimalOf(amount) } },
  CdtrAgt: agentOf(to),
  Cdtr: holderOf(to),
  CdtrAcct: accountOf(to),
  RmtInf: { Ustrd: bankText(`Refund of the visa bond ${reference}`, TEXT_CHARS_MAX) },
});

/**
 * Payments as a bank's file. Elements stand in the order of the schema. Who sends pays the charges
 * (DEBT): what arrives is the whole amount (R25, R29).
 */
export function paymentFileXml(order: PaymentOrder): string {
  const sum = decimalOf(order.total);
  const count = `${order.payments.length}`;
  const builder = new XMLBuilder({
    ...{ ignoreAttributes: false, attributeNamePrefix: '@', format: true },
  });
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    Document: {
      '@xmlns': NAMESPACE,
      CstmrCdtTrfInitn: {
        GrpHdr: {
          MsgId: order.messageId,
          CreDtTm: order.madeAt.toString({ smallestUnit: 'second' }),
          NbOfTxs: count,
          CtrlSum: sum,
          InitgPty: holderOf(order.from),
        },
        PmtInf: {
          PmtInfId: order.messageId,
          PmtMtd: 'TRF',
          NbOfTxs: count,
          CtrlSum: sum,
          ReqdExctnDt: { Dt: order.executeOn.toString() },
          Dbtr: holderOf(order.from),
          DbtrAcct: accountOf(order.from),
          DbtrAgt: agentOf(order.from),
          ChrgBr: 'DEBT',
          CdtTrfTxInf: order.payments.map(paymentOf),
        },
      },
    },
  });
}
