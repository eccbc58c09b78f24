// Longer than other files: all that is said here stands once in each language, side by side.
import type { SameKeys } from '#web';
import * as history from './history.text.ts';
import * as notCounted from './not-counted.text.ts';

/** The page of a case after submission. */
export const en = {
  title: 'Case {{reference}}',
  notice: {
    submitted: 'You have submitted your application. We have sent you an email.',
    submitted_before: 'This application has already been submitted. You cannot change its answers.',
    not_complete: 'Complete or correct the pages marked below before you submit.',
    no_bond: 'You have not been asked for a bond. There is nothing to pay.',
    sign_first: 'Sign the undertaking before you pay.',
    too_late:
      'The deadline to post the bond has passed. You have not been charged. Contact the consulate.',
    not_payable:
      'The bond cannot be paid at the moment. You have not been charged. Its status is below.',
    too_many_tries:
      'You have started too many payments. You have not been charged. Contact the consulate.',
    evidence_sent:
      'Your proof of departure has been sent to the consulate. You will get an email when two officers have decided.',
    extension_sent:
      'Your request for a longer stay has been sent to the consulate. You will get an email when two officers have decided. Until then, the leave-by date is the same.',
    information_sent: 'Your answer was sent. The officer will continue with your application.',
    account_given:
      'You have given a bank account. We have sent you an email. Nothing is paid to it during the first 48 hours.',
    account_taken_back: 'You have taken the bank account back. Nothing is paid to it.',
    account_not_asked: 'No bank account is needed for this refund. Nothing was changed.',
    account_being_paid:
      'The refund is already being paid to the account that you gave. It can no longer be changed.',
    payer_asked: 'We have sent the link. You will get an email when they answer.',
    payer_asked_already: 'You have already asked somebody to pay this bond. Nothing was changed.',
    payer_ended: 'Nobody else is asked to pay any more. You pay this bond.',
    payer_fixed:
      'A payment is open or on its way, so who pays cannot be changed now. Nothing was changed. Try again later.',
    payer_too_many: 'You have asked too many people to pay this bond. Contact the consulate.',
    not_the_payer: 'Somebody else pays this bond, so only they can do this. Nothing was changed.',
    signed: 'You have signed the undertaking.',
    withdrawn: 'Your application has been withdrawn. We have sent you an email.',
    draft_deleted: 'Your draft has been deleted.',
    not_withdrawable:
      'The case has changed, so it can no longer be withdrawn. Nothing was changed.',
    visa_to_give_back:
      'Your visa has been issued. To give it back, take your passport to the consulate: it cancels the visa, then the bond is refunded. Nothing was changed.',
  },
  who: {
    consulate: 'The consulate in {{city}}',
    processor: 'This service and your bank',
    treasury: 'The treasury',
    payer: 'The person who pays the bond',
    traveller: 'The traveller',
  },
  by: 'the consulate in {{city}}',
  dueBy: 'By {{when}}.',
  situation: {
    draft: { status: 'Your application is a draft.', next: 'Finish it and submit it.' },
    submitted: {
      status: 'The consulate has your application.',
      next: 'An officer will review it. You do not need to pay or do anything now.',
    },
    in_review: {
      status: 'An officer is reviewing your application.',
      next: 'You may be invited to an interview. You do not need to pay anything now.',
    },
    information_requested: {
      status: 'The officer needs more information from you.',
      next: 'Read what is asked, and answer in words or with files.',
    },
    refused: {
      status: 'Your application was refused.',
      next: 'You can read the reason, and how to apply again, below.',
    },
    bond_to_sign: {
      status: 'An officer has directed you to post a bond.',
      next: 'Read the direction, sign the undertaking, then pay.',
    },
    bond_to_pay: {
      status: 'You have signed the undertaking. You still need to pay the bond.',
      next: 'Pay it from this page.',
    },
    bond_paying: {
      status: 'You have started to pay the bond.',
      next: 'If you have finished paying, wait. Your payment will appear here when our payment processor confirms it. If not, continue paying.',
    },
    bond_payer_asked: {
      status: 'You have asked somebody else to pay the bond.',
      next: 'They have not answered yet. You will get an email when they do. You can still pay it yourself.',
    },
    bond_with_payer: {
      status: 'Somebody else has agreed to pay the bond.',
      next: 'You do not need to do anything. They sign the undertaking and pay. It will appear here when the money has arrived.',
    },
    bond_debit: {
      status: 'Your bank is dealing with your payment.',
      next: 'Your bank has up to 4 business days to answer. Do not pay again. The bond does not lapse while your bank has not answered.',
    },
    bond_transfer: {
      status: 'We are waiting for your bank transfer.',
      next: 'Send all of it to the account shown for this bond. Money that arrives late goes back to you.',
    },
    bond_in_part: {
      status: 'Part of your bank transfer has arrived.',
      next: 'Send the rest. If it does not arrive in time, what has arrived goes back to you.',
    },
    bond_lapsed: {
      status: 'The bond was not posted in time.',
      next: 'No money is kept: whatever arrived goes back to you. If you still want to post it, ask the consulate for a new deadline.',
    },
    approved_without_bond: {
      status: 'Your application was approved without a bond.',
      next: 'The consulate will issue the visa.',
    },
    bond_held: {
      status: 'Your bond is held.',
      next: 'The consulate will decide on the visa. Posting the bond does not guarantee it.',
    },
    visa_issued: {
      status: 'Your visa has been issued.',
      next: 'Travel while it is valid, and enter and leave through a listed port. If you posted a bond and never use the visa, the bond is refunded automatically.',
    },
    travelling: {
      status: 'You have entered. Leave on time to get your bond back.',
      next: 'Leave through a listed port by the leave-by date. The refund starts automatically when the border records your departure.',
    },
    evidence_needed: {
      status: 'We have no record that you left.',
      next: 'If the border still records that you left in time, the refund starts automatically. If you do not answer, an officer decides what happens next, and no money is kept without a decision that gives reasons. Send the consulate proof that you left: a boarding pass, a stamp, or a dated record of another country.',
    },
    evidence_sent: {
      status: 'An officer is checking your proof of departure.',
      next: 'You do not need to do anything. The time to answer does not run while it is checked.',
    },
    proof_sent: {
      status: 'An officer is checking your proof of departure.',
      next: 'You do not need to do anything. If two officers accept it, the refund starts automatically. If the border records your departure first, it starts then.',
    },
    bond_in_question: {
      status: 'An officer is reviewing whether the conditions were met.',
      next: 'No money is kept without a decision that gives reasons. You will be told the grounds, and you can reply and appeal.',
    },
    breach_reply: {
      status: 'The consulate thinks that a condition was not met. You can reply.',
      next: 'Read the notice and reply to each ground. Without a reply two people decide on what is known. Silence alone takes nothing.',
    },
    breach_paused: {
      status: 'The consulate must answer your question about the notice.',
      next: 'The time to reply stands still until then.',
    },
    breach_to_decide: {
      status: 'Two people are deciding whether the conditions were met.',
      next: 'You do not need to do anything now. You will be told of the decision and of your right to appeal.',
    },
    breach_declared: {
      status: 'A breach was declared. You can appeal.',
      next: 'Without an appeal the decision becomes final. Until then no money goes to the state.',
    },
    breach_appealed: {
      status: 'Your appeal is being looked at.',
      next: 'People who had no part in the decision look at it. No money goes to the state until they have decided.',
    },
    breach_final: {
      status: 'The decision about your bond is final.',
      next: 'If you have proof that you did not have before, contact the consulate.',
    },
    payment_disputed: {
      status: 'The payer’s bank disputes the payment.',
      next: 'No visa is issued until this is settled. Below is what it means and who must act.',
    },
    payment_reversed: {
      status: 'Your bank has reversed your payment.',
      next: 'The bond is no longer held. The consulate will contact you.',
    },
    refund_under_way: {
      status: 'Your bond is on its way back to you.',
      next: 'You do not need to do anything. You can follow it below.',
    },
    refund_waits: {
      status: 'Your bond will be refunded. The treasury is checking the refund before it is sent.',
      next: 'You do not need to do anything. It will be sent when the treasury has approved it.',
    },
    refund_needs_you: {
      status: 'We need your bank details before the refund can continue.',
      next: 'Our payment processor has sent you an email asking for your bank details. Reply to it.',
    },
    refund_needs_account: {
      status: 'The refund cannot go back the way you paid. Your money is safe.',
      next: 'Give a bank account in your own name, so that the treasury can send it there.',
    },
    refund_account_given: {
      status: 'You have given a bank account for your refund. Your money is safe.',
      next: 'The treasury checks it. Nothing is paid to it during the first 48 hours, so that you can still take it back.',
    },
    refund_problem: {
      status: 'The refund did not go through. Your money is safe.',
      next: 'The treasury is looking for another way to return it and will tell you.',
    },
    breach_with_payer: {
      status: 'A breach was declared. The payer of the bond can appeal.',
      next: 'Without an appeal the decision becomes final. Until then no money goes to the state.',
    },
    refund_to_payer: {
      status: 'The bond is being refunded to the person who paid it.',
      next: 'You do not need to do anything. You can follow it below.',
    },
    refunded_to_payer: {
      status: 'The bond has been refunded to the person who paid it.',
      next: 'There is nothing more to do.',
    },
    refund_waits_for_us: {
      status: 'Your refund is delayed on our side. Your money is safe.',
      next: 'Our account with the payment processor does not have enough money to send it at the moment. The treasury will add money, and the refund will then be sent automatically. You do not need to do anything.',
    },
    refunded: {
      status: 'Your bond has been refunded in full.',
      next: 'Your bank may take a few days to show it.',
    },
    closed: { status: 'This case is closed.', next: 'There is nothing more to do.' },
    withdrawn: { status: 'This application was withdrawn.', next: 'The case is over.' },
  },
  action: {
    draft: 'Continue your application',
    direction: 'Read the direction',
    sign: 'Sign the undertaking',
    pay: 'Pay the bond',
    goOn: 'Continue paying',
    underWay: 'See your payment',
  },
  dates: {
    title: 'Key dates',
    submitted: 'Submitted',
    postBy: 'Post the bond by',
    held: 'Bond held since',
    validUntil: 'Visa valid until',
    leaveBy: 'Leave by',
    departed: 'Left',
    promised: 'Refund promised by',
    returned: 'Returned',
  },
  bond: {
    title: 'Bond',
    amount: 'Amount',
    status: 'Status',
    direction: 'Direction',
    directionLink: 'Read the direction',
    undertaking: 'Undertaking',
    undertakingLink: 'Read and print what you signed',
    signed: 'Signed on {{when}}',
    payment: 'Payment',
    paid: '{{amount}} by {{method}}, received on {{when}}',
    receipt: 'Receipt number',
    methods: {
      card: 'card',
      us_bank_account: 'bank debit',
      customer_balance: 'bank transfer',
      other: 'another method',
    },
    state: {
      to_post: 'To be posted',
      payment_under_way: 'Payment under way',
      held: 'Held',
      lapsed: 'Not posted in time',
      withdrawn: 'Withdrawn',
      refund_under_way: 'Cancelled: being refunded',
      evidence_needed: 'Evidence needed',
      under_review: 'Under review',
      notice_given: 'Notice given',
      breach_decided: 'Breach decided',
      under_appeal: 'Under appeal',
      breach_final: 'Breach final',
      payment_reversed: 'Payment reversed',
      closed: 'Closed: all the money has been paid out',
    },
  },
  notCounted: notCounted.en,
  refund: {
    title: 'Refund',
    surplus: 'Other money that goes back to you',
    amount: '{{amount}} will be refunded to the payer, in full.',
    promised: 'Promised by {{when}}.',
    real: 'Returned on {{when}}.',
    held: 'It will be sent after {{when}}. We wait until then in case the border corrects its record.',
    late: 'This is later than we promised. We are sorry. The delay is included in our published figures.',
    trace: 'Give your bank this number to trace it: {{number}}',
    failed: 'The refund did not go through on {{when}}.',
    step: {
      cancelled: 'Bond cancelled',
      approved: 'Refund approved',
      sent: 'Sent to our payment processor',
      at_bank: 'With your bank',
      returned: 'Returned',
    },
    stepSurplus: 'Decided',
    sentByBank: 'Sent to your bank account',
  },
  visa: {
    title: 'Visa',
    number: 'Visa number',
    validFrom: 'Valid from',
    validUntil: 'Valid until',
    entries: 'Entries',
    stay: 'Longest stay',
    leaveBy: 'Leave by',
    leaveByHint: 'The last day you are allowed to stay',
    admitted: 'Entered on',
    departed: 'Left on',
    ports: 'Listed ports',
    portsHelp:
      'Enter and leave through one of these, so that your departure is recorded automatically.',
  },
  history: history.en,
} as const;

