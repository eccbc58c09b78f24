import { paymentWays, type PaymentWay } from '#kernel';
import { IsIn } from 'class-validator';

/** By which way the payer wants to pay. */
export class PayForm {
  @IsIn(paymentWays, { message: 'ways.choose' })
  way!: PaymentWay;
}
