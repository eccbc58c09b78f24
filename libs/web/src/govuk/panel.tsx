import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import {
  attrs,
  content,
  cx,
  type Attributes,
  type Classes,
  type Content,
  type Falsy,
  type Html,
} from './shared.tsx';

export type PanelActionOptions = {
  text: string;
  type?: string;
  href?: string;
  classes?: string;
  attributes?: Attributes;
};
export type PanelOptions = Content &
  Classes & {
    titleText?: string;
    titleHtml?: Html;
    headingLevel?: number;
    actions?: (Classes & { items?: PanelActionOptions[] }) | Falsy;
    children?: ComponentChildren;
  };

const Action = ({ action: a }: { action: PanelActionOptions }) =>
  !a.href || a.type === 'button' ? (
    <Button
      text={a.text}
      type={a.type || 'button'}
      classes={cx('govuk-button--inverse', a.classes)}
      href={a.href}
      attributes={a.attributes}
    />
  ) : (
    <a
      {...attrs(
        { class: cx('govuk-link govuk-link--inverse', a.classes), href: a.href },
        a.attributes,
      )}
    >
      {a.text}
    </a>
  );

export function Panel(o: PanelOptions) {
  const interruption = o.classes?.includes('govuk-panel--interruption');
  const Heading = `h${o.headingLevel || 1}` as 'h1';
  const body = o.children ?? ((o.html || o.text) && content(o));
  const { actions } = o;
  return (
    <div
      {...attrs(
        { class: cx('govuk-panel', !interruption && 'govuk-panel--confirmation', o.classes) },
        o.attributes,
      )}
    >
      <Heading class="govuk-panel__title">
        {content({ html: o.titleHtml, text: o.titleText })}
      </Heading>
      {body && <div class="govuk-panel__body">{body}</div>}
      {interruption && actions && (
        <div {...attrs({ class: cx('govuk-panel__actions', actions.classes) }, actions.attributes)}>
          {actions.items && actions.items.length > 0 && (
            <div class="govuk-button-group">
              {actions.items.map((a) => (
                <>
                  <Action action={a} />{' '}
                </>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}
