import { attrs, content, cx, type Attributes, type Classes, type Content } from './shared.tsx';

export type CrumbOptions = Content & { href?: string; attributes?: Attributes };
export type BreadcrumbsOptions = Classes & {
  items: CrumbOptions[];
  collapseOnMobile?: boolean;
  labelText?: string;
};

export function Breadcrumbs(o: BreadcrumbsOptions) {
  return (
    <nav
      {...attrs(
        {
          class: cx(
            'govuk-breadcrumbs',
            o.classes,
            o.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
          ),
        },
        o.attributes,
        { 'aria-label': o.labelText ?? 'Breadcrumb' },
      )}
    >
      <ol class="govuk-breadcrumbs__list">
        {(o.items ?? []).map((item) =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a {...attrs({ class: 'govuk-breadcrumbs__link', href: item.href }, item.attributes)}>
                {content(item)}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {content(item)}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}
