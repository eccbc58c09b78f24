import { Controller } from '@nestjs/common';
import { OwnAccountRoutes } from '#account-pages';
import { Needs } from '#web';
import { DESK } from '../accounts-for-web.service.ts';

@Controller('account')
@Needs(DESK)
export class OwnAccountController extends OwnAccountRoutes {}
