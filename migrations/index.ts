// Every migration, oldest first. Plain erasable TypeScript: the tools import it with Node alone.
import { CreatePlatform1764000000001 } from './1764000000001-create-platform.ts';
import { CreateAudit1764000000002 } from './1764000000002-create-audit.ts';
import { CreateNotification1764000000003 } from './1764000000003-create-notification.ts';
import { CreateProgramme1764000000004 } from './1764000000004-create-programme.ts';
import { CreateIdentity1764000000005 } from './1764000000005-create-identity.ts';
import { CreateApplication1764000000006 } from './1764000000006-create-application.ts';
import { CreateLedger1764000000007 } from './1764000000007-create-ledger.ts';
import { CreateBondEscrow1764000000008 } from './1764000000008-create-bond-escrow.ts';
import { CreateProcessorEvent1764000000009 } from './1764000000009-create-processor-event.ts';
import { CreateTravel1764000000010 } from './1764000000010-create-travel.ts';
import { CreateRefund1764000000011 } from './1764000000011-create-refund.ts';
import { CreateCustodyOracle1764100000010 } from './1764100000010-create-custody-oracle.ts';
import { BookReversals1764100000011 } from './1764100000011-book-reversals.ts';
import { CreateReversal1764100000012 } from './1764100000012-create-reversal.ts';
import { WhyARefundWaits1764100000013 } from './1764100000013-why-a-refund-waits.ts';
import { CreateSuspenseEntry1764100000020 } from './1764100000020-create-suspense-entry.ts';
import { ConfirmTravelDocuments1764100000030 } from './1764100000030-confirm-travel-documents.ts';
import { MoreRules1764100000040 } from './1764100000040-more-rules.ts';
import { StaysAndPlans1764100000041 } from './1764100000041-stays-and-plans.ts';
import { RefundBrake1764100000042 } from './1764100000042-refund-brake.ts';
import { CodesForKeys1764100000050 } from './1764100000050-codes-for-keys.ts';
import { MailedCodes1764100000060 } from './1764100000060-mailed-codes.ts';
import { OwnAccount1764100000061 } from './1764100000061-own-account.ts';
import { CreateAccountSession1764100000070 } from './1764100000070-create-account-session.ts';
import { CreateStaffByOneFunction1764100000071 } from './1764100000071-create-staff-by-one-function.ts';
import { WhoMayMakeWhichMove1764100000072 } from './1764100000072-who-may-make-which-move.ts';
import { ProofOfMovements1764100000073 } from './1764100000073-proof-of-movements.ts';
import { CreateDemonstration1764100000080 } from './1764100000080-create-demonstration.ts';
import { PassportLines1764100000090 } from './1764100000090-passport-lines.ts';
import { ConsulateContacts1764100000100 } from './1764100000100-consulate-contacts.ts';
import { CorrectDirections1764100000110 } from './1764100000110-correct-directions.ts';
import { BookDisputes1764100000150 } from './1764100000150-book-disputes.ts';
import { DisputesAreReversals1764100000151 } from './1764100000151-disputes-are-reversals.ts';
import { LookAtWhatIsLeft1764100000152 } from './1764100000152-look-at-what-is-left.ts';
import { FindWhatIsOpen1764100000180 } from './1764100000180-find-what-is-open.ts';
import { MovesSayWhenTheyMiss1764100000200 } from './1764100000200-moves-say-when-they-miss.ts';
import { CheapChecks1764100000220 } from './1764100000220-cheap-checks.ts';
import { PagesOfLists1764100000221 } from './1764100000221-pages-of-lists.ts';
import { OraclePasses1764100000222 } from './1764100000222-oracle-passes.ts';
import { PoliciesSayYesOrNo1764100000223 } from './1764100000223-policies-say-yes-or-no.ts';
import { FindOwners1764100000224 } from './1764100000224-find-owners.ts';
import { LengthsOfDetails1764100000250 } from './1764100000250-lengths-of-details.ts';
import { SessionOfTransaction1764100000270 } from './1764100000270-session-of-transaction.ts';
import { AShorterChart1764100000285 } from './1764100000285-a-shorter-chart.ts';
import { FindSuspense1764100000286 } from './1764100000286-find-suspense.ts';
import { ListWhatWaits1764100000300 } from './1764100000300-list-what-waits.ts';
import { LookAtTheBooksInParts1764100000301 } from './1764100000301-look-at-the-books-in-parts.ts';
import { PoliciesOfOneLogin1764100000320 } from './1764100000320-policies-of-one-login.ts';
import { ChecksReadOnce1764100000321 } from './1764100000321-checks-read-once.ts';
import { CreateUpload1764100000340 } from './1764100000340-create-upload.ts';
import { CreateEvidence1764100000341 } from './1764100000341-create-evidence.ts';
import { CreateFeedMarks1764100000360 } from './1764100000360-create-feed-marks.ts';
import { RulesOfSilence1764100000361 } from './1764100000361-rules-of-silence.ts';
import { ClocksOfStays1764100000362 } from './1764100000362-clocks-of-stays.ts';
import { CreateBreach1764100000380 } from './1764100000380-create-breach.ts';
import { EndsBeforeAVisa1764100000400 } from './1764100000400-ends-before-a-visa.ts';
import { EvidenceInParts1764100000401 } from './1764100000401-evidence-in-parts.ts';
import { DecideSuspense1764100000420 } from './1764100000420-decide-suspense.ts';
import { TryAnEventAgain1764100000421 } from './1764100000421-try-an-event-again.ts';
import { CreateMovementImport1764100000450 } from './1764100000450-create-movement-import.ts';
import { CorrectionsOfMovements1764100000460 } from './1764100000460-corrections-of-movements.ts';
import { ProbableTravellers1764100000461 } from './1764100000461-probable-travellers.ts';
import { CreateStayFacts1764100000480 } from './1764100000480-create-stay-facts.ts';
import { PublishFigures1764100000510 } from './1764100000510-publish-figures.ts';
import { LongerStaysAreStays1764100000520 } from './1764100000520-longer-stays-are-stays.ts';
import { CreateRescue1764100000530 } from './1764100000530-create-rescue.ts';
import { TwoPeopleLetBordersIn1764100000550 } from './1764100000550-two-people-let-borders-in.ts';
import { CreateJourneyNote1764100000551 } from './1764100000551-create-journey-note.ts';
import { FreezeCases1764100000580 } from './1764100000580-freeze-cases.ts';
import { CreateRefundRun1764100000581 } from './1764100000581-create-refund-run.ts';
import { PayByBank1764100000585 } from './1764100000585-pay-by-bank.ts';
import { BondsRefundsNameTheirBond1764100000590 } from './1764100000590-bonds-refunds-name-their-bond.ts';
import { FilesWithAReply1764100000600 } from './1764100000600-files-with-a-reply.ts';
import { InformationRequests1764100000601 } from './1764100000601-information-requests.ts';
import { DecideRecordsSetAside1764100000610 } from './1764100000610-decide-records-set-aside.ts';
import { TellBorderSystems1764100000611 } from './1764100000611-tell-border-systems.ts';
import { SealDays1764100000630 } from './1764100000630-seal-days.ts';
import { TellBalances1764100000631 } from './1764100000631-tell-balances.ts';
import { CreatePaper1764100000640 } from './1764100000640-create-paper.ts';
import { PausesOfPosting1764100000650 } from './1764100000650-pauses-of-posting.ts';
import { RefundsOfBanks1764100000660 } from './1764100000660-refunds-of-banks.ts';
import { WaysToPay1764100000661 } from './1764100000661-ways-to-pay.ts';
import { WaysThatClose1764100000662 } from './1764100000662-ways-that-close.ts';
import { PayersWhoDoNotTravel1764100000670 } from './1764100000670-payers-who-do-not-travel.ts';
import { AccountsBeforehand1764100000671 } from './1764100000671-accounts-beforehand.ts';
import { FreezeOnWarnings1764100000680 } from './1764100000680-freeze-on-warnings.ts';
import { CreateDispute1764100000681 } from './1764100000681-create-dispute.ts';
import { DisputesOfTheirPayer1764100000682 } from './1764100000682-disputes-of-their-payer.ts';
import { KnowTheBalance1764100000691 } from './1764100000691-know-the-balance.ts';
import { ProveReceipts1764100000690 } from './1764100000690-prove-receipts.ts';
import { CheckWhatTransfersLeft1764100000699 } from './1764100000699-check-what-transfers-left.ts';
import { KnowProcessorMovements1764100000700 } from './1764100000700-know-processor-movements.ts';
import { BookWhatTheProcessorMoves1764100000701 } from './1764100000701-book-what-the-processor-moves.ts';
import { CompareWithTheProcessor1764100000702 } from './1764100000702-compare-with-the-processor.ts';
import { FindWhatIsNoReceipt1764100000703 } from './1764100000703-find-what-is-no-receipt.ts';
import { CloseDaysOfTheBooks1764100000720 } from './1764100000720-close-days-of-the-books.ts';
import { CloseMonths1764100000721 } from './1764100000721-close-months.ts';
import { WatchWaysBack1764100000722 } from './1764100000722-watch-ways-back.ts';
import { FindWhatIsHeldLong1764100000723 } from './1764100000723-find-what-is-held-long.ts';
import { TransfersTakenBack1764100000760 } from './1764100000760-transfers-taken-back.ts';
import { BookWhatTheBankMoves1764100000770 } from './1764100000770-book-what-the-bank-moves.ts';
import { ReadBankStatements1764100000771 } from './1764100000771-read-bank-statements.ts';
import { TellPayersWhatCloses1764100000780 } from './1764100000780-tell-payers-what-closes.ts';
import { ShowWhenPayersWereTold1764100000795 } from './1764100000795-show-when-payers-were-told.ts';
import { AddUpPayersCash1764100000796 } from './1764100000796-add-up-payers-cash.ts';
import { FindFirstCases1764100000797 } from './1764100000797-find-first-cases.ts';

