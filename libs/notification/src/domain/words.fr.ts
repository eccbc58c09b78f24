import type { LanguageWords } from './words.ts';

const followCase = 'Se connecter pour suivre le dossier';

export const french: LanguageWords = {
  frame: {
    greeting: 'Bonjour,',
    onlyHere:
      'Une caution se verse uniquement sur le portail, après connexion sur {portal}. Nous ne demandons jamais d’argent, de numéro de carte ni de mot de passe par courriel ou par téléphone.',
    noReply: 'Ce courriel est envoyé automatiquement. Nous ne lisons pas les réponses.',
  },
  facts: {
    amount: 'Montant :',
    postBy: 'À verser au plus tard le :',
    validUntil: 'Entrée au plus tard le :',
    stayDays: 'Durée maximale du séjour :',
    days: '{count} jours',
    leaveBy: 'Départ au plus tard le :',
    ports: 'Points de passage désignés :',
    office: 'Consulat à {city}',
    hours: 'Horaires d’ouverture :',
    telephone: 'Téléphone :',
    email: 'Courriel :',
    invented: 'Ces coordonnées sont fictives, pour cette démonstration.',
  },
  calendar: {
    postBy: 'Date limite pour verser la caution du dossier {reference}',
    validUntil: 'Dernier jour pour entrer avec le visa ({reference})',
    leaveBy: 'Dernier jour pour repartir ({reference})',
    more: 'Connectez-vous pour voir le détail dans votre dossier.',
    attached: 'Un fichier d’agenda avec la date est joint.',
  },
  mails: {
    sign_up_code: {
      subject: 'Votre code pour le Portail des cautions de visa',
      says: [
        'Votre code est {code}',
        'Saisissez-le sur la page où vous avez commencé, dans le même navigateur. Il est valable une seule fois, pendant 30 minutes.',
        'Ne le communiquez à personne et ne le saisissez pas sur une page que l’on vous envoie. Si vous ne l’avez pas demandé, vous n’avez rien à faire.',
      ],
      link: 'Accéder au portail',
    },
    already_registered: {
      subject: 'Vous avez déjà un compte sur le Portail des cautions de visa',
      says: [
        'Quelqu’un, probablement vous, a tenté de créer un compte avec cette adresse électronique. Un compte existe déjà : rien n’a été modifié.',
        'Si c’était vous, connectez-vous avec votre mot de passe. Sinon, vous n’avez rien à faire.',
      ],
      link: 'Se connecter',
    },
    password_reset_code: {
      subject: 'Votre code pour choisir un nouveau mot de passe',
      says: [
        'Votre code est {code}',
        'Saisissez-le sur la page où vous avez commencé, dans le même navigateur. Il est valable une seule fois, pendant 30 minutes.',
        'Ne le communiquez à personne et ne le saisissez pas sur une page que l’on vous envoie. Si vous ne l’avez pas demandé, vous n’avez rien à faire : votre mot de passe n’a pas changé.',
      ],
      link: 'Saisir le code',
    },
    no_account: {
      subject: 'Aucun compte n’existe avec votre adresse électronique',
      says: [
        'Quelqu’un, probablement vous, a demandé un nouveau mot de passe pour cette adresse électronique. Aucun compte n’y est associé : il n’y a pas de mot de passe à changer.',
        'Si vous avez un compte, il utilise une autre adresse : essayez-la. Si ce n’était pas vous, vous n’avez rien à faire.',
      ],
      link: 'Accéder au site',
    },
    password_changed: {
      subject: 'Votre mot de passe a été changé',
      says: [
        'Le mot de passe de votre compte a été changé et tous les autres navigateurs ont été déconnectés.',
        'Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe : toute autre personne sera déconnectée. Pendant 48 heures, l’argent ne peut être remboursé que sur la carte ou le compte d’origine.',
      ],
      link: 'Ce n’était pas moi : choisir un nouveau mot de passe',
    },
    email_change_code: {
      subject: 'Votre code pour confirmer cette adresse électronique',
      says: [
        'Votre code est {code}',
        'Saisissez-le sur la page où vous avez commencé, dans le même navigateur. Il est valable une seule fois, pendant 30 minutes.',
        'Ne le communiquez à personne. Si vous ne l’avez pas demandé, vous n’avez rien à faire.',
      ],
      link: 'Saisir le code',
    },
    email_changed: {
      subject: 'Votre compte a une nouvelle adresse électronique',
      says: [
        'L’adresse électronique de votre compte a été changée : celle-ci n’est plus utilisée.',
        'Si ce n’était pas vous, annulez le changement dans les 7 jours. Le compte retrouvera cette adresse, tout le monde sera déconnecté et vous choisirez un nouveau mot de passe. Pendant 48 heures, l’argent ne peut être remboursé que sur la carte ou le compte d’origine.',
      ],
      link: 'Ce n’était pas moi : annuler le changement',
    },
    sign_in_stopped: {
      subject: 'La connexion avec votre adresse électronique est suspendue',
      says: [
        'Quelqu’un a tenté de nombreuses fois de se connecter à votre compte, probablement avec de mauvais mots de passe. Nous avons suspendu la connexion depuis l’endroit de ces tentatives.',
        'Si c’était vous, attendez 15 minutes ou choisissez un nouveau mot de passe. Sinon, vous n’avez rien à faire : votre mot de passe n’a pas changé et vous pouvez toujours vous connecter depuis un navigateur déjà utilisé.',
      ],
      link: 'Choisir un nouveau mot de passe',
    },
    case_received: {
      subject: 'Nous avons reçu votre demande {reference}',
      says: [
        'Nous avons reçu votre demande {reference}. Un agent consulaire va l’examiner.',
        'Vous n’avez rien à payer pour le moment. Si vous devez verser une caution, nous vous écrirons d’abord.',
      ],
      link: followCase,
    },
    bond_required: {
      subject: 'Une caution est demandée pour votre dossier {reference}',
      says: [
        'Un agent consulaire a examiné le dossier {reference} et demande une caution remboursable avant la délivrance d’un visa.',
        'Connectez-vous pour voir le montant, la date limite et l’engagement que le payeur signe d’abord. Verser la caution ne garantit pas le visa.',
      ],
      link: 'Se connecter pour lire la demande de caution',
    },
    bond_corrected: {
      subject: 'La caution du dossier {reference} a été corrigée',
      says: [
        'Un agent consulaire a corrigé la caution du dossier {reference}. Cette demande remplace la précédente : ne versez pas l’ancien montant.',
        'Connectez-vous pour voir le montant, la date limite et l’engagement que le payeur signe d’abord.',
      ],
      link: 'Se connecter pour voir la caution corrigée',
    },
    payment_received: {
      subject: 'La caution du dossier {reference} est versée',
      says: [
        'La caution du dossier {reference} a été reçue en totalité. Elle est détenue pour le payeur.',
        'Vous n’avez rien à faire pour le moment. Le reçu est sur le portail et l’examen de la demande continue.',
      ],
      link: 'Se connecter pour voir le reçu',
    },
    payment_set_aside: {
      subject: 'Un paiement pour le dossier {reference} est mis de côté',
      says: [
        'Nous avons reçu un paiement portant la référence {reference}. Il n’est pas passé par la page de paiement ouverte pour vous, ou la caution ne peut pas le recevoir pour le moment : il n’est pas pris en compte.',
        'L’argent est en sécurité. La trésorerie va rechercher à qui il appartient et comment le rembourser. S’il vous reste à verser la caution, connectez-vous et payez sur le portail.',
      ],
      link: 'Se connecter pour voir le paiement reçu',
    },
    payment_came_back: {
      subject: 'Une somme du dossier {reference} nous est revenue',
      says: [
        'Une somme versée pour la caution du dossier {reference} vous avait été rendue en dehors de ce portail. Elle nous est revenue : elle ne restera pas sur votre compte. Elle ne compte plus pour la caution.',
        'L’argent est en sécurité et reste à vous. La trésorerie décidera comment vous le rembourser. Vous n’avez rien à faire pour cela.',
      ],
      link: 'Se connecter pour voir la somme revenue',
    },
    payment_late: {
      subject: 'Votre paiement pour le dossier {reference} est arrivé trop tard',
      says: [
        'Un paiement pour le dossier {reference} est arrivé après la fin du délai, ou après le retrait de la demande. Il n’est pas pris en compte pour la caution.',
        'L’argent est en sécurité. La trésorerie décidera comment rembourser la personne qui a payé. Vous n’avez rien à faire. Ne payez pas de nouveau, sauf si votre dossier le demande.',
      ],
      link: 'Se connecter pour voir le paiement reçu',
    },
    payment_short: {
      subject: 'Votre paiement pour le dossier {reference} est inférieur à la caution',
      says: [
        'Nous avons reçu un paiement pour le dossier {reference}, mais il est inférieur à la caution. La caution doit être versée en totalité, en un seul paiement.',
        'L’argent est en sécurité. La trésorerie décidera comment rembourser la personne qui a payé. Il vous reste à verser la caution : connectez-vous pour voir le montant et la date limite.',
      ],
      link: 'Se connecter pour voir le paiement reçu',
    },
    payment_other_currency: {
      subject: 'Votre paiement pour le dossier {reference} est dans une autre devise',
      says: [
        'Nous avons reçu un paiement pour le dossier {reference}, mais pas dans la devise de la caution. Nous ne pouvons pas le convertir : il n’est pas pris en compte.',
        'L’argent est en sécurité. La trésorerie décidera comment rembourser la personne qui a payé. Il vous reste à verser la caution : connectez-vous pour voir le montant et la date limite.',
      ],
      link: 'Se connecter pour voir le paiement reçu',
    },
    payment_surplus: {
      subject: 'Vous avez payé plus que la caution du dossier {reference}',
      says: [
        'Nous avons reçu pour le dossier {reference} plus que le montant de la caution, par exemple parce qu’elle a été versée deux fois. Cela ne change rien à la caution ni à la demande.',
        'Le trop-perçu est en cours de remboursement sur la carte ou le compte d’origine. Vous n’avez rien à faire. Votre dossier montre chaque étape.',
      ],
      link: 'Se connecter pour suivre le remboursement',
    },
    bond_lapsed: {
      subject: 'Le délai pour verser la caution du dossier {reference} est dépassé',
      says: [
        'La caution du dossier {reference} n’a pas été versée dans le délai : la demande est devenue caduque. Rien n’a été débité.',
        'Vous pouvez peut-être encore poursuivre. Connectez-vous pour savoir comment.',
      ],
      link: 'Se connecter pour voir la suite possible',
    },
    case_refused: {
      subject: 'Une décision a été prise sur votre demande {reference}',
      says: [
        'Une décision a été prise sur la demande {reference}. Connectez-vous pour la lire avec ses motifs.',
        'Si une caution a été versée, le portail indique quand et comment elle est remboursée.',
      ],
      link: 'Se connecter pour lire la décision',
    },
    visa_issued: {
      subject: 'Une décision a été prise sur votre demande {reference}',
      says: [
        'Une décision a été prise sur la demande {reference} : un visa est délivré.',
        'Avant de partir, connectez-vous pour vérifier la durée de votre séjour et les points de passage désignés. Si vous repartez dans les délais par l’un d’eux, la caution est remboursée automatiquement.',
      ],
      link: 'Se connecter pour voir les conditions du visa',
    },
    entry_recorded: {
      subject: 'Votre entrée est enregistrée : date de départ ({reference})',
      says: [
        'La frontière a enregistré votre entrée pour le dossier {reference}.',
        'Repartez au plus tard à la date indiquée ci-dessous, par un point de passage désigné. Si vous avez versé une caution, son remboursement démarre alors automatiquement.',
      ],
      link: followCase,
    },
    refund_started: {
      subject: 'La caution du dossier {reference} est en cours de remboursement',
      says: [
        'Les conditions de la caution du dossier {reference} sont remplies. Elle est remboursée en totalité à la personne qui l’a versée, par le moyen de paiement d’origine.',
        'Vous n’avez rien à faire. Le portail montre chaque étape et la date promise.',
      ],
      link: 'Se connecter pour suivre le remboursement',
    },
    refund_succeeded: {
      subject: 'La caution du dossier {reference} est remboursée',
      says: [
        'La banque a reçu le remboursement du dossier {reference}. Il peut mettre encore quelques jours à apparaître sur le compte.',
        'S’il n’est pas arrivé après 10 jours ouvrés, connectez-vous : le portail indique un numéro qui permet à la banque de le retrouver.',
      ],
      link: 'Se connecter pour voir le remboursement',
    },
    refund_returned: {
      subject: 'Le remboursement du dossier {reference} nous est revenu',
      says: [
        'Nous avions annoncé que la banque avait reçu le remboursement du dossier {reference}. Elle nous l’a renvoyé depuis : il n’apparaîtra pas sur votre compte. L’argent est en sécurité et reste à vous.',
        'La trésorerie cherche un autre moyen de vous rembourser. Vous n’avez rien à faire pour le moment. Votre dossier montre chaque étape. Nous ne demandons jamais de coordonnées bancaires par courriel.',
      ],
      link: 'Se connecter pour voir le remboursement',
    },
    refund_failed: {
      subject: 'Le remboursement du dossier {reference} n’a pas abouti',
      says: [
        'La banque n’a pas pu accepter le remboursement du dossier {reference}, par exemple parce que la carte ou le compte est fermé. L’argent est en sécurité et reste à vous.',
        'La trésorerie cherche un autre moyen de vous rembourser. Connectez-vous pour suivre la situation. Nous ne demandons jamais de coordonnées bancaires par courriel.',
      ],
      link: 'Se connecter pour voir le remboursement',
    },
  },
};
