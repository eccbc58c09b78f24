// Read by the migrator's tool with Node alone: erasable TypeScript, types only from elsewhere.
import type { ConsulateContact } from '../domain/contact.ts';
import type { Rules } from '../domain/rules.ts';

interface ShippedConsulate {
  readonly id: string;
  readonly city: string;
  readonly country: string;
  readonly timeZone: string;
  readonly contact: ConsulateContact;
}

interface ShippedPort {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly listedFrom: string;
}

export interface ShippedVersion {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly legalReference: string;
  readonly rules: Rules;
}

export interface ShippedProgramme {
  readonly id: string;
  readonly code: string;
  readonly issuingState: string;
  readonly bondedNationality: string;
  readonly currency: string;
  /** How it starts; what officers switch later is never switched back. */
  readonly state: 'open' | 'suspended' | 'withdrawn';
  readonly stateReason: string;
  /** The day from which that is so. */
  readonly stateSince: string;
  readonly versions: readonly ShippedVersion[];
  readonly consulates: readonly ShippedConsulate[];
  readonly ports: readonly ShippedPort[];
}
