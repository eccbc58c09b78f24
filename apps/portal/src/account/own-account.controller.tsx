import { Controller } from '@nestjs/common';
import { OwnAccountRoutes } from '#account-pages';
import { Needs } from '#web';

@Controller('account')
@Needs('case.own')
export class OwnAccountController extends OwnAccountRoutes {}
