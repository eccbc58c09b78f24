import type { Contract, SignedCopy } from '#bond-escrow';
import { formatMoment } from '#kernel';
import { checkAddress, type Letter, type LetterBlock, type LetterPart } from '#notification';
import { LANGUAGES, type Lang } from '#web';
import type { OwnBond } from '../own/own-bonds.service.ts';
import { texts } from '../text/index.ts';

/** What was signed, and how its copy can be checked. */
export interface SignedUndertaking {
  readonly own: OwnBond;
  readonly copy: SignedCopy;
  /** The same contract in both languages; null where the wording or the terms are others by now. */
  readonly contract: Contract | null;
  /** As it stands on the paper; null for one from before there were codes. */
  readonly code: string | null;
}

/** The undertaking as a file, in both languages, the one that was signed first. */
export function undertakingLetter(signed: SignedUndertaking, portal: string): Letter {
  const { own, copy, contract } = signed;
  const others = LANGUAGES.filter((lang) => lang !== copy.language && contract !== null);
  return {
    ...{ reference: own.row.reference, at: copy.signedAt },
    parts: [copy.language, ...others].map((lang) => partIn(lang, signed, portal)),
  };
}

function partIn(lang: Lang, signed: SignedUndertaking, portal: string): LetterPart {
  const t = texts.textFor(lang);
  const { own, copy, code } = signed;
  const isSigned = lang === copy.language;
  const text = isSigned ? copy.text : signed.contract!.texts[lang].text;
  const [title = '', ...paragraphs] = text.split('\n');
  const address = code && checkAddress(portal, code);
  return {
    ...{ lang, title },
    from: [t('papers.receipt.from', { city: own.consulate.city })],
    blocks: [
      ...(isSigned ? [] : [paragraph(t('bond.copy.notBinding'))]),
      ...paragraphs.map(paragraph),
      entry(t('bond.copy.signer'), copy.signerName),
      entry(t('bond.copy.when'), formatMoment(copy.signedAt, own.consulate.timeZone, lang)),
      entry(t('bond.copy.language'), t(`bond.undertaking.${copy.language}`)),
      entry(t('bond.copy.version'), copy.version),
      entry(t('bond.copy.digest'), copy.textSha256),
      ...(code ? [entry(t('check.onPaper'), code)] : []),
      ...(code ? [paragraph(t('check.where', { address: `${portal}/check` }))] : []),
    ],
    qr: address ? { address, alt: t('check.qr', { address }) } : null,
  };
}

const paragraph = (text: string): LetterBlock => ({ kind: 'paragraph', text });
const entry = (label: string, text: string): LetterBlock => ({ kind: 'entry', label, text });
