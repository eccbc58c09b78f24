import { HttpException, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { refused, type Refused } from '#kernel';
import type { SignedIn } from '../account/account.service.ts';

/** What passport's 'local' found, as a value: the form shows its own errors. */
export type Tried = SignedIn | Refused;

/** Never stops the request: whoever handles it answers a refusal with the form. */
@Injectable()
export class LocalSignIn extends AuthGuard('local') {
  override handleRequest<T>(error: unknown, found: unknown): T {
    // A broken part is no refusal.
    if (error && !(error instanceof HttpException)) throw error as Error;
    const code = error instanceof HttpException ? error.message : 'wrong_credentials';
    return (found || refused(code)) as T;
  }
}
