import type { SameKeys } from '#web';

/** Whether a paper is real. */
export const en = {
  title: 'Check that a document is real',
  link: 'Check a document',
  onPaper: 'Code of this document',
  itself: 'Check that it is real',
  where: 'Anybody can use the code to check that this document is real: {{address}}',
  qr: 'QR code that leads to {{address}}',
  lead: 'Every direction to post a bond, receipt and decision letter that we send has a code. Enter it to find out if the document comes from us.',
  code: 'Code on the document',
  hint: 'It has 12 letters and numbers, for example 7K3M-9Q2X-4TZ8',
  button: 'Check',
  another: 'Check another document',
  error: {
    missing: 'Enter the code on the document',
    wrong_length: 'The code must have 12 letters and numbers',
    mistyped:
      'This is not a code of ours: at least one letter or number is wrong. Compare it with the document. If it is the same, do not pay and contact the consulate',
  },
  kind: {
    direction: 'Direction to post a bond',
    receipt: 'Receipt for a bond',
    decision: 'Decision letter about a bond',
    undertaking: 'Signed undertaking for a bond',
  },
  real: {
    title: 'We issued a document with this code',
    kind: 'Document',
    programme: 'Programme',
    issued: 'Issued on',
    compare:
      'Check that the document you have is of this kind and has this date. A code can be copied: to see the document as we issued it, the applicant or payer can sign in and open the case.',
  },
  pay: {
    title: 'Where the bond is paid',
    body: 'Only here. The payer signs in to this portal and opens the case, which leads to the payment page. We never send a link to pay, and never ask for money by email, phone or message.',
    current: 'A later direction may have replaced this one. The case shows what is asked now.',
  },
  not: {
    title: 'We did not issue a document with this code',
    pay: 'Do not pay anything, and do not reply to whoever sent it.',
    again: 'Compare the code with the document once more, in case you mistyped it.',
    consulate:
      'If it is the same, show the document to the consulate. Find its contact details yourself, not on the document. Documents from before we used codes have none.',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Vérifier l’authenticité d’un document',
  link: 'Vérifier un document',
  onPaper: 'Code du document',
  itself: 'Vérifier son authenticité',
  where: 'Ce code permet à toute personne de vérifier l’authenticité du document : {{address}}',
  qr: 'Code QR menant à {{address}}',
  lead: 'Chaque demande de caution, reçu ou lettre de décision que nous délivrons porte un code. Saisissez-le pour savoir si le document vient de nous.',
  code: 'Code inscrit sur le document',
  hint: 'Il comporte 12 lettres et chiffres, par exemple 7K3M-9Q2X-4TZ8',
  button: 'Vérifier',
  another: 'Vérifier un autre document',
  error: {
    missing: 'Saisissez le code inscrit sur le document',
    wrong_length: 'Le code doit comporter 12 lettres et chiffres',
    mistyped:
      'Ce code n’est pas l’un des nôtres : au moins une lettre ou un chiffre est erroné. Comparez-le au document. S’il est identique, ne payez pas et contactez le consulat',
  },
  kind: {
    direction: 'Demande de caution',
    receipt: 'Reçu de caution',
    decision: 'Lettre de décision relative à une caution',
    undertaking: 'Engagement signé relatif à une caution',
  },
  real: {
    title: 'Nous avons délivré un document portant ce code',
    kind: 'Document',
    programme: 'Programme',
    issued: 'Délivré le',
    compare:
      'Vérifiez que votre document est de cette nature et porte cette date. Un code peut être recopié : pour consulter l’original, le demandeur ou le payeur se connecte et ouvre le dossier.',
  },
  pay: {
    title: 'Où verser la caution',
    body: 'Uniquement ici. Le payeur se connecte à ce portail et ouvre le dossier, qui mène à la page de paiement. Nous n’envoyons jamais de lien de paiement et ne demandons jamais d’argent par courriel, téléphone ou message.',
    current:
      'Une demande plus récente a pu remplacer celle-ci. Le dossier indique ce qui est demandé à ce jour.',
  },
  not: {
    title: 'Nous n’avons délivré aucun document portant ce code',
    pay: 'Ne payez rien et ne répondez pas à l’expéditeur.',
    again: 'Comparez à nouveau le code et le document : une erreur de saisie est possible.',
    consulate:
      'S’il est identique, présentez le document au consulat. Cherchez ses coordonnées vous-même, sans vous fier à celles du document. Les documents antérieurs à la mise en place des codes n’en portent pas.',
  },
};
