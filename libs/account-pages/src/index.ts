export { CodeThenPasswordRoutes, codeStep } from './code-then-password.routes.tsx';
export { ForgottenPasswordController } from './forgotten-password.controller.tsx';
export { ChangeEmailForm, CodeForm, SecretForm } from './forms.ts';
export { OwnAccountRoutes } from './own-account.routes.tsx';
export { SignInRoutes, type SignInShown } from './sign-in.routes.tsx';
export { ASKED, CODE, CURRENT, SAME_EMAIL } from './refusals.ts';
