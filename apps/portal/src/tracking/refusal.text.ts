import type { SameKeys } from '#web';
import type { RefusalReason } from '#application';

/** Why a visa was refused, and what can be done about it. */
export const en = {
  title: 'The decision',
  why: 'Reason',
  when: 'Decided on',
  remedy: 'What you can do',
  reason: {
    purpose_not_shown: 'You did not show the purpose of your visit.',
    means_not_shown: 'You did not show that you can pay for your stay.',
    return_not_shown: 'You did not show that you intend to leave at the end of your stay.',
    documents_missing: 'Documents that the officer needed were missing.',
    documents_not_genuine: 'Documents in your application are not genuine.',
    earlier_overstay: 'You stayed longer than allowed on an earlier visit.',
    security: 'The visa was refused on security grounds.',
  } satisfies Record<RefusalReason, string>,
  help: {
    purpose_not_shown:
      'Apply again with documents that show it, such as an invitation, a booking or a letter from the company you are visiting.',
    means_not_shown:
      'Apply again with documents that show it, such as bank statements for the last 3 months or a letter from the person paying for you.',
    return_not_shown:
      'Apply again with documents that show it, such as a return ticket and proof of your work, studies or family at home.',
    documents_missing:
      'Ask the consulate which documents were missing. Apply again when you have all of them.',
    documents_not_genuine:
      'If you think this is a mistake, write to the consulate and enclose the originals.',
    earlier_overstay:
      'If you left on time, apply again with proof, such as a boarding pass or the stamp in your passport.',
    security: 'The consulate cannot give more details. You can write to the consulate.',
  } satisfies Record<RefusalReason, string>,
  again: 'Apply again',
  againBody:
    'You can apply again at any time. A new application is a new case and a new form. A refusal alone does not count against you.',
  againButton: 'Start a new case',
  againLater:
    'The programme is not taking applications at the moment. You can apply again when it reopens.',
  bondBack:
    'The bond will be refunded in full to the person who paid it. You can follow the refund below.',
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'La décision',
  why: 'Motif',
  when: 'Décision du',
  remedy: 'Ce que vous pouvez faire',
  reason: {
    purpose_not_shown: 'Vous n’avez pas justifié le motif de votre voyage.',
    means_not_shown: 'Vous n’avez pas justifié de moyens suffisants pour votre séjour.',
    return_not_shown: 'Vous n’avez pas justifié votre intention de repartir à la fin du séjour.',
    documents_missing: 'Des pièces nécessaires à l’examen manquaient.',
    documents_not_genuine: 'Des pièces de votre demande ne sont pas authentiques.',
    earlier_overstay: 'Un de vos séjours précédents a dépassé la durée autorisée.',
    security: 'Le visa est refusé pour des raisons de sécurité.',
  },
  help: {
    purpose_not_shown:
      'Faites une nouvelle demande avec des justificatifs : une invitation, une réservation ou une lettre de l’entreprise visitée.',
    means_not_shown:
      'Faites une nouvelle demande avec des justificatifs : relevés bancaires des trois derniers mois ou lettre de la personne qui vous prend en charge.',
    return_not_shown:
      'Faites une nouvelle demande avec des justificatifs : un billet de retour et la preuve de votre emploi, de vos études ou de vos attaches familiales.',
    documents_missing:
      'Demandez au consulat quelles pièces manquaient et faites une nouvelle demande quand vous les avez toutes.',
    documents_not_genuine:
      'Si vous pensez qu’il s’agit d’une erreur, écrivez au consulat en joignant les originaux.',
    earlier_overstay:
      'Si votre départ a eu lieu dans les délais, faites une nouvelle demande avec une preuve : carte d’embarquement ou cachet du passeport.',
    security: 'Le consulat ne peut pas en dire plus. Vous pouvez lui écrire.',
  },
  again: 'Faire une nouvelle demande',
  againBody:
    'Vous pouvez faire une nouvelle demande à tout moment. C’est un nouveau dossier, avec un nouveau formulaire. Un refus seul ne joue pas contre vous.',
  againButton: 'Ouvrir un nouveau dossier',
  againLater:
    'Le programme n’accepte pas de nouvelle demande actuellement. Vous pourrez en faire une quand il rouvrira.',
  bondBack:
    'La caution sera remboursée en totalité à la personne qui l’a versée. Suivez le remboursement ci-dessous.',
};
