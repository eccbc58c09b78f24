export const start = {
  title: 'Demander un visa avec une caution remboursable',
  lead: 'Ce service permet de demander un visa, de verser la caution si un agent en demande une, et de suivre son remboursement.',
  now: 'Commencer',
  returning: 'Demande déjà commencée ?',
  signIn: 'Se connecter à vos dossiers',
  programmes: 'Programmes',
  compare: 'Comparer les programmes règle par règle',
  what: {
    title: 'Ce qu’est une caution',
    body: 'Une caution est une somme que vous laissez en garantie pour un visa. Ce n’est pas un droit à payer : si vous respectez les conditions du visa, elle vous est entièrement rendue.',
  },
  how: {
    title: 'Comment cela se passe',
    step1: 'Demandez. Vous remplissez le formulaire et le consulat examine votre dossier.',
    step2:
      'Attendez l’instruction. Une caution ne peut être demandée que si un agent vous juge admissible par ailleurs : {{amounts}}. Vous avez alors {{days}} pour la verser.',
    step3:
      'Signez et payez. Vous signez un engagement et payez par carte sur la page du prestataire de paiement. La somme est détenue ; elle n’appartient à personne d’autre.',
    step4:
      'Voyagez et repartez à temps. La frontière enregistre votre départ et le remboursement part de lui-même.',
  },
  who: {
    title: 'Qui paie',
    body: 'Le payeur signe et paie, et c’est lui qui est remboursé. Une caution vaut pour une personne, jamais pour une famille. La verser ne garantit pas le visa.',
  },
  back: {
    title: 'Ce qui revient, et quand',
    item1:
      'Le montant entier, dans la même devise et par le moyen de paiement d’origine. Aucuns frais n’en sont retenus.',
    item2:
      'Quand vous êtes reparti au plus tard le dernier jour autorisé, quand le visa est refusé ou n’a jamais servi, ou quand l’entrée vous a été refusée.',
    item3:
      'En principe sous {{days}} après la levée de la caution. Vous voyez ici la date promise et la date réelle.',
    item4:
      'La somme ne peut être conservée qu’après une décision motivée, à laquelle vous pouvez répondre et que vous pouvez contester.',
  },
  scam: {
    title: 'Protégez-vous de la fraude',
    body: 'Personne ne peut vous demander de payer avant l’instruction d’un agent. La seule page de paiement s’atteint d’ici, une fois connecté.',
    more: 'Nous ne demandons jamais d’argent par courriel, téléphone ou message. Si quelqu’un le fait, ne payez pas.',
  },
};
