import { HttpException } from '@nestjs/common';

// What guards throw; the error filter knows the page of each. Refusals of the business are values.

/** Signed in, but without the permission. */
export class AccessRefused extends HttpException {
  constructor() {
    super('access refused', 403);
  }
}

/** A change asked for by another website. */
export class CrossSiteRefused extends HttpException {
  constructor() {
    super('cross-site request refused', 403);
  }
}

/** A change whose session or token is gone. */
export class SessionExpired extends HttpException {
  constructor() {
    super('session expired', 403);
  }
}

export class TooManyTries extends HttpException {
  constructor(readonly retryAfterSeconds: number) {
    super('too many tries', 429);
  }
}
