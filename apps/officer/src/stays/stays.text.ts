// Longer than other files: all that is said here stands once in each language, side by side.
import type { SameKeys } from '#web';

/** What is reported of stays: longer ones, applications to stay, deaths. */
export const en = {
  title: 'Stays',
  lead: 'What travellers ask and officers record about a stay: a longer one, an application to stay in the country, a death. One officer proposes, a second person confirms.',
  waiting: 'Waiting facts about stays',
  kind: 'What',
  day: 'Date',
  lookAt: 'View what was reported about the stay of {{reference}}',
  empty: 'Nothing about a stay is waiting',
  emptyBody:
    'It appears here when a traveller asks for a longer stay or an officer records something.',
  facts: 'Reported and known',
  reported: 'As reported',
  dayOf: {
    extension: 'Stay until',
    application_to_stay: 'Applied on',
    death: 'Died on',
  },
  departed: 'Departed on',
  by: 'Reported by',
  traveller: 'The traveller',
  bond: 'Bond',
  noBond: 'No bond was asked',
  event: {
    sent: 'Sent with its files',
    proposed: 'Outcome proposed',
    sent_back: 'Sent back for another check',
    accepted: 'Accepted by the second person',
    refused: 'Refused by the second person',
    carried_out: 'Carried out',
    money_changed: 'The bond’s money changed: to be decided again',
    overtaken: 'Not needed any more',
  },
  decide: 'Decide',
  decideLead:
    'Open every file and compare it with the case. Nothing happens until a second person confirms.',
  acceptHint: 'With the date that the files show.',
  refuseHint: 'The reason is shown to the traveller who asked.',
  acceptedDay: 'Date that the files show',
  acceptedDayWhat: 'the date that the files show',
  refusal: 'Why do you refuse it?',
  effect: {
    dates_only:
      'The traveller may stay until {{day}}. Reminders start again, and the traveller is told by email.',
    held_again:
      'The traveller may stay until {{day}}, and is told by email. What was asked or suspected because of the earlier date ends, and the bond is held again.',
    departed_in_time:
      'The last day becomes {{day}}, so the departure was in time. The bond is cancelled, the case closes, and {{amount}} goes back to the payer. This cannot be undone.',
    application_to_stay:
      'The bond is referred to an adjudicator, and the payer is told that there is something to read. Nothing is taken.',
    death:
      'The bond is cancelled, the case closes, and {{amount}} is to go back. If the payer is who died, the treasury finds the estate before anything is sent. This cannot be undone.',
    deathWithoutBond: 'The case closes. There is no bond to return.',
    refuse: 'Nothing changes. A traveller who asked gets an email and can read the reason.',
  },
  record: {
    title: 'Record something about the stay',
    lead: 'Record only what a document shows. You add it on the next page; a second person confirms.',
    kind: 'What do you record?',
    hints: {
      extension: 'An authority of the state has granted a longer stay. The leave-by date moves.',
      application_to_stay:
        'The traveller has applied for another status or for protection. The bond is referred to an adjudicator.',
      death: 'The traveller has died. The bond is cancelled and returned.',
    },
    day: 'Date',
    dayHint: 'Of a longer stay its new last day, otherwise when it happened.',
    dayWhat: 'the date',
    next: 'Continue to the document',
    filesTitle: 'Add the document',
    filesLead: 'Add at least one file that shows it, then record it. It goes to a second person.',
    add: 'Add a file',
    hint: 'PDF, JPEG or PNG, up to 10 MB.',
    addButton: 'Add this file',
    noFiles: 'No file has been added yet.',
    full: 'The most files that can be added have been added.',
    button: 'Record, and pass to a second person',
  },
  done: {
    proposed: 'Your proposal waits for a second person.',
    accepted: 'Accepted. It is being carried out.',
    refused: 'Refused. A traveller who asked has been told.',
    sent_back: 'Sent back for another check.',
  },
  refused: {
    wrong_state: 'Somebody else has decided this in the meantime. Nothing was changed.',
    same_person: 'You proposed this yourself. Nothing was changed.',
    bond_decided:
      'The bond is at a point where this changes nothing any more. Nothing was changed.',
    no_stay: 'There is no stay any more that this could be about. Nothing was changed.',
    being_checked: 'The same was recorded already and is waiting. Nothing was changed.',
    too_often: 'The same was recorded five times already. Nothing was changed.',
    not_yours: 'Somebody else is recording this. Nothing was changed.',
    no_draft: 'This was recorded already. Nothing was changed.',
    no_file: 'Add at least one file first. Nothing was changed.',
    too_many: 'No more files can be added. Nothing was kept.',
    case_frozen: 'The case is frozen. Two people must lift the freeze first. Nothing was changed.',
    money_left_elsewhere:
      'Money of this bond left outside the portal or is not held any more. Treasury settles that first. Nothing was changed.',
    link_over: 'The link to the file has expired. Open it again from this page.',
    file: 'The file was not kept: it must be a readable PDF, JPEG or PNG of up to 10 MB, without a password, programs or attachments.',
  },
  error: {
    unknown_reason: 'Select why it is refused',
    kind: 'Select what you record',
    not_longer: 'A longer stay ends after the leave-by date as it is now',
    too_far: 'A longer stay ends at most a year after the leave-by date as it is now',
    in_the_future: 'The date cannot be in the future',
    before_admission: 'The date cannot be before the entry',
    no_leave_by: 'The traveller has not entered, so there is no stay to make longer',
  },
} as const;

