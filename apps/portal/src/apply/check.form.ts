import { Equals } from 'class-validator';

export class CheckForm {
  @Equals('yes', { message: 'apply.error.declared' })
  declared!: string;
}
