import type { SameKeys } from '#web';

/** The first page. */
export const en = {
  title: 'Apply for a visa with a refundable bond',
  lead: 'Use this service to apply for a visa, post a bond if an officer asks for one, and track its refund.',
  now: 'Start now',
  returning: 'Already applying?',
  signIn: 'Sign in to your cases',
  programmes: 'Programmes',
  compare: 'Compare the programmes rule by rule',
  what: {
    title: 'What a bond is',
    body: 'A bond is money held as security for one visa. It is not a fee: if you keep to the conditions of the visa, you get all of it back.',
  },
  how: {
    title: 'How it works',
    step1: 'Apply. You fill in the form and the consulate reviews your case.',
    step2:
      'Wait for the direction. An officer can ask for a bond only if you are otherwise eligible: {{amounts}}. You then have {{days}} to post it.',
    step3:
      'Sign and pay. You sign an undertaking and pay by card on our payment processor’s page. The money is held and remains yours.',
    step4:
      'Travel and leave on time. The border records your departure and the refund starts automatically.',
  },
  who: {
    title: 'Who pays',
    body: 'The payer signs, pays and receives the refund. Each bond is for one person, never for a family. Posting it does not guarantee a visa.',
  },
  back: {
    title: 'What is refunded, and when',
    item1:
      'The full amount, in the same currency and to the original payment method. No fee is taken from it.',
    item2:
      'You get it back if you leave by your last authorised day, if the visa is refused or never used, or if you are refused entry.',
    item3:
      'Usually within {{days}} of the bond being cancelled. You can see the promised and the actual date here.',
    item4:
      'The money can be kept only after a decision that gives reasons. You can reply before it and appeal against it.',
  },
  scam: {
    title: 'Protect yourself from fraud',
    body: 'Nobody can ask you to pay before an officer has directed a bond. You can only reach the payment page from here, after you sign in.',
    more: 'We never ask for money by email, phone or message. If somebody does, do not pay.',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Demander un visa avec une caution remboursable',
  lead: 'Ce service vous permet de demander un visa, de verser une caution si un agent vous la demande et de suivre son remboursement.',
  now: 'Commencer',
  returning: 'Demande déjà commencée ?',
  signIn: 'Accéder à vos dossiers',
  programmes: 'Programmes',
  compare: 'Comparer les programmes règle par règle',
  what: {
    title: 'Qu’est-ce qu’une caution ?',
    body: 'Une caution est une somme détenue en garantie d’un visa. Ce ne sont pas des frais : si vous respectez les conditions du visa, elle est entièrement remboursée.',
  },
  how: {
    title: 'Comment se déroule la démarche',
    step1:
      'Faites votre demande. Vous remplissez le formulaire et le consulat examine votre dossier.',
    step2:
      'Attendez la demande de caution. Un agent ne peut demander une caution que si vous remplissez les autres conditions : {{amounts}}. Vous avez alors {{days}} pour la verser.',
    step3:
      'Signez et versez la caution. Vous signez un engagement et payez par carte sur la page de notre prestataire de paiement. La somme est détenue et reste à vous.',
    step4:
      'Voyagez et repartez dans les délais. La frontière enregistre votre départ et le remboursement démarre automatiquement.',
  },
  who: {
    title: 'Qui paie',
    body: 'Le payeur signe, paie et reçoit le remboursement. Chaque caution concerne une seule personne, jamais une famille. Verser la caution ne garantit pas le visa.',
  },
  back: {
    title: 'Ce qui est remboursé, et quand',
    item1:
      'Le montant entier, dans la même devise et par le moyen de paiement d’origine. Aucuns frais ne sont retenus.',
    item2:
      'La caution est remboursée si vous repartez au plus tard le dernier jour autorisé, si le visa est refusé ou n’est jamais utilisé, ou si l’entrée vous est refusée.',
    item3:
      'En principe sous {{days}} après la levée de la caution. La date promise et la date réelle s’affichent ici.',
    item4:
      'La somme ne peut être conservée qu’après une décision motivée. Vous pouvez présenter vos observations avant cette décision et former un recours après.',
  },
  scam: {
    title: 'Protégez-vous de la fraude',
    body: 'Personne ne peut vous demander de payer avant la demande de caution d’un agent. La page de paiement n’est accessible que d’ici, après connexion.',
    more: 'Nous ne demandons jamais d’argent par courriel, téléphone ou message. Si quelqu’un le fait, ne payez pas.',
  },
};