export const fr: SameKeys<typeof en> = {
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
    too_many_tries:
      'Trop de paiements ont été commencés. Rien n’a été débité. Contactez le consulat.',
    evidence_sent:
      'Votre preuve de départ a été envoyée au consulat. Vous recevrez un courriel quand deux agents auront décidé.',
    extension_sent:
      'Votre demande de prolongation a été envoyée au consulat. Vous recevrez un courriel quand deux agents auront décidé. D’ici là, la date limite de départ reste la même.',
    information_sent: 'Votre réponse est envoyée. L’agent poursuit l’examen de votre demande.',
    account_given:
      'Vous avez indiqué un compte bancaire. Un courriel vous a été envoyé. Rien n’y est versé pendant les 48 premières heures.',
    account_taken_back: 'Vous avez retiré le compte bancaire. Rien n’y est versé.',
    account_not_asked:
      'Ce remboursement ne nécessite pas de compte bancaire. Rien n’a été modifié.',
    account_being_paid:
      'Le remboursement est déjà en cours d’envoi sur le compte indiqué. Il ne peut plus être modifié.',
    payer_asked: 'Le lien est envoyé. Vous recevrez un courriel à la réponse de cette personne.',
    payer_asked_already:
      'Vous avez déjà sollicité une personne pour cette caution. Rien n’a été modifié.',
    payer_ended: 'Plus personne d’autre n’est sollicité. Vous êtes le payeur de cette caution.',
    payer_fixed:
      'Un paiement est ouvert ou en cours : le payeur ne peut pas être changé pour le moment. Rien n’a été modifié. Réessayez plus tard.',
    payer_too_many:
      'Vous avez sollicité trop de personnes pour cette caution. Contactez le consulat.',
    not_the_payer:
      'Une autre personne paie cette caution : elle seule peut le faire. Rien n’a été modifié.',
    signed: 'Vous avez signé l’engagement.',
    withdrawn: 'Votre demande est retirée. Un courriel vous le confirme.',
    draft_deleted: 'Votre brouillon est supprimé.',
    not_withdrawable:
      'Le dossier a changé : la demande ne peut plus être retirée. Rien n’a été modifié.',
    visa_to_give_back:
      'Votre visa est délivré. Pour y renoncer, présentez votre passeport au consulat : il annule le visa, puis la caution est remboursée. Rien n’a été modifié.',
  },
  who: {
    consulate: 'Le consulat de {{city}}',
    processor: 'Notre service et votre banque',
    treasury: 'La trésorerie',
    payer: 'La personne qui paie la caution',
    traveller: 'Le voyageur',
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
      next: 'Lisez la demande et répondez par écrit ou en joignant des fichiers.',
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
    bond_payer_asked: {
      status: 'Vous avez demandé à une autre personne de verser la caution.',
      next: 'Elle n’a pas encore répondu. Vous recevrez un courriel à sa réponse. Vous pouvez toujours payer vous-même.',
    },
    bond_with_payer: {
      status: 'Une autre personne a accepté de verser la caution.',
      next: 'Vous n’avez rien à faire. Cette personne signe l’engagement et paie. L’argent s’affichera ici dès son arrivée.',
    },
    bond_debit: {
      status: 'Votre paiement est en cours à la banque.',
      next: 'Votre banque répond sous 4 jours ouvrés au plus. Ne payez pas une seconde fois. La caution ne devient pas caduque tant que votre banque n’a pas répondu.',
    },
    bond_transfer: {
      status: 'Votre virement est attendu.',
      next: 'Envoyez le total sur le compte indiqué pour cette caution. Une somme reçue en retard vous est rendue.',
    },
    bond_in_part: {
      status: 'Une partie de votre virement est arrivée.',
      next: 'Envoyez le reste. S’il n’est pas reçu à temps, la somme déjà reçue vous est rendue.',
    },
    bond_lapsed: {
      status: 'La caution n’a pas été versée dans le délai.',
      next: 'Aucune somme n’est conservée : ce qui est arrivé vous est rendu. Si vous souhaitez toujours la verser, demandez un nouveau délai au consulat.',
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
    evidence_needed: {
      status: 'Nous n’avons aucune trace de votre départ.',
      next: 'Si la frontière enregistre encore un départ dans les délais, le remboursement démarre automatiquement. Sans réponse de votre part, un agent décide de la suite, et aucune somme n’est conservée sans décision motivée. Envoyez au consulat une preuve de votre départ : carte d’embarquement, cachet ou document daté d’un autre pays.',
    },
    evidence_sent: {
      status: 'Un agent examine votre preuve de départ.',
      next: 'Vous n’avez rien à faire. Le délai de réponse est suspendu pendant cet examen.',
    },
    proof_sent: {
      status: 'Un agent examine votre preuve de départ.',
      next: 'Vous n’avez rien à faire. Si deux agents l’acceptent, le remboursement démarre automatiquement. Il démarre plus tôt si la frontière enregistre votre départ entre-temps.',
    },
    bond_in_question: {
      status: 'Un agent examine si les conditions ont été respectées.',
      next: 'Aucune somme n’est conservée sans décision motivée. Les motifs vous seront communiqués : vous pourrez répondre et former un recours.',
    },
    breach_reply: {
      status: 'Le consulat pense qu’une condition n’a pas été respectée. Vous pouvez répondre.',
      next: 'Lisez l’avis et répondez à chaque motif. Sans réponse, deux personnes statuent sur ce qui est connu. Le silence seul ne fait rien prélever.',
    },
    breach_paused: {
      status: 'Le consulat doit répondre à votre question sur l’avis.',
      next: 'Le délai pour répondre est suspendu jusque-là.',
    },
    breach_to_decide: {
      status: 'Deux personnes examinent si les conditions ont été respectées.',
      next: 'Vous n’avez rien à faire pour le moment. La décision et les voies de recours vous seront communiquées.',
    },
    breach_declared: {
      status: 'Un manquement est constaté. Vous pouvez former un recours.',
      next: 'Sans recours, la décision devient définitive. D’ici là, rien n’est versé à l’État.',
    },
    breach_appealed: {
      status: 'Votre recours est à l’examen.',
      next: 'Il est examiné par des personnes qui n’ont pas pris part à la décision. Rien n’est versé à l’État avant la leur.',
    },
    breach_final: {
      status: 'La décision sur votre caution est définitive.',
      next: 'Si vous disposez d’une preuve nouvelle, contactez le consulat.',
    },
    payment_disputed: {
      status: 'La banque du payeur conteste le paiement.',
      next: 'Aucun visa n’est délivré avant le règlement. Vous trouverez ci-dessous ce que cela signifie et qui doit agir.',
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
    refund_needs_account: {
      status:
        'Le remboursement ne peut pas revenir par le moyen de paiement utilisé. Votre argent est en sécurité.',
      next: 'Indiquez un compte bancaire à votre nom : la trésorerie y versera la somme.',
    },
    refund_account_given: {
      status:
        'Vous avez indiqué un compte bancaire pour votre remboursement. Votre argent est en sécurité.',
      next: 'La trésorerie le vérifie. Rien n’y est versé pendant les 48 premières heures : vous pouvez encore le retirer.',
    },
    refund_problem: {
      status: 'Le remboursement n’a pas abouti. Votre argent est en sécurité.',
      next: 'La trésorerie cherche un autre moyen de vous rembourser et vous en informera.',
    },
    breach_with_payer: {
      status: 'Un manquement est constaté. Le payeur de la caution peut former un recours.',
      next: 'Sans recours, la décision devient définitive. D’ici là, l’État ne reçoit rien.',
    },
    refund_to_payer: {
      status: 'La caution est en cours de remboursement à la personne qui l’a versée.',
      next: 'Vous n’avez rien à faire. Vous pouvez suivre le remboursement ci-dessous.',
    },
    refunded_to_payer: {
      status: 'La caution est remboursée à la personne qui l’a versée.',
      next: 'Il n’y a plus rien à faire.',
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
    underWay: 'Voir le paiement',
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
    methods: {
      card: 'carte',
      us_bank_account: 'prélèvement bancaire',
      customer_balance: 'virement bancaire',
      other: 'un autre moyen',
    },
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
  notCounted: notCounted.fr,
  refund: {
    title: 'Remboursement',
    surplus: 'Autre somme qui vous est rendue',
    amount: '{{amount}} seront remboursés au payeur, en totalité.',
    promised: 'Promis au plus tard le {{when}}.',
    real: 'Remboursé le {{when}}.',
    held: 'Il sera envoyé après le {{when}}. Ce délai permet à la frontière de corriger son enregistrement.',
    late: 'La date promise est dépassée. Nous vous prions de nous en excuser. Ce retard figure dans nos statistiques publiées.',
    trace: 'Donnez ce numéro à votre banque pour le retrouver : {{number}}',
    failed: 'Le {{when}}, le remboursement n’a pas abouti.',
    step: {
      cancelled: 'Caution levée',
      approved: 'Remboursement approuvé',
      sent: 'Transmis à notre prestataire de paiement',
      at_bank: 'À votre banque',
      returned: 'Remboursé',
    },
    stepSurplus: 'Décidé',
    sentByBank: 'Envoyé sur votre compte bancaire',
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
  history: history.fr,
};
