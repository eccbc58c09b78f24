import { Tag, type TagOptions } from './tag.tsx';
import { attrs, content, cx, type Classes, type Content, type Falsy } from './shared.tsx';

export type TaskOptions = {
  title: Content & { classes?: string };
  hint?: Content | Falsy;
  status: Content & { tag?: TagOptions | Falsy; classes?: string };
  href?: string;
  classes?: string;
};
export type TaskListOptions = Classes & { items?: (TaskOptions | Falsy)[]; idPrefix?: string };

function Task({ item, id }: { item: TaskOptions; id: string }) {
  const { title, hint, status } = item;
  return (
    <li
      class={cx(
        'govuk-task-list__item',
        item.href && 'govuk-task-list__item--with-link',
        item.classes,
      )}
    >
      <div class="govuk-task-list__name-and-hint">
        {item.href ? (
          <a
            class={cx('govuk-link govuk-task-list__link', title?.classes)}
            href={item.href}
            aria-describedby={cx(hint && `${id}-hint`, `${id}-status`)}
          >
            {content(title)}
          </a>
        ) : (
          <div class={title?.classes || undefined}>{content(title)}</div>
        )}
        {hint && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {content(hint)}
          </div>
        )}
      </div>
      <div class={cx('govuk-task-list__status', status?.classes)} id={`${id}-status`}>
        {status?.tag ? <Tag {...status.tag} /> : content(status)}
      </div>
    </li>
  );
}

export function TaskList(o: TaskListOptions) {
  return (
    <ul {...attrs({ class: cx('govuk-task-list', o.classes) }, o.attributes)}>
      {(o.items ?? []).map(
        (item, i) => item && <Task item={item} id={`${o.idPrefix || 'task-list'}-${i + 1}`} />,
      )}
    </ul>
  );
}
