export const start = {
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
