// Longer than other files: all that is said here stands once in each language, side by side.
import type { SameKeys } from '#web';

/** A payer who does not travel: asked, taking a bond on, and the bonds that one pays for. */
export const en = {
  panel: {
    title: 'Who pays',
    self: 'You pay this bond. Somebody else can pay it instead, for example a relative or an employer.',
    link: 'Ask somebody else to pay',
    sent: 'You asked {{email}} to pay on {{when}}. They can answer until {{until}}.',
    sentMore: 'Until they agree, you are still the payer, and you can still pay yourself.',
    accepted: '{{name}} ({{email}}) has agreed to pay this bond.',
    signed: 'They signed the undertaking on {{when}}.',
    notSigned: 'They have not signed the undertaking yet.',
    refundedToThem: 'The bond will be refunded to them, not to you.',
    takeBack: 'Stop asking them',
    payYourself: 'Pay yourself instead',
    row: 'Payer',
    you: 'You',
    asked: 'The person you asked has not answered yet',
  },
  ask: {
    title: 'Ask somebody else to pay',
    lead: 'We send them an email with a link to this bond. They make an account of their own, sign the undertaking and pay. The link works for 14 days at most, and never after the deadline.',
    theySee: 'What they see',
    sees: {
      name: 'your name as it is in your passport',
      bond: 'the bond: its amount, its deadline and its state',
      money: 'what becomes of the money, and any decision about it',
    },
    theyDoNot: 'They do not see your application, your documents or your travel details.',
    theirs: 'The bond is refunded to them, and they can reply and appeal if it is in question.',
    email: 'Their email address',
    emailHint: 'They must use an account with this address to agree.',
    language: 'In which language should we write to them?',
    en: 'English',
    fr: 'Français',
    consent: 'What you agree to',
    box: 'I know this person, and they may see the information listed above',
    button: 'Send the link',
    cancel: 'Back to the bond',
  },
  error: {
    emailMissing: 'Enter their email address',
    emailWrong: 'Enter an email address in the correct format, like name@example.com',
    own: 'This is your own email address. Enter that of the person who will pay',
    language: 'Select the language in which we should write to them',
    consent: 'Select the box to agree that this person may see the information listed above',
    nameMissing: 'Enter your full name',
    nameWrong: 'Enter your full name with letters only, 2 to 100 characters',
    agreed: 'Select the box to confirm that you will be the payer',
  },
  asked: {
    title: 'You are asked to pay a visa bond',
    lead: 'Somebody who has applied for a visa asks you to pay the bond {{reference}}. An officer of the consulate in {{city}} has directed it.',
    facts: 'What is asked',
    amount: 'Amount',
    postBy: 'Pay it by',
    traveller: 'Traveller',
    programme: 'Programme',
    what: 'What a bond is',
    whatBody:
      'It is security that the traveller leaves on time, through a listed port, and keeps to the conditions of the visa. Paying it does not guarantee a visa.',
    back: 'Who gets it back',
    backBody:
      'You do. The full amount is refunded to you, not to the traveller, with no fee, usually within {{days}} of a departure on time, or if the visa is refused or not used. If the conditions are not met, part or all of it can be kept, but only after a decision that gives reasons. You can reply before it and appeal after it.',
    account: 'To agree you need an account',
    accountBody:
      'You are a party to the bond until it is refunded, so you need an account of your own. Use the email address that this request was sent to.',
    signUp: 'Create an account',
    signIn: 'Sign in',
    name: 'Your full name',
    nameHint: 'You sign the undertaking under this name. The traveller is told it.',
    confirm: 'Your agreement',
    box: 'I will be the payer of this bond',
    accept: 'Agree to pay',
    acceptHint: 'You do not pay anything yet. You sign the undertaking first.',
    declineTitle: 'If you do not want to pay',
    decline: 'I do not want to pay',
    declineHint: 'The traveller is told. Nothing is charged.',
    declined: 'You have said no',
    declinedBody: 'The traveller is told that you do not pay. Nothing was charged.',
  },
  closed: {
    title: 'This link cannot be used',
    nothing: 'Nothing was changed and nothing was charged.',
    why: {
      unknown_link:
        'We do not know this link. Open it again from the email, in the same browser. If that does not help, ask the traveller to send you a new one.',
      used_link:
        'This link has been used already, or the traveller has taken it back. If you agreed to pay, sign in to see your bond.',
      expired_link:
        'The time to use this link is over. Ask the traveller to send you a new one if the bond is still to be paid.',
      other_address:
        'This request was sent to another email address than that of your account. Sign out, then sign in or create an account with the address that the email was sent to.',
      wrong_state: 'This bond is not waiting to be paid any more.',
      too_late: 'The deadline to pay this bond has passed.',
      money_on_its_way:
        'A payment page for this bond is open or has just been closed. Try again in a few minutes.',
    },
    bonds: 'See the bonds you pay for',
  },
  bonds: {
    title: 'Bonds you pay for',
    caption: 'Bonds of which you are the payer',
    empty: 'You do not pay for any bond',
    emptyHelp:
      'A bond is here once you are asked to post it, or have agreed to pay it for somebody.',
    reference: 'Bond',
    traveller: 'Traveller',
    amount: 'Amount',
    when: 'Pay by, or paid on',
    status: 'Status',
    total: 'Together: {{amount}}',
  },
  bond: {
    title: 'Bond {{reference}}',
    traveller: 'Traveller',
    undertaking: 'Undertaking',
    read: 'Read what you signed',
    file: 'Download it (PDF)',
    direction: 'What is asked',
    directionLink: 'Read what is asked',
    stop: 'If you do not want to pay any more',
    stopBody: 'Until you pay you can step back. The traveller is told, and nothing is charged.',
    stopButton: 'Do not pay this bond',
    files:
      'You see the bond and its money only. The traveller’s application and documents stay closed to you.',
  },
  direction: {
    lead: 'An officer at the consulate in {{city}} has directed a bond for {{traveller}}. You have agreed to pay it.',
  },
  situation: {
    bond_to_sign: {
      status: 'You have agreed to pay this bond.',
      next: 'Read and sign the undertaking, then pay.',
    },
    bond_lapsed: {
      status: 'The bond was not paid in time.',
      next: 'You have not been charged. Do not pay now. We write to you if the consulate sets a new deadline.',
    },
    bond_held: {
      status: 'Your bond is held.',
      next: 'You do not need to do anything. When the traveller has left on time, or the visa is refused or not used, the refund to you starts automatically.',
    },
    evidence_needed: {
      status: 'There is no record that the traveller left.',
      next: 'The traveller is asked for proof. No money is kept without a decision that gives reasons.',
    },
    evidence_sent: {
      status: 'An officer is checking proof that the traveller left.',
      next: 'You do not need to do anything.',
    },
    withdrawn: {
      status: 'This bond is not needed any more.',
      next: 'The application was withdrawn. Do not pay it.',
    },
    closed: { status: 'This bond is closed.', next: 'There is nothing more to do.' },
  },
} as const;

