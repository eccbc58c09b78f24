export const apply = {
  tasks: {
    title: 'Votre demande',
    caption: 'Dossier {{reference}}',
    lead: 'Ce que vous enregistrez reste ici. Vous pouvez partir et revenir.',
    form: 'Remplir le formulaire',
    submit: 'Vérifier et envoyer',
    office: 'Vous vous adressez au consulat de : {{office}}',
    no_pay:
      'Il n’y a rien à payer maintenant. Une caution n’est demandée qu’après l’instruction d’un agent.',
    status: {
      not_started: 'Pas commencé',
      done: 'Terminé',
      attention: 'À revoir',
      outside: 'Hors de ce programme',
      ready: 'Prêt',
      later: 'Pas encore possible',
    },
  },
  personal: {
    title: 'Identité',
    lead: 'Comme dans le passeport.',
    givenNames: 'Prénoms',
    givenNamesHint: 'Tous. Laissez vide si le passeport n’en porte pas.',
    familyName: 'Nom de famille',
    bornOn: 'Date de naissance',
    bornOnHint: 'Par exemple, 27 3 1990',
    sex: 'Sexe tel qu’indiqué dans le passeport (facultatif)',
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
    expiresOnHint: 'Par exemple, 27 3 2031',
    mrz: 'Les deux lignes au bas de la page avec photo',
    mrzHelp:
      'Chacune a 44 caractères : lettres, chiffres et le signe <. Elles nous disent que rien n’a été mal saisi.',
    mrz1: 'Première ligne',
    mrz1Hint: 'Elle commence par P',
    mrz2: 'Deuxième ligne',
    mrz2Hint: 'Elle commence par le numéro du passeport',
  },
  travel: {
    title: 'Projet de voyage',
    purpose: 'Quel est le motif de votre voyage ?',
    arrivesOn: 'Quand prévoyez-vous d’arriver ?',
    arrivesOnHint: 'Par exemple, 27 3 2027',
    stayDays: 'Combien de jours prévoyez-vous de rester ?',
    stayDaysHint: '{{max}} jours au plus',
    days: 'jours',
    port: 'Par où entrerez-vous ?',
    portHint:
      'Entrez et sortez par un point de passage désigné, pour que votre départ soit enregistré de lui-même.',
    address: 'Où logerez-vous ?',
    addressHint: 'L’adresse de votre hôtel ou de votre hôte',
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
    lead: 'Relisez-les avant d’envoyer. Ensuite, elles ne peuvent plus être modifiées.',
    declaration: 'Déclaration',
    text: 'Je déclare que ces réponses sont exactes et complètes, que je demande un visa d’affaires ou de tourisme, et que je repartirai au plus tard le dernier jour autorisé. Je sais qu’une caution peut m’être demandée.',
    box: 'Je le déclare',
    declared: 'Déclaré',
    notGiven: 'Non indiqué',
    button: 'Envoyer la demande',
  },
  outside: {
    title: 'Ce programme ne vous concerne pas',
    body: 'Il est destiné aux ressortissants de ce pays : {{country}}, qui voyagent avec un passeport du même pays. Vous avez indiqué une autre nationalité ou un autre passeport.',
    kept: 'Votre brouillon est conservé. Si c’est une erreur, modifiez votre réponse ; si vous avez aussi un passeport de ce pays ({{country}}), utilisez-le.',
    change: 'Modifier l’identité',
    changePassport: 'Modifier le passeport',
    other:
      'Les ressortissants d’autres pays demandent un visa sans caution, directement au consulat.',
    tasks: 'Retour à la demande',
  },
  error: {
    givenNames: 'Les prénoms doivent contenir des lettres, et {{max}} caractères au plus',
    givenNamesSign: 'Retirez « {{sign}} » des prénoms : indiquez-les comme dans le passeport',
    familyNameMissing: 'Indiquez votre nom de famille comme dans le passeport',
    familyName: 'Le nom de famille doit contenir des lettres, et {{max}} caractères au plus',
    familyNameSign: 'Retirez « {{sign}} » du nom de famille : indiquez-le comme dans le passeport',
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
    mrzMissing: {
      mrz1: 'Recopiez la première ligne au bas de la page avec photo',
      mrz2: 'Recopiez la deuxième ligne au bas de la page avec photo',
    },
    mrzLine:
      'Cette ligne doit avoir 44 caractères ; vous en avez saisi {{count}}. Comptez aussi les signes <',
    mrzShape:
      'Ces deux lignes ne sont pas celles d’un passeport. La première commence par P. Recopiez-les telles quelles',
    mrzDigit: 'Un chiffre de contrôle ne va pas : relisez dans les lignes : {{what}}',
    mrzDiffers: {
      number:
        'Le numéro du passeport n’est pas celui de la deuxième ligne. Corrigez celui qui est mal saisi',
      issuingState:
        'L’État de délivrance n’est pas celui de la première ligne. Corrigez celui qui est faux',
      expiresOn:
        'La date d’expiration n’est pas celle de la deuxième ligne. Corrigez celle qui est mal saisie',
      bornOn:
        'Les lignes donnent une autre date de naissance que votre identité. Corrigez l’une des deux',
      nationality:
        'Les lignes donnent une autre nationalité que votre identité. Corrigez l’une des deux',
      familyName:
        'Les lignes donnent un autre nom de famille que votre identité. Corrigez l’un des deux',
      givenNames:
        'Les lignes donnent d’autres prénoms que votre identité. Corrigez les uns ou les autres',
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
    arrivesOn: 'votre jour d’arrivée prévu',
    passportEndsBefore:
      'Pour ces dates, votre passeport doit être valable jusqu’au {{needed}}, soit {{months}} mois après la fin de votre séjour. Il expire le {{expires}}. Choisissez des dates plus proches ou changez d’abord de passeport',
    arrivesOnLate: 'Le jour d’arrivée doit être dans un délai d’un an à partir d’aujourd’hui',
    stayMissing: 'Indiquez combien de jours vous prévoyez de rester',
    stay: 'La durée du séjour doit être un nombre entier de 1 à {{max}} jours',
    port: 'Choisissez un point de passage désigné à votre jour d’arrivée',
    stayAddressMissing: 'Indiquez l’adresse où vous logerez',
    phoneMissing: 'Indiquez votre numéro de téléphone',
    phone: 'Indiquez un numéro de téléphone avec l’indicatif du pays, comme +1 202 555 0142',
    phoneCountry: 'Ajoutez l’indicatif du pays au numéro de téléphone, par exemple {{guess}}',
    addressMissing: 'Indiquez votre adresse postale',
    tooLong: 'Cette réponse doit avoir au plus {{max}} caractères',
    declared: 'Cochez la case pour déclarer que vos réponses sont exactes',
  },
  refused: {
    programme_not_open:
      'Le programme n’accepte pas de demandes actuellement. Votre brouillon est conservé ; envoyez-le quand le programme sera rouvert',
    case_already_open:
      'Un dossier est déjà en cours pour ce voyageur. Regardez-le dans Mes dossiers',
    document_expires_too_early:
      'Le passeport expire trop tôt après le séjour prévu. Modifiez le passeport ou le projet de voyage : chaque page indique la date nécessaire',
    document_expired: 'Le passeport a expiré. Indiquez-en un qui soit valable',
    outside_programme: 'Le programme ne vaut pas pour cette nationalité ou ce passeport',
    other: 'Quelque chose ne convient plus dans le formulaire. Relisez chaque réponse',
  },
};
