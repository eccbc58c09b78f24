import type { SameKeys } from '#web';

/** Ways to pay the bond, and payments that take days. */
export const en = {
  title: 'How do you want to pay?',
  lead: 'The bond is {{amount}}. All of it must be paid by {{when}}.',
  legend: 'Way to pay',
  choose: 'Select how you want to pay',
  card: {
    name: 'Card',
    hint: 'Usually confirmed within minutes. Many cards have a lower limit than this amount: ask your bank to raise it for this payment. Your bank may ask you to confirm it. A refund goes back to the card.',
  },
  bank_debit: {
    name: 'Bank debit (ACH) from an account in the United States',
    hint: 'You allow us to take the money from your bank account. Your bank has up to 4 business days to answer, and its limit for debits may be lower than this amount. A debit that you start before the deadline counts, even if the answer comes later. If your bank refuses, you have not paid. A refund goes back to the account.',
  },
  bank_transfer: {
    name: 'Bank transfer in US dollars',
    hint: 'You get the details of an account and send the money from your bank. Ask your bank about its limit and how long it takes. All of it must arrive before the deadline, in one transfer or more. Money that arrives late, or is too much, goes back to you. For a refund, our payment processor asks you by email for a bank account.',
  },
  afterLong:
    'A bank debit or transfer can be refunded the way you paid for 180 days. After that, we ask you for a bank account and send the refund there.',
  button: 'Continue to the payment page',
  underWay: {
    account: 'See where to send the transfer',
    another: 'Pay another way instead',
    debit: {
      title: 'Your bank is dealing with your payment',
      body: 'You have started a bank debit of {{amount}}. Your bank has up to 4 business days to answer. We will email you when it has paid or refused.',
      next: 'Do not pay again. The bond does not lapse while your bank has not answered, even if the deadline passes on {{when}}.',
    },
    transfer: {
      title: 'Send the bank transfer',
      body: 'Nothing has arrived yet. Send {{amount}} from your bank, and use the account and the reference that are shown for this bond only.',
      next: 'All of it must arrive by {{when}}. We will email you when it is here. If you pay another way instead, whatever arrives second goes back to you.',
    },
    part: {
      title: 'Part of your bank transfer has arrived',
      body: '{{arrived}} of {{amount}} has arrived. Send the other {{rest}} to the same account.',
      next: 'All of it must arrive by {{when}}. If it does not, what has arrived goes back to you.',
    },
  },
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Comment souhaitez-vous payer ?',
  lead: 'La caution est de {{amount}}. Elle doit être versée en totalité au plus tard le {{when}}.',
  legend: 'Moyen de paiement',
  choose: 'Choisissez un moyen de paiement',
  card: {
    name: 'Carte',
    hint: 'Confirmation en principe en quelques minutes. Le plafond de nombreuses cartes est inférieur à ce montant : demandez à votre banque de le relever pour ce paiement. Elle peut vous demander de le confirmer. Un remboursement revient sur la carte.',
  },
  bank_debit: {
    name: 'Prélèvement (ACH) sur un compte bancaire aux États-Unis',
    hint: 'Vous nous autorisez à prélever la somme sur votre compte. Votre banque répond sous 4 jours ouvrés au plus ; son plafond de prélèvement peut être inférieur à ce montant. Un prélèvement lancé avant la date limite compte, même si la réponse vient après. En cas de rejet, la caution n’est pas versée. Un remboursement revient sur le compte.',
  },
  bank_transfer: {
    name: 'Virement bancaire en dollars américains',
    hint: 'Vous recevez les coordonnées d’un compte et envoyez la somme depuis votre banque. Renseignez-vous auprès d’elle sur le plafond et le délai. Le total doit être reçu avant la date limite, en un ou plusieurs virements. Une somme tardive ou en trop vous est rendue. Pour un remboursement, notre prestataire de paiement vous demande un compte bancaire par courriel.',
  },
  afterLong:
    'Un prélèvement ou un virement peut être remboursé par le même moyen pendant 180 jours. Ensuite, nous vous demandons un compte bancaire pour le remboursement.',
  button: 'Continuer vers la page de paiement',
  underWay: {
    account: 'Voir où envoyer le virement',
    another: 'Payer par un autre moyen',
    debit: {
      title: 'Votre paiement est en cours à la banque',
      body: 'Vous avez lancé un prélèvement de {{amount}}. Votre banque répond sous 4 jours ouvrés au plus. Un courriel vous dira si elle a payé ou refusé.',
      next: 'Ne payez pas une seconde fois. La caution ne devient pas caduque tant que votre banque n’a pas répondu, même après le {{when}}.',
    },
    transfer: {
      title: 'Envoyez le virement',
      body: 'Rien n’est encore arrivé. Envoyez {{amount}} depuis votre banque, avec le compte et la référence indiqués pour cette seule caution.',
      next: 'Le total doit être reçu au plus tard le {{when}}. Un courriel vous confirmera sa réception. Si vous payez par un autre moyen, la somme reçue en second vous est rendue.',
    },
    part: {
      title: 'Une partie de votre virement est arrivée',
      body: '{{arrived}} reçus sur {{amount}}. Envoyez les {{rest}} restants sur le même compte.',
      next: 'Le total doit être reçu au plus tard le {{when}}. À défaut, la somme reçue vous est rendue.',
    },
  },
};
