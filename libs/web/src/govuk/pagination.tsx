import {
  attrs,
  content,
  cx,
  hasContent,
  raw,
  type Attributes,
  type Classes,
  type Content,
  type Falsy,
} from './shared.tsx';

export type PaginationItem = {
  number?: string | number;
  visuallyHiddenText?: string;
  href?: string;
  current?: boolean;
  ellipsis?: boolean;
  attributes?: Attributes;
};
export type StepOptions = Content & { labelText?: string; href: string; attributes?: Attributes };
export type PaginationOptions = Classes & {
  items?: (PaginationItem | Falsy)[] | Falsy;
  previous?: StepOptions | Falsy;
  next?: StepOptions | Falsy;
  landmarkLabel?: string;
};

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};
const Arrow = ({ type }: { type: keyof typeof ARROWS }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${type}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={ARROWS[type]} />
  </svg>
);

function Step({
  link,
  type,
  block,
}: {
  link: StepOptions;
  type: keyof typeof ARROWS;
  block: boolean;
}) {
  return (
    <div class={`govuk-pagination__${type}`}>
      <a
        {...attrs(
          { class: 'govuk-link govuk-pagination__link', href: link.href, rel: type },
          link.attributes,
        )}
      >
        {(block || type === 'prev') && <Arrow type={type} />}
        <span
          class={cx(
            'govuk-pagination__link-title',
            block && !link.labelText && 'govuk-pagination__link-title--decorated',
          )}
        >
          {hasContent(link) ? (
            content(link)
          ) : (
            <>
              {type === 'prev' ? 'Previous' : 'Next'}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.labelText && block && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!block && type === 'next' && <Arrow type={type} />}
      </a>
    </div>
  );
}

function Page({ item }: { item: PaginationItem }) {
  return (
    <li
      class={cx(
        'govuk-pagination__item',
        item.current && 'govuk-pagination__item--current',
        item.ellipsis && 'govuk-pagination__item--ellipsis',
      )}
    >
      {item.ellipsis ? (
        // As upstream. A single such sign in a list of 78,000 characters would double what it takes
        // in memory, and the time it takes to be sent.
        raw('&ctdot;')
      ) : (
        <a
          {...attrs(
            {
              class: 'govuk-link govuk-pagination__link',
              href: item.href ?? '',
              'aria-label': item.visuallyHiddenText ?? `Page ${item.number}`,
              'aria-current': item.current ? 'page' : undefined,
            },
            item.attributes,
          )}
        >
          {item.number}
        </a>
      )}
    </li>
  );
}

export function Pagination(o: PaginationOptions) {
  const block = Boolean(!o.items && (o.next || o.previous));
  return (
    <nav
      {...attrs(
        {
          class: cx('govuk-pagination', block && 'govuk-pagination--block', o.classes),
          'aria-label': o.landmarkLabel || 'Pagination',
        },
        o.attributes,
      )}
    >
      {o.previous && o.previous.href && <Step link={o.previous} type="prev" block={block} />}
      {o.items && (
        <ul class="govuk-pagination__list">
          {o.items.map((item) => item && Object.keys(item).length > 0 && <Page item={item} />)}
        </ul>
      )}
      {o.next && o.next.href && <Step link={o.next} type="next" block={block} />}
    </nav>
  );
}
