import { Transform } from 'class-transformer';
import { IsEmail, IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';
import { CODE_DIGITS, PASSWORD_CHARS_MIN } from '#identity';
import { Trimmed } from '#web';

const EMAIL_CHARS_MAX = 254;
const min = { context: { min: PASSWORD_CHARS_MIN } };

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

/** Somebody's address, for a code to be sent to it. */
export class AddressForm {
  @MaxLength(EMAIL_CHARS_MAX, { message: 'account.error.emailWrong' })
  @IsEmail({}, { message: 'account.error.emailWrong' })
  @IsNotEmpty({ message: 'account.error.emailMissing' })
  @Trimmed()
  email!: string;
}

/** Spaces do not count: people copy a code with them. */
const Unspaced = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.replace(/\s/g, '') : value,
  );

export class CodeForm {
  @Matches(new RegExp(`^\\d{${CODE_DIGITS}}$`), {
    message: 'account.error.codeShape',
    context: { digits: CODE_DIGITS },
  })
  @IsNotEmpty({ message: 'account.error.codeMissing' })
  @Unspaced()
  code!: string;
}

export class NewPasswordForm {
  /** Its rules are identity's; here only that there is one. */
  @IsNotEmpty({ message: 'account.error.newPasswordMissing', ...min })
  password!: string;
}
