import { ApplicationModule } from '#application';
import { DepartureModule } from '#departure';
import { IdentityModule } from '#identity';
import { TravelModule } from '#travel';
import { Module } from '@nestjs/common';
import { AsideContents } from './aside-contents.service.ts';
import { AsidePeople } from './aside-people.service.ts';
import { AsideController } from './aside.controller.tsx';

/** What becomes of border records that no rule decides. */
@Module({
  imports: [ApplicationModule, DepartureModule, IdentityModule, TravelModule],
  controllers: [AsideController],
  providers: [AsideContents, AsidePeople],
})
export class AsideModule {}
