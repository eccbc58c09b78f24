// What lists and pages of several parts of the site are made of.
export { CaseLink } from './shared/case-link.view.tsx';
export { programmeName } from './shared/case-table.view.tsx';
export { asideText, ruleText } from './shared/codes.ts';
export { ListPager } from './shared/list-pager.view.tsx';
export { LongId } from './shared/long-id.view.tsx';
export { Notice } from './shared/notice.view.tsx';
export { addressOf, wishOf } from './shared/paging.ts';
