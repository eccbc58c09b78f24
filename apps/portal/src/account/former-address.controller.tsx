import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SecretForm } from '#account-pages';
import { EmailUndo } from '#identity';
import {
  FormerAddressOverPage,
  FormerAddressPage,
  FormPipe,
  Limited,
  Open,
  PageWithStatus,
  SeeOther,
  View,
  type PostedForm,
} from '#web';
import type { PortalView } from '../text/index.ts';

const GONE = 410;
const limit = { name: 'former-address', points: 30, seconds: 900, by: 'address' } as const;

/** Where the notice to a former address leads: "this was not me". */
@Controller('former-address')
@Open()
export class FormerAddressController {
  constructor(private readonly undo: EmailUndo) {}

  @Get()
  @Limited(limit)
  async show(
    @View() view: PortalView,
    @Req() request: FastifyRequest,
    @Query('secret') secret: unknown,
  ) {
    const told = typeof secret === 'string' ? secret : '';
    if (!(await this.undo.mayUndo(told, request.id))) return over(view);
    return <FormerAddressPage {...{ view, secret: told, action: '/former-address' }} />;
  }

  @Post()
  @Limited(limit)
  async takeBack(
    @View() view: PortalView,
    @Req() request: FastifyRequest,
    @Body(FormPipe(SecretForm)) form: PostedForm<SecretForm>,
  ) {
    const undone = await this.undo.undo(form.value.secret ?? '', request.id);
    return undone.ok ? new SeeOther('/forgotten-password?restored=1') : over(view);
  }
}

const over = (view: PortalView) => new PageWithStatus(GONE, <FormerAddressOverPage view={view} />);
