import type { SameKeys } from '#web';

/** The page before a decision: what was chosen, and everything that it will cause. */
export const en = {
  lead: 'Nothing has happened yet. Check your choice and what it will do.',
  effects: 'What will happen',
  change: 'Change',
  nothing: 'Do nothing and go back to the case',
  next: 'Continue',
  from: 'The case goes from “{{from}}” to “{{to}}”.',
  final: 'You cannot undo this.',
  direct: {
    title: 'Confirm the bond',
    amount: 'Amount',
    reason: 'Reason for this amount',
    deadline: 'Post by',
    asked:
      'The applicant is immediately sent an email asking for {{amount}}, with a link to the only page where it can be paid.',
    lapses:
      'If it is not posted by {{when}}, the end of the day in {{city}}, the case lapses automatically.',
    correctable: 'You can correct the amount until the undertaking is signed.',
    notYet: 'The applicant is not told and does not need to do anything yet.',
    second:
      'A second person must approve {{amount}}: a head of section. You cannot approve it yourself.',
    waits: 'While it waits, nobody can refuse the visa or direct another amount.',
    approved:
      'If it is approved, the applicant is sent an email asking for {{amount}}. If that is today, it must be posted by {{when}}, the end of the day in {{city}}.',
    secondWaives:
      'A second person must agree that no bond is asked: a head of section. You cannot approve it yourself.',
    waived: 'If it is approved, the visa can be issued without a bond.',
    declined: 'If it is declined, the case stays under review with you.',
    button: 'Direct the bond',
    propose: 'Send for approval',
  },
  refuse: {
    title: 'Confirm the refusal',
    told: 'The applicant is sent an email saying that there is a decision, and can read this reason in the case.',
    passport: 'The passport is released, so the applicant can use it to apply again.',
    button: 'Refuse the visa',
  },
  reopen: {
    title: 'Set a new deadline for the bond',
    was: 'Deadline that passed',
    asked:
      'The applicant is immediately sent an email asking for {{amount}}, with a link to the only page where it can be paid.',
    sign: 'The undertaking names the old deadline, so it must be signed again.',
    button: 'Set the deadline',
  },
  visa: {
    told: 'The applicant is sent an email saying that the visa was issued.',
    held: '{{amount}} stays held. It is refunded automatically if an on-time departure is recorded, if entry is refused, or if the visa is never used.',
    noBond: 'No bond is held for this case.',
  },
  correct: {
    title: 'Correct the bond',
    lead: 'The undertaking has not been signed yet, so you can correct the amount. The earlier direction is kept.',
    now: 'Current amount',
    why: 'Reason for the correction',
    confirm: 'Confirm the correction',
    asked:
      'The applicant is immediately sent an email saying that the bond was corrected, and asking for {{amount}} instead of {{before}}.',
    stays:
      'Until a second person approves it, {{before}} still applies, and the applicant can sign the undertaking and pay. Once the undertaking is signed, the correction can only be declined.',
    approved:
      'If it is approved, the applicant is sent an email asking for {{amount}} instead. If that is today, it must be posted by {{when}}, the end of the day in {{city}}.',
    declined: 'If it is declined, the amount stays {{before}}.',
    kept: 'The earlier direction stays in the history, with your reason.',
    button: 'Correct the bond',
    error: {
      reasonMissing: 'Select the reason for the correction',
      same_terms: 'Select a different amount or reason. This is the same as the current bond',
    },
  },
} as const;

