import { ProgrammeModule } from '#programme';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FigureChecks } from './checking.service.ts';
import { FiguresQueries } from './figures.queries.ts';
import { PublishedFigure } from './published-figure.entity.ts';
import { PublishedFigures } from './published-figures.store.ts';
import { Publishing } from './publishing.service.ts';

@Module({
  imports: [TypeOrmModule.forFeature([PublishedFigure]), ProgrammeModule],
  providers: [FigureChecks, FiguresQueries, PublishedFigures, Publishing],
  exports: [FigureChecks, PublishedFigures, Publishing],
})
export class FiguresModule {}
