import { Trimmed } from '#web';
import { IsString, Length } from 'class-validator';

/** A public key, as a JWK or PEM; the library reads it. */
export class KeyForm {
  @Length(1, 4000, { message: 'borderClients.error.key' })
  @IsString({ message: 'borderClients.error.key' })
  @Trimmed()
  key!: string;
}
