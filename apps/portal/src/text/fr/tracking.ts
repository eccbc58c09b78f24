import { history } from './history.ts';
import { notCounted } from './not-counted.ts';

export const tracking = {
  title: 'Dossier {{reference}}',
  notice: {
    submitted: 'Votre demande est envoyée. Nous vous avons adressé un courriel.',
    submitted_before:
      'Cette demande a déjà été envoyée. Ses réponses ne peuvent plus être modifiées.',
    not_complete: 'Des pages manquent ou sont à revoir avant que vous puissiez envoyer la demande.',
    no_bond: 'Aucune caution ne vous a été demandée. Il n’y a rien à payer.',
    sign_first: 'Signez l’engagement avant de payer.',
    too_late:
      'Le délai pour verser la caution est passé. Rien n’a été débité. Adressez-vous au consulat.',
    not_payable:
      'La caution ne peut pas être payée maintenant. Rien n’a été débité. Voici où elle en est.',
    processing:
      'Un paiement est en cours de traitement. Ne payez pas une seconde fois ; nous l’affichons ici dès qu’il est réglé.',
    too_many_tries:
      'Trop de paiements ont été commencés. Rien n’a été débité. Adressez-vous au consulat.',
    signed: 'Vous avez signé l’engagement.',
  },
  who: {
    consulate: 'Le consulat de {{city}}',
    processor: 'Nous et votre banque',
    treasury: 'Le trésor',
  },
  by: 'le consulat de {{city}}',
  dueBy: 'Au plus tard le {{when}}.',
  situation: {
    draft: { status: 'Votre demande est un brouillon.', next: 'Terminez-la et envoyez-la.' },
    submitted: {
      status: 'Le consulat a votre demande.',
      next: 'Un agent va la prendre en charge. Vous n’avez rien à payer ni rien à faire.',
    },
    in_review: {
      status: 'Un agent examine votre demande.',
      next: 'Vous pouvez être convoqué à un entretien. Il n’y a rien à payer maintenant.',
    },
    information_requested: {
      status: 'L’agent a besoin d’autre chose de votre part.',
      next: 'Adressez au consulat ce qu’il a demandé.',
    },
    refused: {
      status: 'Votre demande est refusée.',
      next: 'Vous pouvez lire ci-dessous pourquoi, et comment faire une nouvelle demande.',
    },
    bond_to_sign: {
      status: 'Un agent vous demande de verser une caution.',
      next: 'Lisez l’instruction, signez l’engagement, puis payez.',
    },
    bond_to_pay: {
      status: 'Vous avez signé l’engagement. La caution reste à payer.',
      next: 'Payez-la sur la page que vous atteignez d’ici.',
    },
    bond_paying: {
      status: 'Vous avez commencé à payer la caution.',
      next: 'Si vous avez fini de payer, attendez : nous l’affichons ici dès que le prestataire le confirme. Sinon, continuez.',
    },
    bond_lapsed: {
      status: 'La caution n’a pas été versée à temps.',
      next: 'Rien n’a été débité. Si vous voulez encore la verser, adressez-vous au consulat : un agent peut vous donner un nouveau délai.',
    },
    approved_without_bond: {
      status: 'Votre demande est acceptée sans caution.',
      next: 'Le consulat délivre le visa.',
    },
    bond_held: {
      status: 'Votre caution est détenue.',
      next: 'Le consulat décide du visa. Verser la caution ne le garantit pas.',
    },
    visa_issued: {
      status: 'Votre visa est délivré.',
      next: 'Voyagez pendant sa validité, entrez et sortez par un point de passage désigné. S’il ne sert jamais, la caution versée revient d’elle-même.',
    },
    travelling: {
      status: 'Vous êtes entré. Repartez à temps pour retrouver votre caution.',
      next: 'Sortez par un point de passage désigné au plus tard à la date limite. L’enregistrement de la frontière lance le remboursement de lui-même.',
    },
    bond_in_question: {
      status: 'Une personne examine si les conditions ont été respectées.',
      next: 'Rien n’est pris sans décision motivée. Les motifs vous seront communiqués ; vous pourrez répondre et former un recours.',
    },
    payment_reversed: {
      status: 'Votre paiement a été repris par votre banque.',
      next: 'La caution n’est plus garantie. Le consulat vous contactera.',
    },
    refund_under_way: {
      status: 'Votre caution est en route vers vous.',
      next: 'Vous n’avez rien à faire. Vous voyez ci-dessous où elle en est.',
    },
    refund_waits: {
      status:
        'Votre caution doit vous être rendue. Le trésor vérifie le remboursement avant son envoi.',
      next: 'Vous n’avez rien à faire. Il part dès que le trésor l’a approuvé.',
    },
    refund_needs_you: {
      status: 'Votre banque a besoin de quelque chose pour que le remboursement continue.',
      next: 'Le prestataire de paiement vous a écrit pour demander vos coordonnées bancaires. Répondez-lui.',
    },
    refund_problem: {
      status: 'Le remboursement n’est pas passé. Votre argent est en sûreté.',
      next: 'Le trésor cherche un autre moyen de vous le rendre. Il vous le dira.',
    },
    refund_waits_for_us: {
      status: 'Votre remboursement a pris du retard de notre fait. Votre argent est en sûreté.',
      next: 'Notre compte chez le prestataire de paiement n’est pas assez approvisionné en ce moment. Le trésor l’approvisionne, puis le remboursement part de lui-même. Vous n’avez rien à faire.',
    },
    refunded: {
      status: 'Votre caution vous a été entièrement rendue.',
      next: 'Votre banque peut mettre quelques jours à l’afficher.',
    },
    closed: { status: 'Ce dossier est clos.', next: 'Il n’y a plus rien à faire.' },
    withdrawn: { status: 'Cette demande a été retirée.', next: 'Le dossier est terminé.' },
  },
  action: {
    draft: 'Continuer la demande',
    direction: 'Lire l’instruction',
    sign: 'Signer l’engagement',
    pay: 'Payer la caution',
    goOn: 'Continuer le paiement',
  },
  dates: {
    title: 'Dates importantes',
    submitted: 'Demande envoyée',
    postBy: 'Verser la caution avant la fin du',
    held: 'Caution détenue depuis',
    validUntil: 'Visa valable jusqu’au',
    leaveBy: 'Repartir au plus tard le',
    departed: 'Reparti le',
    promised: 'Remboursement promis pour le',
    returned: 'Rendue le',
  },
  bond: {
    title: 'Caution',
    amount: 'Montant',
    status: 'État',
    direction: 'Instruction',
    directionLink: 'Lire l’instruction',
    undertaking: 'Engagement',
    undertakingLink: 'Lire et imprimer ce que vous avez signé',
    signed: 'Signé le {{when}}',
    payment: 'Paiement',
    paid: '{{amount}} par {{method}}, reçu le {{when}}',
    receipt: 'Numéro du reçu',
    methods: { card: 'carte', other: 'un autre moyen' },
    state: {
      to_post: 'À verser',
      payment_under_way: 'Paiement en cours',
      held: 'Détenue',
      lapsed: 'Non versée à temps',
      withdrawn: 'Retirée',
      refund_under_way: 'Levée : elle vous revient',
      evidence_needed: 'Preuve demandée',
      under_review: 'En cours d’examen',
      notice_given: 'Avis donné',
      breach_decided: 'Manquement constaté',
      under_appeal: 'En recours',
      breach_final: 'Manquement définitif',
      payment_reversed: 'Paiement repris',
      closed: 'Close : toute la somme est repartie',
    },
  },
  notCounted,
  refund: {
    title: 'Remboursement',
    surplus: 'Somme payée au-delà de la caution',
    amount: '{{amount}} reviennent au payeur, en entier.',
    promised: 'Promis pour le {{when}}.',
    real: 'Rendu le {{when}}.',
    held: 'Il part après le {{when}}. D’ici là il est retenu, pour le cas où la frontière corrigerait son enregistrement.',
    late: 'C’est plus tard que promis. Nous le regrettons ; ce retard compte dans nos chiffres publics.',
    trace: 'Votre banque peut le retrouver par ce numéro : {{number}}',
    failed: 'Une tentative du {{when}} n’est pas passée.',
    step: {
      cancelled: 'Caution levée',
      approved: 'Remboursement approuvé',
      sent: 'Remis au prestataire de paiement',
      at_bank: 'À votre banque',
      returned: 'Rendu',
    },
    stepSurplus: 'Décidé',
  },
  visa: {
    title: 'Visa',
    number: 'Numéro du visa',
    validFrom: 'Valable à partir du',
    validUntil: 'Valable jusqu’au',
    entries: 'Entrées',
    stay: 'Séjour le plus long',
    leaveBy: 'Repartir au plus tard le',
    leaveByHint: 'Le dernier jour où vous pouvez être sur place',
    admitted: 'Entré le',
    departed: 'Reparti le',
    ports: 'Points de passage désignés',
    portsHelp:
      'Entrez et sortez par l’un d’eux, pour que votre départ soit enregistré de lui-même.',
  },
  history,
};
