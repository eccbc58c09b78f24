// Longer than other files: all that is said here stands once in each language, side by side.
import type { SameKeys } from '#web';

/** The application form. */
export const en = {
  tasks: {
    title: 'Your application',
    caption: 'Case {{reference}}',
    lead: 'Your saved answers stay here. You can leave and come back.',
    form: 'Fill in the form',
    submit: 'Check and submit',
    consulate: 'You are applying to: {{consulate}}',
    no_pay:
      'You do not need to pay anything now. You only pay a bond if an officer directs you to.',
    status: {
      not_started: 'Not started',
      done: 'Completed',
      attention: 'Needs attention',
      outside: 'Not for this programme',
      ready: 'Ready',
      later: 'Cannot start yet',
    },
  },
  personal: {
    title: 'Personal details',
    lead: 'Enter them as they appear in your passport.',
    givenNames: 'Given names',
    givenNamesHint: 'Enter all of them. Leave this empty if your passport has none.',
    familyName: 'Family name',
    bornOn: 'Date of birth',
    sex: 'Sex, as shown in your passport (optional)',
    sexes: { female: 'Female', male: 'Male', unspecified: 'Unspecified (X)' },
    nationality: 'Nationality',
    choose: 'Choose a country',
  },
  passport: {
    title: 'Passport',
    lead: 'The passport you will travel with.',
    number: 'Passport number',
    issuingState: 'Issuing state',
    expiresOn: 'Date of expiry',
    mrz: 'The two lines at the bottom of the photo page',
    mrzHint:
      'They start with P and have 44 letters, digits and < signs each. Enter them and we will fill in the rest for you. You can leave this empty.',
    fill: 'Fill in from these lines',
    filled: 'We have filled in what the lines say. Check it against your passport',
    save: 'Save and continue',
    checked: 'Is your passport different from its lines?',
    checkedHint: 'This can be right, for example if your name is long or was changed.',
    checkedBox: 'I have checked both. An officer will compare them with my passport',
  },
  travel: {
    title: 'Travel plan',
    purpose: 'What is the purpose of your visit?',
    arrivesOn: 'When do you plan to arrive?',
    stayDays: 'How many days do you plan to stay?',
    stayDaysHint: 'Up to {{max}} days',
    days: 'days',
    port: 'Where will you enter?',
    portHint:
      'Enter and leave through a listed port, so that your departure is recorded automatically.',
    address: 'Where will you stay?',
    addressHint: 'The address of your hotel, or of the person you are staying with',
  },
  contact: {
    title: 'Contact details',
    phone: 'Phone number',
    phoneHint: 'Include the country code, like +1 202 555 0142',
    address: 'Your postal address',
    addressHint: 'Street, city, postal code and country',
  },
  check: {
    title: 'Check your answers',
    lead: 'Check them before you submit. You cannot change them afterwards.',
    declaration: 'Declaration',
    text: 'I declare that these answers are true and complete, that I am applying for a business or tourist visa, and that I will leave by the last authorised day. I understand that I may be asked to post a bond.',
    box: 'I declare this',
    declared: 'Declared',
    notGiven: 'Not given',
    button: 'Submit the application',
  },
  outside: {
    title: 'This programme is not for you',
    body: 'It is for nationals of {{country}} travelling on a passport of {{country}}. You entered another nationality or another passport.',
    kept: 'We have kept your draft. If you made a mistake, change your answer. If you also have a passport of {{country}}, use that one.',
    change: 'Change your personal details',
    changePassport: 'Change your passport details',
    other: 'Nationals of other countries apply for a visa at the consulate, without a bond.',
    tasks: 'Back to your application',
  },
  changed: {
    title: 'You saved these answers in another window after opening this page',
    body: 'The answers saved there are shown here. Your answers on this page are below and have not been saved. Check them and save again to keep them.',
  },
  error: {
    givenNames: 'Given names must include letters and be {{max}} characters or fewer',
    givenNamesSign:
      'Given names must not include “{{sign}}”. Enter them as they appear in your passport',
    familyNameMissing: 'Enter your family name as it appears in your passport',
    familyName: 'Family name must include letters and be {{max}} characters or fewer',
    familyNameSign:
      'Family name must not include “{{sign}}”. Enter it as it appears in your passport',
    bornOn: 'your date of birth',
    bornOnEarly: 'Date of birth must be after 1900',
    sex: 'Select one of the three, or none',
    nationality: 'Select your nationality from the list',
    numberMissing: 'Enter your passport number',
    number: 'Passport number must be 5 to 20 letters and digits',
    issuingState: 'Select the state that issued your passport from the list',
    expiresOn: 'the date your passport expires',
    expiresTooEarly:
      'Passport must be valid until {{needed}} or later, {{months}} months after the end of your stay. Use a passport that is valid for longer',
    mrzMissing:
      'Enter the two lines at the bottom of the photo page, or fill in the answers yourself',
    mrzShape:
      'These are not the two lines of a passport. Enter both in full, 44 characters each, starting with P',
    mrzDigit: 'Check the {{what}} in the two lines. Their check digit does not match',
    mrzDiffers: {
      number:
        'Passport number is different in the lines. Check both and correct the one that is wrong',
      issuingState:
        'Issuing state is different in the lines. Check both and correct the one that is wrong',
      expiresOn:
        'Date of expiry is different in the lines. Check both and correct the one that is wrong',
      bornOn:
        'Date of birth is different in the lines of your passport. Check both and correct the one that is wrong',
      nationality:
        'Nationality is different in the lines of your passport. Check both and correct the one that is wrong',
      familyName:
        'Family name is different in the lines of your passport. Check both and correct the one that is wrong',
      givenNames:
        'Given names are different in the lines of your passport. Check both and correct the one that is wrong',
    },
    mrzPart: {
      documentNumber: 'passport number',
      issuingState: 'issuing state',
      nationality: 'nationality',
      familyName: 'family name',
      givenNames: 'given names',
      bornOn: 'date of birth',
      expiresOn: 'date of expiry',
      sex: 'sex',
      mrz: 'last digit of the second line',
    },
    purpose: 'Select the purpose of your visit',
    arrivesOn: 'your planned date of arrival',
    passportEndsBefore:
      'For these dates your passport must be valid until {{needed}}, {{months}} months after the end of your stay. It expires on {{expires}}. Choose earlier dates, or change your passport details first',
    arrivesOnLate: 'Date of arrival must be within one year from today',
    stayMissing: 'Enter how many days you plan to stay',
    stay: 'Number of days must be a whole number from 1 to {{max}}',
    port: 'Select a port that is listed on your date of arrival',
    stayAddressMissing: 'Enter the address where you will stay',
    phoneMissing: 'Enter your phone number',
    phone: 'Enter a phone number with its country code, like +1 202 555 0142',
    phoneCountry: 'Add the country code to the phone number, for example {{guess}}',
    addressMissing: 'Enter your postal address',
    tooLong: 'Answer must be {{max}} characters or fewer',
    declared: 'Select the box to declare that your answers are true',
  },
  refused: {
    programme_not_open:
      'The programme is not taking applications at the moment. We have kept your draft. You can submit it when the programme reopens',
    case_already_open: 'This traveller already has an open case. You can find it in My cases',
    document_expires_too_early:
      'The passport expires too soon after the planned stay. Change the passport or the travel plan. Each page shows the date you need',
    document_expired: 'The passport has expired. Enter one that is valid',
    outside_programme: 'The programme does not cover this nationality or passport',
    other: 'An answer is no longer valid. Check each of your answers',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  tasks: {
    title: 'Votre demande',
    caption: 'Dossier {{reference}}',
    lead: 'Vos réponses enregistrées sont conservées. Vous pouvez quitter la page et revenir plus tard.',
    form: 'Remplir le formulaire',
    submit: 'Vérifier et envoyer',
    consulate: 'Consulat destinataire : {{consulate}}',
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