export const migrations = [
  CreatePlatform1764000000001,
  CreateAudit1764000000002,
  CreateNotification1764000000003,
  CreateProgramme1764000000004,
  CreateIdentity1764000000005,
  CreateApplication1764000000006,
  CreateLedger1764000000007,
  CreateBondEscrow1764000000008,
  CreateProcessorEvent1764000000009,
  CreateTravel1764000000010,
  CreateRefund1764000000011,
  CreateCustodyOracle1764100000010,
  BookReversals1764100000011,
  CreateReversal1764100000012,
  WhyARefundWaits1764100000013,
  CreateSuspenseEntry1764100000020,
  ConfirmTravelDocuments1764100000030,
  MoreRules1764100000040,
  StaysAndPlans1764100000041,
  RefundBrake1764100000042,
  CodesForKeys1764100000050,
  MailedCodes1764100000060,
  OwnAccount1764100000061,
  CreateAccountSession1764100000070,
  CreateStaffByOneFunction1764100000071,
  WhoMayMakeWhichMove1764100000072,
  ProofOfMovements1764100000073,
  CreateDemonstration1764100000080,
  PassportLines1764100000090,
  ConsulateContacts1764100000100,
  CorrectDirections1764100000110,
  BookDisputes1764100000150,
  DisputesAreReversals1764100000151,
  LookAtWhatIsLeft1764100000152,
  FindWhatIsOpen1764100000180,
  MovesSayWhenTheyMiss1764100000200,
  CheapChecks1764100000220,
  PagesOfLists1764100000221,
  OraclePasses1764100000222,
  PoliciesSayYesOrNo1764100000223,
  FindOwners1764100000224,
  LengthsOfDetails1764100000250,
  SessionOfTransaction1764100000270,
  AShorterChart1764100000285,
  FindSuspense1764100000286,
  ListWhatWaits1764100000300,
  LookAtTheBooksInParts1764100000301,
  PoliciesOfOneLogin1764100000320,
  ChecksReadOnce1764100000321,
  CreateUpload1764100000340,
  CreateEvidence1764100000341,
  CreateFeedMarks1764100000360,
  RulesOfSilence1764100000361,
  ClocksOfStays1764100000362,
  CreateBreach1764100000380,
  EndsBeforeAVisa1764100000400,
  EvidenceInParts1764100000401,
  DecideSuspense1764100000420,
  TryAnEventAgain1764100000421,
  CreateMovementImport1764100000450,
  CorrectionsOfMovements1764100000460,
  ProbableTravellers1764100000461,
  CreateStayFacts1764100000480,
  PublishFigures1764100000510,
  LongerStaysAreStays1764100000520,
  CreateRescue1764100000530,
  TwoPeopleLetBordersIn1764100000550,
  CreateJourneyNote1764100000551,
  FreezeCases1764100000580,
  CreateRefundRun1764100000581,
  PayByBank1764100000585,
  BondsRefundsNameTheirBond1764100000590,
  FilesWithAReply1764100000600,
  InformationRequests1764100000601,
  DecideRecordsSetAside1764100000610,
  TellBorderSystems1764100000611,
  SealDays1764100000630,
  TellBalances1764100000631,
  CreatePaper1764100000640,
  PausesOfPosting1764100000650,
  RefundsOfBanks1764100000660,
  WaysToPay1764100000661,
  WaysThatClose1764100000662,
  PayersWhoDoNotTravel1764100000670,
  AccountsBeforehand1764100000671,
  FreezeOnWarnings1764100000680,
  CreateDispute1764100000681,
  DisputesOfTheirPayer1764100000682,
  ProveReceipts1764100000690,
  KnowTheBalance1764100000691,
  CheckWhatTransfersLeft1764100000699,
  KnowProcessorMovements1764100000700,
  BookWhatTheProcessorMoves1764100000701,
  CompareWithTheProcessor1764100000702,
  FindWhatIsNoReceipt1764100000703,
  CloseDaysOfTheBooks1764100000720,
  CloseMonths1764100000721,
  WatchWaysBack1764100000722,
  FindWhatIsHeldLong1764100000723,
  TransfersTakenBack1764100000760,
  BookWhatTheBankMoves1764100000770,
  ReadBankStatements1764100000771,
  TellPayersWhatCloses1764100000780,
  ShowWhenPayersWereTold1764100000795,
  AddUpPayersCash1764100000796,
  FindFirstCases1764100000797,
];
