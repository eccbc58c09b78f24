import { attrs, content, cx, markup, type Classes, type Content } from './shared.tsx';

export type ButtonOptions = Content &
  Classes & {
    id?: string;
    name?: string;
    type?: string;
    value?: string | number;
    disabled?: boolean;
    href?: string;
    preventDoubleClick?: boolean;
    isStartButton?: boolean;
  };

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
);

export function Button(o: ButtonOptions) {
  const common = {
    class: cx('govuk-button', o.classes, o.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
  };
  const after = { id: o.id || undefined };
  const inner = (
    <>
      {o.html && o.isStartButton ? <span>{markup(o.html)}</span> : content(o)}
      {o.isStartButton && <StartIcon />}
    </>
  );
  if (o.href)
    return (
      <a
        {...attrs(
          { href: o.href, role: 'button', draggable: 'false', ...common },
          o.attributes,
          after,
        )}
      >
        {inner}
      </a>
    );
  return (
    <button
      {...attrs(
        {
          type: o.type || 'submit',
          value: o.value || undefined,
          name: o.name || undefined,
          disabled: o.disabled,
          'aria-disabled': o.disabled ? 'true' : undefined,
          'data-prevent-double-click':
            o.preventDoubleClick === undefined ? undefined : String(o.preventDoubleClick),
          ...common,
        },
        o.attributes,
        after,
      )}
    >
      {inner}
    </button>
  );
}
