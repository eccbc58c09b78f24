import type { SameKeys } from '#web';

/** A bank account for a refund that cannot go back as it came. */
export const en = {
  panel: {
    asked:
      'The refund cannot go back to the card or account that paid. It will be sent to a bank account in your name.',
    because: {
      another_holder:
        'The account that you gave is in another person’s name. Give an account in your own name.',
      not_clear: 'The account that you gave could not be used as it was written. Give it again.',
      payer_asked_us:
        'As you asked us, nothing is paid to the account that you gave. Give another.',
      bank_refused:
        'The bank could not pay the refund to the account that you gave. The money is safe. Give another account.',
    },
    beingPaid: 'The refund is being paid to it. It can no longer be changed.',
    give: 'Give a bank account',
    given: {
      us: 'You gave the bank account ending in {{lastFour}} on {{when}}.',
      iban: 'You gave the account (IBAN) ending in {{lastFour}} on {{when}}.',
    },
    waits: 'Nothing is paid to it before {{when}}. Until then you can take it back or change it.',
    checked: 'The treasury is checking it. You can still take it back or change it.',
    takeBack: 'Take the account back',
    change: 'Give another account',
  },
  beforehand: {
    link: 'Give a bank account, in case the refund cannot go back the way you paid',
    title: 'A bank account for the refund',
    lead: 'The refund goes back the way you paid. If that is closed by then, it can be sent to a bank account that you give here. You do not have to.',
    use: 'Use the account ending in {{lastFour}}',
    useHint: 'You gave it when you paid. The number does not have to be typed again.',
    useButton: 'Use this account',
    other: 'Or give another account',
  },
  form: {
    title: 'Where should we send your refund?',
    lead: '{{amount}} cannot go back to the card or account that paid. We send it to a bank account instead, in full.',
    ownName: 'The account must be in your own name.',
    wait: 'Nothing is paid to it during the first 48 hours, so that you can take it back if it was not you who gave it.',
    sealed: 'We store the number encrypted. Afterwards only its last 4 characters are shown.',
    replaces: 'This replaces the account ending in {{lastFour}}. The 48 hours begin again.',
    warning: 'Warning',
    holder: 'Name of the account holder',
    holderHint: 'As the bank writes it, at most {{max}} characters',
    kind: 'What kind of account is it?',
    usChoice: 'An account in the United States',
    usChoiceHint: 'With a routing number',
    ibanChoice: 'An account with an IBAN',
    ibanChoiceHint: 'For example, in Europe or in West Africa',
    iban: 'IBAN',
    ibanHint: 'You can find it on a bank statement. For example: FR14 2004 1010 0505 0001 3M02 606',
    routing: 'Routing number',
    routingHint: '9 digits, for example on a cheque, at the bottom left',
    number: 'Account number',
    password: 'Your password for this portal',
    passwordHint: 'So that nobody else can give an account in your place',
    button: 'Give this account',
  },
  error: {
    kind: 'Select what kind of account it is',
    holder_missing: 'Enter the name of the account holder',
    holder_too_long: 'The name of the account holder must be 70 characters or fewer',
    holder_not_latin: 'Enter the name in Latin letters, as it is on a bank statement',
    iban_wrong:
      'Enter the IBAN as it is on a bank statement. This one is not complete or has an error',
    routing_wrong: 'Enter the 9 digits of the routing number. This one has an error',
    number_wrong: 'Enter the account number: 4 to 17 digits',
    only_dollars: 'Only US dollars can be sent to an account in the United States',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  panel: {
    asked:
      'Le remboursement ne peut pas revenir sur la carte ou le compte qui a servi au paiement. Il sera versé sur un compte bancaire à votre nom.',
    because: {
      another_holder:
        'Le compte indiqué est au nom d’une autre personne. Indiquez un compte à votre nom.',
      not_clear:
        'Le compte indiqué n’a pas pu être utilisé tel qu’il est écrit. Indiquez-le de nouveau.',
      payer_asked_us:
        'À votre demande, rien n’est versé sur le compte indiqué. Indiquez un autre compte.',
      bank_refused:
        'La banque n’a pas pu verser le remboursement sur le compte indiqué. L’argent est en sécurité. Indiquez un autre compte.',
    },
    beingPaid: 'Le remboursement est en cours d’envoi sur ce compte. Il ne peut plus être modifié.',
    give: 'Indiquer un compte bancaire',
    given: {
      us: 'Vous avez indiqué le compte se terminant par {{lastFour}} le {{when}}.',
      iban: 'Vous avez indiqué le compte (IBAN) se terminant par {{lastFour}} le {{when}}.',
    },
    waits: 'Rien n’y est versé avant le {{when}}. D’ici là, vous pouvez le retirer ou en changer.',
    checked: 'La trésorerie le vérifie. Vous pouvez encore le retirer ou en changer.',
    takeBack: 'Retirer ce compte',
    change: 'Indiquer un autre compte',
  },
  beforehand: {
    link: 'Indiquer un compte bancaire, au cas où le remboursement ne pourrait pas revenir par le moyen de paiement d’origine',
    title: 'Un compte bancaire pour le remboursement',
    lead: 'Le remboursement revient par le moyen de paiement d’origine. Si celui-ci n’existe plus, la somme peut être versée sur un compte bancaire que vous indiquez ici. C’est facultatif.',
    use: 'Utiliser le compte se terminant par {{lastFour}}',
    useHint: 'Vous l’avez indiqué à l’avance. Vous n’avez pas à ressaisir le numéro.',
    useButton: 'Utiliser ce compte',
    other: 'Ou indiquer un autre compte',
  },
  form: {
    title: 'Sur quel compte vous rembourser ?',
    lead: '{{amount}} : cette somme ne peut pas revenir sur la carte ou le compte qui a servi au paiement. Elle vous est versée en totalité sur un compte bancaire.',
    ownName: 'Le compte doit être à votre nom.',
    wait: 'Rien n’y est versé pendant les 48 premières heures : vous pouvez le retirer si ce n’est pas vous qui l’avez indiqué.',
    sealed: 'Le numéro est conservé chiffré. Seuls ses 4 derniers caractères seront affichés.',
    replaces:
      'Ce compte remplace celui qui se termine par {{lastFour}}. Le délai de 48 heures recommence.',
    warning: 'Attention',
    holder: 'Nom du titulaire du compte',
    holderHint: 'Tel que la banque l’écrit, {{max}} caractères au maximum',
    kind: 'De quel type de compte s’agit-il ?',
    usChoice: 'Un compte aux États-Unis',
    usChoiceHint: 'Avec un numéro d’acheminement (routing number)',
    ibanChoice: 'Un compte avec un IBAN',
    ibanChoiceHint: 'Par exemple en Europe ou en Afrique de l’Ouest',
    iban: 'IBAN',
    ibanHint:
      'Il figure sur votre relevé d’identité bancaire. Exemple : FR14 2004 1010 0505 0001 3M02 606',
    routing: 'Numéro d’acheminement (routing number)',
    routingHint: '9 chiffres, par exemple en bas à gauche d’un chèque',
    number: 'Numéro de compte',
    password: 'Votre mot de passe pour ce portail',
    passwordHint: 'Pour que personne ne puisse indiquer un compte à votre place',
    button: 'Indiquer ce compte',
  },
  error: {
    kind: 'Choisissez le type de compte',
    holder_missing: 'Saisissez le nom du titulaire du compte',
    holder_too_long: 'Le nom du titulaire du compte ne doit pas dépasser 70 caractères',
    holder_not_latin: 'Saisissez le nom en caractères latins, tel qu’il figure sur votre relevé',
    iban_wrong:
      'Saisissez l’IBAN tel qu’il figure sur votre relevé : celui-ci est incomplet ou contient une erreur',
    routing_wrong:
      'Saisissez les 9 chiffres du numéro d’acheminement : celui-ci contient une erreur',
    number_wrong: 'Saisissez le numéro de compte : de 4 à 17 chiffres',
    only_dollars: 'Seuls des dollars américains peuvent être versés sur un compte aux États-Unis',
  },
};
