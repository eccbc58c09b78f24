export { FigureChecks } from './checking.service.ts';
export { appeals, decisions, endings, TOTAL } from './domain/figures.ts';
export {
  lastDayOf,
  lastToPublish,
  publishedOn,
  quarterAfter,
  type Quarter,
} from './domain/quarter.ts';
export { SMALLEST } from './domain/suppress.ts';
export { FiguresModule } from './figures.module.ts';
export { FiguresQueries } from './figures.queries.ts';
export { PublishedFigures } from './published-figures.store.ts';
export { Publishing } from './publishing.service.ts';