/** What is reported of stays: longer ones, applications to stay, deaths. */
export const fr: SameKeys<typeof en> = {
  title: 'Séjours',
  lead: 'Ce que les voyageurs demandent et que les agents signalent d’un séjour : une prolongation, une demande de maintien dans le pays, un décès. Un agent propose, une deuxième personne confirme.',
  waiting: 'Faits signalés en attente',
  kind: 'Objet',
  day: 'Date',
  lookAt: 'Examiner ce qui est signalé pour le séjour du dossier {{reference}}',
  empty: 'Rien à examiner',
  emptyBody:
    'Un fait apparaît ici quand un voyageur demande une prolongation ou qu’un agent le signale.',
  facts: 'Signalé et connu',
  reported: 'Signalé',
  dayOf: {
    extension: 'Séjour jusqu’au',
    application_to_stay: 'Demande du',
    death: 'Décès le',
  },
  departed: 'Départ le',
  by: 'Signalé par',
  traveller: 'Le voyageur',
  bond: 'Caution',
  noBond: 'Aucune caution n’a été demandée',
  event: {
    sent: 'Envoyé avec ses fichiers',
    proposed: 'Résultat proposé',
    sent_back: 'Renvoyé pour vérification',
    accepted: 'Accepté par la deuxième personne',
    refused: 'Refusé par la deuxième personne',
    carried_out: 'Exécuté',
    money_changed: 'La somme détenue a changé : à examiner de nouveau',
    overtaken: 'Devenu sans objet',
  },
  decide: 'Examiner',
  decideLead:
    'Ouvrez chaque fichier et comparez-le avec le dossier. Rien ne se passe avant la confirmation d’une deuxième personne.',
  acceptHint: 'Avec la date que montrent les fichiers.',
  refuseHint: 'Le voyageur qui l’a demandé peut en lire le motif.',
  acceptedDay: 'Date que montrent les fichiers',
  acceptedDayWhat: 'la date que montrent les fichiers',
  refusal: 'Pourquoi le refusez-vous ?',
  effect: {
    dates_only:
      'Le voyageur peut rester jusqu’au {{day}}. Les rappels reprennent et il en est informé par courriel.',
    held_again:
      'Le voyageur peut rester jusqu’au {{day}} et en est informé par courriel. Ce qui était demandé ou présumé en raison de l’ancienne date prend fin, et la caution est de nouveau détenue.',
    departed_in_time:
      'Le dernier jour devient le {{day}} : le départ a eu lieu dans les délais. La caution est levée, le dossier est clos et {{amount}} sont rendus au payeur. C’est irréversible.',
    application_to_stay:
      'La caution est transmise pour décision et le payeur est prévenu qu’une information est à lire. Rien n’est prélevé.',
    death:
      'La caution est levée, le dossier est clos et {{amount}} sont à rendre. Si le payeur est la personne décédée, la trésorerie identifie d’abord la succession. C’est irréversible.',
    deathWithoutBond: 'Le dossier est clos. Il n’y a pas de caution à rendre.',
    refuse: 'Rien ne change. Le voyageur qui l’a demandé reçoit un courriel et peut lire le motif.',
  },
  record: {
    title: 'Signaler un fait sur le séjour',
    lead: 'Ne signalez que ce qu’un document établit. Vous l’ajoutez à la page suivante ; une deuxième personne confirme.',
    kind: 'Que signalez-vous ?',
    hints: {
      extension:
        'Une autorité de l’État a accordé une prolongation. La date limite de départ est reportée.',
      application_to_stay:
        'Le voyageur a demandé un autre statut ou une protection. La caution est transmise pour décision.',
      death: 'Le voyageur est décédé. La caution est levée et rendue.',
    },
    day: 'Date',
    dayHint: 'Pour une prolongation, le nouveau dernier jour ; sinon, la date du fait.',
    dayWhat: 'la date',
    next: 'Continuer vers le document',
    filesTitle: 'Ajouter le document',
    filesLead:
      'Ajoutez au moins un fichier qui l’établit, puis signalez-le. Il passe à une deuxième personne.',
    add: 'Ajouter un fichier',
    hint: 'PDF, JPEG ou PNG, 10 Mo au plus.',
    addButton: 'Ajouter ce fichier',
    noFiles: 'Aucun fichier n’est encore ajouté.',
    full: 'Le nombre maximal de fichiers est atteint.',
    button: 'Signaler et transmettre à une deuxième personne',
  },
  done: {
    proposed: 'Votre proposition attend une deuxième personne.',
    accepted: 'Accepté. L’exécution est en cours.',
    refused: 'Refusé. Le voyageur qui l’a demandé en est informé.',
    sent_back: 'Renvoyé pour une nouvelle vérification.',
  },
  refused: {
    wrong_state: 'Une autre personne a décidé entre-temps. Rien n’a été modifié.',
    same_person: 'Vous l’avez proposé vous-même. Rien n’a été modifié.',
    bond_decided: 'La caution en est à un point où cela ne change plus rien. Rien n’a été modifié.',
    no_stay: 'Il n’y a plus de séjour que cela puisse concerner. Rien n’a été modifié.',
    being_checked: 'Le même fait est déjà signalé et en attente. Rien n’a été modifié.',
    too_often: 'Le même fait a déjà été signalé cinq fois. Rien n’a été modifié.',
    not_yours: 'Une autre personne est en train de le signaler. Rien n’a été modifié.',
    no_draft: 'Ce fait est déjà signalé. Rien n’a été modifié.',
    no_file: 'Ajoutez d’abord au moins un fichier. Rien n’a été modifié.',
    too_many: 'Aucun autre fichier ne peut être ajouté. Rien n’a été conservé.',
    case_frozen:
      'Le dossier est gelé : deux personnes doivent d’abord lever le gel. Rien n’a été modifié.',
    money_left_elsewhere:
      'De l’argent de cette caution est sorti hors du portail, ou n’est plus détenu. La trésorerie règle cela d’abord. Rien n’a été modifié.',
    link_over: 'Le lien vers le fichier a expiré. Ouvrez-le de nouveau depuis cette page.',
    file: 'Le fichier n’a pas été conservé : il doit être un PDF, un JPEG ou un PNG lisible de 10 Mo au plus, sans mot de passe, programme ni pièce jointe.',
  },
  error: {
    unknown_reason: 'Choisissez le motif du refus',
    kind: 'Choisissez ce que vous signalez',
    not_longer: 'Une prolongation se termine après la date limite de départ actuelle',
    too_far: 'Une prolongation se termine au plus un an après la date limite de départ actuelle',
    in_the_future: 'La date ne peut pas être dans le futur',
    before_admission: 'La date ne peut pas précéder l’entrée',
    no_leave_by: 'Le voyageur n’est pas entré : il n’y a pas de séjour à prolonger',
  },
};
