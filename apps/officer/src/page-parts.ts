// What lists and pages of several parts of the site are made of.
export { backToBlocked } from './shared/back-to-case.ts';
export { CaseLink } from './shared/case-link.view.tsx';
export { programmeName } from './shared/case-table.view.tsx';
export { asideText, ruleText } from './shared/codes.ts';
export { FileList, type ShownFile } from './shared/file-list.view.tsx';
export { ListPager, totalOf } from './shared/list-pager.view.tsx';
export { LongId } from './shared/long-id.view.tsx';
export { Notice } from './shared/notice.view.tsx';
export { addressOf, wishOf } from './shared/paging.ts';
