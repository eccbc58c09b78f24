/** Ways to pay that are built, and which of them fit a payment. */

const TYPES = ['card', 'us_bank_account', 'customer_balance'] as const;
export type MethodType = (typeof TYPES)[number];

interface Wanted {
  currency: string;
  /** Money by transfer comes to a customer, not to a payment. */
  hasCustomer: boolean;
  /** Undefined: all that the account has. */
  allowed?: readonly string[] | undefined;
  excluded?: readonly string[] | undefined;
}

/** Those of the allowed types that can be used; the others drop out without a word. */
export function typesThatFit({ currency, hasCustomer, allowed, excluded }: Wanted): MethodType[] {
  const fits: Record<MethodType, boolean> = {
    card: true,
    us_bank_account: currency === 'usd',
    customer_balance: currency === 'usd' && hasCustomer,
  };
  return TYPES.filter(
    (type) => fits[type] && (!allowed || allowed.includes(type)) && !excluded?.includes(type),
  );
}

/** What an intent says about how each of its types will be used. */
export function optionsOf(types: readonly MethodType[]) {
  const { card, ...others } = sessionOptionsOf(types);
  const unused = { installments: null, mandate_options: null, network: null };
  return { ...(card && { card: { ...unused, ...card } }), ...others };
}

/** What a session says about the same. */
export function sessionOptionsOf(types: readonly MethodType[]) {
  return {
    ...(types.includes('card') && { card: { request_three_d_secure: 'automatic' as const } }),
    ...(types.includes('customer_balance') && {
      customer_balance: {
        bank_transfer: { type: 'us_bank_transfer' as const },
        funding_type: 'bank_transfer' as const,
      },
    }),
    ...(types.includes('us_bank_account') && {
      us_bank_account: { verification_method: 'automatic' as const },
    }),
  };
}
