import type { SameKeys } from '#web';

/** A departure that no border record proves. */
export const en = {
  kind: {
    boarding_pass: 'Boarding pass',
    stamp: 'Passport stamp',
    ticket: 'Ticket',
    foreign_record: 'Record of another state',
  },
  kindHint: {
    boarding_pass: 'With your name and the date',
    stamp: 'Exit stamp, or the entry stamp of the country you went to next',
    ticket: 'With your name, the date and proof that it was used',
    foreign_record: 'Dated, for example an entry record or a travel history',
  },
  claim: {
    title: 'Report your departure',
    lead: 'If the border has not recorded that you left, you can prove it yourself. An officer compares your proof with your case, and a second person confirms. The bond is then refunded.',
    leaveBy: 'Your last authorised day is {{day}}.',
    departedOn: 'When did you leave the country?',
    departedOnWhat: 'the day you left',
    port: 'Where did you leave the country?',
    otherPort: 'Another port or border crossing',
    kind: 'What proves it?',
  },
  files: {
    title: 'Add your proof',
    stated: 'What you told us',
    hint: 'PDF, JPEG or PNG, up to 10 MB. Your name, the passport number and the date must be readable. Location and camera details are removed from pictures.',
  },
  error: {
    kind: 'Select what proves that you left',
    port: 'Select where you left',
    in_the_future: 'The day you left cannot be in the future',
    before_admission: 'The day you left cannot be before the day you entered',
    after_leave_by:
      'This is after your last authorised day, so this page cannot return the bond. Contact the consulate',
  },
  notNow: {
    title: 'You cannot report a departure now',
    back: 'Back to your case',
    not_travelling: 'Your entry has not been recorded, so there is no departure to report.',
    bond_decided:
      'Your bond has already been decided, or there is none. You do not need to prove anything.',
    being_checked:
      'The consulate is checking what you sent. You will get an email with the result.',
    too_often:
      'You have sent proof several times. Contact the consulate, which can look at all of it.',
  },
  panel: {
    title: 'Departure',
    report: 'Report your departure',
    goOn: 'Continue your report',
    again: 'Send another proof',
    offer: {
      held: 'If the border records your departure, the refund starts automatically and you do not need to do anything. If no record comes, you can prove it yourself.',
      late: 'The border recorded that you left after your last authorised day. If you left earlier, send us proof.',
      asked:
        'No departure has been recorded. Send us proof that you left. Without it, the bond goes to an adjudicator, who decides; nothing is taken without a decision.',
    },
    status: {
      to_send:
        'You have begun to report your departure and have not sent it yet. Until you send it, nobody looks at it.',
      being_checked:
        'The consulate is checking your proof. Two officers must agree, and you will get an email. You do not need to do anything; the bond stays held meanwhile.',
      accepted: 'Your proof of departure was accepted. The bond is being refunded.',
      refused:
        'Your proof of departure was not accepted: {{reason}}. You can send another. The bond stays held; if nothing more comes, an adjudicator decides.',
      not_needed: 'Your proof was not needed: the bond was decided without it.',
    },
    reason: {
      not_legible: 'it could not be read',
      another_person: 'it names another person',
      another_document: 'it names another passport',
      date_not_shown: 'it does not show the date',
      after_leave_by: 'it shows a departure after your last authorised day',
      not_a_departure: 'it does not prove that you left',
      source_doubtful: 'its source could not be confirmed',
    },
  },
} as const;

