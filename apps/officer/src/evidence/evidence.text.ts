import type { SameKeys } from '#web';

/** Proof of departures that no border record proves. */
export const en = {
  title: 'Proof of departure',
  lead: 'Travellers whose departure was not recorded prove it themselves. One officer compares the proof with the case, a second person confirms.',
  waiting: 'Waiting proof of departure',
  kind: 'Proof',
  day: 'Departed on',
  lookAt: 'View the proof of departure for {{reference}}',
  empty: 'No proof of departure is waiting',
  emptyBody: 'It appears here when a traveller sends it.',
  one: 'Proof of departure',
  sides: 'Claim and case',
  claimed: 'As claimed',
  who: 'Traveller',
  place: 'Place',
  listed: 'Listed: {{ports}}',
  otherPort: 'Another place',
  recorded: 'Border record of the departure',
  noRecord: 'None, says the traveller',
  event: {
    sent: 'Sent by the traveller',
    proposed: 'Checked, outcome proposed',
    sent_back: 'Sent back for another check',
    accepted: 'Accepted by the second person',
    refused: 'Refused by the second person',
    carried_out: 'Bond cancelled, refund started',
    money_changed: 'The bond’s money changed: to be checked again',
    overtaken: 'The bond was decided without it',
  },
  reasonIfRefused: 'Reason, if you propose to refuse it',
  checked: 'Checks that hold',
  nothingChecked: 'None',
  check: 'Check it',
  checkLead:
    'Open every file and compare it with the case. Nothing happens to the bond until a second person confirms.',
  checks: 'What holds?',
  checksHint: 'To accept it, all six must hold.',
  acceptEffect: 'After confirmation the bond is cancelled and refunded in full to its payer.',
  refuseEffect:
    'After confirmation the traveller reads the reason and may send other proof. The bond stays held.',
  effect: {
    accept:
      'The bond is cancelled, the case closes, and {{amount}} goes back to the payer by the original payment method. This cannot be undone.',
    refuse:
      'The traveller gets an email, reads the reason, and may send other proof. The bond stays held.',
  },
  done: {
    proposed: 'Your proposal waits for a second person.',
    accepted: 'Accepted. The bond is being cancelled and refunded.',
    refused: 'Refused. The traveller has been told.',
    sent_back: 'Sent back for another check.',
  },
  refused: {
    wrong_state: 'Somebody else has decided this in the meantime. Nothing was changed.',
    same_person: 'You proposed this yourself. Nothing was changed.',
    bond_decided: 'The bond has been decided without it. Nothing was changed.',
    case_frozen: 'The case is frozen. Two people must lift the freeze first. Nothing was changed.',
    money_left_elsewhere:
      'Money of this bond left outside the portal or is not held any more. Treasury settles that first. Nothing was changed.',
    link_over: 'The link to the file has expired. Open it again from this page.',
  },
  error: {
    unknown_reason: 'Select why it is refused',
    checks_missing: 'To accept it, every check must hold',
    after_leave_by: 'The claimed departure is after the leave-by date, so it cannot be accepted',
  },
} as const;

/** Proof of departures that no border record proves. */
export const fr: SameKeys<typeof en> = {
  title: 'Preuves de départ',
  lead: 'Les voyageurs dont le départ n’a pas été enregistré le prouvent eux-mêmes. Un agent compare la preuve avec le dossier, une deuxième personne confirme.',
  waiting: 'Preuves de départ en attente',
  kind: 'Preuve',
  day: 'Départ le',
  lookAt: 'Examiner la preuve de départ du dossier {{reference}}',
  empty: 'Aucune preuve de départ en attente',
  emptyBody: 'Elle apparaît ici quand un voyageur l’envoie.',
  one: 'Preuve de départ',
  sides: 'Déclaration et dossier',
  claimed: 'Déclaré',
  who: 'Voyageur',
  place: 'Lieu',
  listed: 'Sur la liste : {{ports}}',
  otherPort: 'Un autre lieu',
  recorded: 'Départ enregistré à la frontière',
  noRecord: 'Aucun, selon le voyageur',
  event: {
    sent: 'Envoyée par le voyageur',
    proposed: 'Vérifiée, résultat proposé',
    sent_back: 'Renvoyée pour vérification',
    accepted: 'Acceptée par la deuxième personne',
    refused: 'Refusée par la deuxième personne',
    carried_out: 'Caution levée, remboursement lancé',
    money_changed: 'La somme détenue a changé : à vérifier de nouveau',
    overtaken: 'La caution a fait l’objet d’une décision sans elle',
  },
  reasonIfRefused: 'Motif, si vous proposez de la refuser',
  checked: 'Points vérifiés',
  nothingChecked: 'Aucun',
  check: 'Vérifier',
  checkLead:
    'Ouvrez chaque fichier et comparez-le avec le dossier. Rien n’arrive à la caution avant la confirmation d’une deuxième personne.',
  checks: 'Qu’est-ce qui est exact ?',
  checksHint: 'Pour l’accepter, les six points doivent être exacts.',
  acceptEffect: 'Après confirmation, la caution est levée et remboursée en totalité au payeur.',
  refuseEffect:
    'Après confirmation, le voyageur lit le motif et peut envoyer une autre preuve. La caution reste détenue.',
  effect: {
    accept:
      'La caution est levée, le dossier est clos et {{amount}} sont rendus au payeur par le moyen de paiement d’origine. C’est irréversible.',
    refuse:
      'Le voyageur reçoit un courriel, lit le motif et peut envoyer une autre preuve. La caution reste détenue.',
  },
  done: {
    proposed: 'Votre proposition attend une deuxième personne.',
    accepted: 'Acceptée. La caution est en cours de levée et de remboursement.',
    refused: 'Refusée. Le voyageur en est informé.',
    sent_back: 'Renvoyée pour une nouvelle vérification.',
  },
  refused: {
    wrong_state: 'Une autre personne a décidé entre-temps. Rien n’a été modifié.',
    same_person: 'Vous l’avez proposé vous-même. Rien n’a été modifié.',
    bond_decided: 'La caution a fait l’objet d’une décision sans elle. Rien n’a été modifié.',
    case_frozen:
      'Le dossier est gelé : deux personnes doivent d’abord lever le gel. Rien n’a été modifié.',
    money_left_elsewhere:
      'De l’argent de cette caution est sorti hors du portail, ou n’est plus détenu. La trésorerie règle cela d’abord. Rien n’a été modifié.',
    link_over: 'Le lien vers le fichier a expiré. Ouvrez-le de nouveau depuis cette page.',
  },
  error: {
    unknown_reason: 'Choisissez le motif du refus',
    checks_missing: 'Pour l’accepter, chaque point doit être exact',
    after_leave_by:
      'Le départ déclaré est après la date limite de départ : elle ne peut pas être acceptée',
  },
};
