import { formatDay, formatMoney, frenchSpaces, type Money, type PlainDate } from '#kernel';

/** Which wording it is. A change of one word is a new version: what was signed stays readable. */
export const UNDERTAKING_VERSION = '2026-11-2';

export type UndertakingLanguage = 'en' | 'fr';

export interface UndertakingTerms {
  /** VB-7K3M-9Q2X */
  readonly reference: string;
  readonly payerName: string;
  readonly amount: Money;
  /** The last day to post, in the consulate's zone. */
  readonly postBy: PlainDate;
  readonly legalReference: string;
  /** Days from the cancellation in which the refund is promised (R26). */
  readonly refundPromiseDays: number;
  /** Days to answer a notice of intent (R19). */
  readonly replyDays: number;
  /** Days to appeal against a breach (R22). */
  readonly appealDays: number;
}

/** The contract that the payer signs before paying (R10), as one text with a line per paragraph. */
export function undertakingText(t: UndertakingTerms, language: UndertakingLanguage): string {
  return (language === 'fr' ? FR(t).map(frenchSpaces) : EN(t)).join('\n');
}

const EN = (t: UndertakingTerms): string[] => [
  `Undertaking for visa bond ${t.reference}`,
  `I, ${t.payerName}, am the payer of this bond. I will post ${formatMoney(t.amount, 'en')} by ${formatDay(t.postBy, 'en')} at the latest, under ${t.legalReference}.`,
  'The bond is security that the traveller leaves by the last authorised day, through a listed port, and keeps to the conditions of the visa.',
  'Posting the bond does not guarantee a visa.',
  `If the conditions are met, if the visa is refused or not used, or if admission is refused at the port, the bond is cancelled and the full amount is refunded to me, in the same currency and to the original payment method, usually within ${t.refundPromiseDays} days. No fee is deducted, and no interest is paid.`,
  `The money can be kept only after a reasoned decision that the conditions were substantially violated. Before that decision I am told the grounds and have ${t.replyDays} days to reply. After it I have ${t.appealDays} days to appeal. Nothing is kept while an appeal is open.`,
  'I will say at once if my postal address or email address changes. The refund is paid to me and not to the traveller, unless a mandate from me is on record.',
  'The text that I sign, its version, the time and the address from which I sign are kept, and I can read and print it at any time.',
];

const FR = (t: UndertakingTerms): string[] => [
  `Engagement relatif à la caution de visa ${t.reference}`,
  `Moi, ${t.payerName}, je suis le payeur de cette caution. Je verse ${formatMoney(t.amount, 'fr')} au plus tard le ${formatDay(t.postBy, 'fr')}, en application du texte suivant : ${t.legalReference}.`,
  'La caution garantit que le voyageur quitte le pays au plus tard le dernier jour autorisé, par un point de passage désigné, et respecte les conditions du visa.',
  'Le versement de la caution ne garantit pas la délivrance du visa.',
  `Lorsque les conditions sont remplies, que le visa est refusé ou n’est pas utilisé, ou que l’entrée est refusée à la frontière, la caution est levée et le montant entier m’est remboursé, dans la même devise et par le moyen de paiement d’origine, en principe dans un délai de ${t.refundPromiseDays} jours. Aucuns frais ne sont retenus et aucun intérêt n’est dû.`,
  `La somme ne peut être conservée qu’après une décision motivée constatant un manquement substantiel aux conditions. Avant cette décision, les motifs me sont communiqués et je dispose de ${t.replyDays} jours pour répondre. Après cette décision, je dispose de ${t.appealDays} jours pour former un recours. Rien n’est conservé tant qu’un recours est en cours.`,
  'Je signale sans délai tout changement d’adresse postale ou électronique. Le remboursement m’est versé et ne l’est pas au voyageur, sauf mandat enregistré.',
  'Le texte que je signe, sa version, l’heure et l’adresse depuis laquelle je signe sont conservés ; je peux le relire et l’imprimer à tout moment.',
];

/** A typed signature names the payer: the same name, whatever its case, accents and spacing. */
export function isSameName(a: string, b: string): boolean {
  const plain = (name: string) =>
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[\s'’.-]+/g, ' ')
      .trim()
      .toLocaleLowerCase('en');
  return plain(a) !== '' && plain(a) === plain(b);
}
