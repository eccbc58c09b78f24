import type { SameKeys } from '#web';

/** What the payer’s bank says of a payment, in the words of whoever paid or travels. */
export const en = {
  title: 'The payer’s bank and this payment',
  who: 'Who must act: {{who}}',
  us: 'we must, by {{when}}.',
  bank: 'the bank.',
  nobody: 'nobody.',
  consulate: 'we must.',
  you: 'whoever pays: post the bond again by the date above.',
  told: {
    question: {
      what: 'The bank has a question about the payment of {{amount}}. It has taken no money.',
      next: 'We answer it. You do not have to do anything. If the payment was yours, you can tell your bank so.',
      silence: 'If nobody answers, the bank may dispute the payment.',
    },
    question_answered: {
      what: 'We have answered the bank’s question about the payment of {{amount}}. It has taken no money.',
      next: 'The bank reads the answer. You do not have to do anything.',
      silence: 'If the bank says nothing, the payment stands.',
    },
    to_answer: {
      what: 'The payer’s bank disputes the payment of {{amount}}, and takes the money until it has decided. Until then no visa is issued and no money is returned.',
      next: 'We answer the bank. If the payment was yours, tell your bank to withdraw the dispute: that is faster.',
      silence:
        'If nobody answers, the dispute is lost: the payer keeps the money, and the bond is no longer posted.',
    },
    no_answer: {
      what: 'The payer’s bank has taken back the payment of {{amount}}. Until this is settled no visa is issued and no money is returned.',
      next: 'The bank hears nobody about this. We settle what it means, and you get an email if the bond must be posted again.',
      silence: 'If the payer’s bank says nothing, it keeps the money.',
    },
    answered: {
      what: 'We have answered the bank that disputes the payment of {{amount}}. Until it decides, no visa is issued and no money is returned.',
      next: 'The bank decides. It can take two to three months. If the payment was yours, you can still tell your bank to withdraw the dispute.',
      silence: 'Nothing changes until the bank decides.',
    },
    won: {
      what: 'The bank decided that the payment of {{amount}} was right.',
      next: 'Everything goes on as before. You do not have to do anything.',
      silence: 'Nothing more happens.',
    },
    lost: {
      what: 'The bank gave {{amount}} back to the payer. This money is not part of the bond any more.',
      next: 'We settle what this means. You get an email if the bond must be posted again.',
      silence: 'Until it is settled, no visa is issued and no money is returned.',
    },
    lost_again: {
      what: 'The bank gave {{amount}} back to the payer, so the bond must be posted again.',
      next: 'Sign and pay the bond again. You start from the beginning, with a new deadline.',
      silence: 'If nobody posts the bond in time, the application lapses.',
    },
    lost_over: {
      what: 'The bank gave {{amount}} back to the payer.',
      next: 'The payer has this money already, so we do not send it again. You do not have to do anything.',
      silence: 'Nothing more happens.',
    },
  },
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'La banque du payeur et ce paiement',
  who: 'À qui d’agir : {{who}}',
  us: 'à nous, avant le {{when}}.',
  bank: 'à la banque.',
  nobody: 'à personne.',
  consulate: 'à nous.',
  you: 'au payeur : verser de nouveau la caution avant la date ci-dessus.',
  told: {
    question: {
      what: 'La banque s’interroge sur le paiement de {{amount}}. Elle n’a rien retiré.',
      next: 'Nous lui répondons ; vous n’avez rien à faire. Si ce paiement est le vôtre, vous pouvez le dire à votre banque.',
      silence: 'Sans réponse, la banque peut contester le paiement.',
    },
    question_answered: {
      what: 'Nous avons répondu à la banque au sujet du paiement de {{amount}}. Elle n’a rien retiré.',
      next: 'La banque lit la réponse ; vous n’avez rien à faire.',
      silence: 'Si la banque ne dit rien, le paiement est maintenu.',
    },
    to_answer: {
      what: 'La banque du payeur conteste le paiement de {{amount}} et retient la somme jusqu’à sa décision. D’ici là, aucun visa n’est délivré et aucune somme n’est rendue.',
      next: 'Nous répondons à la banque. Si ce paiement est le vôtre, demandez à votre banque de retirer la contestation : c’est plus rapide.',
      silence:
        'Sans réponse, la contestation est perdue : le payeur garde l’argent et la caution n’est plus versée.',
    },
    no_answer: {
      what: 'La banque du payeur a repris le paiement de {{amount}}. Jusqu’au règlement, aucun visa n’est délivré et aucune somme n’est rendue.',
      next: 'La banque n’entend personne à ce sujet. Nous décidons de la suite ; un courriel vous prévient s’il faut verser de nouveau la caution.',
      silence: 'Si la banque du payeur ne dit rien, elle garde la somme.',
    },
    answered: {
      what: 'Nous avons répondu à la banque qui conteste le paiement de {{amount}}. Jusqu’à sa décision, aucun visa n’est délivré et aucune somme n’est rendue.',
      next: 'La banque décide, en deux à trois mois parfois. Si ce paiement est le vôtre, vous pouvez encore lui demander de retirer la contestation.',
      silence: 'Rien ne change avant la décision de la banque.',
    },
    won: {
      what: 'La banque a reconnu le paiement de {{amount}}.',
      next: 'Tout reprend son cours ; vous n’avez rien à faire.',
      silence: 'Il ne se passe rien de plus.',
    },
    lost: {
      what: 'La banque a rendu {{amount}} au payeur. Cette somme ne fait plus partie de la caution.',
      next: 'Nous décidons de la suite. Un courriel vous prévient s’il faut verser de nouveau la caution.',
      silence: 'D’ici là, aucun visa n’est délivré et aucune somme n’est rendue.',
    },
    lost_again: {
      what: 'La banque a rendu {{amount}} au payeur : la caution est à verser de nouveau.',
      next: 'Signez et versez de nouveau la caution. Tout recommence, avec un nouveau délai.',
      silence: 'Si personne ne verse la caution à temps, la demande devient caduque.',
    },
    lost_over: {
      what: 'La banque a rendu {{amount}} au payeur.',
      next: 'Le payeur a déjà cette somme : nous ne la renvoyons pas. Vous n’avez rien à faire.',
      silence: 'Il ne se passe rien de plus.',
    },
  },
};
