import { Trimmed } from '#web';
import { IsIn, IsNotEmpty, IsOptional } from 'class-validator';

/** The account; what its parts must be is refund's to say. Names of fields that are never kept. */
export class AccountForm {
  @IsIn(['iban', 'us'], { message: 'refundAccount.error.kind' })
  @Trimmed()
  kind!: 'iban' | 'us';

  @IsOptional()
  holder?: string;

  @IsOptional()
  iban?: string;

  @IsOptional()
  routing?: string;

  @IsOptional()
  accountNumber?: string;

  @IsNotEmpty({ message: 'web.own.error.currentMissing' })
  current!: string;
}

/** An account that was given beforehand is used. */
export class PasswordForm {
  @IsNotEmpty({ message: 'web.own.error.currentMissing' })
  password!: string;
}
