import type { LanguageWords } from './words.ts';

const followCase = 'Se connecter pour suivre le dossier';

export const french: LanguageWords = {
  frame: {
    greeting: 'Bonjour,',
    onlyHere:
      'Une caution se paie uniquement sur le portail, après connexion sur {portal}. Nous ne ' +
      'demandons jamais d’argent, de numéro de carte ni de mot de passe par courriel ou téléphone.',
    noReply: 'Ce message est envoyé automatiquement. Les réponses ne sont pas lues.',
  },
  facts: {
    amount: 'Montant :',
    postBy: 'À payer au plus tard le :',
    validUntil: 'Entrée au plus tard le :',
    stayDays: 'Durée maximale du séjour :',
    days: '{count} jours',
    leaveBy: 'Départ au plus tard le :',
    ports: 'Points de passage désignés :',
    office: 'Consulat à {city}',
    hours: 'Ouverture :',
    telephone: 'Téléphone :',
    email: 'Courriel :',
    invented: 'Ces coordonnées sont inventées pour la démonstration.',
  },
  calendar: {
    postBy: 'Dernier moment pour payer la caution du dossier {reference}',
    validUntil: 'Dernier jour pour entrer avec le visa ({reference})',
    leaveBy: 'Dernier jour pour repartir ({reference})',
    more: 'Le détail figure dans votre dossier, après connexion.',
    attached: 'La date est jointe pour votre agenda.',
  },
  mails: {
    sign_up_code: {
      subject: 'Votre code pour le Portail des cautions de visa',
      says: [
        'Votre code est {code}',
        'Saisissez-le sur la page où vous avez commencé, dans le même navigateur. Il est valable ' +
          '30 minutes, une seule fois.',
        'Personne d’autre ne peut s’en servir : ne le transmettez pas et ne le saisissez pas sur ' +
          'une page que l’on vous envoie. Si vous ne l’avez pas demandé, vous n’avez rien à faire.',
      ],
      link: 'Aller au portail',
    },
    already_registered: {
      subject: 'Vous avez déjà un compte sur le Portail des cautions de visa',
      says: [
        'Quelqu’un, sans doute vous, a voulu créer un compte avec cette adresse. Il en existe déjà ' +
          'un : rien n’a été changé.',
        'Si c’était vous, connectez-vous avec le mot de passe choisi à l’époque. Sinon, vous ' +
          'n’avez rien à faire.',
      ],
      link: 'Se connecter',
    },
    password_reset_code: {
      subject: 'Votre code pour choisir un nouveau mot de passe',
      says: [
        'Votre code est {code}',
        'Saisissez-le sur la page où vous avez commencé, dans le même navigateur. Il est valable ' +
          '30 minutes, une seule fois.',
        'Ne le transmettez pas et ne le saisissez pas sur une page que l’on vous envoie. Si vous ' +
          'ne l’avez pas demandé, vous n’avez rien à faire : votre mot de passe n’a pas changé.',
      ],
      link: 'Saisir le code',
    },
    no_account: {
      subject: 'Aucun compte n’existe avec votre adresse',
      says: [
        'Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour cette adresse. Elle ' +
          'n’a pas de compte ici : il n’y a pas de mot de passe à changer.',
        'Si vous avez un compte, il utilise une autre adresse : essayez-la. Sinon, vous n’avez ' +
          'rien à faire.',
      ],
      link: 'Aller au site',
    },
    password_changed: {
      subject: 'Votre mot de passe a été changé',
      says: [
        'Le mot de passe de votre compte a été changé, et tous les autres navigateurs ont été ' +
          'déconnectés.',
        'Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe : toute autre ' +
          'personne sera déconnectée. Pendant 48 heures, l’argent ne peut repartir que par la voie ' +
          'par laquelle il est venu.',
      ],
      link: 'Ce n’était pas moi : choisir un nouveau mot de passe',
    },
    email_change_code: {
      subject: 'Votre code pour confirmer cette adresse',
      says: [
        'Votre code est {code}',
        'Saisissez-le sur la page où vous avez commencé, dans le même navigateur. Il est valable ' +
          '30 minutes, une seule fois.',
        'Si vous ne l’avez pas demandé, vous n’avez rien à faire. Ne le transmettez pas.',
      ],
      link: 'Saisir le code',
    },
    email_changed: {
      subject: 'Votre compte a une nouvelle adresse électronique',
      says: [
        'L’adresse électronique de votre compte a été changée : celle-ci n’y est plus rattachée.',
        'Si ce n’était pas vous, annulez le changement dans les 7 jours : le compte retrouve ' +
          'cette adresse, tout le monde est déconnecté et vous choisissez un nouveau mot de passe. ' +
          'Pendant 48 heures, l’argent ne peut repartir que par la voie par laquelle il est venu.',
      ],
      link: 'Ce n’était pas moi : annuler le changement',
    },
    sign_in_stopped: {
      subject: 'La connexion avec votre adresse est suspendue un moment',
      says: [
        'Quelqu’un a essayé de nombreuses fois de se connecter à votre compte, sans doute avec de ' +
          'mauvais mots de passe. La connexion est suspendue depuis l’endroit de ces essais.',
        'Si c’était vous, attendez 15 minutes ou choisissez un nouveau mot de passe. Sinon, vous n’avez rien à faire : votre mot ' +
          'de passe n’a pas changé, et vous pouvez toujours vous connecter depuis un navigateur ' +
          'déjà utilisé.',
      ],
      link: 'Choisir un nouveau mot de passe',
    },
    case_received: {
      subject: 'Nous avons reçu votre demande {reference}',
      says: [
        'Votre demande {reference} est arrivée. Un agent consulaire va la lire.',
        'Il n’y a rien à payer maintenant. Si une caution doit être demandée, nous vous écrirons ' +
          'd’abord.',
      ],
      link: followCase,
    },
    bond_required: {
      subject: 'Une caution est demandée pour votre dossier {reference}',
      says: [
        'Un agent consulaire a terminé l’examen du dossier {reference} et demande une caution ' +
          'remboursable avant la délivrance d’un visa.',
        'Connectez-vous pour voir le montant, le dernier jour de paiement et l’engagement que le ' +
          'payeur signe d’abord. Payer la caution ne garantit pas le visa.',
      ],
      link: 'Se connecter pour voir ce qui est demandé',
    },
    payment_received: {
      subject: 'La caution du dossier {reference} est payée',
      says: [
        'La caution du dossier {reference} est arrivée en entier. Elle est détenue pour le payeur.',
        'Vous n’avez rien à faire maintenant. Le reçu est sur le portail et l’examen continue.',
      ],
      link: 'Se connecter pour voir le reçu',
    },
    payment_set_aside: {
      subject: 'Un paiement qui cite le dossier {reference} est mis de côté',
      says: [
        'Un paiement qui cite le dossier {reference} est arrivé. Il n’est pas passé par la page de ' +
          'paiement ouverte pour vous, ou la caution ne peut pas le recevoir : il ne compte pas.',
        'L’argent est en sécurité. Le trésor cherche à qui il appartient et comment le ' +
          'rendre. S’il vous reste à verser la caution, connectez-vous et payez sur le portail.',
      ],
      link: 'Se connecter pour voir ce qui est arrivé',
    },
    payment_late: {
      subject: 'Votre paiement pour le dossier {reference} est arrivé trop tard',
      says: [
        'Un paiement pour le dossier {reference} est arrivé après la fin du délai de paiement, ou ' +
          'après le retrait de la demande. Il ne compte pas pour la caution.',
        'L’argent est en sécurité. Le trésor décide comment le rendre à la personne qui ' +
          'a payé. Vous n’avez rien à faire. Ne payez pas de nouveau, sauf si votre dossier le demande.',
      ],
      link: 'Se connecter pour voir ce qui est arrivé',
    },
    payment_short: {
      subject: 'Votre paiement pour le dossier {reference} est inférieur à la caution',
      says: [
        'Un paiement pour le dossier {reference} est arrivé, mais il est inférieur à la caution. ' +
          'Elle n’est versée que si la totalité arrive en un seul paiement.',
        'L’argent est en sécurité. Le trésor décide comment le rendre à la personne qui ' +
          'a payé. La caution reste à verser : connectez-vous pour voir le montant et le dernier jour.',
      ],
      link: 'Se connecter pour voir ce qui est arrivé',
    },
    payment_other_currency: {
      subject: 'Votre paiement pour le dossier {reference} est dans une autre devise',
      says: [
        'Un paiement pour le dossier {reference} est arrivé, mais pas dans la devise de la ' +
          'caution. Nous ne changeons pas d’argent : il ne compte pas.',
        'L’argent est en sécurité. Le trésor décide comment le rendre à la personne qui ' +
          'a payé. La caution reste à verser : connectez-vous pour voir le montant et le dernier jour.',
      ],
      link: 'Se connecter pour voir ce qui est arrivé',
    },
    payment_surplus: {
      subject: 'Vous avez payé plus que la caution du dossier {reference}',
      says: [
        'Il est arrivé plus d’argent pour le dossier {reference} que la caution ne le demande, par ' +
          'exemple parce qu’elle a été payée deux fois. Cela ne change rien à la caution ni à la demande.',
        'Ce qui est en trop repart vers la personne qui a payé, sur la même carte ou le même compte. ' +
          'Vous n’avez rien à faire : votre dossier montre chaque étape.',
      ],
      link: 'Se connecter pour suivre le remboursement',
    },
    bond_lapsed: {
      subject: 'Le délai de paiement de la caution du dossier {reference} est passé',
      says: [
        'La caution du dossier {reference} n’a pas été payée à temps : la demande est mise de ' +
          'côté. Rien ne vous a été prélevé.',
        'La demande n’est pas perdue. Connectez-vous pour voir comment la reprendre.',
      ],
      link: 'Se connecter pour voir la suite possible',
    },
    case_refused: {
      subject: 'Une décision est prise sur votre demande {reference}',
      says: [
        'Une décision est prise sur la demande {reference}. Connectez-vous pour la lire avec ses ' +
          'motifs.',
        'Si une caution a été payée, le portail montre quand et comment elle est rendue.',
      ],
      link: 'Se connecter pour lire la décision',
    },
    visa_issued: {
      subject: 'Une décision est prise sur votre demande {reference}',
      says: [
        'Une décision est prise sur la demande {reference} : un visa est délivré.',
        'Avant de partir, connectez-vous pour lire jusqu’à quand vous pouvez rester et par quels ' +
          'points d’entrée passer. Repartir à temps par l’un d’eux rend la caution sans démarche.',
      ],
      link: 'Se connecter pour voir les conditions du visa',
    },
    entry_recorded: {
      subject: 'Votre entrée est enregistrée : date de départ ({reference})',
      says: [
        'La frontière a enregistré votre entrée au titre du dossier {reference}.',
        'Repartez au plus tard le jour indiqué ci-dessous, par un point de passage désigné. Si vous ' +
          'avez versé une caution, son remboursement commence alors sans démarche de votre part.',
      ],
      link: followCase,
    },
    refund_started: {
      subject: 'La caution du dossier {reference} est en cours de remboursement',
      says: [
        'Les conditions de la caution du dossier {reference} sont remplies. Elle est rendue en ' +
          'entier à la personne qui l’a payée, par le même moyen.',
        'Vous n’avez rien à faire. Le portail montre chaque étape et la date promise.',
      ],
      link: 'Se connecter pour suivre le remboursement',
    },
    refund_succeeded: {
      subject: 'La caution du dossier {reference} est remboursée',
      says: [
        'La banque a reçu l’argent de la caution du dossier {reference}. Quelques jours peuvent ' +
          'passer avant qu’il apparaisse sur le compte.',
        'S’il n’est pas arrivé après dix jours ouvrés, connectez-vous : le portail donne le numéro ' +
          'avec lequel la banque peut le retrouver.',
      ],
      link: 'Se connecter pour voir le remboursement',
    },
    refund_returned: {
      subject: 'Le remboursement du dossier {reference} nous est revenu',
      says: [
        'Nous vous avions écrit que la banque avait reçu l’argent de la caution du dossier ' +
          '{reference}. Elle nous l’a renvoyé depuis : il n’apparaîtra pas sur votre compte. ' +
          'L’argent est en sécurité et reste à vous.',
        'Un agent du trésor cherche une autre voie pour vous le rendre. Vous n’avez rien à faire ' +
          'maintenant : votre dossier montre chaque étape. Nous ne demandons jamais de coordonnées ' +
          'bancaires par courriel.',
      ],
      link: 'Se connecter pour voir le remboursement',
    },
    refund_failed: {
      subject: 'Le remboursement du dossier {reference} n’a pas abouti',
      says: [
        'La banque n’a pas pu accepter l’argent de la caution du dossier {reference}, par exemple ' +
          'parce que la carte ou le compte est fermé. L’argent est en sécurité et reste à vous.',
        'Un agent du trésor cherche maintenant une autre voie. Connectez-vous pour voir où cela en ' +
          'est ; nous ne demandons jamais de coordonnées bancaires par courriel.',
      ],
      link: 'Se connecter pour voir le remboursement',
    },
  },
};