export const fr: SameKeys<typeof en> = {
  panel: {
    title: 'Qui paie',
    self: 'Vous êtes le payeur de cette caution. Une autre personne peut la verser à votre place, par exemple un proche ou un employeur.',
    link: 'Demander à une autre personne de payer',
    sent: 'Vous avez sollicité {{email}} le {{when}}. Cette personne peut répondre jusqu’au {{until}}.',
    sentMore:
      'Tant qu’elle n’a pas accepté, vous restez le payeur et vous pouvez verser la caution vous-même.',
    accepted: '{{name}} ({{email}}) accepte de verser cette caution.',
    signed: 'Cette personne a signé l’engagement le {{when}}.',
    notSigned: 'Cette personne n’a pas encore signé l’engagement.',
    refundedToThem: 'La caution sera remboursée à cette personne, et non à vous.',
    takeBack: 'Ne plus la solliciter',
    payYourself: 'Payer vous-même',
    row: 'Payeur',
    you: 'Vous',
    asked: 'La personne sollicitée n’a pas encore répondu',
  },
  ask: {
    title: 'Demander à une autre personne de payer',
    lead: 'Nous lui envoyons un courriel avec un lien vers cette caution. Elle crée son propre compte, signe l’engagement et paie. Le lien fonctionne 14 jours au plus, et jamais après la date limite.',
    theySee: 'Ce qu’elle voit',
    sees: {
      name: 'votre nom tel qu’il figure sur votre passeport',
      bond: 'la caution : son montant, sa date limite et son état',
      money: 'ce que devient l’argent, et toute décision à son sujet',
    },
    theyDoNot: 'Elle ne voit ni votre demande, ni vos documents, ni les détails de votre voyage.',
    theirs:
      'La caution lui est remboursée, et elle peut présenter des observations et former un recours si la caution est mise en cause.',
    email: 'Son adresse électronique',
    emailHint: 'Elle doit accepter avec un compte à cette adresse.',
    language: 'Dans quelle langue lui écrire ?',
    en: 'English',
    fr: 'Français',
    consent: 'Ce que vous acceptez',
    box: 'Je connais cette personne et elle peut voir les informations ci-dessus',
    button: 'Envoyer le lien',
    cancel: 'Retour à la caution',
  },
  error: {
    emailMissing: 'Saisissez son adresse électronique',
    emailWrong: 'Saisissez une adresse électronique au bon format, par exemple nom@exemple.com',
    own: 'Cette adresse est la vôtre. Saisissez celle de la personne qui paiera',
    language: 'Choisissez la langue dans laquelle lui écrire',
    consent: 'Cochez la case pour accepter que cette personne voie les informations ci-dessus',
    nameMissing: 'Saisissez vos nom et prénoms',
    nameWrong: 'Saisissez vos nom et prénoms en lettres, entre 2 et 100 caractères',
    agreed: 'Cochez la case pour confirmer que vous serez le payeur',
  },
  asked: {
    title: 'On vous demande de verser une caution de visa',
    lead: 'Une personne qui demande un visa vous demande de verser la caution {{reference}}. Elle est demandée par un agent du consulat de {{city}}.',
    facts: 'Ce qui est demandé',
    amount: 'Montant',
    postBy: 'À verser au plus tard le',
    traveller: 'Voyageur',
    programme: 'Programme',
    what: 'À quoi sert une caution',
    whatBody:
      'Elle garantit que le voyageur quitte le pays dans les délais, par un point de passage désigné, et respecte les conditions du visa. La verser ne garantit pas le visa.',
    back: 'À qui elle est remboursée',
    backBody:
      'À vous. Le montant entier vous est remboursé, et non au voyageur, sans frais, en principe sous {{days}} après un départ dans les délais, ou si le visa est refusé ou n’est pas utilisé. Si les conditions ne sont pas respectées, tout ou partie peut être conservé, mais seulement après une décision motivée : vous pouvez présenter vos observations avant et former un recours après.',
    account: 'Pour accepter, il vous faut un compte',
    accountBody:
      'Vous êtes partie à la caution jusqu’à son remboursement : il vous faut donc votre propre compte. Utilisez l’adresse électronique à laquelle cette demande a été envoyée.',
    signUp: 'Créer un compte',
    signIn: 'Se connecter',
    name: 'Vos nom et prénoms',
    nameHint: 'Vous signez l’engagement sous ce nom. Il est communiqué au voyageur.',
    confirm: 'Votre accord',
    box: 'Je serai le payeur de cette caution',
    accept: 'Accepter de payer',
    acceptHint: 'Vous ne payez rien pour le moment : vous signez d’abord l’engagement.',
    declineTitle: 'Si vous ne souhaitez pas payer',
    decline: 'Je ne souhaite pas payer',
    declineHint: 'Le voyageur en est informé. Rien n’est débité.',
    declined: 'Vous avez refusé',
    declinedBody: 'Le voyageur est informé que vous ne payez pas. Rien n’a été débité.',
  },
  closed: {
    title: 'Ce lien ne peut pas être utilisé',
    nothing: 'Rien n’a été modifié ni débité.',
    why: {
      unknown_link:
        'Nous ne connaissons pas ce lien. Ouvrez-le de nouveau depuis le courriel, dans le même navigateur. Si cela ne suffit pas, demandez au voyageur de vous en envoyer un autre.',
      used_link:
        'Ce lien a déjà servi, ou le voyageur l’a retiré. Si vous avez accepté de payer, connectez-vous pour voir la caution.',
      expired_link:
        'Le délai pour utiliser ce lien est dépassé. Si la caution est toujours à verser, demandez au voyageur de vous en envoyer un autre.',
      other_address:
        'Cette demande a été envoyée à une autre adresse électronique que celle de votre compte. Déconnectez-vous, puis connectez-vous ou créez un compte avec l’adresse à laquelle le courriel a été envoyé.',
      wrong_state: 'Cette caution n’est plus à verser.',
      too_late: 'Le délai pour verser cette caution est dépassé.',
      money_on_its_way:
        'Une page de paiement de cette caution est ouverte ou vient d’être fermée. Réessayez dans quelques minutes.',
    },
    bonds: 'Voir les cautions que vous payez',
  },
  bonds: {
    title: 'Cautions que vous payez',
    caption: 'Cautions dont vous êtes le payeur',
    empty: 'Vous ne payez aucune caution',
    emptyHelp:
      'Une caution figure ici dès qu’elle vous est demandée ou que vous avez accepté de la payer pour quelqu’un.',
    reference: 'Caution',
    traveller: 'Voyageur',
    amount: 'Montant',
    when: 'À verser le, ou versée le',
    status: 'État',
    total: 'Au total : {{amount}}',
  },
  bond: {
    title: 'Caution {{reference}}',
    traveller: 'Voyageur',
    undertaking: 'Engagement',
    read: 'Relire ce que vous avez signé',
    file: 'Le télécharger (PDF)',
    direction: 'Ce qui est demandé',
    directionLink: 'Lire ce qui est demandé',
    stop: 'Si vous ne souhaitez plus payer',
    stopBody:
      'Tant que vous n’avez pas payé, vous pouvez renoncer. Le voyageur en est informé et rien n’est débité.',
    stopButton: 'Ne pas verser cette caution',
    files:
      'Vous ne voyez que la caution et son argent. La demande et les documents du voyageur vous restent fermés.',
  },
  direction: {
    lead: 'Un agent du consulat de {{city}} demande une caution pour {{traveller}}. Vous avez accepté de la verser.',
  },
  situation: {
    bond_to_sign: {
      status: 'Vous avez accepté de verser cette caution.',
      next: 'Lisez et signez l’engagement, puis payez.',
    },
    bond_lapsed: {
      status: 'La caution n’a pas été versée dans le délai.',
      next: 'Rien n’a été débité. Ne payez plus. Nous vous écrirons si le consulat fixe un nouveau délai.',
    },
    bond_held: {
      status: 'Votre caution est détenue.',
      next: 'Vous n’avez rien à faire. Quand le voyageur est parti dans les délais, ou si le visa est refusé ou n’est pas utilisé, le remboursement démarre automatiquement.',
    },
    evidence_needed: {
      status: 'Le départ du voyageur n’est pas enregistré.',
      next: 'Une preuve est demandée au voyageur. Rien n’est conservé sans décision motivée.',
    },
    evidence_sent: {
      status: 'Un agent vérifie une preuve de départ du voyageur.',
      next: 'Vous n’avez rien à faire.',
    },
    withdrawn: {
      status: 'Cette caution n’est plus nécessaire.',
      next: 'La demande de visa est retirée. Ne versez pas la caution.',
    },
    closed: { status: 'Cette caution est close.', next: 'Il n’y a plus rien à faire.' },
  },
};
