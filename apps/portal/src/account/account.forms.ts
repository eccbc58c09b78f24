import { IsEmail, IsNotEmpty, IsOptional } from 'class-validator';
import { Trimmed } from '#web';

export class SignInForm {
  @IsEmail({}, { message: 'account.error.emailWrong' })
  @IsNotEmpty({ message: 'account.error.emailMissing' })
  @Trimmed()
  email!: string;

  @IsNotEmpty({ message: 'account.error.passwordMissing' })
  password!: string;

  /** Where the person was going. */
  @IsOptional()
  next?: string;
}
