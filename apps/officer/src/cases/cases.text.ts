// Longer than other files: all that is said here stands once in each language, side by side.
import type { SameKeys } from '#web';

/** The case on one page, what one may do with it, and the decisions' own pages. */
export const en = {
  title: 'Case {{reference}}',
  identity: {
    label: 'Traveller',
    born: 'Born {{day}}',
    nationality: 'Nationality {{code}}',
    passport: 'Passport {{state}} {{number}}, valid until {{day}}',
    opened: 'The audit trail records that you opened this case.',
  },
  summary: {
    title: 'Summary',
    programme: 'Programme',
    version: '{{name}}, rules version {{version}}',
    consulate: 'Consulate',
    submitted: 'Submitted',
    language: 'Language of the applicant',
    languages: { en: 'English', fr: 'French' },
    assigned: 'Assigned to',
    visa: 'Visa',
    visaNumber: 'Number {{number}}',
    visaValid: 'valid {{from}} to {{until}}',
    stay_one: '{{count}}-day stay',
    stay_other: '{{count}}-day stay',
    admitted: 'Admitted',
    leaveBy: 'Leave by',
    departed: 'Departed',
  },
  proposal: {
    title: 'A lower amount is waiting for a second person',
    body: '{{amount}}. Reason: {{reason}}. Proposed by {{name}}.',
    link: 'View the proposal',
  },
  bond: {
    title: 'Bond',
    none: 'No bond has been directed',
    noneBody: 'You can direct one if the applicant is otherwise eligible.',
    state: 'State',
    amount: 'Amount',
    postBy: 'Post by',
    payer: 'Payer',
    payers: {
      applicant: 'The applicant',
      other: 'Somebody else, who signs, pays and is refunded',
    },
    signed: 'Undertaking signed',
    unsigned: 'Not yet',
    held: 'Held since',
    payments: 'Payments',
    payment: { when: 'Opened', state: 'State', amount: 'Amount', method: 'Paid by' },
    ways: { card: 'Card', bank_debit: 'Bank debit (ACH)', bank_transfer: 'Bank transfer' },
    arrived: '{{arrived}} has arrived',
    figures: 'In the books',
    paid: 'Paid',
    heldNow: 'Held now',
    reserved: 'Of which set aside',
    refunded: 'Refunded',
  },
  refund: {
    title: 'Refund',
    surplus: 'Refund of extra money',
    steps: 'Steps of the refund',
    cancelled: 'Bond cancelled',
    approved: 'Approved',
    sent: 'Sent',
    at_bank: 'At the bank',
    returned: 'Returned',
    promised: 'Promised by',
    rule: 'By rule',
    trace: 'Bank’s trace number {{number}}',
    late: 'Later than promised',
    held: 'It will be sent after {{when}}. Until then, a border record can still be corrected.',
    failure: 'A disbursement failed: {{reason}}',
    unknown: 'no reason given',
  },
  movements: {
    title: 'The traveller’s movements',
    none: 'No movements yet',
    noneBody: 'Border records appear here when they arrive.',
  },
  history: { title: 'History', you: 'you', applicant: 'the applicant', payer: 'the payer' },
  information: {
    title: 'Information asked of the applicant',
    asked: 'Asked on {{when}} by {{who}}',
    until: 'The applicant can answer until {{when}}.',
    answered: 'Answered on {{when}}',
    not_answered: 'No answer by {{when}}. Decide with what is known.',
    withdrawn: 'The application was withdrawn on {{when}}',
  },
  actions: {
    title: 'What you can do',
    none: 'Nothing at the moment. The case does not need an officer, or your role cannot act on it.',
    take: {
      button: 'Assign to me',
      effect: 'The case is assigned to you. If its review has not started, it starts now.',
    },
    release: {
      button: 'Release the case',
      effect: 'The case goes back to the queue for another officer. Nothing else changes.',
    },
    direct: {
      button: 'Direct a bond',
      effect: 'The applicant is asked to post a bond by a deadline.',
    },
    correct: {
      button: 'Correct the bond',
      effect:
        'The applicant is asked for a different amount. Possible until the undertaking is signed.',
    },
    reopen: {
      button: 'Set a new deadline',
      effect: 'The applicant can post the bond after all. The case goes on.',
    },
    information: {
      button: 'Ask for information',
      effect:
        'The applicant answers in words or with files by a date. The case then comes back, with the answer or without one.',
    },
    refuse: {
      button: 'Refuse the visa',
      effect:
        'The applicant is told the reason. The case ends. If a bond is held, it is refunded automatically.',
    },
    visa: {
      button: 'Issue the visa',
      effect: 'The traveller can enter. The bond is held until they leave.',
    },
    revoke: {
      button: 'Cancel the visa',
      effect:
        'For a visa that has not been used. A second person must approve. The bond is then refunded automatically.',
    },
    freeze: {
      button: 'Freeze the case',
      effect: 'Stops the visa and all payments immediately. Two people can lift it.',
    },
    record: {
      button: 'Record something about the stay',
      effect:
        'A longer stay, an application to stay, or a death, with the document that shows it. A second person must confirm.',
    },
  },
  why: {
    held_by_another: 'It is assigned to another officer.',
    other_consulate: 'It belongs to another consulate.',
    not_held_by_you: 'Assign the case to yourself first.',
    already_signed: 'The undertaking is signed, so the bond can no longer be corrected.',
    already_proposed: 'A lower amount is waiting for a second person. That must be decided first.',
    passport_not_confirmed: 'Confirm the passport first.',
    case_frozen: 'The case is frozen. Two people must lift the freeze first.',
    money_left_elsewhere:
      'Money left this payment outside the portal. The treasury must settle that first.',
  },
  reversal: {
    title: 'Money left this payment outside the portal',
    body: 'No visa can be issued and no money sent on this case until the money is back or two people in the treasury have settled this.',
    link: 'View the reversal',
  },
  dispute: { link: 'View the dispute' },
  done: {
    taken: 'The case is assigned to you.',
    released: 'The case was released.',
    frozen: 'The case is frozen.',
    information_requested: 'The applicant was asked, and has been sent an email.',
    refused: 'The visa was refused. The applicant has been sent an email.',
    revocation_proposed:
      'Your proposal to cancel the visa is waiting for a second person. The visa is still valid.',
    revoked: 'The visa was cancelled. The applicant has been sent an email.',
    revocation_declined: 'The visa was not cancelled. It is still valid.',
    reopened: 'A new deadline was set. The applicant has been sent an email.',
    directed: 'The bond was directed. The applicant has been sent an email about how to post it.',
    proposed: 'Your proposal is waiting for a second person. The applicant has not been told yet.',
    visa_issued: 'The visa was issued. The applicant has been sent an email.',
    approved: 'The proposal was approved, and the bond was directed.',
    corrected: 'The bond was corrected. The applicant has been sent an email.',
    correction_proposed:
      'Your correction is waiting for a second person. Until it is approved, the earlier amount still applies.',
    correction_declined: 'The correction was declined. The earlier amount still applies.',
    declined: 'The proposal was declined. The case stays under review.',
    passport_confirmed: 'The passport was confirmed. Its border records count for this case.',
    passport_renewed: 'The new passport was recorded. Its border records count for this case.',
  },
  refused: {
    held_by_another: 'This case is assigned to another officer. Nothing was changed.',
    other_consulate: 'This case belongs to another consulate. Nothing was changed.',
    not_held_by_you: 'Assign the case to yourself first. Nothing was changed.',
    asked_too_often:
      'The applicant was asked five times already. Decide with what is known. Nothing was changed.',
    link_over: 'The link to the file has expired. Open it again from this page.',
    wrong_state: 'The case has changed, so this is no longer possible. Nothing was changed.',
    already_proposed:
      'A lower amount is already waiting for a second person. That must be decided first. Nothing was changed.',
    already_frozen: 'The case is already frozen for this reason. Nothing was changed.',
    already_signed:
      'The undertaking is signed, so the bond can no longer be corrected. Nothing was changed.',
    same_terms: 'This is the same as the current bond. Nothing was changed.',
    same_person: 'You proposed it, so a second person must decide. Nothing was changed.',
    passport_not_confirmed: 'Confirm the passport first. Nothing was changed.',
    held_by_another_traveller:
      'The passport is confirmed for another traveller. Check the other case. If the passport belongs to this traveller, say why. Nothing was changed.',
    case_frozen: 'The case is frozen. Two people must lift the freeze first. Nothing was changed.',
    money_left_elsewhere:
      'Money from the bond was returned outside the portal. The treasury must settle this before a visa is issued. Nothing was changed.',
    outside_programme: 'The programme does not cover this passport. Nothing was changed.',
    unknown_reason: 'Select one of the reasons. Nothing was changed.',
    unknown_direction: 'There is no such proposal. Nothing was changed.',
  },
} as const;

