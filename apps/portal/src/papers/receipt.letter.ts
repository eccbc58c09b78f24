import { formatMoney } from '#kernel';
import { checkAddress, type Letter, type LetterBlock, type LetterPart } from '#notification';
import { LANGUAGES, type Lang } from '#web';
import { texts } from '../text/index.ts';
import { receiptFacts, type BondReceipt } from './receipt.facts.ts';

/** The receipt as a file, in both languages, its reader's first. `portal` is our address. */
export function receiptLetter(receipt: BondReceipt, first: Lang, portal: string): Letter {
  const langs = [first, ...LANGUAGES.filter((lang) => lang !== first)];
  return {
    ...{ reference: receipt.own.row.reference, at: receipt.heldAt },
    parts: langs.map((lang) => partIn(lang, receipt, portal)),
  };
}

function partIn(lang: Lang, receipt: BondReceipt, portal: string): LetterPart {
  const t = texts.textFor(lang);
  const { own, code } = receipt;
  const entry = (label: string, text: string): LetterBlock => ({ kind: 'entry', label, text });
  const facts = receiptFacts({ t, lang }, receipt);
  const from = t('papers.receipt.from', { city: own.consulate.city });
  const address = code && checkAddress(portal, code);
  return {
    ...{ lang, title: t('papers.receipt.title') },
    from: [from, ...(own.consulate.contact?.address ?? [])],
    blocks: [
      { kind: 'paragraph', text: t('papers.receipt.lead') },
      entry(t('papers.receipt.amount'), formatMoney(own.bond.amount, lang)),
      ...facts.map(([label, text]) => entry(label, text)),
      ...(code ? [entry(t('check.onPaper'), code)] : []),
      ...(code ? [paragraph(t('check.where', { address: `${portal}/check` }))] : []),
    ],
    qr: address ? { address, alt: t('check.qr', { address }) } : null,
  };
}

const paragraph = (text: string): LetterBlock => ({ kind: 'paragraph', text });
