export const apply = {
  tasks: {
    title: 'Votre demande',
    caption: 'Dossier {{reference}}',
    lead: 'Vos réponses enregistrées sont conservées. Vous pouvez quitter la page et revenir plus tard.',
    form: 'Remplir le formulaire',
    submit: 'Vérifier et envoyer',
    office: 'Consulat destinataire : {{office}}',
    no_pay:
      'Vous n’avez rien à payer maintenant. Une caution n’est due que si un agent vous adresse une demande de caution.',
    status: {
      not_started: 'À compléter',
      done: 'Terminé',
      attention: 'À revoir',
      outside: 'Hors de ce programme',
      ready: 'Prêt',
      later: 'Pas encore possible',
    },
  },
  personal: {
    title: 'Identité',
    lead: 'Saisissez les informations telles qu’elles figurent sur le passeport.',
    givenNames: 'Prénoms',
    givenNamesHint: 'Indiquez-les tous. Laissez ce champ vide si le passeport n’en porte pas.',
    familyName: 'Nom de famille',
    bornOn: 'Date de naissance',
    sex: 'Sexe indiqué sur le passeport (facultatif)',
    sexes: { female: 'Féminin', male: 'Masculin', unspecified: 'Non précisé (X)' },
    nationality: 'Nationalité',
    choose: 'Choisissez un pays',
  },
  passport: {
    title: 'Passeport',
    lead: 'Le passeport avec lequel vous voyagerez.',
    number: 'Numéro du passeport',
    issuingState: 'État de délivrance',
    expiresOn: 'Date d’expiration',
    mrz: 'Les deux lignes au bas de la page avec photo',
    mrzHint:
      'Elles commencent par P et comptent chacune 44 lettres, chiffres et signes <. Recopiez-les et nous remplirons la suite. Vous pouvez laisser ce champ vide.',
    fill: 'Remplir d’après ces lignes',
    filled: 'Les champs sont remplis d’après ces lignes. Vérifiez-les avec votre passeport',
    save: 'Enregistrer et continuer',
    checked: 'Votre passeport est-il différent de ces deux lignes ?',
    checkedHint: 'C’est possible, par exemple si votre nom est long ou a changé.',
    checkedBox: 'J’ai vérifié les deux. Un agent les comparera avec mon passeport',
  },
  travel: {
    title: 'Projet de voyage',
    purpose: 'Quel est le motif de votre voyage ?',
    arrivesOn: 'Quand prévoyez-vous d’arriver ?',
    stayDays: 'Combien de jours prévoyez-vous de rester ?',
    stayDaysHint: '{{max}} jours au plus',
    days: 'jours',
    port: 'Par quel point de passage entrerez-vous ?',
    portHint:
      'Entrez et sortez par un point de passage désigné, pour que votre départ soit enregistré automatiquement.',
    address: 'Quelle sera l’adresse de votre hébergement ?',
    addressHint: 'L’adresse de votre hôtel ou de la personne qui vous héberge',
  },
  contact: {
    title: 'Coordonnées',
    phone: 'Numéro de téléphone',
    phoneHint: 'Avec l’indicatif du pays, comme +1 202 555 0142',
    address: 'Votre adresse postale',
    addressHint: 'Rue, ville, code postal et pays',
  },
  check: {
    title: 'Vérifier vos réponses',
    lead: 'Relisez-les avant l’envoi. Vous ne pourrez plus les modifier ensuite.',
    declaration: 'Déclaration',
    text: 'Je déclare que ces réponses sont exactes et complètes, que je demande un visa d’affaires ou de tourisme et que je quitterai le pays au plus tard le dernier jour autorisé. Je sais qu’une caution peut m’être demandée.',
    box: 'Je le déclare',
    declared: 'Déclaré',
    notGiven: 'Non indiqué',
    button: 'Envoyer la demande',
  },
  outside: {
    title: 'Ce programme ne vous concerne pas',
    body: 'Il concerne les personnes ayant cette nationalité et voyageant avec un passeport du même pays : {{country}}. Vous avez indiqué une autre nationalité ou un autre passeport.',
    kept: 'Votre brouillon est conservé. En cas d’erreur, modifiez votre réponse. Si vous avez aussi un passeport de ce pays ({{country}}), utilisez-le.',
    change: 'Modifier l’identité',
    changePassport: 'Modifier le passeport',
    other: 'Pour une autre nationalité, demandez un visa au consulat, sans caution.',
    tasks: 'Retour à la demande',
  },
  changed: {
    title:
      'Ces réponses ont été enregistrées dans une autre fenêtre depuis l’ouverture de cette page',
    body: 'Voici les réponses enregistrées. Celles que vous venez de saisir figurent plus bas et ne sont pas encore enregistrées. Vérifiez-les, puis enregistrez à nouveau pour les conserver.',
  },
  error: {
    givenNames: 'Les prénoms doivent contenir des lettres et {{max}} caractères au plus',
    givenNamesSign:
      'Les prénoms ne doivent pas contenir « {{sign}} ». Indiquez-les comme sur le passeport',
    familyNameMissing: 'Indiquez votre nom de famille comme sur le passeport',
    familyName: 'Le nom de famille doit contenir des lettres et {{max}} caractères au plus',
    familyNameSign:
      'Le nom de famille ne doit pas contenir « {{sign}} ». Indiquez-le comme sur le passeport',
    bornOn: 'votre date de naissance',
    bornOnEarly: 'La date de naissance doit être postérieure à 1900',
    sex: 'Choisissez une des trois réponses, ou aucune',
    nationality: 'Choisissez votre nationalité dans la liste',
    numberMissing: 'Indiquez le numéro du passeport',
    number: 'Le numéro du passeport doit avoir de 5 à 20 lettres et chiffres',
    issuingState: 'Choisissez dans la liste l’État qui a délivré le passeport',
    expiresOn: 'la date d’expiration du passeport',
    expiresTooEarly:
      'Le passeport doit être valable au moins jusqu’au {{needed}}, soit {{months}} mois après la fin de votre séjour. Utilisez un passeport valable plus longtemps',
    mrzMissing:
      'Recopiez les deux lignes au bas de la page avec photo, ou remplissez les autres champs',
    mrzShape:
      'Ces lignes ne sont pas celles d’un passeport. Recopiez-les en entier : 44 caractères chacune, en commençant par P',
    mrzDigit: 'Vérifiez dans les deux lignes : {{what}}. Le chiffre de contrôle ne correspond pas',
    mrzDiffers: {
      number:
        'Le numéro du passeport diffère de celui des lignes. Vérifiez les deux et corrigez celui qui est faux',
      issuingState:
        'L’État de délivrance diffère de celui des lignes. Vérifiez les deux et corrigez celui qui est faux',
      expiresOn:
        'La date d’expiration diffère de celle des lignes. Vérifiez les deux et corrigez celle qui est fausse',
      bornOn:
        'La date de naissance diffère de celle des lignes du passeport. Vérifiez les deux et corrigez celle qui est fausse',
      nationality:
        'La nationalité diffère de celle des lignes du passeport. Vérifiez les deux et corrigez celle qui est fausse',
      familyName:
        'Le nom de famille diffère de celui des lignes du passeport. Vérifiez les deux et corrigez celui qui est faux',
      givenNames:
        'Les prénoms diffèrent de ceux des lignes du passeport. Vérifiez les deux et corrigez ce qui est faux',
    },
    mrzPart: {
      documentNumber: 'numéro du passeport',
      issuingState: 'État de délivrance',
      nationality: 'nationalité',
      familyName: 'nom de famille',
      givenNames: 'prénoms',
      bornOn: 'date de naissance',
      expiresOn: 'date d’expiration',
      sex: 'sexe',
      mrz: 'dernier chiffre de la deuxième ligne',
    },
    purpose: 'Choisissez le motif du voyage',
    arrivesOn: 'votre date d’arrivée prévue',
    passportEndsBefore:
      'Pour ces dates, votre passeport doit être valable jusqu’au {{needed}}, soit {{months}} mois après la fin de votre séjour. Il expire le {{expires}}. Choisissez des dates plus proches ou changez d’abord de passeport',
    arrivesOnLate:
      'La date d’arrivée doit être comprise dans l’année qui suit la date d’aujourd’hui',
    stayMissing: 'Indiquez combien de jours vous prévoyez de rester',
    stay: 'La durée du séjour doit être un nombre entier de 1 à {{max}} jours',
    port: 'Choisissez un point de passage désigné à votre date d’arrivée',
    stayAddressMissing: 'Indiquez l’adresse de votre hébergement',
    phoneMissing: 'Indiquez votre numéro de téléphone',
    phone: 'Indiquez un numéro de téléphone avec l’indicatif du pays, comme +1 202 555 0142',
    phoneCountry: 'Ajoutez l’indicatif du pays au numéro de téléphone, par exemple {{guess}}',
    addressMissing: 'Indiquez votre adresse postale',
    tooLong: 'Cette réponse doit avoir au plus {{max}} caractères',
    declared: 'Cochez la case pour déclarer que vos réponses sont exactes',
  },
  refused: {
    programme_not_open:
      'Le programme n’accepte pas de demandes actuellement. Votre brouillon est conservé. Vous pourrez l’envoyer quand le programme rouvrira',
    case_already_open:
      'Un dossier est déjà en cours pour cette personne. Consultez-le dans Mes dossiers',
    document_expires_too_early:
      'Le passeport expire trop tôt après le séjour prévu. Modifiez le passeport ou le projet de voyage. Chaque page indique la date nécessaire',
    document_expired: 'Le passeport a expiré. Indiquez un passeport valable',
    outside_programme: 'Le programme ne concerne pas cette nationalité ou ce passeport',
    other: 'Une réponse n’est plus valable. Vérifiez chacune de vos réponses',
  },
};