/** A departure that no border record proves. */
export const fr: SameKeys<typeof en> = {
  kind: {
    boarding_pass: 'Carte d’embarquement',
    stamp: 'Tampon du passeport',
    ticket: 'Billet',
    foreign_record: 'Document d’un autre État',
  },
  kindHint: {
    boarding_pass: 'Avec votre nom et la date',
    stamp: 'Tampon de sortie, ou tampon d’entrée du pays suivant',
    ticket: 'Avec votre nom, la date et la preuve qu’il a été utilisé',
    foreign_record: 'Daté, par exemple un relevé d’entrée ou de voyages',
  },
  claim: {
    title: 'Déclarer votre départ',
    lead: 'Si la frontière n’a pas enregistré votre départ, vous pouvez le prouver. Un agent compare votre preuve avec votre dossier, et une deuxième personne confirme. La caution est alors remboursée.',
    leaveBy: 'Votre dernier jour autorisé est le {{day}}.',
    departedOn: 'Quel jour avez-vous quitté le pays ?',
    departedOnWhat: 'le jour de votre départ',
    port: 'Par où avez-vous quitté le pays ?',
    otherPort: 'Un autre port ou poste-frontière',
    kind: 'Qu’est-ce qui le prouve ?',
  },
  files: {
    title: 'Ajouter votre preuve',
    stated: 'Ce que vous avez déclaré',
    hint: 'PDF, JPEG ou PNG, 10 Mo au plus. Votre nom, le numéro du passeport et la date doivent être lisibles. Le lieu et l’appareil sont effacés des photos.',
  },
  error: {
    kind: 'Choisissez ce qui prouve votre départ',
    port: 'Choisissez par où vous avez quitté le pays',
    in_the_future: 'Le jour du départ ne peut pas être dans le futur',
    before_admission: 'Le jour du départ ne peut pas précéder celui de votre entrée',
    after_leave_by:
      'C’est après votre dernier jour autorisé : cette page ne permet pas de rendre la caution. Contactez le consulat',
  },
  notNow: {
    title: 'Vous ne pouvez pas déclarer de départ pour le moment',
    back: 'Revenir à votre dossier',
    not_travelling: 'Votre entrée n’a pas été enregistrée : il n’y a pas de départ à déclarer.',
    bond_decided:
      'Votre caution a déjà fait l’objet d’une décision, ou il n’y en a pas. Vous n’avez rien à prouver.',
    being_checked: 'Le consulat vérifie votre envoi. Vous recevrez le résultat par courriel.',
    too_often:
      'Vous avez envoyé plusieurs preuves. Contactez le consulat, qui peut toutes les examiner.',
  },
  panel: {
    title: 'Départ',
    report: 'Déclarer votre départ',
    goOn: 'Reprendre votre déclaration',
    again: 'Envoyer une autre preuve',
    offer: {
      held: 'Si la frontière enregistre votre départ, le remboursement commence automatiquement et vous n’avez rien à faire. Sans enregistrement, vous pouvez le prouver vous-même.',
      late: 'La frontière a enregistré un départ après votre dernier jour autorisé. Si vous êtes parti plus tôt, envoyez-nous une preuve.',
      asked:
        'Aucun départ n’a été enregistré. Envoyez-nous une preuve de votre départ. Sinon, le dossier est transmis pour décision ; rien n’est prélevé sans décision.',
    },
    status: {
      to_send:
        'Vous avez commencé à déclarer votre départ sans l’envoyer. Tant qu’il n’est pas envoyé, personne ne l’examine.',
      being_checked:
        'Le consulat vérifie votre preuve. Deux agents doivent être d’accord, et vous recevrez un courriel. Vous n’avez rien à faire ; la caution reste détenue.',
      accepted: 'Votre preuve de départ a été acceptée. La caution est remboursée.',
      refused:
        'Votre preuve de départ n’a pas été acceptée : {{reason}}. Vous pouvez en envoyer une autre. La caution reste détenue ; sans autre envoi, le dossier est transmis pour décision.',
      not_needed:
        'Votre preuve n’a pas été nécessaire : la caution a fait l’objet d’une décision sans elle.',
    },
    reason: {
      not_legible: 'elle est illisible',
      another_person: 'elle concerne une autre personne',
      another_document: 'elle porte sur un autre passeport',
      date_not_shown: 'la date n’y figure pas',
      after_leave_by: 'elle montre un départ après votre dernier jour autorisé',
      not_a_departure: 'elle ne prouve pas votre départ',
      source_doubtful: 'son origine n’a pas pu être confirmée',
    },
  },
};
