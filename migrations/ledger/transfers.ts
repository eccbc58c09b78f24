// Transfers with the chart of events, and the gate of money coming in.

export const transfers = `
-- One row debits one account and credits another, so every row balances by construction. A row has
-- one owner and touches at most that owner's guarded account. The owner's id leads every key.
create table ledger.transfer (
  owner_id    uuid        not null,
  seq         integer     not null,
  phase       text        not null,  -- only post and settle move money
  code        text        not null,
  debit       text        not null,
  credit      text        not null,
  amount      bigint      not null,  -- minor units
  currency    char(3)     not null,
  -- object and what happened to it: re_1:succeeded; never an event id
  cause       text        not null,
  line        smallint    not null,
  -- SHA-256 of what the caller asked, the same on every line of a cause
  asked       bytea       not null,
  -- the owner's row that this one settles, voids, undoes or passes on
  follows     integer,
  decision_id uuid,
  payment_id  uuid,                  -- money coming in: the received payment it is part of
  happened_at timestamptz not null,  -- when it happened: given by the caller
  learned_at  timestamptz not null default clock_timestamp(),
  booked_by   name        not null default session_user,
  constraint transfer_pkey primary key (owner_id, seq),
  constraint transfer_cause unique (owner_id, cause, line),
  constraint transfer_followed_once unique (owner_id, follows),
  constraint transfer_account foreign key (owner_id, currency)
    references ledger.account (owner_id, currency),
  constraint transfer_follows foreign key (owner_id, follows)
    references ledger.transfer (owner_id, seq),
  constraint transfer_decision foreign key (decision_id) references ledger.decision,
  constraint transfer_phase check (phase in ('post', 'reserve', 'settle', 'void')),
  constraint transfer_amount check (amount > 0),
  constraint transfer_numbers check (seq > 0 and line > 0 and follows < seq),
  constraint transfer_resolves check (phase not in ('settle', 'void') or follows is not null),
  constraint transfer_decided check (phase = 'post' or decision_id is not null),
  constraint transfer_cause_form check (cause ~ '^[^[:space:]]+:[^[:space:]]+$'
    and length(cause) <= 200),
  -- The chart of events: what is not in it cannot be booked. Shared accounts are names without a
  -- row: a foreign key to them cost up to 11 % at 64 clients, a balance on them a factor of four.
  constraint transfer_chart check ((code, debit, credit) in (
    ('paid',           'processor:clearing',  'bond'),
    ('unmatched',      'processor:clearing',  'suspense'),
    ('matched',        'suspense',            'processor:clearing'),
    ('matched',        'processor:clearing',  'bond'),
    ('fee',            'processor:fees',      'processor:clearing'),
    ('refund',         'bond',                'processor:clearing'),
    ('refund',         'bond',                'bank:escrow'),
    ('refund',         'suspense',            'processor:clearing'),
    ('refund',         'suspense',            'bank:escrow'),
    ('bounced',        'processor:clearing',  'bond'),
    ('bounced',        'bank:escrow',         'bond'),
    ('bounced',        'processor:clearing',  'suspense'),
    ('bounced',        'bank:escrow',         'suspense'),
    ('overpaid',       'operator:losses',     'processor:clearing'),
    ('overpaid',       'operator:losses',     'bank:escrow'),
    ('forfeit',        'bond',                'state:forfeited'),
    ('remitted',       'state:forfeited',     'state:remitted'),
    ('rescinded',      'state:forfeited',     'bond'),
    ('rescinded',      'state:remitted',      'bond'),
    ('withdrawn',      'disputes:receivable', 'processor:clearing'),
    ('reinstated',     'processor:clearing',  'disputes:receivable'),
    ('charged_back',   'bond',                'disputes:receivable'),
    ('charged_back',   'suspense',            'disputes:receivable'),
    ('lost',           'operator:losses',     'disputes:receivable'),
    ('recovered',      'bond',                'operator:losses'),
    ('recovered',      'suspense',            'operator:losses'),
    ('payout',         'bank:escrow',         'processor:clearing'),
    ('funded',         'bank:escrow',         'operator:funding'),
    ('topped_up',      'processor:clearing',  'bank:escrow'),
    ('remittance',     'state:remitted',      'bank:escrow'),
    ('state_repaid',   'bank:escrow',         'state:remitted')))
);

-- Where suspense began. It finds suspense with money in it without an index on a balance, which
-- would make every update of an account touch the index.
create index transfer_unmatched on ledger.transfer (owner_id) where code = 'unmatched';

-- The gate of money coming in. A payment may go to a bond, to suspense or to both, under different
-- owners, so a key that leads with the owner cannot stop it from being booked twice; this one can.
create table ledger.received_payment (
  id          uuid        primary key,
  amount      bigint      not null,
  currency    char(3)     not null,
  cause       text        not null,
  bond_id     uuid,
  to_bond     bigint      not null,
  happened_at timestamptz not null,
  learned_at  timestamptz not null default clock_timestamp(),
  constraint received_payment_amount check (amount > 0),
  constraint received_payment_split check (to_bond between 0 and amount
    and (bond_id is null) = (to_bond = 0))
);

create trigger append_only before update or delete or truncate on ledger.transfer
  for each statement execute function ledger.refuse_change();
create trigger append_only before update or delete or truncate on ledger.received_payment
  for each statement execute function ledger.refuse_change();
`;
