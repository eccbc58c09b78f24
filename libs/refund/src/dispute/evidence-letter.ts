import { formatMoment, formatMoney, money, type Instant } from '#kernel';
import type { Letter, LetterBlock } from '#notification';
import type { Dispute } from './dispute.entity.ts';
import { reasonWords, words } from './evidence-pack.text.ts';
import { timelineOf, type Told } from './evidence-timeline.ts';

/** All that shows a bank who paid, for what, and by whose wish (R10, R35). `portal` is our address. */
export function evidenceLetter(told: Told, dispute: Dispute, portal: string, now: Instant): Letter {
  const { consulate, bond } = told;
  const { reference } = bond.bond;
  const from = fill(words.from, { city: consulate.city });
  return {
    ...{ reference, at: now },
    parts: [
      {
        ...{ lang: 'en', title: words.title },
        from: [from, ...(consulate.contact?.address ?? [])],
        blocks: [
          paragraph(fill(words.about, { dispute: dispute.processorDisputeId, reference })),
          paragraph(words.summary),
          ...paymentPart(told, dispute),
          ...askedPart(told),
          ...undertakingPart(told),
          ...receiptPart(told, portal),
          ...returnedPart(told),
          ...timelinePart(told),
          ...signInPart(told),
        ],
      },
    ],
  };
}

function paymentPart({ bond, consulate }: Told, dispute: Dispute): LetterBlock[] {
  const { amountMinor, currency, reason, networkReason, processorPaymentId } = dispute;
  const code = networkReason ? ` (${networkReason})` : '';
  const heldAt = bond.bond.heldAt && at(bond.bond.heldAt, consulate.timeZone);
  return [
    heading(words.payment),
    entry(words.amount, formatMoney(money(amountMinor, currency), 'en')),
    entry(words.reason, `${reasonWords[reason] ?? reason}${code}`),
    ...(heldAt ? [entry(words.paid, heldAt)] : []),
    entry(words.paymentNumber, processorPaymentId),
    source('processor'),
  ];
}

function askedPart({ bond, consulate, programme, directionCode }: Told): LetterBlock[] {
  const when = at(bond.bond.directedAt, consulate.timeZone);
  const amount = formatMoney(bond.amount, 'en');
  return [
    heading(words.asked),
    paragraph(fill(words.askedBy, { city: consulate.city, when, amount })),
    entry(words.law, programme.legalReference),
    ...(directionCode ? [entry(words.directionCode, directionCode)] : []),
    source('bond'),
  ];
}

function undertakingPart({ signed, signedFrom, consulate }: Told): LetterBlock[] {
  if (!signed) return [heading(words.undertaking), paragraph(words.notSigned)];
  return [
    heading(words.undertaking),
    entry(words.signer, signed.signerName),
    entry(words.signedAt, at(signed.signedAt, consulate.timeZone)),
    ...(signedFrom ? [entry(words.signedFrom, signedFrom)] : []),
    entry(words.wording, signed.version),
    entry(words.digest, signed.textSha256),
    entry(words.signedText, signed.text),
    source('undertaking'),
  ];
}

function receiptPart({ receiptCode }: Told, portal: string): LetterBlock[] {
  if (!receiptCode) return [];
  return [
    heading(words.receipt),
    entry(words.receiptCode, receiptCode),
    paragraph(fill(words.check, { portal })),
    source('receipt'),
  ];
}

function returnedPart({ returned, consulate }: Told): LetterBlock[] {
  const line = (r: Told['returned'][number]) => {
    const when = at(r.at, consulate.timeZone);
    const amount = formatMoney(r.amount, 'en');
    const trace = r.trace ? `, ${fill(words.trace, { trace: r.trace })}` : '';
    return paragraph(fill(words.returnedOne, { amount, when, state: r.state }) + trace);
  };
  return [
    heading(words.returned),
    ...(returned.length > 0 ? returned.map(line) : [paragraph(words.nothingReturned)]),
    source('disbursements'),
  ];
}

function timelinePart(told: Told): LetterBlock[] {
  const lines = timelineOf(told).map((l) =>
    entry(l.at ? at(l.at, told.consulate.timeZone) : `${l.day}`, l.text),
  );
  return [heading(words.timeline), ...lines, source('histories')];
}

function signInPart({ signIns, consulate }: Told): LetterBlock[] {
  const times = signIns.map((when) => at(when, consulate.timeZone)).join('\n');
  return [
    heading(words.signIns),
    paragraph(times || words.noSignIns),
    paragraph(words.signInsNote),
    source('trail'),
  ];
}

const heading = (text: string): LetterBlock => ({ kind: 'heading', text });
const paragraph = (text: string): LetterBlock => ({ kind: 'paragraph', text });
const entry = (label: string, text: string): LetterBlock => ({ kind: 'entry', label, text });
const source = (name: keyof typeof words.sources) =>
  paragraph(fill(words.source, { source: words.sources[name] }));
const at = (when: Instant, zone: string) => formatMoment(when, zone, 'en');

const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
