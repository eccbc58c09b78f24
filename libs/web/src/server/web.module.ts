import { Module, type DynamicModule, type ModuleMetadata, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { ACCOUNTS, AccessGuard } from './access.guard.ts';
import type { AccountSessions } from './account-sessions.ts';
import { CsrfGuard } from './csrf.guard.ts';
import { ErrorsFilter } from './errors.filter.tsx';
import { LIMITER, LimitGuard, type Limiter } from './limited.guard.ts';

export interface WebModuleOptions {
  /** Modules that export the two below. */
  readonly imports?: ModuleMetadata['imports'];
  readonly accounts: Type<AccountSessions>;
  readonly limiter: Type<Limiter>;
}

/** The guards of every route, in this order, and the one filter of every exception. */
@Module({})
export class WebModule {
  static forRoot(o: WebModuleOptions): DynamicModule {
    return {
      module: WebModule,
      imports: o.imports ?? [],
      providers: [
        { provide: ACCOUNTS, useExisting: o.accounts },
        { provide: LIMITER, useExisting: o.limiter },
        { provide: APP_GUARD, useClass: CsrfGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: LimitGuard },
        { provide: APP_FILTER, useClass: ErrorsFilter },
      ],
    };
  }
}
