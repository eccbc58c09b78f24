// What a bank answers to a file of payments, as ISO 20022 has it: for tests that play the bank.

export interface Answered {
  /** Our disbursement's id. */
  readonly id: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly reason?: string;
}

const nameOf = (id: string) => id.replaceAll('-', '');
let made = 0;
const unique = () => `M${Date.now()}-${++made}`;

/** pain.002.001.10: the state of payments, each in the same status. */
export const statusReport = (status: string, ...payments: readonly Answered[]): string =>
  `
<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
<GrpHdr><MsgId>${unique()}</MsgId><CreDtTm>2026-11-27T09:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>X</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>X</OrgnlPmtInfId>
${payments
  .map(
    ({ id, amount = '10000.00', currency = 'USD', reason }) => `<TxInfAndSts>
<OrgnlEndToEndId>${nameOf(id)}</OrgnlEndToEndId><TxSts>${status}</TxSts>
${reason ? `<StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn></StsRsnInf>` : ''}
<OrgnlTxRef><Amt><InstdAmt Ccy="${currency}">${amount}</InstdAmt></Amt></OrgnlTxRef>
</TxInfAndSts>`,
  )
  .join('')}
</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`.trim();

/** pain.002.001.10: a whole file is refused. */
export const fileRefused = (fileId: string, reason = 'FF01'): string =>
  `
<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
<GrpHdr><MsgId>${unique()}</MsgId><CreDtTm>2026-11-27T09:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${nameOf(fileId)}</OrgnlMsgId>
<OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn></StsRsnInf>
</OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>`.trim();

/** camt.054.001.08: payments that left the account, or came back to it. */
export const notification = (side: 'DBIT' | 'CRDT', ...payments: readonly Answered[]): string =>
  `
<?xml version="1.0" encoding="UTF-8"?>
<n:Document xmlns:n="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><n:BkToCstmrDbtCdtNtfctn>
<n:GrpHdr><n:MsgId>${unique()}</n:MsgId><n:CreDtTm>2026-11-27T09:00:00</n:CreDtTm></n:GrpHdr>
<n:Ntfctn><n:Id>1</n:Id><n:Acct><n:Id><n:Othr><n:Id>1234</n:Id></n:Othr></n:Id></n:Acct>
${payments
  .map(
    ({ id, amount = '10000.00', currency = 'USD', reason }) => `<n:Ntry>
<n:Amt Ccy="${currency}">${amount}</n:Amt><n:CdtDbtInd>${side}</n:CdtDbtInd>
<n:Sts><n:Cd>BOOK</n:Cd></n:Sts><n:AcctSvcrRef>B-${nameOf(id).slice(-8)}</n:AcctSvcrRef><n:BkTxCd/>
<n:NtryDtls><n:TxDtls><n:Refs><n:EndToEndId>${nameOf(id)}</n:EndToEndId></n:Refs>
${reason ? `<n:RtrInf><n:Rsn><n:Cd>${reason}</n:Cd></n:Rsn></n:RtrInf>` : ''}
</n:TxDtls></n:NtryDtls></n:Ntry>`,
  )
  .join('')}
</n:Ntfctn></n:BkToCstmrDbtCdtNtfctn></n:Document>`.trim();
