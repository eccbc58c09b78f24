/** Refusals in Stripe's form. Everything that is not a 2xx answer is one of these. */

export interface ErrorFields {
  type: 'invalid_request_error' | 'idempotency_error' | 'card_error' | 'api_error';
  message: string;
  code?: string;
  param?: string;
  /** What a refused payment leaves behind. */
  charge?: string;
  decline_code?: string;
  payment_intent?: object;
  payment_method?: object;
}

/**
 * Thrown, a refusal undoes what its call did; returned by a handler, it is the answer to a call that
 * had effects, as a declined card has.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly fields: ErrorFields;
  /** Whether an idempotency key remembers this refusal: only those of calls that began to run. */
  isRemembered = true;

  constructor(status: number, fields: ErrorFields) {
    super(fields.message);
    this.status = status;
    this.fields = fields;
  }

  body(requestLogUrl: string): { error: Record<string, unknown> } {
    const { code } = this.fields;
    const doc = code && `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
    return {
      error: {
        ...this.fields,
        ...(doc ? { doc_url: doc } : {}),
        request_log_url: requestLogUrl,
      },
    };
  }
}

export function invalid(message: string, param?: string, code?: string, status = 400): ApiError {
  return new ApiError(status, {
    ...(code ? { code } : {}),
    message,
    ...(param ? { param } : {}),
    type: 'invalid_request_error',
  });
}

/** Stripe's words for the króna; those for three decimals are invented. */
export function tooFine(currency: string, step: number): ApiError {
  const code = currency.toUpperCase();
  const why = step === 100 ? `Currency ${code} has become effectively zero-decimal and ` : '';
  return invalid(
    `Invalid amount. ${why}charged amounts must be evenly divisible by ${step}. See ` +
      'https://stripe.com/docs/currencies#special-cases for more information.',
    undefined,
    step === 100 ? 'invalid_charge_amount_no_decimal_compatible' : 'parameter_invalid_integer',
  );
}

export function noSuch(what: string, id: string, param: string, status = 404): ApiError {
  return invalid(`No such ${what}: '${id}'`, param, 'resource_missing', status);
}

/** Real at Stripe, but not built here: better refused loudly than ignored. */
export function notBuilt(what: string, param?: string): ApiError {
  return invalid(`The emulator does not build ${what}.`, param, 'emulator_not_built');
}

export function unrecognizedUrl(method: string, path: string): ApiError {
  return invalid(
    `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can ` +
      'help at https://support.stripe.com/.',
    undefined,
    undefined,
    404,
  );
}
