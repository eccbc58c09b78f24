import type { SameKeys } from '#web';

/** Direction, undertaking and payment. */
export const en = {
  direction: {
    title: 'Direction to post a bond',
    lead: 'An officer at the consulate in {{city}} has found you otherwise eligible for the visa and directs you to post a bond.',
    facts: 'The direction',
    amount: 'Amount',
    reason: 'Why this amount',
    postBy: 'Post it by',
    zone: 'time in {{city}}',
    directed: 'Directed on',
    secures: 'What the bond is for',
    securesBody:
      'It is security that the traveller leaves by the last authorised day, through a listed port, and keeps to the conditions of the visa. Posting it does not guarantee a visa.',
    back: 'When it is refunded',
    backBody:
      'The payer gets the full amount back, with no fee, usually within {{days}}. This happens if the traveller leaves on time, the visa is refused or not used, or the traveller is refused entry.',
    late: 'If you miss the deadline',
    lateBody:
      'The case lapses and nothing is charged. You can ask the consulate for a new deadline.',
    limits: 'Before you pay',
    limitsBody:
      'You choose how to pay before you pay: each way has its limits and takes its time. Many cards have a lower limit than this amount. Ask your bank to raise it for this payment.',
    reasons: {
      usual: 'It is the usual amount.',
      lower: 'It is lower than usual. Two officers agreed to this. Recorded reason: {{reason}}.',
      higher: 'It is higher than usual. Recorded reason: {{reason}}.',
    },
    sign: 'Read and sign the undertaking',
    pay: 'Pay the bond',
    goOn: 'Continue paying',
    payHint: 'You will pay on our payment processor’s page: {{host}}',
    signedNow: 'You have signed the undertaking. Now pay the bond.',
  },
  clock: {
    stopped: 'Your time to post the bond stopped on {{day}}',
    why: {
      consulate_acts:
        'The consulate is still dealing with a step in your case. You can post the bond in the meantime.',
      money_being_settled: 'We are dealing with money that was paid for your bond.',
    },
    moves: 'Each day that this takes is added to your deadline.',
    extended:
      'The deadline was {{when}}. It is later now because we added the days when you had to wait for us.',
  },
  undertaking: {
    title: 'Undertaking',
    lead: 'This is the contract between you, the payer, and the state. Read it before you sign. It is in both languages. The one you choose is legally binding.',
    en: 'English',
    fr: 'Français',
    sign: 'Sign',
    language: 'Which language should be legally binding?',
    name: 'Your full name',
    nameHint: 'Enter it as it appears in the text: {{name}}',
    box: 'I have read the undertaking and I sign it',
    confirm: 'Your signature',
    button: 'Sign the undertaking',
  },
  error: {
    language: 'Select the language that should be legally binding',
    nameMissing: 'Enter your full name to sign',
    nameDiffers: 'Your full name must match the one in the text: {{name}}',
    agreed: 'Select the box to confirm that you have read the undertaking and sign it',
    changed: 'The undertaking has changed since you opened the page. Read it again, then sign',
  },
  copy: {
    title: 'Your signed undertaking',
    lead: 'This is exactly what you signed. You can print this page.',
    signer: 'Signed by',
    when: 'Signed on',
    version: 'Version of the text',
    digest: 'Fingerprint of the text (SHA-256)',
    language: 'Binding language',
    next: 'Back to the bond',
    file: 'Download it (PDF)',
    notBinding:
      'A translation, for information. The text in the other language was signed and is legally binding.',
  },
  paid: {
    waiting: 'We are waiting for confirmation of your payment',
    waitingBody:
      'You do not need to do anything else. When our payment processor confirms your payment, it will appear here and we will send you an email.',
    waitingAgain: 'This page updates automatically. You can leave it at any time.',
    waitingLong:
      'This is taking longer than usual. Do not pay again. You can leave this page. Your case will show the payment when it is confirmed.',
    check: 'Check again',
    held: 'Your bond is held',
    heldBody: 'We have received {{amount}}.',
    heldNext: 'The consulate will now decide on the visa.',
    toCase: 'Go to the case',
  },
  notPaid: {
    title: 'You have not paid',
    body: 'You left the payment page. You have not been charged.',
    again: 'You can pay until {{when}}.',
    button: 'Pay the bond',
    toCase: 'Go to the case',
  },
  unavailable: {
    title: 'The payment page is not available',
    body: 'Our payment processor did not respond. You have not been charged. Try again in a few minutes.',
    button: 'Try again',
    toCase: 'Go to the case',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  direction: {
    title: 'Demande de caution',
    lead: 'Un agent du consulat de {{city}} constate que vous remplissez les autres conditions du visa et vous demande de verser une caution.',
    facts: 'La demande de caution',
    amount: 'Montant',
    reason: 'Pourquoi ce montant',
    postBy: 'À verser au plus tard le',
    zone: 'heure de {{city}}',
    directed: 'Demandée le',
    secures: 'À quoi sert la caution',
    securesBody:
      'Elle garantit que le voyageur quitte le pays au plus tard le dernier jour autorisé, par un point de passage désigné, et respecte les conditions du visa. Verser la caution ne garantit pas le visa.',
    back: 'Quand elle est remboursée',
    backBody:
      'Le montant entier est remboursé au payeur, sans frais, en principe sous {{days}} après un départ dans les délais, un visa refusé ou non utilisé, ou une entrée refusée.',
    late: 'Si vous ne la versez pas dans le délai',
    lateBody:
      'Le dossier devient caduc et rien n’est débité. Vous pouvez demander un nouveau délai au consulat.',
    limits: 'Avant de payer',
    limitsBody:
      'Vous choisissez d’abord un moyen de paiement ; chacun a ses plafonds et ses délais. Le plafond de nombreuses cartes est inférieur à ce montant : demandez à votre banque de le relever pour ce paiement.',
    reasons: {
      usual: 'C’est le montant habituel.',
      lower:
        'Il est inférieur au montant habituel. Deux agents en ont décidé. Motif enregistré : {{reason}}.',
      higher: 'Il est supérieur au montant habituel. Motif enregistré : {{reason}}.',
    },
    sign: 'Lire et signer l’engagement',
    pay: 'Verser la caution',
    goOn: 'Reprendre le paiement',
    payHint: 'Vous paierez sur la page de notre prestataire : {{host}}',
    signedNow: 'Vous avez signé l’engagement. Versez maintenant la caution.',
  },
  clock: {
    stopped: 'Votre délai pour verser la caution est suspendu depuis le {{day}}',
    why: {
      consulate_acts:
        'Le consulat traite encore une étape de votre dossier. Vous pouvez verser la caution sans attendre.',
      money_being_settled: 'Une somme versée pour votre caution est en cours de traitement.',
    },
    moves: 'Chaque jour que cela prend est ajouté à votre délai.',
    extended:
      'La date limite était fixée au {{when}}. Elle est reportée des jours pendant lesquels vous avez dû attendre notre réponse.',
  },
  undertaking: {
    title: 'Engagement',
    lead: 'C’est le contrat entre vous, le payeur, et l’État. Lisez-le avant de signer. Il figure ici dans les deux langues ; celle que vous choisissez fait foi.',
    en: 'English',
    fr: 'Français',
    sign: 'Signer',
    language: 'Quelle langue fait foi ?',
    name: 'Vos nom et prénoms',
    nameHint: 'Saisissez-les tels qu’ils figurent dans le texte : {{name}}',
    box: 'J’ai lu l’engagement et je le signe',
    confirm: 'Votre signature',
    button: 'Signer l’engagement',
  },
  error: {
    language: 'Choisissez la langue qui fait foi',
    nameMissing: 'Saisissez vos nom et prénoms pour signer',
    nameDiffers: 'Vos nom et prénoms doivent être identiques à ceux du texte : {{name}}',
    agreed: 'Cochez la case pour confirmer que vous avez lu l’engagement et que vous le signez',
    changed: 'L’engagement a changé depuis l’ouverture de la page. Relisez-le, puis signez',
  },
  copy: {
    title: 'Votre engagement signé',
    lead: 'C’est exactement ce que vous avez signé. Vous pouvez imprimer cette page.',
    signer: 'Signé par',
    when: 'Signé le',
    version: 'Version du texte',
    digest: 'Empreinte du texte (SHA-256)',
    language: 'Langue qui fait foi',
    next: 'Retour à la caution',
    file: 'Le télécharger (PDF)',
    notBinding:
      'Traduction donnée à titre d’information. Le texte signé dans l’autre langue fait foi.',
  },
  paid: {
    waiting: 'Nous attendons la confirmation de votre paiement',
    waitingBody:
      'Vous n’avez rien d’autre à faire. Dès que notre prestataire confirmera le paiement, il s’affichera ici et nous vous enverrons un courriel.',
    waitingAgain: 'Cette page se met à jour automatiquement. Vous pouvez la quitter à tout moment.',
    waitingLong:
      'La confirmation tarde plus que d’habitude. Ne payez pas une seconde fois. Vous pouvez quitter cette page : votre dossier affichera le paiement dès sa confirmation.',
    check: 'Actualiser',
    held: 'Votre caution est détenue',
    heldBody: 'Nous avons reçu {{amount}}.',
    heldNext: 'Le consulat va maintenant décider du visa.',
    toCase: 'Consulter le dossier',
  },
  notPaid: {
    title: 'Vous n’avez pas payé',
    body: 'Vous avez quitté la page de paiement. Rien n’a été débité.',
    again: 'Vous pouvez payer jusqu’au {{when}}.',
    button: 'Verser la caution',
    toCase: 'Consulter le dossier',
  },
  unavailable: {
    title: 'La page de paiement est indisponible',
    body: 'Notre prestataire de paiement n’a pas répondu. Rien n’a été débité. Réessayez dans quelques minutes.',
    button: 'Réessayer',
    toCase: 'Consulter le dossier',
  },
};
