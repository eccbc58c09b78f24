import { Trimmed } from '#web';
import { IsString, Length, Matches } from 'class-validator';
import { KeyForm } from './key.form.ts';

/** A border system as an administrator proposes it. */
export class BorderClientForm extends KeyForm {
  @Length(1, 100, { message: 'borderClients.error.name' })
  @IsString({ message: 'borderClients.error.name' })
  @Trimmed()
  name!: string;

  @Matches(/^[a-z0-9-]{2,40}$/, { message: 'borderClients.error.programme' })
  programme!: string;

  /** Codes between spaces or commas. */
  @Matches(/^[A-Za-z0-9]{2,8}([\s,;]+[A-Za-z0-9]{2,8}){0,49}$/, {
    message: 'borderClients.error.ports',
  })
  @Trimmed()
  ports!: string;
}
