export * from './account/own-account.page.tsx';
export * from './account/pages.tsx';
export { SignInFields } from './account/sign-in-form.tsx';
export * as govuk from './govuk/index.ts';
export * as moj from './moj/index.tsx';
export * from './components/index.ts';
export * from './forms/index.ts';
export { Page, type PageOptions } from './page/page.tsx';
export type {
  SignedInAccount,
  Link,
  NavItem,
  PageView,
  ShellData,
  ShellView,
  Site,
} from './page/view.ts';
export * from './server/index.ts';
export {
  alpha2Of,
  countryChoices,
  countryInSentence,
  countryName,
  isCountry,
} from './text/countries.ts';
export {
  createTexts,
  isLang,
  LANGUAGES,
  type AnyText,
  type English,
  type Lang,
  type SameKeys,
  type Text,
  type Texts,
  type TextTree,
} from './text/texts.ts';
export * from './demonstration.tsx';
