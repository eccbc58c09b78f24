import type { ComponentChildren } from 'preact';
import { Button, type ButtonOptions } from '../govuk/button.tsx';
import type { ShellView } from '../page/view.ts';
import { shellText } from '../text/texts.ts';
import { WithTyped } from './typed.tsx';

export type FormOptions = {
  view: ShellView;
  action: string;
  /** Files: the token then travels in the address, since a guard runs before the body is read. */
  multipart?: boolean;
  children: ComponentChildren;
};

/** A form that posts, with its token. */
export function Form(o: FormOptions) {
  const { csrf } = o.view;
  const query = `${o.action.includes('?') ? '&' : '?'}_csrf=${encodeURIComponent(csrf)}`;
  return (
    <form
      method="post"
      action={o.multipart ? o.action + query : o.action}
      enctype={o.multipart ? 'multipart/form-data' : undefined}
      novalidate
    >
      {!o.multipart && <input type="hidden" name="_csrf" value={csrf} />}
      {!o.multipart && o.view.formOwner && (
        <input type="hidden" name="_for" value={o.view.formOwner} />
      )}
      <WithTyped view={o.view} action={o.action}>
        {o.children}
      </WithTyped>
    </form>
  );
}

/** The button of a form; a second press within a second is not sent. */
export const Submit = (o: ButtonOptions) => <Button preventDoubleClick {...o} />;

export const SaveAndContinue = ({ view }: { view: ShellView }) => (
  <Submit text={shellText(view.lang)('web.saveAndContinue')} />
);
