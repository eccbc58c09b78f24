import { Transform } from 'class-transformer';
import { IsEmail, IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator';
import { CODE_DIGITS, PASSWORD_CHARS_MIN } from '#identity';
import { Trimmed } from '#web';

const EMAIL_CHARS_MAX = 254;
const min = { context: { min: PASSWORD_CHARS_MIN } };
const ERROR = 'web.own.error';

/** Somebody's address, for a code to be sent to it. */
export class AddressForm {
  @MaxLength(EMAIL_CHARS_MAX, { message: `${ERROR}.emailWrong` })
  @IsEmail({}, { message: `${ERROR}.emailWrong` })
  @IsNotEmpty({ message: `${ERROR}.emailMissing` })
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
    message: `${ERROR}.codeShape`,
    context: { digits: CODE_DIGITS },
  })
  @IsNotEmpty({ message: `${ERROR}.codeMissing` })
  @Unspaced()
  code!: string;
}

/** What a password must be is identity's to say; here only that there is one. */
export class NewPasswordForm {
  @IsNotEmpty({ message: `${ERROR}.newPasswordMissing`, ...min })
  password!: string;
}

export class SignInForm {
  @IsEmail({}, { message: `${ERROR}.emailWrong` })
  @IsNotEmpty({ message: `${ERROR}.emailMissing` })
  @Trimmed()
  email!: string;

  @IsNotEmpty({ message: `${ERROR}.passwordMissing` })
  password!: string;

  /** Where the person was going. */
  @IsOptional()
  next?: string;
}

export class ChangePasswordForm {
  @IsNotEmpty({ message: `${ERROR}.currentMissing` })
  current!: string;

  @IsNotEmpty({ message: `${ERROR}.newPasswordMissing`, ...min })
  password!: string;
}

export class ChangeEmailForm extends AddressForm {
  @IsNotEmpty({ message: `${ERROR}.currentMissing` })
  current!: string;
}

/** Of the link in a notice to a former address. */
export class SecretForm {
  @IsNotEmpty()
  secret!: string;
}
