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

/** What the bank books on the operator's account; an amount below zero left it. */
export interface Booked {
  readonly amount: string;
  /** The statement's first day where it says none. */
  readonly on?: string;
  readonly reference?: string;
  /** Our disbursement's id. */
  readonly payment?: string;
  /** Our file of payments, which the bank books as one sum. */
  readonly file?: string;
  readonly text?: string;
}

export interface Statement {
  readonly from: string;
  readonly to?: string;
  readonly opening: string;
  readonly closing: string;
  readonly entries?: readonly Booked[];
  readonly account?: string;
  readonly currency?: string;
}

/** The account that test programs have as the operator's. */
export const OPERATORS_ACCOUNT = 'FR7630006000011234567890189';

const amountXml = (amount: string, currency: string) =>
  `<Amt Ccy="${currency}">${amount.replace('-', '')}</Amt>` +
  `<CdtDbtInd>${amount.startsWith('-') ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
const balanceXml = (type: string, amount: string, currency: string, day: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp>${amountXml(amount, currency)}` +
  `<Dt><Dt>${day}</Dt></Dt></Bal>`;

/** camt.053.001.08: an account over some days. */
export const bankStatement = (s: Statement, version = '08'): string => {
  const { from, to = from, account = OPERATORS_ACCOUNT, currency = 'USD' } = s;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>
<GrpHdr><MsgId>${unique()}</MsgId><CreDtTm>${to}T23:00:00</CreDtTm></GrpHdr><Stmt>
<Id>${unique()}</Id><Acct><Id>${
    /^[A-Z]{2}/.test(account) ? `<IBAN>${account}</IBAN>` : `<Othr><Id>${account}</Id></Othr>`
  }</Id><Ownr><Nm>Visa Bond Treasury</Nm></Ownr></Acct>
${balanceXml('OPBD', s.opening, currency, from)}${balanceXml('CLBD', s.closing, currency, to)}
${(s.entries ?? []).map((e) => entryXml(e, from, currency)).join('\n')}
</Stmt></BkToCstmrStmt></Document>`;
};

const entryXml = (e: Booked, from: string, currency: string) =>
  `<Ntry>${amountXml(e.amount, currency)}<Sts><Cd>BOOK</Cd></Sts>` +
  `<BookgDt><Dt>${e.on ?? from}</Dt></BookgDt>` +
  (e.reference ? `<AcctSvcrRef>${e.reference}</AcctSvcrRef>` : '') +
  '<BkTxCd/><NtryDtls>' +
  (e.file ? `<Btch><PmtInfId>${nameOf(e.file)}</PmtInfId></Btch>` : '') +
  (e.file
    ? ''
    : `<TxDtls><Refs><EndToEndId>${e.payment ? nameOf(e.payment) : 'NOTPROVIDED'}</EndToEndId></Refs>` +
      `<RltdPties><Cdtr><Pty><Nm>Somebody Else</Nm></Pty></Cdtr></RltdPties>` +
      `<RmtInf><Ustrd>${e.text ?? 'Transfer'}</Ustrd></RmtInf></TxDtls>`) +
  '</NtryDtls></Ntry>';

/** The same as CSV, in the columns of ours; between semicolons with a comma before the decimals. */
export const csvStatement = (s: Statement, by: ',' | ';' = ','): string => {
  const { from, to = from, account = OPERATORS_ACCOUNT, currency = 'USD' } = s;
  const amount = (text: string) => (by === ';' ? text.replace('.', ',') : text);
  const lines = [
    ['kind', 'account', 'currency', 'date', 'amount', 'reference', 'end_to_end_id', 'text'],
    ['opening', account, currency, from, amount(s.opening), '', '', ''],
    ...(s.entries ?? []).map((e) => [
      ...['entry', '', '', e.on ?? from, amount(e.amount), e.reference ?? ''],
      ...[e.payment ? nameOf(e.payment) : '', e.text ?? ''],
    ]),
    ['closing', '', '', to, amount(s.closing), '', '', ''],
  ];
  return `\ufeff${lines.map((line) => line.join(by)).join('\r\n')}\r\n`;
};
