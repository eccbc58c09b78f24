import { Config } from '#platform';
import { isValidIBAN } from 'ibantools';
import { Inject, Injectable } from '@nestjs/common';
import { isRoutingNumber, type BankAccount } from '../domain/bank-account.ts';

/** The account from which the operator pays refunds by bank, as its settings say. */
@Injectable()
export class OperatorAccount {
  constructor(@Inject(Config) private readonly config: Config) {}

  /** Null while the operator has not said. */
  get(): BankAccount | null {
    const { holder, account } = this.config.escrowBank;
    if (!holder || !account) return null;
    if (isValidIBAN(account)) return { kind: 'iban', iban: account, holder };
    const [routing = '', number = ''] = account.split('/');
    return isRoutingNumber(routing) && number ? { kind: 'us', routing, number, holder } : null;
  }

  /** As its statements name it, and its currency; null while the operator has not said. */
  named(): { readonly account: string; readonly currency: string } | null {
    const { account, currency } = this.config.escrowBank;
    return account ? { account, currency } : null;
  }
}
