/** The application form. */
export const apply = {
  tasks: {
    title: 'Your application',
    caption: 'Case {{reference}}',
    lead: 'Your saved answers stay here. You can leave and come back.',
    form: 'Fill in the form',
    submit: 'Check and submit',
    office: 'You are applying to: {{office}}',
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
