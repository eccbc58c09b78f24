import type { SameKeys } from '#web';

/** Taking an application back. */
export const en = {
  link: 'Withdraw this application',
  draftLink: 'Delete this draft',
  title: 'Withdraw your application',
  draftTitle: 'Delete your draft',
  effects: 'If you do:',
  draftGone: 'your answers are deleted, and nobody at the consulate sees them',
  bondBack: 'the bond of {{amount}} is refunded in full, automatically, to the person who paid it',
  noLongerAsked:
    'the bond can no longer be paid; if a payment is already under way, the treasury returns it',
  noMoney: 'no money moves, because you have not posted a bond',
  noReview: 'the consulate stops its review and does not issue a visa',
  passport: 'you can use the same passport to apply again',
  mail: 'we send you an email to confirm it',
  final: 'You cannot undo this. To travel, you would need to apply again.',
  button: 'Withdraw the application',
  draftButton: 'Delete the draft',
  keep: 'Keep it and go back',
} as const;

export const fr: SameKeys<typeof en> = {
  link: 'Retirer cette demande',
  draftLink: 'Supprimer ce brouillon',
  title: 'Retirer votre demande',
  draftTitle: 'Supprimer votre brouillon',
  effects: 'Dans ce cas :',
  draftGone: 'vos réponses sont effacées et le consulat ne les voit jamais',
  bondBack:
    'la caution de {{amount}} est remboursée automatiquement et en totalité à la personne qui l’a versée',
  noLongerAsked:
    'la caution ne peut plus être versée ; si un paiement est déjà en cours, la trésorerie le restitue',
  noMoney: 'aucune somme n’est en jeu, car aucune caution n’a été versée',
  noReview: 'le consulat arrête l’examen et ne délivre pas de visa',
  passport: 'vous pouvez utiliser le même passeport pour une nouvelle demande',
  mail: 'un courriel vous le confirme',
  final: 'Ce retrait est définitif. Pour voyager, il faudrait faire une nouvelle demande.',
  button: 'Retirer la demande',
  draftButton: 'Supprimer le brouillon',
  keep: 'Garder la demande et revenir',
};
