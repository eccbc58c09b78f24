import { Trimmed } from '#web';
import { IsEmail, IsNotEmpty, IsOptional, IsString } from 'class-validator';

export class SignInForm {
  @IsEmail({}, { message: 'account.error.emailWrong' })
  @IsNotEmpty({ message: 'account.error.emailMissing' })
  @Trimmed()
  email!: string;

  @IsNotEmpty({ message: 'account.error.passwordMissing' })
  password!: string;

  @IsOptional()
  @IsString({ message: 'web.field.unknown' })
  next?: string;
}
