import { createHash, createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { Config } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { calculateJwkThumbprint, SignJWT } from 'jose';
import type { PublicJwk } from '../clients/public-key.ts';

const TOKEN_SECONDS = 300;
/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Our key as it is published. */
export interface CallbackKey extends PublicJwk {
  readonly kid: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
}

/**
 * Signs what we tell border systems, in the manner in which they sign what they tell us. The key comes
 * from the installation's wrapping key, so there is none to make, to store or to lose besides.
 */
@Injectable()
export class CallbackSigner {
  private readonly key: KeyObject;

  constructor(@Inject(Config) private readonly config: Config) {
    const wrapping = Buffer.from(config.wrappingKey, 'base64');
    const seed = Buffer.from(hkdfSync('sha256', wrapping, '', 'border callbacks', 32));
    const key = Buffer.concat([PKCS8, seed]);
    this.key = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  }

  /** The public half, by which border systems know us. */
  async published(): Promise<CallbackKey> {
    const { x } = createPublicKey(this.key).export({ format: 'jwk' });
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: x! } as const;
    return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'EdDSA', use: 'sig' };
  }

  /** For one try at one address, for some minutes, and for exactly this body. */
  async token(jti: string, address: string, body: string): Promise<string> {
    const { kid } = await this.published();
    return new SignJWT({ body_sha256: createHash('sha256').update(body).digest('hex') })
      .setProtectedHeader({ alg: 'EdDSA', kid })
      .setIssuer(this.config.apiUrl)
      .setAudience(address)
      .setIssuedAt()
      .setExpirationTime(`${TOKEN_SECONDS}s`)
      .setJti(jti)
      .sign(this.key);
  }
}