/** La page qui précède une décision : ce qui a été choisi, et tout ce que cela entraînera. */
export const fr: SameKeys<typeof en> = {
  lead: 'Rien n’a encore été fait. Vérifiez votre choix et ce qu’il entraînera.',
  effects: 'Ce qui va se passer',
  change: 'Modifier',
  nothing: 'Ne rien faire et revenir au dossier',
  next: 'Continuer',
  from: 'Le dossier passe de « {{from}} » à « {{to}} ».',
  final: 'Vous ne pourrez pas revenir sur cette décision.',
  direct: {
    title: 'Confirmer la caution',
    amount: 'Montant',
    reason: 'Motif de ce montant',
    deadline: 'À verser au plus tard le',
    asked:
      'Le demandeur reçoit immédiatement un courriel qui lui demande {{amount}}, avec un lien vers la seule page où la caution peut être versée.',
    lapses:
      'Si la caution n’est pas versée au plus tard le {{when}}, fin de la journée à {{city}}, le dossier devient automatiquement caduc.',
    correctable: 'Vous pouvez corriger le montant tant que l’engagement n’est pas signé.',
    notYet: 'Le demandeur n’est pas encore informé et n’a rien à faire.',
    second:
      'Une deuxième personne, de la direction de la section, doit approuver {{amount}}. Vous ne pouvez pas l’approuver vous-même.',
    waits: 'Pendant l’attente, personne ne peut refuser le visa ni demander un autre montant.',
    approved:
      'En cas d’approbation, un courriel demande {{amount}} au demandeur. Si c’est aujourd’hui, la somme est à verser au plus tard le {{when}}, fin de la journée à {{city}}.',
    secondWaives:
      'Une deuxième personne, de la direction de la section, doit accorder la dispense. Vous ne pouvez pas l’approuver vous-même.',
    waived: 'En cas d’approbation, le visa peut être délivré sans caution.',
    declined: 'En cas de rejet, le dossier vous reste attribué, en cours d’examen.',
    button: 'Demander la caution',
    propose: 'Soumettre à approbation',
  },
  refuse: {
    title: 'Confirmer le refus',
    told: 'Le demandeur reçoit un courriel annonçant une décision et peut lire ce motif dans son dossier.',
    passport: 'Le passeport est libéré : il peut servir à une nouvelle demande.',
    button: 'Refuser le visa',
  },
  reopen: {
    title: 'Accorder un nouveau délai pour la caution',
    was: 'Délai dépassé',
    asked:
      'Le demandeur reçoit immédiatement un courriel qui lui demande {{amount}}, avec un lien vers la seule page où la caution peut être versée.',
    sign: 'L’engagement mentionne l’ancien délai : il doit être signé de nouveau.',
    button: 'Accorder le délai',
  },
  visa: {
    told: 'Le demandeur reçoit un courriel annonçant que le visa est délivré.',
    held: 'La somme de {{amount}} reste détenue. Elle est remboursée automatiquement si un départ dans les délais est enregistré, si l’entrée est refusée ou si le visa n’est jamais utilisé.',
    noBond: 'Aucune caution n’est détenue pour ce dossier.',
  },
  correct: {
    title: 'Corriger la caution',
    lead: 'L’engagement n’est pas encore signé : vous pouvez corriger le montant. La demande de caution précédente est conservée.',
    now: 'Montant actuel',
    why: 'Motif de la correction',
    confirm: 'Confirmer la correction',
    asked:
      'Le demandeur reçoit immédiatement un courriel qui lui annonce la correction et lui demande {{amount}} au lieu de {{before}}.',
    stays:
      'Jusqu’à l’approbation par une deuxième personne, le montant reste de {{before}} : le demandeur peut signer l’engagement et verser la caution. Une fois l’engagement signé, la correction ne peut qu’être rejetée.',
    approved:
      'En cas d’approbation, un courriel demande {{amount}} au demandeur. Si c’est aujourd’hui, la somme est à verser au plus tard le {{when}}, fin de la journée à {{city}}.',
    declined: 'En cas de rejet, le montant reste de {{before}}.',
    kept: 'La demande de caution précédente reste dans l’historique, avec votre motif.',
    button: 'Corriger la caution',
    error: {
      reasonMissing: 'Choisissez le motif de la correction',
      same_terms: 'Choisissez un autre montant ou un autre motif : c’est déjà la caution demandée',
    },
  },
};
