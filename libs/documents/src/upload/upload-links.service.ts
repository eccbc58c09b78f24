import { timingSafeEqual } from 'node:crypto';
import { Vault } from '#platform';
import { Injectable } from '@nestjs/common';

const LINK_SECONDS = 300;
const PROOF = /^[\w-]{43}$/;

/** What an address says of a file. */
export interface UploadLink {
  readonly id: string;
  readonly until: string;
  readonly proof: string;
}

/** Addresses of files: for one session of one person, for five minutes. */
@Injectable()
export class UploadLinks {
  constructor(private readonly vault: Vault) {}

  /** What follows the file's id in its address. */
  queryOf(id: string, sessionId: string, now = Date.now()): string {
    const until = `${Math.floor(now / 1000) + LINK_SECONDS}`;
    const proof = this.proofOf(id, sessionId, until).toString('base64url');
    return new URLSearchParams({ until, proof }).toString();
  }

  isGood({ id, until, proof }: UploadLink, sessionId: string, now = Date.now()): boolean {
    if (!/^\d{10}$/.test(until) || Number(until) * 1000 < now || !PROOF.test(proof)) return false;
    return timingSafeEqual(Buffer.from(proof, 'base64url'), this.proofOf(id, sessionId, until));
  }

  private proofOf(id: string, sessionId: string, until: string): Buffer {
    return this.vault.token('upload-link', [id, sessionId, until].join('\0'));
  }
}
