import type { ComponentChildren } from 'preact';
import {
  spaced,
  attrs,
  content,
  cx,
  type Attributes,
  type Classes,
  type Content,
  type Falsy,
} from './shared.tsx';

export type ActionOptions = Content & {
  href: string;
  visuallyHiddenText?: string;
  classes?: string;
  attributes?: Attributes;
};
export type ActionsOptions = { items?: (ActionOptions | Falsy)[] | Falsy; classes?: string };
export type CardTitleOptions = Content & { headingLevel?: 1 | 2 | 3 | 4 | 5 | 6; classes?: string };
export type CardOptions = Classes & {
  title?: CardTitleOptions | Falsy;
  actions?: ActionsOptions | Falsy;
};
export type RowOptions = {
  key: Content & { classes?: string };
  value: Content & { classes?: string };
  actions?: ActionsOptions | Falsy;
  classes?: string;
};
export type SummaryListOptions = Classes & {
  rows?: (RowOptions | Falsy)[];
  card?: CardOptions | Falsy;
};

function ActionLink({
  action,
  title,
}: {
  action: ActionOptions | Falsy;
  title?: CardTitleOptions | Falsy;
}) {
  if (!action) return null;
  return (
    <a
      {...attrs(
        { class: cx('govuk-link', action.classes), href: action.href ?? '' },
        action.attributes,
      )}
    >
      {content(action)}
      {(action.visuallyHiddenText || title) && (
        <span class="govuk-visually-hidden">
          {action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}
          {title && <> ({content(title)})</>}
        </span>
      )}
    </a>
  );
}

/** One action is bare; more are a list. */
function Actions({
  actions,
  title,
  children,
}: {
  actions: ActionsOptions;
  title: CardOptions['title'];
  children: (many: ComponentChildren | null, one: ComponentChildren | null) => ComponentChildren;
}) {
  const items = actions.items || [];
  return (
    <>
      {items.length === 1
        ? children(null, <ActionLink action={items[0]} title={title} />)
        : children(
            items.map((action) => <ActionLink action={action} title={title} />),
            null,
          )}
    </>
  );
}

function Card({ card, children }: { card: CardOptions; children: ComponentChildren }) {
  const Heading = `h${(card.title || {}).headingLevel || 2}` as 'h2';
  const actions = card.actions || {};
  const classes = cx('govuk-summary-card__actions', actions.classes);
  return (
    <div {...attrs({ class: cx('govuk-summary-card', card.classes) }, card.attributes)}>
      <div class="govuk-summary-card__title-wrapper">
        {card.title && (
          <Heading class={cx('govuk-summary-card__title', card.title.classes)}>
            {content(card.title)}
          </Heading>
        )}
        {actions.items && actions.items.length > 0 && (
          <Actions actions={actions} title={card.title}>
            {(many, one) =>
              one ? (
                <div class={classes}>{one}</div>
              ) : (
                <ul class={classes}>
                  {spaced(
                    (many as ComponentChildren[]).map((a) => (
                      <li class="govuk-summary-card__action">{a}</li>
                    )),
                  )}
                </ul>
              )
            }
          </Actions>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
}

export function SummaryList(o: SummaryListOptions) {
  const rows = o.rows ?? [];
  const actionsOf = (row: RowOptions | Falsy) => (row && row.actions) || {};
  const anyRowHasActions = rows.some((row) => (actionsOf(row).items || []).length > 0);
  const title = o.card ? o.card.title : undefined;
  const list = (
    <dl {...attrs({ class: cx('govuk-summary-list', o.classes) }, o.attributes)}>
      {rows.map((row) => {
        if (!row) return null;
        const actions = actionsOf(row);
        return (
          <div
            class={cx(
              'govuk-summary-list__row',
              anyRowHasActions && !actions.items && 'govuk-summary-list__row--no-actions',
              row.classes,
            )}
          >
            <dt class={cx('govuk-summary-list__key', row.key?.classes)}>{content(row.key)}</dt>
            <dd class={cx('govuk-summary-list__value', row.value?.classes)}>
              {content(row.value)}
            </dd>
            {actions.items && actions.items.length > 0 && (
              <dd class={cx('govuk-summary-list__actions', actions.classes)}>
                <Actions actions={actions} title={title}>
                  {(many, one) =>
                    one ?? (
                      <ul class="govuk-summary-list__actions-list">
                        {spaced(
                          (many as ComponentChildren[]).map((a) => (
                            <li class="govuk-summary-list__actions-list-item">{a}</li>
                          )),
                        )}
                      </ul>
                    )
                  }
                </Actions>
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
  return o.card ? <Card card={o.card}>{list}</Card> : list;
}