/** The case on one page, what one may do with it, and the decisions' own pages. */
export const fr: SameKeys<typeof en> = {
  title: 'Dossier {{reference}}',
  identity: {
    label: 'Voyageur',
    born: 'Naissance : {{day}}',
    nationality: 'Nationalité {{code}}',
    passport: 'Passeport {{state}} {{number}}, valable jusqu’au {{day}}',
    opened: 'Votre consultation de ce dossier est enregistrée dans le journal d’audit.',
  },
  summary: {
    title: 'Résumé',
    programme: 'Programme',
    version: '{{name}}, version {{version}} des règles',
    consulate: 'Consulat',
    submitted: 'Envoyé le',
    language: 'Langue du demandeur',
    languages: { en: 'Anglais', fr: 'Français' },
    assigned: 'Attribué à',
    visa: 'Visa',
    visaNumber: 'Numéro {{number}}',
    visaValid: 'valable du {{from}} au {{until}}',
    stay_one: '{{count}} jour de séjour',
    stay_other: '{{count}} jours de séjour',
    admitted: 'Entrée le',
    leaveBy: 'Départ au plus tard le',
    departed: 'Départ le',
  },
  proposal: {
    title: 'Un montant réduit attend une deuxième personne',
    body: '{{amount}}. Motif : {{reason}}. Proposition de {{name}}.',
    link: 'Voir la proposition',
  },
  bond: {
    title: 'Caution',
    none: 'Aucune caution n’a été demandée',
    noneBody: 'Vous pouvez en demander une si le demandeur remplit les autres conditions.',
    state: 'État',
    amount: 'Montant',
    postBy: 'À verser au plus tard le',
    payer: 'Payeur',
    payers: {
      applicant: 'Le demandeur',
      other: 'Une autre personne : elle signe, paie et est remboursée',
    },
    signed: 'Engagement signé',
    unsigned: 'Pas encore',
    held: 'Détenue depuis',
    payments: 'Paiements',
    payment: { when: 'Ouvert', state: 'État', amount: 'Montant', method: 'Payé par' },
    ways: {
      card: 'Carte',
      bank_debit: 'Prélèvement (ACH)',
      bank_transfer: 'Virement bancaire',
    },
    arrived: '{{arrived}} reçus',
    figures: 'Dans les comptes',
    paid: 'Payé',
    heldNow: 'Détenu',
    reserved: 'Dont mis de côté',
    refunded: 'Remboursé',
  },
  refund: {
    title: 'Remboursement',
    surplus: 'Remboursement du trop-perçu',
    steps: 'Étapes du remboursement',
    cancelled: 'Caution levée',
    approved: 'Approuvé',
    sent: 'Envoyé',
    at_bank: 'À la banque',
    returned: 'Remboursé',
    promised: 'Promis au plus tard le',
    rule: 'Règle',
    trace: 'Numéro de suivi de la banque : {{number}}',
    late: 'Plus tard que promis',
    held: 'Il sera envoyé après le {{when}}. D’ici là, un enregistrement de la frontière peut encore être corrigé.',
    failure: 'Un décaissement a échoué : {{reason}}',
    unknown: 'sans motif indiqué',
  },
  movements: {
    title: 'Passages du voyageur',
    none: 'Aucun passage enregistré',
    noneBody: 'Les passages apparaissent ici dès que la frontière les transmet.',
  },
  history: {
    title: 'Historique',
    you: 'vous',
    applicant: 'le demandeur',
    payer: 'le payeur',
  },
  information: {
    title: 'Informations demandées au demandeur',
    asked: 'Demandé le {{when}} par {{who}}',
    until: 'Le demandeur peut répondre jusqu’au {{when}}.',
    answered: 'Réponse du {{when}}',
    not_answered: 'Aucune réponse au {{when}}. Décidez avec les éléments connus.',
    withdrawn: 'Demande de visa retirée le {{when}}',
  },
  actions: {
    title: 'Ce que vous pouvez faire',
    none: 'Rien pour le moment. Le dossier n’a pas besoin d’un agent, ou votre rôle ne permet pas d’agir.',
    take: {
      button: 'M’attribuer le dossier',
      effect: 'Le dossier vous est attribué. Si son examen n’a pas commencé, il commence.',
    },
    release: {
      button: 'Libérer le dossier',
      effect: 'Le dossier retourne dans la file pour un autre agent. Rien d’autre ne change.',
    },
    direct: {
      button: 'Demander une caution',
      effect: 'Le demandeur est invité à verser une caution dans un délai.',
    },
    correct: {
      button: 'Corriger la caution',
      effect: 'Un autre montant est demandé. C’est possible tant que l’engagement n’est pas signé.',
    },
    reopen: {
      button: 'Accorder un nouveau délai',
      effect: 'Le demandeur peut encore verser la caution. Le dossier reprend.',
    },
    information: {
      button: 'Demander des informations',
      effect:
        'Le demandeur répond par écrit ou par des fichiers avant une date. Le dossier revient ensuite, avec ou sans réponse.',
    },
    refuse: {
      button: 'Refuser le visa',
      effect:
        'Le demandeur est informé du motif. Le dossier prend fin. Si une caution est détenue, elle est remboursée automatiquement.',
    },
    visa: {
      button: 'Délivrer le visa',
      effect: 'Le voyageur peut entrer. La caution reste détenue jusqu’à son départ.',
    },
    revoke: {
      button: 'Annuler le visa',
      effect:
        'Pour un visa qui n’a pas servi. Une deuxième personne doit approuver. La caution est ensuite remboursée automatiquement.',
    },
    freeze: {
      button: 'Geler le dossier',
      effect:
        'Arrête immédiatement le visa et tout décaissement. Deux personnes peuvent lever le gel.',
    },
    record: {
      button: 'Signaler un fait sur le séjour',
      effect:
        'Une prolongation, une demande de maintien ou un décès, avec le document qui l’établit. Une deuxième personne doit confirmer.',
    },
  },
  why: {
    held_by_another: 'Il est attribué à un autre agent.',
    other_consulate: 'Il relève d’un autre consulat.',
    not_held_by_you: 'Attribuez-vous d’abord le dossier.',
    already_signed: 'L’engagement est signé : la caution ne peut plus être corrigée.',
    already_proposed:
      'Un montant réduit attend une deuxième personne. Cette décision doit être prise d’abord.',
    passport_not_confirmed: 'Confirmez d’abord le passeport.',
    case_frozen: 'Le dossier est gelé : deux personnes doivent d’abord lever le gel.',
    money_left_elsewhere:
      'Une somme est sortie hors du portail. La trésorerie doit d’abord régler ce point.',
  },
  reversal: {
    title: 'Une somme est sortie de ce paiement hors du portail',
    body: 'Aucun visa n’est délivré et aucune somme n’est envoyée pour ce dossier tant que l’argent n’est pas revenu ou que deux personnes de la trésorerie n’ont pas décidé.',
    link: 'Examiner la sortie',
  },
  dispute: { link: 'Examiner la contestation' },
  done: {
    taken: 'Le dossier vous est attribué.',
    released: 'Le dossier a été libéré.',
    frozen: 'Le dossier est gelé.',
    information_requested: 'La demande est envoyée. Un courriel a été adressé au demandeur.',
    refused: 'Le visa est refusé. Un courriel a été envoyé au demandeur.',
    revocation_proposed:
      'Votre proposition d’annuler le visa attend une deuxième personne. Le visa reste valable.',
    revoked: 'Le visa est annulé. Un courriel a été envoyé au demandeur.',
    revocation_declined: 'Le visa n’est pas annulé. Il reste valable.',
    reopened: 'Un nouveau délai est accordé. Un courriel a été envoyé au demandeur.',
    directed: 'La caution est demandée. Un courriel a été envoyé au demandeur pour la verser.',
    proposed:
      'Votre proposition attend une deuxième personne. Le demandeur n’en est pas encore informé.',
    visa_issued: 'Le visa est délivré. Un courriel a été envoyé au demandeur.',
    approved: 'La proposition est approuvée et la caution est demandée.',
    corrected: 'La caution a été corrigée. Un courriel a été envoyé au demandeur.',
    correction_proposed:
      'Votre correction attend une deuxième personne. D’ici là, le montant précédent reste demandé.',
    correction_declined: 'La correction a été rejetée. Le montant précédent reste demandé.',
    declined: 'La proposition est rejetée. Le dossier reste en cours d’examen.',
    passport_confirmed:
      'Le passeport est confirmé. Ses passages à la frontière comptent pour ce dossier.',
    passport_renewed:
      'Le nouveau passeport est enregistré. Ses passages à la frontière comptent pour ce dossier.',
  },
  refused: {
    held_by_another: 'Ce dossier est attribué à un autre agent. Rien n’a été modifié.',
    other_consulate: 'Ce dossier relève d’un autre consulat. Rien n’a été modifié.',
    not_held_by_you: 'Attribuez-vous d’abord le dossier. Rien n’a été modifié.',
    asked_too_often:
      'Le demandeur a déjà été interrogé cinq fois. Décidez avec les éléments connus. Rien n’a été modifié.',
    link_over: 'Le lien vers le fichier a expiré. Ouvrez-le de nouveau depuis cette page.',
    wrong_state: 'Le dossier a changé : cette action n’est plus possible. Rien n’a été modifié.',
    already_proposed:
      'Un montant réduit attend déjà une deuxième personne. Cette décision doit être prise d’abord. Rien n’a été modifié.',
    already_frozen: 'Le dossier est déjà gelé pour ce motif. Rien n’a été modifié.',
    already_signed:
      'L’engagement est signé : la caution ne peut plus être corrigée. Rien n’a été modifié.',
    same_terms: 'C’est déjà la caution demandée. Rien n’a été modifié.',
    same_person: 'Vous l’avez proposé : une deuxième personne doit décider. Rien n’a été modifié.',
    passport_not_confirmed: 'Confirmez d’abord le passeport. Rien n’a été modifié.',
    held_by_another_traveller:
      'Ce passeport est confirmé dans un autre dossier. Consultez-le ; si le passeport appartient bien à cette personne, dites pourquoi. Rien n’a été modifié.',
    case_frozen:
      'Le dossier est gelé : deux personnes doivent d’abord lever le gel. Rien n’a été modifié.',
    money_left_elsewhere:
      'Une somme de la caution a été remboursée hors du portail. La trésorerie doit d’abord décider. Rien n’a été modifié.',
    outside_programme: 'Le programme ne concerne pas ce passeport. Rien n’a été modifié.',
    unknown_reason: 'Choisissez un des motifs. Rien n’a été modifié.',
    unknown_direction: 'Cette proposition n’existe pas. Rien n’a été modifié.',
  },
};
