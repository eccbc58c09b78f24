import { history } from './history.ts';
import { notCounted } from './not-counted.ts';

export const tracking = {
  title: 'Dossier {{reference}}',
  notice: {
    submitted: 'Votre demande est envoyée. Nous vous avons envoyé un courriel.',
    submitted_before:
      'Cette demande a déjà été envoyée. Vous ne pouvez plus modifier ses réponses.',
    not_complete:
      'Complétez ou corrigez les pages signalées ci-dessous avant d’envoyer la demande.',
    no_bond: 'Aucune caution ne vous a été demandée. Vous n’avez rien à payer.',
    sign_first: 'Signez l’engagement avant de verser la caution.',
    too_late:
      'Le délai pour verser la caution est dépassé. Rien n’a été débité. Contactez le consulat.',
    not_payable:
      'La caution ne peut pas être versée pour le moment. Rien n’a été débité. Son état figure ci-dessous.',
    processing:
      'Votre paiement est en cours de traitement. Ne payez pas une seconde fois. Il s’affichera ici dès sa confirmation.',
    too_many_tries:
      'Trop de paiements ont été commencés. Rien n’a été débité. Contactez le consulat.',
    signed: 'Vous avez signé l’engagement.',
  },
  who: {
    consulate: 'Le consulat de {{city}}',
    processor: 'Notre service et votre banque',
    treasury: 'La trésorerie',
  },
  by: 'le consulat de {{city}}',
  dueBy: 'Au plus tard le {{when}}.',
  situation: {
    draft: {
      status: 'Votre demande est à l’état de brouillon.',
      next: 'Terminez-la et envoyez-la.',
    },
    submitted: {
      status: 'Le consulat a reçu votre demande.',
      next: 'Un agent va l’examiner. Vous n’avez rien à payer ni à faire pour le moment.',
    },
    in_review: {
      status: 'Un agent examine votre demande.',
      next: 'Le consulat peut vous inviter à un entretien. Vous n’avez rien à payer pour le moment.',
    },
    information_requested: {
      status: 'L’agent vous demande des informations complémentaires.',
      next: 'Transmettez au consulat ce qu’il vous a demandé.',
    },
    refused: {
      status: 'Votre demande est refusée.',
      next: 'Vous pouvez lire ci-dessous pourquoi, et comment faire une nouvelle demande.',
    },
    bond_to_sign: {
      status: 'Un agent vous demande de verser une caution.',
      next: 'Lisez la demande de caution, signez l’engagement, puis versez la caution.',
    },
    bond_to_pay: {
      status: 'Vous avez signé l’engagement. Il vous reste à verser la caution.',
      next: 'Versez-la à partir de cette page.',
    },
    bond_paying: {
      status: 'Vous avez commencé à verser la caution.',
      next: 'Si vous avez terminé le paiement, attendez : il s’affichera ici dès que notre prestataire l’aura confirmé. Sinon, reprenez le paiement.',
    },
    bond_lapsed: {
      status: 'La caution n’a pas été versée dans le délai.',
      next: 'Rien n’a été débité. Si vous souhaitez toujours la verser, demandez un nouveau délai au consulat.',
    },
    approved_without_bond: {
      status: 'Votre demande est acceptée sans caution.',
      next: 'Le consulat va délivrer le visa.',
    },
    bond_held: {
      status: 'Votre caution est détenue.',
      next: 'Le consulat va décider du visa. Verser la caution ne le garantit pas.',
    },
    visa_issued: {
      status: 'Votre visa est délivré.',
      next: 'Voyagez pendant sa durée de validité, entrez et sortez par un point de passage désigné. Si vous avez versé une caution et n’utilisez jamais le visa, elle est remboursée automatiquement.',
    },
    travelling: {
      status:
        'Votre entrée est enregistrée. Repartez dans les délais pour obtenir le remboursement de votre caution.',
      next: 'Sortez par un point de passage désigné au plus tard à la date limite de départ. Le remboursement démarre automatiquement dès que la frontière enregistre votre départ.',
    },
    bond_in_question: {
      status: 'Un agent examine si les conditions ont été respectées.',
      next: 'Aucune somme n’est conservée sans décision motivée. Les motifs vous seront communiqués : vous pourrez répondre et former un recours.',
    },
    payment_reversed: {
      status: 'Votre banque a annulé votre paiement.',
      next: 'La caution n’est plus détenue. Le consulat vous contactera.',
    },
    refund_under_way: {
      status: 'Votre caution est en cours de remboursement.',
      next: 'Vous n’avez rien à faire. Suivez le remboursement ci-dessous.',
    },
    refund_waits: {
      status:
        'Votre caution doit être remboursée. La trésorerie vérifie le remboursement avant son envoi.',
      next: 'Vous n’avez rien à faire. Il sera envoyé dès que la trésorerie l’aura approuvé.',
    },
    refund_needs_you: {
      status: 'Vos coordonnées bancaires sont nécessaires pour poursuivre le remboursement.',
      next: 'Notre prestataire de paiement vous a envoyé un courriel pour demander vos coordonnées bancaires. Répondez-y.',
    },
    refund_problem: {
      status: 'Le remboursement n’a pas abouti. Votre argent est en sécurité.',
      next: 'La trésorerie cherche un autre moyen de vous rembourser et vous en informera.',
    },
    refund_waits_for_us: {
      status: 'Votre remboursement a pris du retard de notre fait. Votre argent est en sécurité.',
      next: 'Notre compte chez le prestataire de paiement n’est pas assez approvisionné pour le moment. La trésorerie va l’approvisionner, puis le remboursement partira automatiquement. Vous n’avez rien à faire.',
    },
    refunded: {
      status: 'Votre caution est entièrement remboursée.',
      next: 'Votre banque peut mettre quelques jours à afficher le remboursement.',
    },
    closed: { status: 'Ce dossier est clos.', next: 'Vous n’avez plus rien à faire.' },
    withdrawn: { status: 'Cette demande a été retirée.', next: 'Le dossier est terminé.' },
  },
  action: {
    draft: 'Reprendre la demande',
    direction: 'Lire la demande de caution',
    sign: 'Signer l’engagement',
    pay: 'Verser la caution',
    goOn: 'Reprendre le paiement',
  },
  dates: {
    title: 'Dates importantes',
    submitted: 'Demande envoyée',
    postBy: 'Verser la caution au plus tard le',
    held: 'Caution détenue depuis',
    validUntil: 'Visa valable jusqu’au',
    leaveBy: 'Repartir au plus tard le',
    departed: 'Départ enregistré le',
    promised: 'Remboursement promis au plus tard le',
    returned: 'Remboursée le',
  },
  bond: {
    title: 'Caution',
    amount: 'Montant',
    status: 'État',
    direction: 'Demande de caution',
    directionLink: 'Lire la demande de caution',
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
      lapsed: 'Non versée dans le délai',
      withdrawn: 'Retirée',
      refund_under_way: 'Levée : remboursement en cours',
      evidence_needed: 'Preuve demandée',
      under_review: 'En cours d’examen',
      notice_given: 'Avis de manquement notifié',
      breach_decided: 'Manquement constaté',
      under_appeal: 'Recours en cours',
      breach_final: 'Manquement définitif',
      payment_reversed: 'Paiement annulé',
      closed: 'Close : toute la somme a été reversée',
    },
  },
  notCounted,
  refund: {
    title: 'Remboursement',
    surplus: 'Somme payée en plus de la caution',
    amount: '{{amount}} seront remboursés au payeur, en totalité.',
    promised: 'Promis au plus tard le {{when}}.',
    real: 'Remboursé le {{when}}.',
    held: 'Il sera envoyé après le {{when}}. Ce délai permet à la frontière de corriger son enregistrement.',
    late: 'La date promise est dépassée. Nous vous prions de nous en excuser. Ce retard figure dans nos statistiques publiées.',
    trace: 'Donnez ce numéro à votre banque pour le retrouver : {{number}}',
    failed: 'Une tentative du {{when}} n’a pas abouti.',
    step: {
      cancelled: 'Caution levée',
      approved: 'Remboursement approuvé',
      sent: 'Transmis à notre prestataire de paiement',
      at_bank: 'À votre banque',
      returned: 'Remboursé',
    },
    stepSurplus: 'Décidé',
  },
  visa: {
    title: 'Visa',
    number: 'Numéro du visa',
    validFrom: 'Valable à partir du',
    validUntil: 'Valable jusqu’au',
    entries: 'Entrées',
    stay: 'Durée maximale du séjour',
    leaveBy: 'Repartir au plus tard le',
    leaveByHint: 'Le dernier jour où vous pouvez séjourner dans le pays',
    admitted: 'Entrée enregistrée le',
    departed: 'Départ enregistré le',
    ports: 'Points de passage désignés',
    portsHelp:
      'Entrez et sortez par l’un d’eux, pour que votre départ soit enregistré automatiquement.',
  },
  history,
};
